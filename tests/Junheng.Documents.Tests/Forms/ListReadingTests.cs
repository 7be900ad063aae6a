using System.Text;
using Junheng.Application.Papers;
using Junheng.Application.Statistics;
using Junheng.Documents.Definitions;
using Junheng.Documents.Returned;
using Junheng.Documents.Tests.Statistics;
using Junheng.Documents.Tests.Tables;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Tests.Forms;

/// <summary>Wide lists per stage end in the same figures as a typed school table, whatever they look like, and every choice is told.</summary>
public class ListReadingTests
{
    private const string Typed = """
        county_code,school_code,school_name,school_type,report_year,enrolment_primary,enrolment_junior,above_degree_teachers_primary,above_degree_teachers_junior,backbone_teachers_primary,backbone_teachers_junior,pe_art_teachers_primary,pe_art_teachers_junior,teaching_area_m2,indoor_sports_area_m2,sports_area_m2,equipment_yuan,multimedia_rooms
        示范县,2101010001,第一小学,primary,2025,500,,30,,6,,5,,2900,400,3600,1200000,12
        示范县,2101010002,第二小学,primary,2025,400,,24,,5,,4,,2000,0,3200,1005000,10
        示范县,2101010003,育才学校,nine_year,2025,400,300,24,24,5,4,4,3,4900,400,6600,2000000,20
        示范县,2101010004,第四中学,junior,2025,,300,,24,,4,,3,2000,0,3300,900000,8
        """;

    [Fact]
    public void Two_lists_of_one_workbook_give_the_same_figures_as_a_typed_table()
    {
        var (primary, junior) = WideList.County();
        AssertSameAsTyped(Papers.Of(("county.xlsx", ListWorkbook.Of(primary.Sheet(), junior.Sheet()))));
    }

    [Fact]
    public void Two_files_in_either_order_give_the_same_figures()
    {
        var (primary, junior) = WideList.County();
        AssertSameAsTyped(Papers.Of(("b.xlsx", junior.Xlsx()), ("a.xlsx", primary.Xlsx())));
    }

    [Fact]
    public void A_workbook_that_came_back_marked_reads_as_before_and_says_nothing_of_our_own_sheet_and_column()
    {
        var (primary, junior) = WideList.County();
        var bytes = ListWorkbook.Of(primary.Sheet(), junior.Sheet());
        using var marked = new MemoryStream();
        var place = new Origin("county.xlsx", "小学一览表", primary.Cell(2, "在校生数/合计"));
        new ReturnedWorkbooks(StandardFiles.BesideProgram).Write(new InputFile("county.xlsx", bytes), [new Finding("check.jump", Severity.Warning, place, "请核实", "写明原因")], marked);

        var (before, after) = (Papers.Of(("county.xlsx", bytes)), Papers.Of(("county.xlsx", marked.ToArray())));

        AssertSameAsTyped(after);
        Assert.Empty(after.Of("forms.sheet-not-read"));
        Assert.Equal(before.Mappings.Select(mapping => mapping.Sheet), after.Mappings.Select(mapping => mapping.Sheet));
        Assert.Equal(before.Mappings.SelectMany(mapping => mapping.LeftOver).Select(left => left.Cell), after.Mappings.SelectMany(mapping => mapping.LeftOver).Select(left => left.Cell));
    }

