using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Statistics;

/// <summary>Turns what the table reader remarked on cells into findings with the meaning of their column.</summary>
internal static class CellRemarks
{
    /// <summary>Reports every remark, and how many there were beyond those that the reader kept.</summary>
    /// <param name="rows">The rows read.</param>
    /// <param name="headings">Heading of each column, and whether it holds codes that must keep their digits.</param>
    /// <param name="findings">Where to.</param>
    public static void Report(TableRows rows, IReadOnlyList<(string Heading, bool IsKey)> headings, ReadingFindings findings)
    {
        var kept = new int[Enum.GetValues<CellRemarkKind>().Length];
        foreach (var remark in rows.Remarks)
        {
            kept[(int)remark.Kind]++;
            var (heading, isKey) = remark.Column < headings.Count ? headings[remark.Column] : ("", false);
            if (remark.Kind is CellRemarkKind.NumericCode or CellRemarkKind.ScientificCode && !isKey)
            {
                continue; // a number among names, types or flags has lost nothing
            }

            var (message, remedy) = Words(remark, heading);
            Keep(remark.Kind)(RuleOf(remark.Kind), Origin.CellName(remark.Row, remark.Column), message, remedy, null);
        }

        foreach (var kind in Enum.GetValues<CellRemarkKind>().Where(kind => rows.CountOf(kind) > kept[(int)kind]))
        {
            var more = rows.CountOf(kind) - kept[(int)kind];
            Keep(kind)(
                RuleOf(kind),
                null,
                new($"这类单元格还有 {more} 个，因提示过多未逐一列出", $"There are {more} more cells of this kind, not listed because there are too many remarks"),
                new("先改正已列出的各处，再重新读取", "Mend those listed and read again"),
                null);
        }

        Action<string, string?, LocalizedText, LocalizedText, string?> Keep(CellRemarkKind kind) =>
            kind.WasRead() || kind == CellRemarkKind.BeyondHeader ? findings.Note : findings.Error;
    }

    private static string RuleOf(CellRemarkKind kind) => kind switch
    {
        CellRemarkKind.NotANumber => "input.not-a-number",
        CellRemarkKind.OutOfRange => "input.out-of-range",
        CellRemarkKind.FormulaError => "input.formula-error",
        CellRemarkKind.BeyondHeader => "input.beyond-header",
        CellRemarkKind.ScientificCode => "input.scientific-code",
        CellRemarkKind.FullWidthDigits => "input.full-width-digits",
        CellRemarkKind.NumberAsText => "input.number-as-text",
        CellRemarkKind.ThousandsSeparator => "input.thousands-separator",
        CellRemarkKind.ScientificNotation => "input.scientific-notation",
        CellRemarkKind.NumericCode => "input.numeric-code",
        _ => "input.full-width-text",
    };

    private static (LocalizedText Message, LocalizedText Remedy) Words(CellRemark remark, string heading) => remark.Kind switch
    {
        CellRemarkKind.NotANumber => (
            new($"“{heading}”应当是数，这里是“{remark.Text}”", $"'{heading}' should be a number, this is '{remark.Text}'"),
            new("只写数字，不带单位；没有数据就留空", "Write digits only, without a unit; leave it blank when unknown")),
        CellRemarkKind.OutOfRange => (
            new($"“{heading}”的数过大或过长：{remark.Text}", $"'{heading}': the number is too large or too long: {remark.Text}"),
            new("改成实际数值", "Correct it")),
        CellRemarkKind.FormulaError => (
            new($"“{heading}”的公式出错：{remark.Text}", $"'{heading}': the formula gives {remark.Text}"),
            new("修正公式，或改成数值", "Mend the formula or write the value")),
        CellRemarkKind.BeyondHeader => (
            new("这一行在最后一个列名之后还有内容，未读取", "The row has content beyond the last heading; it was not read"),
            new("补上列名，或删除多余内容", "Add a heading or delete it")),
        CellRemarkKind.ScientificCode => (
            new($"代码“{remark.Text}”被 Excel 变成了科学计数，末尾数字已丢失", $"Excel turned the code into '{remark.Text}'; its last digits are lost"),
            new("把该列设为文本格式后重新填写代码", "Format the column as text and enter the code again")),
        CellRemarkKind.FullWidthDigits => (
            new($"“{heading}”是全角数字“{remark.Text}”，已按数读取", $"'{heading}' has full-width digits '{remark.Text}'; read as a number"),
            new("无需处理；建议改为半角", "Nothing to do")),
        CellRemarkKind.NumberAsText => (
            new($"“{heading}”是文本格式的数“{remark.Text}”，已按数读取", $"'{heading}' is a number stored as text: '{remark.Text}'; read as a number"),
            new("无需处理；建议改为数值格式", "Nothing to do")),
        CellRemarkKind.ThousandsSeparator => (
            new($"“{heading}”有千分位“{remark.Text}”，已按数读取", $"'{heading}' has thousands separators: '{remark.Text}'; read as a number"),
            new("无需处理", "Nothing to do")),
        CellRemarkKind.ScientificNotation => (
            new($"“{heading}”是科学计数“{remark.Text}”，已按数读取", $"'{heading}' is in scientific notation: '{remark.Text}'; read as a number"),
            new("核对数值是否完整", "Check that no digits were lost")),
        CellRemarkKind.NumericCode => (
            new($"代码“{remark.Text}”以数值保存，开头的 0 可能已丢失", $"The code '{remark.Text}' is stored as a number; leading zeros may be lost"),
            new("把该列设为文本格式", "Format the column as text")),
        _ => (
            new($"“{remark.Text}”含全角字符，已按半角读取", $"'{remark.Text}' has full-width characters; read as ordinary ones"),
            new("无需处理", "Nothing to do")),
    };
}
