using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Junheng.Documents.Forms.Maps;
using Junheng.Documents.Forms.Sheets;

namespace Junheng.Documents.Forms.List;

/// <summary>A column of a list and its headings.</summary>
/// <param name="Column">Position, from 0.</param>
/// <param name="Path">Normalised headings from the top to the lowest.</param>
/// <param name="Written">The same as written.</param>
/// <param name="Row">The row of the lowest heading.</param>
internal sealed record HeaderColumn(int Column, ImmutableArray<string> Path, ImmutableArray<string> Written, int Row)
{
    /// <summary>The path for people.</summary>
    public string Text => string.Join(" › ", Written);
}

/// <summary>Where a list's header stands.</summary>
/// <param name="Top">Its first row.</param>
/// <param name="Bottom">Its last row.</param>
/// <param name="First">The first row below it that may hold a school.</param>
internal readonly record struct HeaderRows(int Top, int Bottom, int First);

/// <summary>The header of a list: one or more rows of headings, found by what they say and not by where they stand.</summary>
/// <param name="Top">Its first row.</param>
/// <param name="Bottom">Its last row.</param>
/// <param name="FirstRow">The first row below it that may hold a school.</param>
/// <param name="Columns">The columns with headings.</param>
internal sealed record HeaderBlock(int Top, int Bottom, int FirstRow, ImmutableArray<HeaderColumn> Columns)
{
    private const int SearchedRows = 40;
    private const int MostRows = 8;
    private static readonly string[] _sums = ["计", "合计", "总计", "小计"];
    private ILookup<string, HeaderColumn>? _byHeading;
    private string? _signature;

    /// <summary>Everything that the header says, as one text: equal headers have equal ones.</summary>
    public string Signature => _signature ??= Signed();

    /// <summary>The columns whose lowest heading, or the one above a lowest 计, is one of some texts.</summary>
    public IEnumerable<HeaderColumn> Ending(ImmutableArray<string> headings)
    {
        _byHeading ??= Columns
            .SelectMany(column => column.Path.Length > 1 && _sums.Contains(column.Path[^1]) ? [(column.Path[^1], column), (column.Path[^2], column)] : new[] { (column.Path[^1], column) })
            .ToLookup(each => each.Item1, each => each.column, StringComparer.Ordinal);
        return headings.Length == 1 ? _byHeading[headings[0]] : headings.SelectMany(heading => _byHeading[heading]).Distinct().OrderBy(column => column.Column);
    }

    private const int MostColumns = 2_000;

