using System.Text;
using System.Xml.Linq;
using Junheng.Application.Statistics;
using Junheng.Documents.Definitions;
using Junheng.Documents.Returned;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Tests.Returned;

public sealed class MarkingTests
{
    private static readonly XNamespace _main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public void Errors_are_red_and_warnings_amber_and_the_gravest_wins()
    {
        var marked = MarkedWorkbook.Of(FormWorkbook.With(("D2", "五百")), FormWorkbook.Error("D2"), FormWorkbook.Warning("D2"), FormWorkbook.Warning("D3"));

        Assert.Equal("FFFFC3C1", marked.Colour(0, "D2"));
        Assert.Equal("FFFFE7A1", marked.Colour(0, "D3"));
        Assert.Null(marked.Colour(0, "D4"));
    }

    [Fact]
    public void A_marked_cell_keeps_its_style_but_for_the_fill()
    {
        var marked = MarkedWorkbook.Of(FormWorkbook.With(), FormWorkbook.Error("D2"));

        var style = marked.Style(0, "D2");
        Assert.Equal(("164", "1"), (style.Attribute("numFmtId")!.Value, style.Attribute("borderId")!.Value));
        Assert.NotEqual("2", style.Attribute("fillId")!.Value);
    }

    [Fact]
    public void Several_cells_and_ranges_of_a_finding_are_all_marked()
    {
        var marked = MarkedWorkbook.Of(FormWorkbook.With(), FormWorkbook.Error("D2+F3:G4"));

        Assert.All(new[] { "D2", "F3", "G3", "F4", "G4" }, cell => Assert.Equal("FFFFC3C1", marked.Colour(0, cell)));
        Assert.Null(marked.Colour(0, "E3"));
    }

    [Fact]
    public void A_blank_cell_that_was_never_touched_can_be_marked_also_in_a_row_that_is_not_there()
    {
        var marked = MarkedWorkbook.Of(FormWorkbook.With(("F3", null)), FormWorkbook.Error("F3"), FormWorkbook.Error("B7"));

        Assert.Equal("FFFFC3C1", marked.Colour(0, "F3"));
        Assert.Equal("FFFFC3C1", marked.Colour(0, "B7"));
        Assert.Equal(["E3", "F3", "G3"], marked.Part(marked.SheetPart(0)).Descendants(_main + "row").Single(row => row.Attribute("r")!.Value == "3").Elements().Select(cell => cell.Attribute("r")!.Value).Skip(4).Take(3));
        Assert.Empty(FormWorkbook.Faults(marked.Bytes));
    }

    [Fact]
    public void A_comment_says_what_is_wrong_which_rule_and_how_to_mend_it()
    {
        var marked = MarkedWorkbook.Of(FormWorkbook.With(), FormWorkbook.Error("D2", "应当是数，这里是“五百”"));

        Assert.Equal("【均衡校验】\n错误：应当是数，这里是“五百”\n规则：input.not-a-number\n怎么改：只写数字", marked.Comments()["D2"]);
        Assert.Contains("<x:Row>1</x:Row><x:Column>3</x:Column>", Encoding.UTF8.GetString(marked.Parts().Single(part => part.Key.EndsWith(".vml", StringComparison.Ordinal)).Value), StringComparison.Ordinal);
    }

    [Fact]
    public void The_users_own_comment_stays_and_ours_is_put_below_it()
    {
        var marked = MarkedWorkbook.Of(FormWorkbook.With(), FormWorkbook.Error("E2"), FormWorkbook.Error("F2"));

        Assert.StartsWith("按花名册核对过\n【均衡校验】\n错误：", marked.Comments()["E2"], StringComparison.Ordinal);
        Assert.Equal(2, marked.Comments().Count);
        Assert.Single(marked.Parts(), part => part.Key.EndsWith(".vml", StringComparison.Ordinal));
    }

