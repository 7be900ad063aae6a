using System.Text;
using Junheng.Documents.Tests.Returned;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Tests.Tables;

/// <summary>What the reader makes of macros, links to other files, and of what the product itself puts into workbooks.</summary>
public sealed class CompanionTests
{
    [Fact]
    public void A_workbook_with_macros_is_refused_with_the_way_out()
    {
        var parts = new MarkedWorkbook(FormWorkbook.With()).Parts();
        parts["xl/vbaProject.bin"] = [1, 2, 3];

        var refusal = Sample.Refusal(Zipped(parts));

        Assert.Equal("file.macros", refusal.Rule);
        Assert.Contains(".xlsx", refusal.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_to_other_files_are_told_and_the_values_saved_are_read()
    {
        var parts = new MarkedWorkbook(FormWorkbook.With()).Parts();
        parts["xl/externalLinks/externalLink1.xml"] = Encoding.UTF8.GetBytes("<externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>");

        var file = Sample.Opened(Zipped(parts));

        Assert.Equal((Severity.Warning, "file.external-links"), (file.Findings[0].Severity, file.Findings[0].Rule));
        Assert.Equal(12, file.Headers.Length);
    }

    [Theory]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/workbook.xml")]
    public void Entities_that_multiply_are_refused_and_never_expanded(string part)
    {
        var parts = new MarkedWorkbook(FormWorkbook.With()).Parts();
        Assert.True(parts.ContainsKey(part), string.Join(", ", parts.Keys));
        var xml = Encoding.UTF8.GetString(parts[part]);
        var root = xml.IndexOf('<', xml.StartsWith("<?xml", StringComparison.Ordinal) || xml[0] == '\uFEFF' ? xml.IndexOf("?>", StringComparison.Ordinal) + 2 : 0);
        var entities = string.Concat(Enumerable.Range(1, 12).Select(level => $"<!ENTITY e{level} \"{string.Concat(Enumerable.Repeat($"&e{level - 1};", 10))}\">"));
        parts[part] = Encoding.UTF8.GetBytes($"{xml[..root]}<!DOCTYPE bomb [<!ENTITY e0 \"boom\">{entities}]>{xml[root..].Replace("</", "&e12;</", StringComparison.Ordinal)}");

        var before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.NotEmpty(Sample.Refusal(Zipped(parts)).Rule);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 100_000_000);
    }

    [Theory]
    [InlineData("校验结果", true)]
    [InlineData("校验结果 (2)", true)]
    [InlineData("校验结果汇总", false)]
    [InlineData("填报说明", true)]
    [InlineData("上年数据", true)]
    [InlineData("附表", false)]
    public void Our_own_sheets_are_passed_over_without_a_word(string name, bool isOurs)
    {
        var workbook = MarkingTests.Rezipped(FormWorkbook.With(), "xl/workbook.xml", xml => xml.Replace("附表", name, StringComparison.Ordinal).Replace("state=\"hidden\"", "", StringComparison.Ordinal).Replace("代码", "填报说明", StringComparison.Ordinal));

        Assert.Equal(isOurs ? [] : ["table.other-sheets"], Sample.Opened(workbook).Findings.Select(finding => finding.Rule));
    }

    private static byte[] Zipped(Dictionary<string, byte[]> parts) => Sample.Zip(parts.Select(part => (part.Key, (Action<StreamWriter>)(writer =>
    {
        writer.Flush();
        writer.BaseStream.Write(part.Value);
    }))));
}
