using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Junheng.Documents.Forms.Sheets;

namespace Junheng.Documents.Forms.School;

/// <summary>What the lines above a form's headings say of the school; a text is empty and the year 0 where they say nothing.</summary>
/// <param name="Name">School name.</param>
/// <param name="Code">School code.</param>
/// <param name="County">County code.</param>
/// <param name="Year">Report year.</param>
/// <param name="NameAt">Row from 1 and column from 0 of what named the school; row 0 when nothing did.</param>
internal sealed record HeadLine(string Name, string Code, string County, int Year, (int Row, int Column) NameAt);

/// <summary>Reads the lines above a form's headings: <c>表号：教基3112　学校（机构）名称：…　2022/2023学年初　计量单位：人</c>, in one cell or several.</summary>
internal static partial class HeadLines
{
    private const int SearchedRows = 14;
    private const int LongestKept = 40;
    private const int MostKept = 20_000;

    /// <summary>Headings that were asked about before: the forms of a county's schools have the same ones.</summary>
    private static readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>Whether a text is one of those lines and so no heading.</summary>
    public static bool IsHeadLine(string text)
    {
        if (_known.TryGetValue(text, out var known))
        {
            return known;
        }

        var isHeadLine = Line().IsMatch(Plain(text));
        if (text.Length <= LongestKept && _known.Count < MostKept)
        {
            _known.TryAdd(text, isHeadLine);
        }

        return isHeadLine;
    }

    /// <summary>The unit of the whole form; null when the text names none.</summary>
    public static string? UnitOf(string text) => Unit().Match(Plain(text)) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Reads the head of a sheet.</summary>
    /// <param name="grid">The sheet.</param>
    /// <param name="rows">How many rows stand above the headings; 0 = not known.</param>
    public static HeadLine Read(SheetGrid grid, int rows)
    {
        var line = new HeadLine("", "", "", 0, (0, 0));
        for (var row = 1; row <= Math.Min(rows > 0 ? rows : SearchedRows, grid.RowCount); row++)
        {
            for (var column = 0; column < grid.ColumnCount; column++)
            {
                if (grid.Raw(row, column) is not string raw)
                {
                    continue;
                }

                var text = Plain(raw);
                line = line.Year == 0 && YearOf(text) is { } year ? line with { Year = year } : line;
                if (line.Name.Length == 0 && ValueOf(NameLabel(), text, grid, row, column) is { Length: > 0 } name)
                {
                    line = line with { Name = name, NameAt = (row, column) };
                }

                if (line.Code.Length == 0 && ValueOf(CodeLabel(), text, grid, row, column) is { Length: > 0 } code)
                {
                    line = line with { Code = code, NameAt = line.NameAt.Row > 0 ? line.NameAt : (row, column) };
                }

                line = line.County.Length == 0 && ValueOf(CountyLabel(), text, grid, row, column) is { Length: > 0 } county ? line with { County = county } : line;
            }
        }

        return line;
    }

    /// <summary>The report year that a text names: <c>2022/2023学年</c>, <c>2022年</c>; null when none.</summary>
    public static int? YearOf(string text) => Year().Match(text) is { Success: true } match
        ? int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
        : null;

    /// <summary>What stands behind a label in the same cell, or else in the next cell with content.</summary>
    private static string? ValueOf(Regex label, string text, SheetGrid grid, int row, int column)
    {
        var match = label.Match(text);
        if (!match.Success)
        {
            return null;
        }

        var behind = text[(match.Index + match.Length)..].Trim();
        var value = NextLabel().Match(behind) is { Success: true } next ? behind[..next.Index].Trim() : behind;
        if (value.Length > 0)
        {
            return value;
        }

        for (var right = column + 1; right < grid.ColumnCount && behind.Length == 0; right++)
        {
            if (grid.Text(row, right) is { Length: > 0 } beside)
            {
                return IsHeadLine(beside) ? null : Plain(beside);
            }
        }

        return null;
    }

    private static string Plain(string text) => string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKC).Replace("\n", "  ", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"^(?:表\s*号|制[定表]机关|批准机关|批准文号|备案|有效期|综合机关|计量单位|单位|学校\(机构\)(?:名称|标识码|代码)|学校(?:名称|标识码|代码)|填报单位|县\(?[市区]?[^:]{0,6}代码|行政区划代码)[^:]{0,6}:|学年初?(?:\s|$)")]
    private static partial Regex Line();

    [GeneratedRegex(@"(?:计量)?单位\s*:\s*(万元|千元|元|平方米|人|个|班|间|台|册|名)")]
    private static partial Regex Unit();

    [GeneratedRegex(@"(?:学校(?:\(机构\))?名称(?:\(章\))?|填报单位|校名)\s*:")]
    private static partial Regex NameLabel();

    [GeneratedRegex(@"学校(?:\(机构\))?(?:标识码|代码)\s*:")]
    private static partial Regex CodeLabel();

    [GeneratedRegex(@"(?:区县|县区|县\([市区]+(?:、[市区])*\)|县|行政区划)代码\s*:")]
    private static partial Regex CountyLabel();

    [GeneratedRegex(@"\s{2,}|\s\S{1,12}:|\s\d{4}\s*/|\s\d{4}(?:学)?年|\s表\s*号")]
    private static partial Regex NextLabel();

    [GeneratedRegex(@"(?<![\d/—–-])((?:19|20)\d\d)\s*(?:[/—–-]\s*(?:19|20)?\d\d)?\s*(?:学年|年)")]
    private static partial Regex Year();
}
