using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Junheng.Domain.Statistics;

namespace Junheng.Assessment.Units;

/// <summary>Fills the bulk columns of a view from the raw parts.</summary>
internal sealed class ColumnFill(StatisticsTable table, ViewRules rules, UnitFigures figures, PartView[] parts, UnitColumns columns)
{
    /// <summary>Writes the figures of some units, from unit <paramref name="first"/> on.</summary>
    public void Fill(ReadOnlySpan<UnitRef> units, int first)
    {
        while (!units.IsEmpty)
        {
            var part = units[0].Row.Part;
            var count = 1;
            while (count < units.Length && units[count].Row.Part == part)
            {
                count++;
            }

            if (parts[part].Cells is { } cells)
            {
                Gather(units[..count], first, cells);
            }
            else
            {
                Compute(units[..count], first);
            }

            units = units[count..];
            first += count;
        }
    }

    /// <summary>The unit layout: column by column, cells as they stand or sums of cells.</summary>
    private void Gather(ReadOnlySpan<UnitRef> units, int first, UnitCells cells)
    {
        var present = columns.Present.AsSpan(first, units.Length);
        Gather(units, cells.Present, present);
        Gather(units, cells.Enrolment, columns.Enrolment.AsSpan(first, units.Length));
        for (var k = 0; k < columns.Numerators.Length; k++)
        {
            var amounts = columns.Numerators[k].AsSpan(first, units.Length);
            var terms = cells.Numerator(k);
            if (terms is [{ Coefficient: 1 } single])
            {
                Gather(units, single.Column.Values, amounts);
                continue;
            }

            for (var at = 0; at < units.Length; at++)
            {
                amounts[at] = (present[at] >> (k + 1) & 1) != 0 ? Sum(terms, units[at].Row.Row) : 0;
            }
        }
    }

    /// <summary>The units' cells of one column; nothing where the sheet lacks it.</summary>
    private static void Gather<T>(ReadOnlySpan<UnitRef> units, ReadOnlySpan<T> cells, Span<T> gathered)
        where T : unmanaged
    {
        if (cells.IsEmpty)
        {
            gathered.Clear();
            return;
        }

        ref var unit = ref MemoryMarshal.GetReference(units);
        ref var cell = ref MemoryMarshal.GetReference(cells);
        for (var at = 0; at < gathered.Length; at++)
        {
            gathered[at] = Unsafe.Add(ref cell, Unsafe.Add(ref unit, at).Row.Row);
        }
    }

    private static double Sum(ImmutableArray<CellTerm> terms, int row)
    {
        var sum = 0.0;
        foreach (var term in terms)
        {
            sum += term.Coefficient * term.Column.Values[row];
        }

        return sum;
    }

    /// <summary>The school layout: merged, corrected and split through the exact map's terms.</summary>
    private void Compute(ReadOnlySpan<UnitRef> units, int first)
    {
        for (var at = 0; at < units.Length; at++)
        {
            var unit = units[at];
            var enrolment = parts[unit.Row.Part].Enrolment(unit.Stage);
            var pupils = enrolment.Pupils[unit.Row.Row];
            var present = enrolment.IsKnown[unit.Row.Row] && pupils > 0 ? 1u : 0u;
            columns.Enrolment[first + at] = pupils;
            var share = figures.Share(unit)?.ToDouble();
            for (var k = 0; k < rules.Numerators.Length; k++)
            {
                var amount = Numerator(unit, k, share);
                columns.Numerators[k][first + at] = amount ?? 0;
                present |= amount is null ? 0 : 2u << k;
            }

            columns.Present[first + at] = present;
        }
    }

    private double? Numerator(UnitRef unit, int indicator, double? share) =>
        share is null && rules.Numerators[indicator].Any(item => !item.IsStaged) ? null : Sum(figures.Terms(unit, rules.Numerators[indicator]));

    private double? Sum(ImmutableArray<FigureTerm> terms)
    {
        var sum = 0.0;
        foreach (var term in terms)
        {
            if (term.Coefficient is not { } coefficient || table.PartOf(term.Row).Figure(term.Column)?.Value(term.Row.Row) is not { } cell)
            {
                return null;
            }

            sum += coefficient.ToDouble() * cell;
        }

        return sum;
    }
}
