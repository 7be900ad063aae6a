namespace Junheng.Documents.Tables;

/// <summary>What the product itself puts into workbooks beside people's data: it is passed over in reading, without a word.</summary>
internal static class Companions
{
    /// <summary>The heading of the column that says what is wrong with a row.</summary>
    public const string ResultHeading = "校验结果";

    /// <summary>The sheet that lists everything found; numbered when the name is taken.</summary>
    public const string ResultSheet = "校验结果";

    /// <summary>The sheet of a template that says what each column means.</summary>
    public const string NotesSheet = "填报说明";

    /// <summary>The sheet of a template with the figures of the year before.</summary>
    public const string LastYearSheet = "上年数据";

    /// <summary>What the headings of computed columns end in.</summary>
    public const string ComputedEnding = "（自动计算）";

    /// <summary>What the headings of columns that are only there to compare with end in.</summary>
    public const string ReferenceEnding = "（仅供参考）";

    /// <summary>Whether a sheet is one of ours.</summary>
    public static bool IsSheet(string? name) => name is NotesSheet or LastYearSheet
        || (name is not null && name.StartsWith(ResultSheet, StringComparison.Ordinal) && name[ResultSheet.Length..] is "" or [' ', '(', .., ')']);

    /// <summary>Whether a column is one of ours.</summary>
    public static bool IsHeading(string heading) => heading == ResultHeading || heading.EndsWith(ComputedEnding, StringComparison.Ordinal) || heading.EndsWith(ReferenceEnding, StringComparison.Ordinal);
}
