using System.Collections.Immutable;
using Junheng.Documents.Tables;

namespace Junheng.Documents.Statistics;

/// <summary>Where a sheet's headings stand, when its first row has none: a title above the table is the usual reason.</summary>
internal static class HeaderSearch
{
    private const int SearchedRows = 10;
    private const int SearchedColumns = 40;
    private const int BlankCellsThatEndARow = 3;
    private const int EnoughHeadings = 2;

    /// <summary>True when the first row holds so few known headings that it is probably none.</summary>
    public static bool IsDoubtful(ImmutableArray<MappedHeading> headings) => headings.Count(heading => heading.ColumnId is not null) < EnoughHeadings;

    /// <summary>The row further down that holds headings, and those met first; null when none does.</summary>
    public static (int Row, ImmutableArray<string> Headings)? Below(TableRows rows, HeaderMap map)
    {
        foreach (var (chunk, row) in rows.Chunks.SelectMany(chunk => Enumerable.Range(0, chunk.RowCount).Select(row => (chunk, row))).Take(SearchedRows))
        {
            var known = KnownHeadings(chunk, row, map).Take(EnoughHeadings).ToImmutableArray();
            if (known.Length == EnoughHeadings)
            {
                return (chunk.SourceRow(row), known);
            }
        }

        return null;
    }

    private static IEnumerable<string> KnownHeadings(TableChunk chunk, int row, HeaderMap map)
    {
        var blank = 0;
        for (var column = 0; column < SearchedColumns && blank < BlankCellsThatEndARow; column++)
        {
            var text = chunk.CellText(row, column);
            blank = text.Length == 0 ? blank + 1 : 0;
            if (text.Length > 0 && map.Map(text, column).ColumnId is not null)
            {
                yield return text;
            }
        }
    }
}
