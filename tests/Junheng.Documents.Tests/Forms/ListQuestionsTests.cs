using System.Text;
using Junheng.Application.Papers;
using Junheng.Application.Statistics;
using Junheng.Documents.Tests.Statistics;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Documents.Tests.Forms;

/// <summary>What lists do not say for certain is asked with the cells and a way to answer; nothing is guessed.</summary>
public class ListQuestionsTests
{
    [Fact]
    public void Two_columns_for_one_item_are_asked_about_naming_both_cells()
    {
        var (primary, junior) = WideList.County();
        primary.With(["运动场地面积"], 1, 2, 3);
        var reading = Papers.Of(("a.xlsx", primary.Xlsx()), ("b.xlsx", junior.Xlsx()));

        Assert.Contains(reading.Refusals(), refusal => refusal.StartsWith("forms.two-candidates a.xlsx › 小学一览表 › T3", StringComparison.Ordinal));
        var finding = reading.Findings.First(each => each.Rule == "forms.two-candidates");
        Assert.Contains("W3", finding.Message, StringComparison.Ordinal);
        Assert.Contains("--map", finding.Remedy, StringComparison.Ordinal);
        Assert.Single(reading.Mappings[0].Questions);
    }

    [Fact]
    public void Arts_beside_music_and_fine_art_without_hierarchy_is_asked_about()
    {
        var (primary, junior) = Flat();
        var reading = Papers.Of(("a.xlsx", primary.Xlsx()), ("b.xlsx", junior.Xlsx()));

        Assert.Contains(reading.Refusals(), refusal => refusal.StartsWith("forms.arts-flat a.xlsx", StringComparison.Ordinal));
    }

    [Fact]
    public void A_map_of_ones_own_answers_whether_arts_is_a_course()
    {
        var (primary, _) = Flat();
        primary.Set(0, "艺术", 0);
        var reading = Papers.Of(new PaperOptions { Maps = [Map("体育与健康", "艺术", "音乐", "美术")] }, true, Language.Zh, ("a.xlsx", primary.Xlsx()));

        var table = reading.Accepted();
        var row = table.Counties[0].Rows().First();
        Assert.Equal(5, table.PartOf(row).Figure("pe_art_teachers_primary")!.Value(row.Row));
        Assert.Contains(reading.Mappings[0].Choices, choice => choice.Zh.Contains("自带映射", StringComparison.Ordinal));
    }

