using Junheng.Application.Reports;

namespace Junheng.Documents.Tests.Reports;

/// <summary>What is not known stays blank, and the list of blanks says why and who has it.</summary>
public sealed class BlanksTests
{
    [Fact]
    public void A_missing_item_is_listed_with_its_school_and_who_usually_has_it()
    {
        var papers = CountyPapers.Of(PaperSamples.Missing, 0);

        Assert.Contains(papers.Blanks, blank => blank is { Table: "表Ⅱ-2（小学）", Place: "R6", Title: "教学仪器设备值" }
            && blank.School.StartsWith("2101010002", StringComparison.Ordinal) && blank.Holder.Contains("教育装备", StringComparison.Ordinal));
        Assert.Contains(papers.Blanks, blank => blank is { Table: "表Ⅱ-2（小学）", Place: "R1、R2、R3、R4、R5、R6、R7", Title: "在校生数" });
    }

    [Fact]
    public void A_coefficient_that_some_school_leaves_open_is_blank_and_its_provisional_value_is_no_verdict()
    {
        var sheet = Sheet.Of(PaperSamples.County.Workbook(), "未填清单");
        var row = sheet.RowOf("B", "表Ⅲ");
        var cv = PaperSamples.County.Json().GetProperty("stages").GetProperty("primary").GetProperty("indicators").GetProperty("R7").GetProperty("cv");

        Assert.Equal("小学 L7", sheet.Text($"C{row}"));
        Assert.Equal($"1 个单位缺数据；仅按已有单位计算为 {cv.Rounded(3)}，不作结论", sheet.Text($"F{row}"));
    }

    [Fact]
    public void An_undecided_school_has_no_word_on_the_form_but_one_in_the_matrix()
    {
        var workbook = PaperSamples.Missing.Workbook();

        Assert.Null(Sheet.Of(workbook, "表Ⅱ-2 小学").Text("N6"));
        Assert.Contains("缺数据：L7—L13", Sheet.Of(workbook, "表Ⅱ-2 小学").Text("O6"), StringComparison.Ordinal);
        Assert.Equal("待定", Sheet.Of(workbook, "达标矩阵").Text("F6"));
        Assert.Equal("缺数据", Sheet.Of(workbook, "达标矩阵").Text("H6"));
    }

    [Fact]
    public void A_county_without_a_unit_has_empty_tables_and_no_zeros()
    {
        var workbook = PaperSamples.Empty.Workbook();

        Assert.All("CDEFGHIJ", column => Assert.Null(Sheet.Of(workbook, "表Ⅱ-1").Number($"{column}6")));
        Assert.All("CDEFGHI", column => Assert.Null(Sheet.Of(workbook, "表Ⅲ").Number($"{column}7")));
        Assert.Contains("没有参评单位", Sheet.Of(workbook, "未填清单").Texts);
    }

    [Fact]
    public void The_cover_counts_the_blanks()
    {
        var papers = CountyPapers.Of(PaperSamples.County, 0);

        Assert.Contains(Sheet.Of(PaperSamples.County.Workbook(), "封面").Texts, text => text.StartsWith($"{papers.Blanks.Length} 处没有数据", StringComparison.Ordinal));
    }
}
