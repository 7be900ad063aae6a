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
    public static ImmutableArray<string> Of(SheetGrid sheet, int firstRow, int column)
    {
        var samples = ImmutableArray.CreateBuilder<string>();
        var last = Math.Min(sheet.RowCount, firstRow + SearchedRows - 1);
        for (var row = firstRow; row <= last && samples.Count < Most; row++)
        {
            if (sheet.Text(row, column) is { Length: > 0 } text)
            {
                samples.Add(text.Length > Longest ? text[..Longest] + "…" : text);
            }
        }

        return samples.DrainToImmutable();
    }
}
