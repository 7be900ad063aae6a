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
        var sums = map.Totals.SelectMany(rule => Sums(rule, finder)).ToList();
        for (var (round, zeros) = (0, -1); round < MostRounds && zeros != figures.Zeros.Count; round++)
        {
            zeros = figures.Zeros.Count;
            foreach (var (total, parts) in sums)
            {
                FillZeros(total, parts, figures);
            }
        }

        return [.. sums.Select(sum => Wrong(sum.Total, sum.Parts, figures)).OfType<WrongTotal>()];
    }

    /// <summary>Cells of a total and its parts in words.</summary>
    public static string Names(IEnumerable<(int Row, int Column)> cells) => string.Join('+', cells.Select(cell => Origin.CellName(cell.Row, cell.Column)));

    private static IEnumerable<((int Row, int Column) Total, List<(int Row, int Column)> Parts)> Sums(TotalRule rule, CellFinder finder)
    {
        if (!rule.Rows.IsEmpty)
        {
            if (finder.ColumnOf(rule.Total) is { } total && rule.Parts.Select(finder.ColumnOf).OfType<FormColumn>().ToList() is { Count: > 1 } parts)
            {
                foreach (var row in rule.Rows.Select(finder.RowOf).OfType<FormRow>())
                {
                    yield return ((row.Row, total.Column), [.. parts.Select(part => (row.Row, part.Column))]);
                }
            }

            yield break;
        }

        if (finder.RowOf(rule.Total) is { } totalRow && rule.Parts.Select(finder.RowOf).OfType<FormRow>().ToList() is { Count: > 1 } partRows)
        {
            foreach (var column in rule.Columns.Select(finder.ColumnOf).OfType<FormColumn>())
            {
                yield return ((totalRow.Row, column.Column), [.. partRows.Select(part => (part.Row, column.Column))]);
            }
        }
    }

    private static void FillZeros((int Row, int Column) total, List<(int Row, int Column)> parts, FormFigures figures)
    {
        if (figures[total.Row, total.Column].Exact is not { } printed || parts.Exists(part => figures[part.Row, part.Column].Text is not null))
        {
            return;
        }

        var blanks = parts.Where(part => figures[part.Row, part.Column] is { IsBlank: true, IsCrossedOut: false }).ToList();
        if (blanks.Count > 0 && Sum(parts, figures) == printed)
        {
            blanks.ForEach(blank => figures.SetZero(blank.Row, blank.Column));
        }
    }

    private static WrongTotal? Wrong((int Row, int Column) total, List<(int Row, int Column)> parts, FormFigures figures)
    {
        if (figures[total.Row, total.Column].Exact is not { } printed
            || parts.Exists(part => figures[part.Row, part.Column] is { Number: null, IsCrossedOut: false }))
        {
            return null;
        }

        var sum = Sum(parts, figures);
        return sum == printed ? null : new WrongTotal(total, parts, printed, sum);
    }

    private static Rational Sum(List<(int Row, int Column)> parts, FormFigures figures) =>
        parts.Aggregate(Rational.Zero, (sum, part) => sum + (figures[part.Row, part.Column].Exact ?? Rational.Zero));
}