    [Fact]
    public void The_column_behind_the_last_one_says_what_is_wrong_with_each_row()
    {
        var marked = MarkedWorkbook.Of(FormWorkbook.With(), FormWorkbook.Error("D2", "甲"), FormWorkbook.Warning("E2", "乙"), FormWorkbook.Error("D4", "丙"));

        Assert.Equal("校验结果", marked.Text(0, "M1"));
        Assert.Equal("D2 错误：甲（只写数字）；E2 疑问：乙（核对）", marked.Text(0, "M2"));
        Assert.Null(marked.Cell(0, "M3"));
        Assert.Equal("D4 错误：丙（只写数字）", marked.Text(0, "M4"));
        Assert.Equal(marked.Cell(0, "L1")!.Attribute("s")!.Value, marked.Cell(0, "M1")!.Attribute("s")!.Value);
    }

    [Fact]
    public void The_index_lists_everything_with_links_values_and_room_to_explain()
    {
        var note = new Finding("table.other-sheets", Severity.Note, new Origin("表.xlsx"), "只读第一个", "");
        var marked = MarkedWorkbook.Of(FormWorkbook.With(("D3", "四百")), note, FormWorkbook.Warning("E2"), FormWorkbook.Error("D3", "应当是数"));

        Assert.Equal(["学校", "附表", "代码", "校验结果"], marked.Sheets);
        var lines = marked.Index();
        Assert.Equal(["1 错误 学校 D3 四百 input.not-a-number 应当是数 只写数字", "2 疑问 学校 E2 30 input.absurd-value 比上年多一倍 核对", "3 提示    table.other-sheets 只读第一个 "], lines.Select(line => string.Join(' ', "ABCDEFGH".Select(column => line[column.ToString()]))));
        Assert.All(lines, line => Assert.Equal(("", ""), (line["I"], line["J"])));
        Assert.Equal(["'学校'!D3", "'学校'!E2"], marked.Part(marked.SheetPart(3)).Descendants(_main + "hyperlink").Select(link => link.Attribute("location")!.Value));
        Assert.Equal("A2:J5", marked.Part(marked.SheetPart(3)).Element(_main + "autoFilter")!.Attribute("ref")!.Value);
    }

    [Fact]
    public void The_index_takes_another_name_when_a_sheet_of_the_users_has_its_own()
    {
        var own = MarkedWorkbook.Of(FormWorkbook.With(), FormWorkbook.Error("D2"));
        var renamed = Rezipped(own.Bytes, "xl/workbook.xml", xml => xml.Replace("附表", "校验结果", StringComparison.Ordinal).Replace("name=\"校验结果\" sheetId=\"7\"", "name=\"索引\" sheetId=\"7\"", StringComparison.Ordinal).Replace("'校验结果'!", "'索引'!", StringComparison.Ordinal));

        var marked = MarkedWorkbook.Of(renamed, FormWorkbook.Error("D2"));

        Assert.Equal(["学校", "校验结果", "代码", "校验结果 (2)"], marked.Sheets);
    }

    [Fact]
    public void Findings_of_another_file_and_notes_mark_nothing()
    {
        var input = FormWorkbook.With();

        var marked = MarkedWorkbook.Of(input, FormWorkbook.Error("D2", file: "别的.xlsx"), new Finding("input.number-as-text", Severity.Note, new Origin("表.xlsx", "学校", "D2"), "按数读取", ""));

        Assert.Equal(input, marked.Bytes);
    }

    [Fact]
    public void Findings_in_another_sheet_mark_that_sheet()
    {
        var marked = MarkedWorkbook.Of(FormWorkbook.With(), FormWorkbook.Error("A1", sheet: "附表"));

        Assert.Equal("FFFFC3C1", marked.Colour(1, "A1"));
        Assert.Equal("校验结果", marked.Text(1, "B1"));
        Assert.Null(marked.Cell(0, "M1"));
        Assert.Empty(FormWorkbook.Faults(marked.Bytes));
    }

