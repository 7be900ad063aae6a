using System.Diagnostics;
using DocumentFormat.OpenXml.Spreadsheet;
using Junheng.Application.Reports;
using Junheng.Documents.Reports;

namespace Junheng.Documents.Tests.Reports;

public sealed class WorkbookLayoutTests
{
    private static readonly byte[] _county = PaperSamples.County.Workbook();

    [Fact]
    public void The_sheets_stand_in_the_order_of_the_form_then_pages_matrix_and_lists() => Assert.Equal(
        ["封面", "表Ⅰ", "表Ⅱ-1", "表Ⅱ-2 小学", "表Ⅱ-2 初中", "表Ⅲ", "表Ⅳ", "表Ⅴ", "表Ⅵ", "一校一表", "达标矩阵", "问题清单", "指标明细", "未填清单", "依据"],
        Sheet.Names(_county));

    [Fact]
    public void Every_sheet_says_page_of_pages_and_the_result_id()
    {
        foreach (var name in Sheet.Names(_county))
        {
            var footer = Sheet.Of(_county, name).Part.Worksheet.GetFirstChild<HeaderFooter>()!.OddFooter!.Text;
            Assert.Contains("第 &P 页 共 &N 页", footer, StringComparison.Ordinal);
            Assert.Contains(PaperSamples.County.ResultId, footer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Long_tables_repeat_their_head_and_stay_in_view()
    {
        var names = Sheet.Open(_county, document => document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>()
            .Where(name => name.Name == "_xlnm.Print_Titles").Select(name => name.Text).ToList());

        Assert.Contains("'表Ⅱ-2 小学'!$3:$5", names);
        Assert.Contains("'达标矩阵'!$4:$5", names);
        var pane = Sheet.Of(_county, "达标矩阵").Part.Worksheet.Descendants<Pane>().Single();
        Assert.Equal((2d, 5d, PaneStateValues.Frozen), (pane.HorizontalSplit!.Value, pane.VerticalSplit!.Value, pane.State!.Value));
        Assert.Equal("A5:T67", Sheet.Of(_county, "达标矩阵").Part.Worksheet.Descendants<AutoFilter>().Single().Reference!.Value);
    }

    [Fact]
    public void Each_school_has_a_page_of_its_own_with_lines_to_sign_on()
    {
        var sheet = Sheet.Of(_county, "一校一表");
        var schools = PaperSamples.County.Result.County(0).Units.Select(unit => unit.SchoolCode).Distinct().Count();

        Assert.Equal(schools - 1, sheet.Part.Worksheet.Descendants<Break>().Count());
        Assert.Equal(schools, sheet.Texts.Count(text => text.StartsWith("填表人", StringComparison.Ordinal)));
    }

    [Fact]
    public void Totals_of_the_matrix_are_formulas_with_their_results()
    {
        var (sheet, findings) = (Sheet.Of(_county, "达标矩阵"), PaperSamples.County.Json().GetProperty("findings").EnumerateArray().ToList());

        for (var k = 1; k <= 7; k++)
        {
            var cell = Domain.Findings.Origin.CellName(3, 6 + (2 * (k - 1)));
            Assert.Contains("COUNTIF", sheet.Formula(cell), StringComparison.Ordinal);
            Assert.Equal(findings.Count(finding => finding.GetProperty("indicator").GetString() == $"R{k}" && finding.GetProperty("verdict").GetString() == "not_met"), sheet.Number(cell));
        }
    }

    [Fact]
    public void Colour_never_stands_alone()
    {
        var sheet = Sheet.Of(_county, "达标矩阵");
        var fills = Sheet.Open(_county, document => document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().Select(format => format.FillId!.Value).ToList());
        var plain = new[] { fills[(int)sheet.Style("A6")], fills[(int)sheet.Style("A4")], fills[(int)sheet.Style("A3")], fills[(int)sheet.Style("A1")] }; // text, head, label, title
        var coloured = sheet.Part.Worksheet.Descendants<Cell>().Where(cell => !plain.Contains(fills[(int)cell.StyleIndex!.Value])).ToList();

        Assert.NotEmpty(coloured);
        Assert.All(coloured, cell => Assert.NotEqual("", cell.InlineString?.InnerText ?? ""));
    }

    [Fact]
    public void The_list_of_problems_names_every_finding_of_the_JSON_with_what_is_lacking()
    {
        var sheet = Sheet.Of(_county, "问题清单");

        Assert.Equal(PaperSamples.County.Json().GetProperty("findings").GetArrayLength(), sheet.Texts.Count(text => text == "学校指标"));
        Assert.Contains("缺 80 ㎡教学及辅助用房", sheet.Texts);
        Assert.Contains("缺 32000 元教学仪器设备", sheet.Texts);
    }

    [Fact]
    public void The_details_name_file_and_cell_and_carry_the_unrounded_value()
    {
        var sheet = Sheet.Of(_county, "指标明细");
        var units = PaperSamples.County.Result.County(0).Units.Length;

        Assert.Equal((units * 7) + 3, sheet.Rows);
        Assert.Contains("schools.csv › ", sheet.Text("N4"), StringComparison.Ordinal);
        Assert.Equal(5m, sheet.Number("I4"));
        Assert.Contains(sheet.Texts, text => text.Contains("× 本学段分摊比例", StringComparison.Ordinal));
    }

    [Fact]
    public void The_basis_lists_inputs_with_their_hashes_settings_and_what_is_modelled()
    {
        var texts = Sheet.Of(_county, "依据").Texts.ToHashSet();

        Assert.All(PaperSamples.County.Inputs, input => Assert.Contains(input.Sha256.Value, texts));
        Assert.All(PaperSamples.County.Result.InForce.Standard.Settings, setting => Assert.Contains(setting.Id, texts));
        Assert.All(PaperSamples.County.Result.InForce.Standard.Modelled, rule => Assert.Contains(rule.Id, texts));
        Assert.Contains(PaperSamples.County.Result.InForce.Standard.ContentHash, texts);
    }

    [Fact]
    public void Hostile_names_are_texts_and_never_formulas()
    {
        var workbook = PaperSamples.Hostile.Workbook();
        var sheet = Sheet.Of(workbook, "表Ⅱ-2 小学");

        Assert.Equal("=cmd|'/c calc'!A1", sheet.Text("B6"));
        Assert.Null(sheet.Formula("B6"));
        Assert.True(IsQuoted(workbook, sheet.Style("B6")));
        Assert.False(IsQuoted(workbook, sheet.Style("B7")));
        Assert.StartsWith("😀小学长", sheet.Text("B7"), StringComparison.Ordinal);
        Assert.Equal("+1-2 ]]> &P &amp; 中学", Sheet.Of(workbook, "表Ⅱ-2 初中").Text("B6"));
    }

    [Fact]
    public void The_CSV_begins_with_a_byte_order_mark_and_neutralises_texts()
    {
        var bytes = PaperSamples.Bytes(stream => new PaperFormats().Matrix(CountyPapers.MatrixOf(PaperSamples.Hostile, [0]), stream));
        var text = System.Text.Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains(",'=cmd|'/c calc'!A1,小学,", text, StringComparison.Ordinal);
        Assert.Contains(",'+1-2 ]]> &P &amp; 中学,初中,", text, StringComparison.Ordinal);
        Assert.Contains(",500,达标,6.00,达标,1.20,达标,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_standard_of_2012_has_its_own_tables_and_no_form_of_2017()
    {
        var workbook = PaperSamples.Basic.Workbook();

        Assert.Equal(["封面", "校际均衡", "一校一表", "学校数据", "问题清单", "指标明细", "未填清单", "依据"], Sheet.Names(workbook));
        Assert.DoesNotContain(Sheet.Of(workbook, "封面").Texts, text => text.Contains("申报表", StringComparison.Ordinal) && !text.Contains("国家正式", StringComparison.Ordinal));
        var composite = PaperSamples.Basic.Json().GetProperty("stages").GetProperty("primary").GetProperty("composite").GetProperty("cv");
        Assert.Equal(composite.ValueKind == System.Text.Json.JsonValueKind.Null ? null : composite.Rounded(3), Sheet.Of(workbook, "校际均衡").Number("K7"));
    }

    [Fact]
    public void Three_hundred_schools_take_about_a_second()
    {
        _ = PaperSamples.OneSchool.Workbook();
        var report = PaperSamples.Large;
        var watch = Stopwatch.StartNew();

        var workbook = report.Workbook();

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}"); // several times what an idle machine needs
        Assert.Equal(300 * 7 + 3, Sheet.Of(workbook, "指标明细").Rows);
    }

    private static bool IsQuoted(byte[] workbook, uint style) => Sheet.Open(workbook, document =>
        document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)style).QuotePrefix?.Value == true);
}
