using Junheng.Documents.Forms.Maps;

namespace Junheng.Documents.Forms;

/// <summary>How notes and signature lines below a table begin.</summary>
internal static class NoteWords
{
    private static readonly string[] _beginnings =
        ["注", "说明", "备注", "填表", "填报", "单位负责人", "负责人", "审核", "制表", "统计负责人", "联系", "报出日期", "打印", "第", "*", "※", "note"];

    /// <summary>Whether a text begins like a note.</summary>
    public static bool Begins(string text)
    {
        var word = HeadingPath.Normalised(text);
        return word.Length == 0 || _beginnings.Any(beginning => word.StartsWith(beginning, StringComparison.Ordinal));
    }
}
