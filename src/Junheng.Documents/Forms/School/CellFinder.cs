using System.Collections.Immutable;
using System.Globalization;
using Junheng.Documents.Forms.Maps;

namespace Junheng.Documents.Forms.School;

/// <summary>What came of looking for the cell of a rule.</summary>
internal abstract record CellSearch
{
    /// <summary>The cell.</summary>
    public sealed record Found(FormRow Row, FormColumn Column) : CellSearch;

    /// <summary>No row, or no column, is named so.</summary>
    /// <param name="IsRow">Whether it is the row that lacks.</param>
    /// <param name="Wanted">The path or code.</param>
    /// <param name="Near">Names on the sheet that come near, each with its cell.</param>
    public sealed record Absent(bool IsRow, string Wanted, ImmutableArray<string> Near) : CellSearch;

    /// <summary>Several rows, or columns, are named so.</summary>
    /// <param name="IsRow">Whether it is the rows.</param>
    /// <param name="Wanted">The path.</param>
    /// <param name="Candidates">The candidates, each with its cell.</param>
    public sealed record Several(bool IsRow, string Wanted, ImmutableArray<string> Candidates) : CellSearch;

    /// <summary>Label and printed code, or heading and printed number, mean different rows or columns.</summary>
    public sealed record Contrary(bool IsRow, string Wanted, string ByLabel, string ByCode) : CellSearch;
}

/// <summary>Finds the rows and columns that paths, codes and numbers name.</summary>
internal sealed class CellFinder(FormSheet form)
{
    private readonly Dictionary<(string?, string?), (FormRow? Row, CellSearch? Problem)> _rows = [];
    private readonly Dictionary<(string?, string?), (FormColumn? Column, CellSearch? Problem)> _columns = [];

    /// <summary>The form.</summary>
    public FormSheet Form => form;

    /// <summary>The cell of a term.</summary>
    public CellSearch Find(CellTerm term) => Find(term, term.Column, term.ColumnNumber);

    /// <summary>The cell in the row of a term and another column.</summary>
    public CellSearch Find(CellTerm term, HeadingPath? column, string? number = null)
    {
        var (row, rowProblem) = Row(term.Row, term.RowCode);
        if (row is null)
        {
            return rowProblem!;
        }

        var (found, columnProblem) = Column(column, number);
        return found is null ? columnProblem! : new CellSearch.Found(row, found);
    }

    /// <summary>The row of a path; null when there is none, or not exactly one.</summary>
    public FormRow? RowOf(HeadingPath path) => Row(path, null).Row;

    /// <summary>The column of a path; null when there is none, or not exactly one.</summary>
    public FormColumn? ColumnOf(HeadingPath path) => Column(path, null).Column;

    private (FormRow? Row, CellSearch? Problem) Row(HeadingPath? path, string? code)
    {
        if (!_rows.TryGetValue((path?.Text, code), out var known))
        {
            _rows[(path?.Text, code)] = known = One(
                form.Rows, path, Whole(code), true, row => row.Path, row => row.Code, row => string.Create(CultureInfo.InvariantCulture, $"“{row.Label}”({Domain.Findings.Origin.CellName(row.Row, row.LabelColumn)})"));
        }

        return known;
    }

    private (FormColumn? Column, CellSearch? Problem) Column(HeadingPath? path, string? number)
    {
        if (!_columns.TryGetValue((path?.Text, number), out var known))
        {
            _columns[(path?.Text, number)] = known = One(
                form.Columns, path, Whole(number), false, column => column.Path, column => column.Number, column => string.Create(CultureInfo.InvariantCulture, $"“{string.Join(" › ", column.Headings)}”({Domain.Findings.Origin.CellName(column.HeadingRow, column.Column)})"));
        }

        return known;
    }

