using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Junheng.Application.Assess;
using Junheng.Application.Plans;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Documents.Definitions;
using Junheng.Documents.Plans;
using Junheng.Documents.Statistics;

namespace Junheng.Documents.Tests.Plans;

/// <summary>The workbook and the Word document of a plan: valid, the same each time, and with the plan's own figures.</summary>
public class PlanPapersTests
{
    private static readonly Lazy<PlanReport> _sample = new(() => Plan(Sample));

    [Fact]
    public void Both_papers_of_the_sample_are_valid_and_name_the_cost()
    {
        using var workbook = new MemoryStream(Written(new PlanPapers().Workbook));
        using var document = new MemoryStream(Written(new PlanPapers().Document));
        using (var sheets = SpreadsheetDocument.Open(workbook, false))
        {
            Assert.Empty(Errors(sheets));
            Assert.Equal(["方案汇总", "分校明细", "分校汇总", "差异系数", "对照", "余项", "单价"], sheets.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value));
        }

        using var words = WordprocessingDocument.Open(document, false);
        Assert.Empty(Errors(words));
        var text = words.MainDocumentPart!.Document!.InnerText;
        Assert.Contains("167.87万元", text, StringComparison.Ordinal);
        Assert.Contains("双溪镇九年一贯制学校", text, StringComparison.Ordinal);
        Assert.Contains("数据来源：表1合计", words.MainDocumentPart.FootnotesPart!.Footnotes!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_asked_beyond_the_plan_stands_in_both_papers()
    {
        var report = Plan(Sample, questions: new PlanQuestions(3, ConditionPrices: true));
        using var workbook = new MemoryStream(Written(new PlanPapers().Workbook, report));
        using (var sheets = SpreadsheetDocument.Open(workbook, false))
        {
            Assert.Empty(Errors(sheets));
            Assert.Equal(
                ["方案汇总", "分校明细", "分校汇总", "差异系数", "对照", "次优选择", "条件价格", "余项", "单价"],
                sheets.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value));
        }

        using var document = new MemoryStream(Written(new PlanPapers().Document, report));
        using var words = WordprocessingDocument.Open(document, false);
        Assert.Empty(Errors(words));
        var text = words.MainDocumentPart!.Document!.InnerText;
        Assert.Contains("没有这一项就没有达标方案", text, StringComparison.Ordinal);
        Assert.Contains("省492,637.50元", text, StringComparison.Ordinal);
        Assert.Contains("的做法少506.38万元", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_plan_gives_the_same_bytes()
    {
        Assert.Equal(Written(new PlanPapers().Workbook), Written(new PlanPapers().Workbook));
        Assert.Equal(Written(new PlanPapers().Document), Written(new PlanPapers().Document));
    }

    [Fact]
    public void A_plan_that_is_impossible_has_papers_that_say_why()
    {
        const string table = "county_code,school_code,stage,enrolment,school_type,above_degree_teachers,backbone_teachers,pe_art_teachers,teaching_area_m2,sports_area_m2,equipment_yuan,multimedia_rooms\n"
            + "900001,S1,primary,200,primary,9,2,2,100,1500,400000,5\n";
        var caps = new InputFile("caps.csv", Encoding.UTF8.GetBytes("county_code,school_code,stage,item,max_add\n900001,S1,primary,teaching_area_m2,1\n"));
        var report = Plan(new InputFile("one.csv", Encoding.UTF8.GetBytes(table)), caps);
        using var stream = new MemoryStream();
        new PlanPapers().Document(report, stream);
        stream.Position = 0;

        using var words = WordprocessingDocument.Open(stream, false);
        Assert.Empty(Errors(words));
        Assert.Contains("R4 连底线也达不到", words.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
    }

    private static InputFile Sample => new("schools.csv", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "county", "schools.csv")));

    private static PlanReport Plan(InputFile table, InputFile? caps = null, PlanQuestions? questions = null)
    {
        var basis = new AssessRequest([table], new StandardRequest(StandardRequest.DefaultId, [], []), new DateOnly(2026, 11, 21));
        var outcome = new PlanCounties(StandardFiles.BesideProgram, new StatisticsFiles(), new PlanFiles()).Run(new PlanRequest(basis) { Missing = MissingRule.Mean, Caps = caps, Questions = questions ?? PlanQuestions.None });
        return Assert.IsType<PlanOutcome.Planned>(outcome).Report;
    }

    private static byte[] Written(Action<PlanReport, Stream> write, PlanReport? report = null)
    {
        using var stream = new MemoryStream();
        write(report ?? _sample.Value, stream);
        return stream.ToArray();
    }

    private static IEnumerable<string> Errors(OpenXmlPackage document) =>
        new OpenXmlValidator(FileFormatVersions.Office2010).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}");
}
