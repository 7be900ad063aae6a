using System.Globalization;
using System.Xml.Linq;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Application.Templates;
using Junheng.Documents.Definitions;
using Junheng.Documents.Statistics;
using Junheng.Documents.Templates;
using Junheng.Documents.Tests.Returned;
using Junheng.Documents.Tests.Statistics;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Tests.Templates;

public sealed class TemplateTests
{
    private static readonly XNamespace _main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static TheoryData<string, TableLayout> Kinds { get; } = new()
    {
        { StandardRequest.DefaultId, TableLayout.School },
        { StandardRequest.DefaultId, TableLayout.Unit },
        { "cn-2012-basic-balance", TableLayout.School },
        { "cn-2012-basic-balance", TableLayout.Unit },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_heading_of_a_template_is_recognised_and_nothing_is_lacking(string standard, TableLayout layout)
    {
        var template = Written(new TemplateRequest(StandardRequest.Of(standard), layout, []));

        var reading = new StatisticsFiles().Read([new InputFile("t.xlsx", template.Bytes)], Reading.Open(standard), new StatisticsReadingOptions());

        Assert.Equal(["input.no-rows"], reading.Findings.Select(finding => finding.Rule));
        Assert.NotNull(reading.Table);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_validator_has_nothing_against_a_template(string standard, TableLayout layout)
    {
        Assert.Empty(FormWorkbook.Faults(Written(new TemplateRequest(StandardRequest.Of(standard), layout, [])).Bytes));
        Assert.Empty(FormWorkbook.Faults(WithLastYear().Bytes));
    }

    [Fact]
    public void Filled_in_it_is_read_clean_and_the_computed_columns_are_passed_over()
    {
        var sheet = SchoolSheet.Schools();
        var template = Written(new TemplateRequest(StandardRequest.Of(StandardRequest.DefaultId), null, [], new InputFile("去年.xlsx", sheet.Xlsx())));

        var filled = Filled(template, new Dictionary<string, object>
        {
            ["小学在校生数（人）"] = 500,
            ["小学高于规定学历教师数（人）"] = 30,
            ["小学县级以上骨干教师数（人）"] = 6,
            ["小学体育艺术专任教师数（人）"] = 5,
            ["教学及辅助用房面积（㎡）"] = 2500.5,
            ["体育运动场馆面积（㎡）"] = 4000,
            ["教学仪器设备值（元）"] = 1200000,
            ["网络多媒体教室间数（间）"] = 12,
        });

        var reading = Reading.Of(filled.Bytes);
        Assert.Equal(3, reading.Accepted().Parts.Sum(part => part.Count));
        Assert.DoesNotContain(reading.Findings, finding => finding.Severity == Severity.Note);
        Assert.Equal("2101010001", reading.Table!.Parts[0].SchoolCode[0]);
    }

    [Fact]
    public void A_template_for_primary_schools_asks_of_no_other_stage()
    {
        var template = Written(new TemplateRequest(StandardRequest.Of(StandardRequest.DefaultId), TableLayout.School, [SchoolType.Primary, SchoolType.TeachingPoint]));

        Assert.Contains("小学在校生数（人）", Headings(template, 0));
        Assert.DoesNotContain(Headings(template, 0), heading => heading.Contains("初中", StringComparison.Ordinal) || heading.Contains("高中", StringComparison.Ordinal));
        Assert.Contains("\"小学,教学点\"", Validations(template));
    }

    [Fact]
    public void Coded_columns_have_lists_and_figures_may_not_be_negative()
    {
        var template = Written(new TemplateRequest(StandardRequest.Of(StandardRequest.DefaultId), TableLayout.Unit, []));

        Assert.Contains("\"小学,初中\"", Validations(template));
        Assert.Contains("\"城区,镇区,乡村\"", Validations(template));
        Assert.Contains("\"是,否\"", Validations(template));
        Assert.Contains(Validations(template), list => list.Contains("县级教育部门", StringComparison.Ordinal));
        Assert.Contains(template.Part(template.SheetPart(0)).Descendants(_main + "dataValidation"), check =>
            check.Attribute("type")!.Value == "decimal" && check.Attribute("operator")?.Value == "greaterThanOrEqual" && check.Attribute("error")!.Value == "不小于 0 的数；没有数据留空");
    }

    [Fact]
    public void Only_cells_for_input_are_open_under_a_protection_without_password()
    {
        var template = Written(new TemplateRequest(StandardRequest.Of(StandardRequest.DefaultId), TableLayout.School, []));
        var sheet = template.Part(template.SheetPart(0));

        Assert.Null(sheet.Element(_main + "sheetProtection")!.Attribute("password"));
        Assert.All(sheet.Descendants(_main + "row").Skip(1).SelectMany(row => row.Elements()), cell =>
            Assert.Equal(cell.Element(_main + "f") is null ? "0" : null, template.Style(0, cell.Attribute("r")!.Value).Element(_main + "protection")?.Attribute("locked")!.Value));
    }

    [Fact]
    public void Last_years_rows_fill_in_who_a_school_is_and_put_its_figures_beside()
    {
        var template = WithLastYear();
        var headings = Headings(template, 0);

        Assert.Equal(["学校数据", "上年数据", "填报说明"], template.Sheets);
        Assert.Equal(("2101010001", "小学", null), (Text(template, 0, headings, "学校代码", 2), Text(template, 0, headings, "学校类型", 2), Text(template, 0, headings, "小学在校生数（人）", 2)));
        Assert.Equal("2027", Text(template, 0, headings, "报告年度", 2));
        Assert.Equal("500", Text(template, 0, headings, "上年小学在校生数（仅供参考）", 2));
        Assert.Equal("500", Text(template, 1, Headings(template, 1), "小学在校生数（人）", 2));
    }

    [Fact]
    public void Of_several_years_only_the_latest_is_taken()
    {
        var sheet = SchoolSheet.Schools().With("report_year", 2026).Set(3, "report_year", 2025);

        var outcome = Outcome(new TemplateRequest(StandardRequest.Of(StandardRequest.DefaultId), null, [], new InputFile("去年.xlsx", sheet.Xlsx())), out _);

        Assert.Equal(["2101010001", "2101010003"], Assert.IsType<TemplateOutcome.Written>(outcome).Plan.LastYear.Select(row => row["school_code"]));
    }

    [Fact]
    public void Last_years_table_of_the_other_layout_is_refused()
    {
        var outcome = Outcome(new TemplateRequest(StandardRequest.Of(StandardRequest.DefaultId), TableLayout.School, [], new InputFile("去年.csv", SchoolSheet.Units().Csv())), out _);

        Assert.Equal("input.other-layout", Assert.Single(Assert.IsType<TemplateOutcome.Refused>(outcome).Findings).Rule);
    }

    [Fact]
    public void The_preview_of_an_indicator_is_a_formula_with_a_value_that_shows_nothing_yet()
    {
        var template = Written(new TemplateRequest(StandardRequest.Of(StandardRequest.DefaultId), TableLayout.Unit, []));
        var headings = Headings(template, 0);
        var at = Origin.CellName(2, headings.FindIndex(heading => heading.StartsWith("每百名学生拥有高于规定学历教师数", StringComparison.Ordinal)));
        var (pupils, teachers) = (Origin.CellName(2, headings.IndexOf("在校生数（人）")), Origin.CellName(2, headings.IndexOf("高于规定学历教师数（人）")));

        var cell = template.Cell(0, at)!;

        Assert.Equal($"IF(OR(SUM({pupils})=0,COUNT({teachers})<1),\"\",ROUND(100*({teachers})/SUM({pupils}),2))", cell.Element(_main + "f")!.Value);
        Assert.Equal("", cell.Element(_main + "v")!.Value);
    }

    [Fact]
    public void The_notes_explain_every_column()
    {
        var template = Written(new TemplateRequest(StandardRequest.Of(StandardRequest.DefaultId), TableLayout.School, []));
        var rows = template.Part(template.SheetPart(1)).Descendants(_main + "row").Select(row => row.Elements(_main + "c").Select(cell => cell.Value).ToList()).Where(cells => cells.Count > 1).ToList();

        Assert.Equal(["序号", "列名", "填什么", "单位", "必填", "数据来源", "填写规则"], rows[0]);
        Assert.Equal(Headings(template, 0).Where(heading => !heading.EndsWith("（自动计算）", StringComparison.Ordinal)).Select(Bare), rows.Skip(1).Select(cells => cells[1]));
        Assert.All(rows.Skip(1), cells => Assert.True(cells[2].Length > 0 && cells[5].Length > 0 && cells[6].Length > 0));
    }

    [Fact]
    public void The_same_plan_gives_the_same_bytes()
    {
        var request = new TemplateRequest(StandardRequest.Of(StandardRequest.DefaultId), TableLayout.School, []);

        Assert.Equal(Written(request).Bytes, Written(request).Bytes);
    }

    private static MarkedWorkbook WithLastYear() => Written(new TemplateRequest(
        StandardRequest.Of(StandardRequest.DefaultId), null, [], new InputFile("去年.xlsx", SchoolSheet.Schools().With("report_year", 2026).Xlsx())));

    private static MarkedWorkbook Written(TemplateRequest request)
    {
        Assert.IsType<TemplateOutcome.Written>(Outcome(request, out var bytes));
        return new MarkedWorkbook(bytes);
    }

    private static TemplateOutcome Outcome(TemplateRequest request, out byte[] bytes)
    {
        using var stream = new MemoryStream();
        var outcome = new WriteTemplate(StandardFiles.BesideProgram, new TemplateWorkbooks()).Run(request, stream);
        bytes = stream.ToArray();
        return outcome;
    }

    private static string Bare(string heading) => heading.Split('（')[0];

    private static List<string> Headings(MarkedWorkbook workbook, int sheet) => [.. workbook.Part(workbook.SheetPart(sheet)).Descendants(_main + "row").First().Descendants(_main + "t").Select(text => text.Value)];

    private static string? Text(MarkedWorkbook workbook, int sheet, List<string> headings, string heading, int row) =>
        workbook.Cell(sheet, Origin.CellName(row, headings.IndexOf(heading)))?.Descendants().Where(each => each.Name.LocalName is "t" or "v").Select(text => text.Value).FirstOrDefault();

    private static List<string> Validations(MarkedWorkbook workbook) => [.. workbook.Part(workbook.SheetPart(0)).Descendants(_main + "formula1").Select(formula => formula.Value)];

    /// <summary>The template with figures written into the first prepared row; the rest of the rows get those of the other stages.</summary>
    private static MarkedWorkbook Filled(MarkedWorkbook template, Dictionary<string, object> figures)
    {
        var headings = Headings(template, 0);
        var sheet = template.Part(template.SheetPart(0));
        foreach (var (heading, value) in figures)
        {
            var cell = sheet.Descendants(_main + "c").Single(each => each.Attribute("r")!.Value == Origin.CellName(2, headings.IndexOf(heading)));
            cell.Add(new XElement(_main + "v", Convert.ToString(value, CultureInfo.InvariantCulture)));
        }

        return new MarkedWorkbook(MarkingTests.Rezipped(template.Bytes, template.SheetPart(0), _ => sheet.ToString(SaveOptions.DisableFormatting)));
    }
}