    private string Signed()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Top} {Bottom} {FirstRow}");
        foreach (var column in Columns)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{column.Column} {column.Row}");
            foreach (var heading in column.Written)
            {
                text.Append(" › ").Append(heading);
            }
        }

        return text.ToString();
    }

    /// <summary>The header that stands in some rows.</summary>
    public static HeaderBlock Of(HeaderRows rows, SheetGrid sheet) => new(rows.Top, rows.Bottom, rows.First, ColumnsOf(sheet, rows.Top, rows.Bottom));

    /// <summary>Finds the header around a cell that names schools; null where no cell does.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="anchors">Normalised headings that name schools, e.g. 学校名称.</param>
    /// <param name="vocabulary">All normalised headings that the map knows.</param>
    public static HeaderRows? Find(SheetGrid sheet, IReadOnlySet<string> anchors, IReadOnlySet<string> vocabulary)
    {
        if (!anchors.Any(SheetHead.Of(sheet).Has))
        {
            return null;
        }

        for (var row = 1; row <= Math.Min(SearchedRows, sheet.RowCount); row++)
        {
            for (var column = 0; column < Math.Min(MostColumns, sheet.ColumnCount); column++)
            {
                if (sheet.Raw(row, column) is string text && anchors.Contains(HeadingPath.Normalised(text)))
                {
                    return Around(sheet, row, column, vocabulary);
                }
            }
        }

        return null;
    }

    private static HeaderRows Around(SheetGrid sheet, int row, int column, IReadOnlySet<string> vocabulary)
    {
        var top = row;
        while (top > 1 && row - top < MostRows && Hits(sheet, top - 1, vocabulary) > 0)
        {
            top--;
        }

        var bottom = sheet.MergeAt(row, column)?.LastRow ?? row;
        while (bottom < sheet.RowCount && bottom - top < MostRows && sheet.IsBlank(bottom + 1, column) && Hits(sheet, bottom + 1, vocabulary) > 0 && !HasFigures(sheet, bottom + 1))
        {
            bottom++;
        }

        var first = bottom + 1;
        while (first <= sheet.RowCount && IsNumbering(sheet, first))
        {
            first++;
        }

        return new HeaderRows(top, bottom, first);
    }

    private static int Hits(SheetGrid sheet, int row, IReadOnlySet<string> vocabulary) => Enumerable.Range(0, Math.Min(MostColumns, sheet.ColumnCount))
        .Count(column => sheet.Raw(row, column) is string text && vocabulary.Contains(HeadingPath.Normalised(text)));

    private static bool HasFigures(SheetGrid sheet, int row) => Enumerable.Range(0, sheet.ColumnCount).Any(column => sheet.Number(row, column) is { WasRead: true });

    /// <summary>A row that numbers the columns: 甲 乙 1 2 3 …</summary>
    private static bool IsNumbering(SheetGrid sheet, int row)
    {
        var last = 0d;
        var counted = 0;
        for (var column = 0; column < sheet.ColumnCount; column++)
        {
            if (sheet.IsBlank(row, column) || sheet.Text(row, column) is "甲" or "乙" or "丙" or "丁" or "戊")
            {
                continue;
            }

            if (sheet.Number(row, column) is not { WasRead: true, Value: var value } || value != last + 1)
            {
                return false;
            }

            (last, counted) = (value, counted + 1);
        }

        return counted > 2;
    }

    private static ImmutableArray<HeaderColumn> ColumnsOf(SheetGrid sheet, int top, int bottom)
    {
        var columns = ImmutableArray.CreateBuilder<HeaderColumn>();
        var mergesAcross = Enumerable.Range(top, bottom - top + 1).Select(row => HasMergesAcross(sheet, row)).ToArray();
        var above = new string[bottom - top + 1]; // headings of the column to the left, which reach to the right where nothing is merged
        for (var column = 0; column < Math.Min(MostColumns, sheet.ColumnCount); column++)
        {
            var (path, written, lowest) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>(), 0);
            var inherits = true;
            MergedRange? before = null;
            for (var row = top; row <= bottom; row++)
            {
                var merge = sheet.MergeAt(row, column);
                var text = Tables.CellText.Heading(sheet.MergedText(row, column));
                if (text.Length > 0)
                {
                    inherits &= merge is { } range && range.FirstColumn < column;
                }
                else if (merge is null && inherits && row < bottom && !mergesAcross[row - top] && HasTextBelow(sheet, row, bottom, column))
                {
                    text = above[row - top] ?? "";
                }

                above[row - top] = text;
                var normalised = HeadingPath.Normalised(text);
                if (normalised.Length > 0 && (merge is null || merge != before))
                {
                    path.Add(normalised);
                    written.Add(text);
                    lowest = merge?.FirstRow ?? row;
                }

                before = merge;
            }

            if (path.Count > 0)
            {
                columns.Add(new HeaderColumn(column, path.ToImmutable(), written.ToImmutable(), lowest));
            }
        }

        return columns.ToImmutable();
    }

    private static bool HasMergesAcross(SheetGrid sheet, int row) =>
        Enumerable.Range(0, Math.Min(MostColumns, sheet.ColumnCount)).Any(column => sheet.MergeAt(row, column) is { } range && range.LastColumn > range.FirstColumn && range.FirstRow == row);

    private static bool HasTextBelow(SheetGrid sheet, int row, int bottom, int column) =>
        Enumerable.Range(row + 1, bottom - row).Any(below => sheet.MergedText(below, column).Length > 0);
}
