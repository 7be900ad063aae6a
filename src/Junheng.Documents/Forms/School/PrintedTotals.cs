using Junheng.Documents.Forms.Maps;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;

namespace Junheng.Documents.Forms.School;

/// <summary>A printed total that its parts do not add up to.</summary>
/// <param name="Total">Its cell.</param>
/// <param name="Parts">The cells of its parts.</param>
/// <param name="Printed">What is printed.</param>
/// <param name="Sum">What the parts add up to.</param>
internal sealed record WrongTotal((int Row, int Column) Total, IReadOnlyList<(int Row, int Column)> Parts, Rational Printed, Rational Sum);

/// <summary>
/// Checks printed totals against their parts. Where the parts that are filled in make up the whole total, a blank among them means 0: real forms leave zeros blank. Where they do not, a blank
/// stays missing and nobody knows which one holds the rest.
/// </summary>
internal static class PrintedTotals
{
    private const int MostRounds = 4;

    /// <summary>Checks all totals of a map; blanks that must be 0 become 0 in the figures.</summary>
    public static IReadOnlyList<WrongTotal> Check(FormMap map, CellFinder finder, FormFigures figures)
    {
        var sums = map.Totals.SelectMany(rule => Sums(rule, Beside(map, rule), finder)).ToList();
        for (var (round, zeros) = (0, -1); round < MostRounds && zeros != figures.Zeros.Count; round++)
        {
            zeros = figures.Zeros.Count;
            foreach (var sum in sums)
            {
                if (!FillZeros(sum.Total, sum.Parts, figures))
                {
                    FillZeros(sum.Total, [.. sum.Parts, .. sum.Beside], figures);
                }
            }
        }

        return [.. sums.Select(sum => Wrong(sum, figures)).OfType<WrongTotal>()];
    }

    /// <summary>Columns that are further parts where a part (艺术) is no subtotal of them.</summary>
    private static List<HeadingPath> Beside(FormMap map, TotalRule rule) =>
        [.. map.Cells.SelectMany(cell => cell.Terms).Where(term => !term.Parts.IsEmpty && rule.Parts.Any(part => part.Text == term.Column?.Text)).SelectMany(term => term.Parts).DistinctBy(part => part.Text)];

    /// <summary>Cells of a total and its parts in words.</summary>
    public static string Names(IEnumerable<(int Row, int Column)> cells) => string.Join('+', cells.Select(cell => Origin.CellName(cell.Row, cell.Column)));

    private static IEnumerable<PrintedSum> Sums(TotalRule rule, List<HeadingPath> beside, CellFinder finder)
    {
        if (!rule.Rows.IsEmpty)
        {
            if (finder.ColumnOf(rule.Total) is { } total && rule.Parts.Select(finder.ColumnOf).OfType<FormColumn>().ToList() is { Count: > 1 } parts)
            {
                var isWhole = parts.Count == rule.Parts.Length;
                var others = beside.Select(finder.ColumnOf).OfType<FormColumn>().ToList();
                foreach (var row in rule.Rows.Select(finder.RowOf).OfType<FormRow>())
                {
                    yield return new((row.Row, total.Column), [.. parts.Select(part => (row.Row, part.Column))], [.. others.Select(part => (row.Row, part.Column))], isWhole);
                }
            }

            yield break;
        }

        if (finder.RowOf(rule.Total) is { } totalRow && rule.Parts.Select(finder.RowOf).OfType<FormRow>().ToList() is { Count: > 1 } partRows)
        {
            foreach (var column in rule.Columns.Select(finder.ColumnOf).OfType<FormColumn>())
            {
                yield return new((totalRow.Row, column.Column), [.. partRows.Select(part => (part.Row, column.Column))], [], partRows.Count == rule.Parts.Length);
            }
        }
    }

    /// <summary>True where the parts that are filled in make up the total.</summary>
    private static bool FillZeros((int Row, int Column) total, List<(int Row, int Column)> parts, FormFigures figures)
    {
        if (figures[total.Row, total.Column].Exact is not { } printed || parts.Exists(part => figures[part.Row, part.Column].Text is not null) || Sum(parts, figures) != printed)
        {
            return false;
        }

        foreach (var blank in parts.Where(part => figures[part.Row, part.Column] is { IsBlank: true, IsCrossedOut: false }))
        {
            figures.SetZero(blank.Row, blank.Column);
        }

        return true;
    }

    private static WrongTotal? Wrong(PrintedSum sum, FormFigures figures)
    {
        if (figures[sum.Total.Row, sum.Total.Column].Exact is not { } printed
            || sum.Parts.Exists(part => figures[part.Row, part.Column] is { Number: null, IsCrossedOut: false }))
        {
            return null;
        }

        var added = Sum(sum.Parts, figures);
        return added == printed || added + Sum(sum.Beside, figures) == printed || (added < printed && !sum.IsWhole) ? null : new WrongTotal(sum.Total, sum.Parts, printed, added);
    }

    private static Rational Sum(List<(int Row, int Column)> parts, FormFigures figures) =>
        parts.Aggregate(Rational.Zero, (sum, part) => sum + (figures[part.Row, part.Column].Exact ?? Rational.Zero));

    /// <summary>
    /// Cells of a total, of its parts, and of columns that are further parts where none of the parts is their subtotal; and whether the sheet has all parts, so that they may not fall short.
    /// </summary>
    private sealed record PrintedSum((int Row, int Column) Total, List<(int Row, int Column)> Parts, List<(int Row, int Column)> Beside, bool IsWhole);
}
