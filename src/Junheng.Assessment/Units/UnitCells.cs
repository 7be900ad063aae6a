using System.Collections.Immutable;
using System.Numerics;
using Junheng.Domain.Statistics;

namespace Junheng.Assessment.Units;

/// <summary>
/// Where the figures of a part in the unit layout stand: nothing is merged, corrected or split there, so a numerator is a sum of cells of its row.
/// </summary>
internal sealed class UnitCells
{
    private readonly NumberColumn? _enrolment;
    private readonly ImmutableArray<CellTerm>[] _numerators;
    private readonly uint[] _present;

    private UnitCells(NumberColumn? enrolment, ImmutableArray<CellTerm>[] numerators, uint[] present) =>
        (_enrolment, _numerators, _present) = (enrolment, numerators, present);

    /// <summary>One presence word a row, as in a <see cref="UnitTable"/>.</summary>
    public ReadOnlySpan<uint> Present => _present;

    /// <summary>Pupils by row, 0 where missing; empty without the column.</summary>
    public ReadOnlySpan<double> Enrolment => _enrolment is null ? [] : _enrolment.Values;

    /// <summary>The cells that make up a numerator; empty when the sheet lacks one of their columns.</summary>
    public ImmutableArray<CellTerm> Numerator(int indicator) => _numerators[indicator];

    /// <summary>Whether enrolments and a numerator are cells as they stand, each exactly the shortest decimal of its double.</summary>
    public bool IsVerbatim(int indicator) =>
        _enrolment is { HasLongTexts: false } && _numerators[indicator] is [{ Coefficient: 1, Column.HasLongTexts: false }];

    public static UnitCells Of(StatisticsPart part, ImmutableArray<ImmutableArray<NumeratorItem>> numerators)
    {
        var enrolment = part.Figure("enrolment");
        var terms = new ImmutableArray<CellTerm>[numerators.Length];
        for (var k = 0; k < terms.Length; k++)
        {
            terms[k] = numerators[k].All(item => part.Figure(item.Item) is not null)
                ? [.. numerators[k].Select(item => new CellTerm(part.Figure(item.Item)!, item.Coefficient.ToDouble()))]
                : [];
        }

        return new UnitCells(enrolment, terms, Presence(part.Count, enrolment, terms));
    }

    /// <summary>All bits first, then those of missing cells are taken out: blanks are few.</summary>
    private static uint[] Presence(int rows, NumberColumn? enrolment, ImmutableArray<CellTerm>[] numerators)
    {
        var all = enrolment is null ? 0 : 1u;
        for (var k = 0; k < numerators.Length; k++)
        {
            all |= numerators[k].IsEmpty ? 0 : 2u << k;
        }

        var present = new uint[rows];
        present.AsSpan().Fill(all);
        if (enrolment is not null)
        {
            TakeOutMissing(present, enrolment, 1);
            TakeOutZeros(present, enrolment.Values);
        }

        for (var k = 0; k < numerators.Length; k++)
        {
            foreach (var term in numerators[k])
            {
                TakeOutMissing(present, term.Column, 2u << k);
            }
        }

        return present;
    }

    private static void TakeOutMissing(uint[] present, NumberColumn column, uint bit)
    {
        var words = column.Present.Words;
        for (var word = 0; word < words.Length; word++)
        {
            for (var missing = ~words[word]; missing != 0; missing &= missing - 1)
            {
                var row = (word * 64) + BitOperations.TrailingZeroCount(missing);
                if (row >= present.Length)
                {
                    break;
                }

                present[row] &= ~bit;
            }
        }
    }

    /// <summary>A unit without pupils has no weight and no ratio.</summary>
    private static void TakeOutZeros(uint[] present, ReadOnlySpan<double> enrolment)
    {
        for (var row = 0; row < present.Length; row++)
        {
            if (!(enrolment[row] > 0))
            {
                present[row] &= ~1u;
            }
        }
    }
}

/// <summary>A raw column's part in a numerator.</summary>
/// <param name="Column">The column.</param>
/// <param name="Coefficient">What its cell is multiplied by.</param>
internal readonly record struct CellTerm(NumberColumn Column, double Coefficient);
