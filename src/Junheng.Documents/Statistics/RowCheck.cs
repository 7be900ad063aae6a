using Junheng.Domain.Columns;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Documents.Statistics;

/// <summary>Checks the keys and codes of one part's rows: blank and damaged codes, totals rows, words that name no known stage, type, organiser or locale.</summary>
internal sealed class RowCheck(ReadPart read, ColumnCatalogue columns, ReadingFindings findings)
{
    private static readonly string[] _totals = ["合计", "总计", "小计", "全县", "全县合计", "全区合计", "全市合计", "平均", "全县平均", "total", "Total", "TOTAL"];
    private static readonly byte[][] _totalsUtf8 = [.. _totals.Select(System.Text.Encoding.UTF8.GetBytes)];

    private readonly StatisticsPart _part = read.Part;
    private readonly string[] _flags = [.. columns.Columns.Where(column => column.Kind == ColumnKind.Flag).Select(column => column.Id)];

    public void Check()
    {
        for (var row = 0; row < _part.Count; row++)
        {
            Keys(row);
        }

        Codes("stage", "input.unknown-stage", row => _part.StageOf(row) is Stage.Primary or Stage.Junior, isBlankWrong: _part.Layout == TableLayout.Unit, new("可用：小学、初中（primary、junior）；高中不单列一行", "Known: primary, junior; senior stages have no row"));
        Codes("school_type", "input.unknown-school-type", row => read.GivenTypes![row] != SchoolType.Unknown, isBlankWrong: false, new("可用：小学、教学点、初中、九年一贯制、完全中学、十二年一贯制、特殊教育、职业", $"Known: {string.Join(", ", SchoolTypes.Ids.Skip(1))}"));
        Codes("organiser_type", "input.unknown-organiser-type", row => _part.OrganiserTypes![row] != 0, isBlankWrong: false, new("写 1 至 10 的代码", "Write a code from 1 to 10"));
        Codes("locale", "input.unknown-locale", row => _part.Locales![row] != Locale.Unknown, isBlankWrong: false, new("可用：城区、镇区、乡村（urban、town、rural）", "Known: urban, town, rural"));
        foreach (var flag in _flags)
        {
            Codes(flag, "input.unknown-flag", row => _part.Figure(flag)!.IsPresent(row), isBlankWrong: false, new("写 1（是）或 0（否），不知道就留空", "Write 1 or 0; leave it blank when unknown"));
        }
    }

    /// <summary>Whether a code or name is that of a totals row.</summary>
    public static bool IsTotal(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text.Length > 15 || text[0] is >= (byte)'0' and <= (byte)'9')
        {
            return false;
        }

        foreach (var total in _totalsUtf8)
        {
            if (text.SequenceEqual(total))
            {
                return true;
            }
        }

        return false;
    }

    private void Keys(int row)
    {
        if (IsTotal(_part.CountyCode.Utf8(row)) || IsTotal(_part.SchoolCode.Utf8(row)) || (_part.SchoolName is { } names && IsTotal(names.Utf8(row))))
        {
            findings.Error(
                "input.totals-row",
                _part.OriginOf(row, "school_code").Cell,
                new("这一行是合计行，不是学校", "This row is a total, not a school"),
                new("删除合计行", "Delete the totals row"));
            return;
        }

        Key(row, "county_code", _part.CountyCode);
        Key(row, "school_code", _part.SchoolCode);
    }

    private void Key(int row, string column, TextColumn codes)
    {
        var code = codes.Utf8(row);
        if (!_part.SourceColumns.ContainsKey(column))
        {
            return;
        }

        if (code.IsEmpty)
        {
            findings.Error(
                "input.blank-code",
                _part.OriginOf(row, column).Cell,
                new($"“{columns[column]!.Title.Zh}”为空", $"'{column}' is blank"),
                new("填上代码；如果是说明或空行，删除整行", "Fill in the code; delete the row if it is a note"));
        }
        else if (code.EndsWith(".0"u8) && code[0] is >= (byte)'0' and <= (byte)'9')
        {
            findings.Warning(
                "input.decimal-code",
                _part.OriginOf(row, column).Cell,
                new($"代码“{codes[row]}”带有小数，像是被当作数处理过", $"The code '{codes[row]}' has a decimal, as if it had been handled as a number"),
                new("把该列设为文本格式后重新填写代码", "Format the column as text and enter the code again"));
        }
    }

    private void Codes(string column, string rule, Func<int, bool> isKnown, bool isBlankWrong, LocalizedText remedy)
    {
        if (!_part.SourceColumns.ContainsKey(column) || (column == "stage" && _part.Stages is null))
        {
            return;
        }

        var title = columns[column]!.Title;
        for (var row = 0; row < _part.Count; row++)
        {
            if (!isKnown(row) && read.CellText(row, column) is var text && (text.Length > 0 || isBlankWrong))
            {
                findings.Error(
                    rule,
                    _part.OriginOf(row, column).Cell,
                    text.Length == 0 ? new($"“{title.Zh}”为空", $"'{column}' is blank") : new($"不认识的{title.Zh}“{text}”", $"Unknown {column} '{text}'"),
                    remedy,
                    _part.CountyOf(row));
            }
        }
    }
}
