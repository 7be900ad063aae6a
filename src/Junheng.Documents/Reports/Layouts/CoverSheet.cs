using Junheng.Application.Reports;
using Junheng.Domain.Outcomes;

namespace Junheng.Documents.Reports.Layouts;

/// <summary>封面: what it is, whose, by which standard, and what stays blank.</summary>
internal static class CoverSheet
{
    /// <summary>The title of the national form.</summary>
    public const string FormTitle = "全国义务教育优质均衡发展县（市、区）申报表";

    private const string TablesTitle = "县域义务教育校际均衡情况表";

    public static ReportSheet Of(CountyPapers papers)
    {
        var sheet = new ReportSheet("封面", [18, 70], new PageLayout(false));
        var basis = papers.Basis;
        sheet.Next(70).Cell(null, ReportStyle.Plain, 2);
        sheet.Next(84).Cell(papers.Form is null ? TablesTitle : FormTitle, ReportStyle.CoverTitle, 2);
        sheet.Next(40).Cell(null, ReportStyle.Plain, 2);
        Line(sheet, "县（市、区）", $"{papers.Name}（{papers.Code}）");
        Line(sheet, "数据年度", papers.ReportYear > 0 ? $"{papers.ReportYear} 年" : "未注明");
        Line(sheet, "评估日期", basis.EvaluatedOn);
        Line(sheet, "填报单位", "　　　　　　　　　　　　　　（公章）");
        Line(sheet, "填报日期", "　　　　年　　月　　日");
        sheet.Next(30).Cell(null, ReportStyle.Plain, 2);
        Fact(sheet, "标准", $"{basis.StandardTitle}；{basis.StandardId}");
        Fact(sheet, "标准内容编码", basis.StandardHash);
        Fact(sheet, "结果编号", basis.ResultId);
        Fact(sheet, "自评结论", $"{PaperWords.Of(papers.Verdict)}{(papers.EasedVerdict == papers.Verdict ? "" : $"；按现行过渡性规定：{PaperWords.Of(papers.EasedVerdict)}")}", StyleOf(papers.Verdict));
        foreach (var (title, verdict) in papers.Parts)
        {
            Fact(sheet, $"　{title}", PaperWords.Of(verdict), StyleOf(verdict));
        }

        Fact(sheet, "暂缺数据", papers.Blanks.IsEmpty
            ? "没有。"
            : $"{papers.Blanks.Length} 处没有数据，表中留空（不是零），逐处列在“未填清单”：{string.Join("，", papers.Blanks.GroupBy(blank => blank.Table).Select(table => $"{table.Key} {table.Count()} 处"))}。");
        Fact(sheet, "说明", "本表由学校统计数据自动生成，供县级自评和填报使用；各数的来源见“指标明细”，判定依据和尚待确认的规则见“依据”。国家正式申报表以主管部门发布的为准。");
        return sheet;
    }

    /// <summary>The look of a verdict's word.</summary>
    public static ReportStyle StyleOf(Verdict verdict) => verdict switch
    {
        Verdict.Met => ReportStyle.Met,
        Verdict.NotMet => ReportStyle.NotMet,
        Verdict.NotApplicable => ReportStyle.Center,
        _ => ReportStyle.Unknown,
    };

    private static void Line(ReportSheet sheet, string label, string value) => sheet.Next(32).Cell(label, ReportStyle.CoverLine).Cell(value, ReportStyle.CoverLine);

    private static void Fact(ReportSheet sheet, string label, string value, ReportStyle style = ReportStyle.Text) => sheet.Next().Cell(label, ReportStyle.Label).Cell(value, style);
}
