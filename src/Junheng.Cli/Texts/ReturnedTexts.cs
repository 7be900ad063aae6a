using Junheng.Domain.Text;

namespace Junheng.Cli.Texts;

/// <summary>Texts of <c>--returned</c>.</summary>
internal static class ReturnedTexts
{
    public static LocalizedText Returned { get; } = new(
        "退回的工作簿：把输入另存一份，标出每处错误和疑问；有多个输入时，其余的写在旁边，文件名加输入名",
        "a copy of the input with everything found marked in it; of several inputs the further ones go beside it, their names added");

    public static LocalizedText Example { get; } = new("把查出的问题标在工作簿里退回学校", "send the workbook back with what was found marked in it");

    public static LocalizedText Written { get; } = new(
        "已写入 {0}：{1} 中 {2} 处错误、{3} 处疑问已标出", "Written: {0} ({1} with {2} errors and {3} warnings marked)");

    public static LocalizedText WrittenClean { get; } = new("已写入 {0}：{1} 没有要标的问题", "Written: {0} ({1} has nothing to be marked)");
}