    [Fact]
    public void Of_several_heading_rows_the_last_one_heads_the_column()
    {
        using var stream = new MemoryStream();
        new ReturnedWorkbooks(StandardFiles.BesideProgram).Write(new InputFile("表.xlsx", FormWorkbook.With()), [FormWorkbook.Error("D4")], stream, new Dictionary<string, int> { ["学校"] = 3 });
        var marked = new MarkedWorkbook(stream.ToArray());

        Assert.Equal("校验结果", marked.Text(0, "M3"));
        Assert.Null(marked.Cell(0, "M1"));
    }

    [Fact]
    public void Text_that_looks_like_a_formula_stays_text()
    {
        var marked = MarkedWorkbook.Of(FormWorkbook.With(("D2", "=1+2")), FormWorkbook.Error("D2", "=HYPERLINK(\"http://x\")"), FormWorkbook.Error("D3", "@SUM"));

        var sheets = new[] { 0, 3 }.SelectMany(sheet => marked.Part(marked.SheetPart(sheet)).Descendants(_main + "f")).Select(formula => formula.Value);
        Assert.Equal(["1000*2"], sheets);
        Assert.Equal("=1+2", marked.Index()[0]["E"]);
    }

    [Fact]
    public void What_is_not_marked_stays_to_the_byte_or_the_element()
    {
        var input = new MarkedWorkbook(FormWorkbook.With());
        var marked = MarkedWorkbook.Of(input.Bytes, FormWorkbook.Error("D2"), FormWorkbook.Warning("E2"));

        var before = input.Parts();
        var touched = new[] { "xl/workbook.xml", "[Content_Types].xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels", input.SheetPart(0) };
        Assert.All(before.Where(part => !touched.Contains(part.Key) && !part.Key.Contains("comments", StringComparison.Ordinal) && !part.Key.EndsWith(".vml", StringComparison.Ordinal)
            && !part.Key.Contains("worksheets/_rels", StringComparison.Ordinal)), part => Assert.Equal(part.Value, marked.Parts()[part.Key]));
        foreach (var element in new[] { "mergeCells", "conditionalFormatting", "dataValidations", "pageMargins", "sheetViews" })
        {
            Assert.True(XNode.DeepEquals(input.Part(input.SheetPart(0)).Element(_main + element), marked.Part(marked.SheetPart(0)).Element(_main + element)), element);
        }

        Assert.Equal("1000*2", marked.Cell(0, "H4")!.Element(_main + "f")!.Value);
        Assert.Equal("2000", marked.Cell(0, "H4")!.Element(_main + "v")!.Value);
        Assert.Contains(marked.Part("xl/workbook.xml").Descendants(_main + "definedName"), name => name.Attribute("name")!.Value == "全县学生");
        Assert.Equal("20", marked.Part(marked.SheetPart(0)).Descendants(_main + "row").ElementAt(1).Attribute("ht")!.Value);
        Assert.Equal("hidden", marked.Part("xl/workbook.xml").Descendants(_main + "sheet").ElementAt(2).Attribute("state")!.Value);
    }

    [Fact]
    public void The_input_and_its_marked_copy_have_no_fault_for_the_validator()
    {
        var input = FormWorkbook.With(("D2", "五百"));

        Assert.Empty(FormWorkbook.Faults(input));
        Assert.Empty(FormWorkbook.Faults(MarkedWorkbook.Of(input, FormWorkbook.Error("D2+E2"), FormWorkbook.Warning("L4"), FormWorkbook.Error("N3")).Bytes));
    }

    internal static byte[] Rezipped(byte[] workbook, string part, Func<string, string> change) => Tables.Sample.Zip(new MarkedWorkbook(workbook).Parts().Select(
        each => (each.Key, (Action<StreamWriter>)(writer => Write(writer, each.Key == part ? Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(each.Value))) : each.Value)))));

    /// <summary>Looks at the heap each time that something is written.</summary>
    private static void Write(StreamWriter writer, byte[] content)
    {
        writer.Flush();
        writer.BaseStream.Write(content);
    }
}