    [Fact]
    public void Every_figure_knows_its_real_cells()
    {
        var (primary, junior) = WideList.County();
        var table = Papers.Of(("county.xlsx", ListWorkbook.Of(primary.Sheet(), junior.Sheet()))).Accepted();

        Assert.Equal($"county.xlsx › 小学一览表 › {primary.Cell(2, "在校生数/合计")}", table.PlaceOf("2101010003", "enrolment_primary"));
        Assert.Equal($"county.xlsx › 初中一览表 › {junior.Cell(0, "在校生数/合计")}", table.PlaceOf("2101010003", "enrolment_junior"));
        Assert.Equal($"county.xlsx › 小学一览表 › {primary.Cell(0, "体育与健康")}+{primary.Cell(0, "专任教师/#按授课课程分/艺术/计")}", table.PlaceOf("2101010001", "pe_art_teachers_primary"));
        Assert.Equal($"county.xlsx › 初中一览表 › {junior.Cell(1, "教学仪器设备资产值(万元)")}", table.PlaceOf("2101010004", "equipment_yuan"));
    }

    [Fact]
    public void The_mapping_tells_which_column_became_which_item_and_by_what()
    {
        var (primary, _) = WideList.County();
        var mapping = Assert.Single(Papers.Of(("a.xlsx", primary.With(["备用列"], "x").Xlsx())).Mappings);

        Assert.Equal(("list-primary", MappingStatus.Known, 2025, 3), (mapping.MapId, mapping.Status, mapping.ReportYear, mapping.Schools));
        var arts = mapping.Mapped.Single(item => item.Item == "pe_art_teachers_primary");
        Assert.Equal("专任教师 › #按授课课程分 › 体育与健康 + 专任教师 › #按授课课程分 › 艺术 › 计", arts.By);
        Assert.Equal("sum", arts.Operation);
        var equipment = mapping.Mapped.Single(item => item.Item == "equipment_yuan");
        Assert.Equal(("×10000", "120"), (equipment.Operation, equipment.Samples[0]));
        Assert.Equal("备用列", Assert.Single(mapping.LeftOver).Path);
        Assert.Contains(mapping.Choices, choice => choice.Zh.Contains("艺术是小计", StringComparison.Ordinal));
        Assert.Contains(mapping.Choices, choice => choice.Zh.Contains("报告年度 2025", StringComparison.Ordinal));
    }

    [Fact]
    public void Columns_in_another_order_with_gaps_are_found_by_their_headings()
    {
        var (primary, junior) = WideList.County();
        AssertSameAsTyped(Papers.Of(("a.xlsx", primary.Gap("学校名称").Gap("运动场地面积").Xlsx()), ("b.xlsx", junior.Gap("学校标识码").Xlsx())));
    }

    [Fact]
    public void A_header_shifted_down_by_rows_of_notes_is_found()
    {
        var (primary, junior) = WideList.County();
        AssertSameAsTyped(Papers.Of(("a.xlsx", primary.Above().Above("说明：本表由系统导出").Above().Xlsx()), ("b.xlsx", junior.Xlsx())));
    }

    [Fact]
    public void Totals_notes_and_signatures_below_are_no_schools()
    {
        var (primary, junior) = WideList.County();
        var reading = Papers.Of(("a.xlsx", primary.Totals("合计").Below().Below("注：数据截至9月1日").Below("单位负责人：", "", "填表人：").Xlsx()), ("b.xlsx", junior.Totals("总 计").Xlsx()));

        AssertSameAsTyped(reading);
        Assert.Empty(reading.Of("forms.total-differs"));
        Assert.Contains(reading.Mappings[0].Choices, choice => choice.Zh.StartsWith("1 行是合计", StringComparison.Ordinal));
    }

    [Fact]
    public void A_printed_total_that_differs_from_the_sum_is_asked_about_with_its_cell()
    {
        var (primary, junior) = WideList.County();
        var reading = Papers.Of(("a.xlsx", primary.Totals("合计", "运动场地面积", 9999).Xlsx()), ("b.xlsx", junior.Xlsx()));

        AssertSameAsTyped(reading);
        Assert.Equal([$"warning a.xlsx › 小学一览表 › {primary.Cell(3, "运动场地面积")}"], reading.Of("forms.total-differs"));
        var message = reading.Findings.Single(finding => finding.Rule == "forms.total-differs").Message;
        Assert.Contains("9999", message, StringComparison.Ordinal);
        Assert.Contains("13400", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_sheets_are_not_read_and_told()
    {
        var (primary, junior) = WideList.County();
        var hidden = primary.Sheet() with { Name = "旧小学", IsHidden = true };
        var reading = Papers.Of(("county.xlsx", ListWorkbook.Of(hidden, primary.Sheet(), junior.Sheet(), new UglySheet("封面", [["示范县"]], []))));

        AssertSameAsTyped(reading);
        Assert.Equal([MappingStatus.NotRead, MappingStatus.NotRead], reading.Mappings.Where(mapping => mapping.MapId is null).Select(mapping => mapping.Status));
        Assert.Single(reading.Of("forms.sheet-not-read"));
    }

    [Fact]
    public void A_workbook_whose_first_sheet_is_blank_is_read()
    {
        var (primary, junior) = WideList.County();
        AssertSameAsTyped(Papers.Of(("county.xlsx", ListWorkbook.Of(new UglySheet("Sheet1", [], []), primary.Sheet(), junior.Sheet()))));
    }

    [Fact]
    public void Numbers_as_text_and_full_width_digits_are_read_with_a_note_at_the_real_cell()
    {
        var (primary, junior) = WideList.County();
        primary.Set(0, "在校生数/合计", "500").Set(1, "运动场地面积", "３２００");
        var reading = Papers.Of(("a.xlsx", primary.Xlsx()), ("b.xlsx", junior.Xlsx()));

        AssertSameAsTyped(reading);
        Assert.Contains($"note a.xlsx › 小学一览表 › {primary.Cell(0, "在校生数/合计")}", reading.Of("input.number-as-text"));
        Assert.Equal([$"note a.xlsx › 小学一览表 › {primary.Cell(1, "运动场地面积")}"], reading.Of("input.full-width-digits"));
    }

    [Fact]
    public void A_csv_in_gb18030_without_merged_cells_is_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gb = Encoding.GetEncoding(54936);
        var (primary, junior) = WideList.County();
        AssertSameAsTyped(Papers.Of(("小学.csv", gb.GetBytes(ListWorkbook.Csv(primary.Sheet()))), ("初中.csv", gb.GetBytes(ListWorkbook.Csv(junior.Sheet())))));
    }

    [Fact]
    public void An_old_workbook_is_read()
    {
        var bytes = OldWorkbook.Of(
            "小学",
            ["学校标识码", "学校名称", "在校生数", "专任教师", "", "运动场地面积"],
            ["", "", "", "按学历分", "", ""],
            ["", "", "合计", "本科", "专科", ""],
            ["2101010001", "第一小学", 500.0, 20.0, 8.0, 3600.0]);
        var reading = Papers.Of(new PaperOptions { CountyCode = "210101" }, true, Domain.Text.Language.Zh, ("list.xls", bytes));

        Assert.Equal("list.xls › 小学 › C4", reading.Accepted().PlaceOf("2101010001", "enrolment_primary"));
        Assert.Equal("list.xls › 小学 › D4", reading.Accepted().PlaceOf("2101010001", "teachers_bachelor_primary"));
    }

    [Fact]
    public void A_numbering_row_below_the_header_is_no_school()
    {
        var (primary, junior) = WideList.County();
        var sheet = primary.Sheet();
        var numbering = sheet.Rows[0].Length > 0 ? Enumerable.Range(0, 22).Select(at => at < 2 ? (object?)(at == 0 ? "甲" : "乙") : at - 1).ToArray() : [];
        var rows = sheet.Rows.ToList();
        rows.Insert(primary.FirstRow - 1, numbering);
        AssertSameAsTyped(Papers.Of(("a.xlsx", ListWorkbook.Of(sheet with { Rows = [.. rows] })), ("b.xlsx", junior.Xlsx())));
    }

    [Fact]
    public void Headings_repeated_on_a_new_page_are_no_schools()
    {
        var (primary, junior) = WideList.County();
        var sheet = primary.Sheet();
        AssertSameAsTyped(Papers.Of(("a.xlsx", ListWorkbook.Of(sheet with { Rows = [.. sheet.Rows, .. sheet.Rows[2..3]] })), ("b.xlsx", junior.Xlsx())));
    }

    [Fact]
    public void Decimals_of_ten_thousand_yuan_become_yuan_exactly()
    {
        var (primary, junior) = WideList.County();
        primary.Set(1, "教学仪器设备资产值(万元)", 100.123456789012);
        var table = Papers.Of(("a.xlsx", primary.Xlsx()), ("b.xlsx", junior.Xlsx())).Accepted();

        var row = table.Counties[0].Rows().First(each => table.PartOf(each).SchoolCode[each.Row] == "2101010002");
        Assert.True(Domain.Numbers.Rational.TryParseDecimal("1001234.56789012", out var exact));
        Assert.Equal(exact, table.PartOf(row).Figure("equipment_yuan")!.Exact(row.Row));
    }

    private static void AssertSameAsTyped(StatisticsReading reading) =>
        Assert.Equal(Papers.Figures(Papers.Of(("typed.csv", Encoding.UTF8.GetBytes(Typed))).Accepted(), Typed), Papers.Figures(reading.Accepted(), Typed));
}