    [Fact]
    public void Adding_a_subtotal_and_its_parts_is_refused_with_an_explanation()
    {
        var (primary, _) = WideList.County();
        var reading = Papers.Of(new PaperOptions { Maps = [Map("体育与健康", "艺术", "音乐", "美术")] }, true, Language.Zh, ("a.xlsx", primary.Xlsx()));

        Assert.Contains(reading.Refusals(), refusal => refusal.StartsWith("forms.double-count", StringComparison.Ordinal));
        Assert.Contains("重复计算", reading.Findings.First(each => each.Rule == "forms.double-count").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Music_and_fine_art_above_arts_is_asked_about()
    {
        var (primary, junior) = WideList.County();
        primary.Set(1, "音乐", 4);
        var reading = Papers.Of(("a.xlsx", primary.Xlsx()), ("b.xlsx", junior.Xlsx()));

        Assert.Equal([$"warning a.xlsx › 小学一览表 › {primary.Cell(1, "专任教师/#按授课课程分/艺术/计")}"], reading.Of("forms.arts-exceed"));
    }

    [Fact]
    public void Shared_figures_of_a_nine_year_school_must_agree_in_both_lists()
    {
        var (primary, junior) = WideList.County();
        junior.Set(0, "运动场地面积", 6601);
        var reading = Papers.Of(("a.xlsx", primary.Xlsx()), ("b.xlsx", junior.Xlsx()));

        Assert.Equal([$"forms.disagree b.xlsx › 初中一览表 › {junior.Cell(0, "运动场地面积")}"], reading.Refusals());
        Assert.Contains("6601", reading.Findings.First(each => each.Rule == "forms.disagree").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_campus_without_its_school_is_asked_about_with_candidates()
    {
        var (primary, junior) = WithCampus();
        var reading = Papers.Of(("a.xlsx", primary.Xlsx()), ("b.xlsx", junior.Xlsx()));

        Assert.Equal([$"forms.parent-unknown a.xlsx › 小学一览表 › {primary.Cell(3, "是否计校数")}"], reading.Refusals());
        var finding = reading.Findings.First(each => each.Rule == "forms.parent-unknown");
        Assert.Contains("第二小学（2101010002）", finding.Message, StringComparison.Ordinal);
        Assert.Contains("--parents", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_parents_answers_where_a_campus_belongs()
    {
        var (primary, junior) = WithCampus();
        var parents = new InputFile("parents.csv", Encoding.UTF8.GetBytes("school_code,parent_school_code\n2101010009,第二小学\n"));
        var reading = Papers.Of(new PaperOptions { Parents = parents }, ("a.xlsx", primary.Xlsx()), ("b.xlsx", junior.Xlsx()));

        var table = reading.Accepted();
        var campus = table.Counties[0].Rows().First(each => table.PartOf(each).SchoolCode[each.Row] == "2101010009");
        Assert.Equal("2101010002", table.PartOf(campus).ParentSchoolCode![campus.Row]);
        Assert.Equal("parents.csv › B2", table.PlaceOf("2101010009", "parent_school_code"));
    }

    [Fact]
    public void Classes_attached_to_a_school_of_another_stage_count_as_their_stage()
    {
        var (primary, junior) = WideList.County();
        primary.School("2101010004", "第四中学", "初级中学", 60, 10, 10, 0, 0, 4, 1, 1, 0, 0, 0, 0, 2000, 0, 3300, 8, 90);
        var reading = Papers.Of(("a.xlsx", primary.Xlsx()), ("b.xlsx", junior.Xlsx()));

        var table = reading.Accepted();
        var school = table.Counties[0].Rows().First(each => table.PartOf(each).SchoolCode[each.Row] == "2101010004");
        Assert.Equal(SchoolType.NineYear, table.PartOf(school).SchoolTypeOf(school.Row));
        Assert.Contains(reading.Mappings.SelectMany(mapping => mapping.Choices), choice => choice.Zh.Contains("第四中学", StringComparison.Ordinal) && choice.Zh.Contains("附设班", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_school_codes_names_tell_schools_apart_with_a_warning()
    {
        var (primary, junior) = WideList.County();
        var reading = Papers.Of(("a.xlsx", primary.Without("学校标识码").Xlsx()), ("b.xlsx", junior.Without("学校标识码").Xlsx()));

        Assert.Equal(4, reading.Accepted().Counties[0].Rows().Count());
        Assert.Equal(2, reading.Of("forms.by-name").Length);
    }

    [Fact]
    public void A_list_without_county_needs_the_county_option()
    {
        var (primary, junior) = WideList.County();
        var files = new[] { ("a.xlsx", primary.Without("统计三级").Xlsx()), ("b.xlsx", junior.Without("统计三级").Xlsx()) };

        Assert.All(Papers.Of(files).Refusals(), refusal => Assert.StartsWith("forms.no-county", refusal, StringComparison.Ordinal));
        Assert.Equal("210101", Papers.Of(new PaperOptions { CountyCode = "210101" }, files).Accepted().Counties[0].Code);
    }

    [Fact]
    public void A_sheet_of_another_year_is_refused_where_a_year_is_asked_for()
    {
        var (primary, junior) = WideList.County();
        var reading = Papers.Of(new PaperOptions { ReportYear = 2024 }, ("a.xlsx", primary.Xlsx()), ("b.xlsx", junior.Xlsx()));

        Assert.Equal(["forms.other-year a.xlsx › 小学一览表", "forms.other-year b.xlsx › 初中一览表"], reading.Refusals());
    }

    [Fact]
    public void Rows_of_another_year_are_refused_at_their_first_cell_where_a_year_is_asked_for()
    {
        var (primary, _) = WideList.County();
        primary.With(["报告年度"], 2025, 2024, 2024);
        var reading = Papers.Of(new PaperOptions { ReportYear = 2025 }, true, Language.Zh, ("a.xlsx", primary.Xlsx()));

        Assert.Equal([$"forms.other-year a.xlsx › 小学一览表 › {primary.Cell(1, "报告年度")}"], reading.Refusals());
    }

    [Fact]
    public void A_bad_figure_is_named_by_its_title_and_not_by_its_id_alone()
    {
        var (primary, _) = WideList.County();
        primary.Set(0, "运动场地面积", "很大");
        var reading = Papers.Of(PaperOptions.Default, true, Language.Zh, ("a.xlsx", primary.Xlsx()));

        Assert.StartsWith("“体育运动场馆面积（sports_area_m2）”应当是数", reading.Findings.Single(each => each.Rule == "input.not-a-number").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_sent_twice_is_not_said_to_be_blank()
    {
        var (primary, _) = WideList.County();
        var reading = Papers.Of(PaperOptions.Default, true, Language.Zh, ("a.xlsx", primary.Xlsx()), ("b.xlsx", primary.Xlsx()));

        Assert.Equal(3, reading.Of("forms.school-twice").Length);
        Assert.Empty(reading.Of("input.no-rows"));
    }

    [Fact]
    public void A_school_twice_in_one_list_is_refused_with_both_places()
    {
        var (primary, junior) = WideList.County();
        primary.School("2101010001", "第一小学", "小学", 500, 80, 90, 0, 2, 20, 8, 3, 2, 1, 1, 6, 2900, 400, 3600, 12, 120);
        var reading = Papers.Of(("a.xlsx", primary.Xlsx()), ("b.xlsx", junior.Xlsx()));

        Assert.Equal([$"forms.school-twice a.xlsx › 小学一览表 › {primary.Cell(3, "学校名称")}"], reading.Refusals());
        Assert.Contains(primary.Cell(0, "学校名称"), reading.Findings.First(each => each.Rule == "forms.school-twice").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_whose_stage_is_not_told_is_not_guessed()
    {
        var (primary, _) = WideList.County();
        var sheet = primary.Sheet();
        var reading = Papers.Of(("a.xlsx", ListWorkbook.Of(sheet with { Name = "Sheet1", Rows = [["一览表"], .. sheet.Rows[1..]] })));

        Assert.Null(reading.Table);
        Assert.Contains(reading.Findings, finding => finding.Rule == "forms.no-map" && finding.Message.Contains("工作表名、标题或文件名", StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_with_figures_but_no_school_is_refused()
    {
        var (primary, junior) = WideList.County();
        primary.School("", "", "小学", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        var reading = Papers.Of(("a.xlsx", primary.Xlsx()), ("b.xlsx", junior.Xlsx()));

        Assert.Equal([$"forms.nameless-row a.xlsx › 小学一览表 › {primary.Cell(3, "学校名称")}"], reading.Refusals());
    }

    [Fact]
    public void Text_where_a_figure_belongs_is_refused_at_its_real_cell()
    {
        var (primary, junior) = WideList.County();
        primary.Set(0, "网络多媒体教室", "十二间").Set(1, "本科", "#DIV/0!");
        var reading = Papers.Of(("a.xlsx", primary.Xlsx()), ("b.xlsx", junior.Xlsx()));

        Assert.Contains($"input.not-a-number a.xlsx › 小学一览表 › {primary.Cell(0, "网络多媒体教室")}", reading.Refusals());
        Assert.Contains($"input.formula-error a.xlsx › 小学一览表 › {primary.Cell(1, "本科")}", reading.Refusals());
    }

    [Fact]
    public void Every_finding_speaks_both_languages()
    {
        var (primary, junior) = WithCampus();
        junior.Set(0, "运动场地面积", 6601);
        primary.With(["运动场地面积"], 1, 2, 3).Totals("合计", "本科", 1);
        var english = Papers.Of(PaperOptions.Default, false, Language.En, ("a.xlsx", primary.Xlsx()), ("b.xlsx", junior.Xlsx()));

        Assert.Null(english.Table);
        Assert.All(english.Findings, finding => Assert.DoesNotContain("。", finding.Message, StringComparison.Ordinal));
        Assert.All(english.Findings, finding => Assert.NotEmpty(finding.Remedy));
    }

    private static (WideList Primary, WideList Junior) WithCampus()
    {
        var (primary, junior) = WideList.County();
        primary.School("2101010009", "第二小学分校", "小学", 40, 10, 10, 0, 0, 4, 1, 1, 0, 0, 0, 0, 200, 0, 300, 1, 9).Set(3, "是否计校数", "否");
        return (primary, junior);
    }

    private static (WideList Primary, WideList Junior) Flat()
    {
        var (primary, junior) = WideList.County();
        foreach (var list in new[] { primary, junior })
        {
            list.Rename("专任教师/#按授课课程分/艺术/计", "专任教师", "#按授课课程分", "艺术");
            list.Rename("音乐", "专任教师", "#按授课课程分", "音乐").Rename("美术", "专任教师", "#按授课课程分", "美术");
        }

        return (primary, junior);
    }

    private static InputFile Map(params string[] courses) => new("own.yaml", Encoding.UTF8.GetBytes($$"""
        id: own
        title: {zh: 自带, en: Own}
        layout: list
        stage: primary
        columns:
          - {item: county_code, path: [统计三级]}
          - {item: school_code, path: [学校标识码]}
          - {item: school_name, path: [学校名称]}
          - {item: school_type, path: [办学类型]}
          - {item: enrolment, path: [在校生数, 合计]}
          - item: pe_art_teachers
            sum: [{{string.Join(", ", courses.Select(course => $"{{path: [专任教师, 按授课课程分, {course}]}}"))}}]
        """));
}
