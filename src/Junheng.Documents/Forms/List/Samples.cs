using System.Collections.Immutable;
using Junheng.Documents.Forms.Sheets;

namespace Junheng.Documents.Forms.List;

/// <summary>Some of the values of a column, for a person to see at once what it holds.</summary>
internal static class Samples
{
    private const int Most = 3;
    private const int SearchedRows = 200;
    private const int Longest = 24;

    /// <summary>The first texts of a column that are not blank.</summary>
    public static ImmutableArray<string> Of(SheetGrid sheet, int firstRow, int column) =>
    [
        .. Enumerable.Range(firstRow, Math.Clamp(sheet.RowCount - firstRow + 1, 0, SearchedRows))
            .Select(row => sheet.Text(row, column))
            .Where(text => text.Length > 0)
            .Select(text => text.Length > Longest ? text[..Longest] + "…" : text)
            .Take(Most),
    ];
}
