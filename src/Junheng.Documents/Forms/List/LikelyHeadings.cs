using System.Collections.Immutable;
using Junheng.Application.Papers;
using Junheng.Documents.Forms.Sheets;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Forms.List;

/// <summary>The row that is probably the header of a list that no map fits: the one with most different texts. It is only shown, never read.</summary>
internal static class LikelyHeadings
{
    private const int SearchedRows = 20;
    private const int Fewest = 2;
    private const int MostColumns = 500;

    /// <summary>Its headings with samples; empty where no row looks like one.</summary>
    public static ImmutableArray<LeftOverHeading> Of(SheetGrid sheet)
    {
        var columns = Math.Min(MostColumns, sheet.ColumnCount);
        var best = Enumerable.Range(1, Math.Min(SearchedRows, sheet.RowCount))
            .Select(row => (Row: row, Texts: Enumerable.Range(0, columns).Where(column => sheet.Raw(row, column) is string && sheet.Number(row, column) is { WasRead: false }).Select(column => sheet.Text(row, column)).Distinct().Count()))
            .OrderByDescending(each => each.Texts)
            .ThenBy(each => each.Row)
            .FirstOrDefault();
        return best.Texts < Fewest
            ? []
            : [.. Enumerable.Range(0, columns)
                .Where(column => sheet.Text(best.Row, column).Length > 0)
                .Select(column => new LeftOverHeading(Tables.CellText.Heading(sheet.Text(best.Row, column)), Origin.CellName(best.Row, column), Samples.Of(sheet, best.Row + 1, column)))];
    }
}
