using Junheng.Domain.Text;

namespace Junheng.Cli.Texts;

/// <summary>Texts around findings.</summary>
internal static class FindingTexts
{
    public static LocalizedText Refused { get; } = new("✗ 输入有 {0} 处错误，没有判定。改正后重新运行。", "✗ The input has {0} error(s); nothing was judged. Mend them and run again.");

    public static LocalizedText NoFile { get; } = new("（不属于某个文件）", "(no file)");

    public static LocalizedText Error { get; } = new("错误", "error");

    public static LocalizedText Warning { get; } = new("提醒", "warning");

    public static LocalizedText Note { get; } = new("说明", "note");

    public static LocalizedText Heading { get; } = new("读取时发现", "Found while reading");

    public static LocalizedText More { get; } = new("另有 {0} 条未列出，全部见 --json", "{0} more are not shown; --json has them all");
}