    private static (T? Found, CellSearch? Problem) One<T>(
        ImmutableArray<T> all, HeadingPath? path, int code, bool isRow, Func<T, ImmutableArray<string>> pathOf, Func<T, int> codeOf, Func<T, string> name)
        where T : class
    {
        var byLabel = path is null ? [] : all.Where(each => path.Matches(pathOf(each))).ToList();
        if (path is { Parts.Length: > 1 } && byLabel.Count == 0)
        {
            byLabel = [.. all.Where(each => IsJoined(path, pathOf(each)))];
        }

        var byCode = code == 0 ? [] : all.Where(each => codeOf(each) == code).ToList();
        var wanted = path?.Text ?? code.ToString("D2", CultureInfo.InvariantCulture);
        if (path is null)
        {
            return byCode switch
            {
                [var only] => (only, null),
                [] => (null, new CellSearch.Absent(isRow, wanted, [])),
                _ => (null, new CellSearch.Several(isRow, wanted, [.. byCode.Select(name)])),
            };
        }

        if (byLabel.Count == 0)
        {
            return (null, new CellSearch.Absent(isRow, wanted, Near(all, path, byCode, pathOf, name)));
        }

        if (byLabel.Count > 1 && byLabel.Where(each => IsWhole(path, pathOf(each))).ToList() is [var exact])
        {
            byLabel = [exact];
        }

        if (byCode is [var coded])
        {
            return byLabel.Contains(coded) ? (coded, null) : (null, new CellSearch.Contrary(isRow, wanted, name(byLabel[0]), name(coded)));
        }

        return byLabel is [var found] ? (found, null) : (null, new CellSearch.Several(isRow, wanted, [.. byLabel.Select(name)]));
    }

    /// <summary>Whether the path names all headings, not only some of them.</summary>
    private static bool IsWhole(HeadingPath path, ImmutableArray<string> headings) =>
        path.Parts.Length == headings.Length || (path.Parts.Length == headings.Length - 1 && headings[^1] is "计" or "合计" or "总计" or "小计" && path.Matches(headings[..^1]));

    /// <summary>Whether one label joins both names of a path: 县级以上骨干教师（小学）, 小学县级以上骨干教师.</summary>
    private static bool IsJoined(HeadingPath path, ImmutableArray<string> headings)
    {
        if (path.Parts.Length != 2 || headings.IsEmpty)
        {
            return false;
        }

        var last = headings[^1];
        return path.Parts[0].Any(first => path.Parts[1].Any(second => last == $"{first}({second})" || last == $"{second}({first})" || last == first + second || last == second + first));
    }

    /// <summary>The names that come nearest: the one with the printed code first, then those that share most pairs of characters.</summary>
    private static ImmutableArray<string> Near<T>(ImmutableArray<T> all, HeadingPath path, List<T> byCode, Func<T, ImmutableArray<string>> pathOf, Func<T, string> name)
        where T : class => [.. byCode.Concat(all
            .Select(each => (Each: each, Likeness: pathOf(each) is [.., var last] ? path.Parts[^1].Max(part => Similarity.Of(part, last)) : 0))
            .Where(each => each.Likeness > 0.2)
            .OrderByDescending(each => each.Likeness)
            .Select(each => each.Each)).Distinct().Take(3).Select(name)];

    private static int Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : 0;
}

/// <summary>How alike two names are.</summary>
internal static class Similarity
{
    /// <summary>Twice the shared pairs of neighbouring characters over all pairs, 0 to 1; of single characters where a name has no pair.</summary>
    public static double Of(string first, string second)
    {
        var (left, right) = (Parts(first), Parts(second));
        if (left.Count == 0 || right.Count == 0)
        {
            return 0;
        }

        var all = left.Count + right.Count;
        return 2.0 * left.Count(right.Remove) / all;
    }

    private static List<string> Parts(string text) => text.Length < 2 ? [.. text.Select(letter => letter.ToString())]
        : [.. Enumerable.Range(0, text.Length - 1).Select(at => text.Substring(at, 2))];
}
