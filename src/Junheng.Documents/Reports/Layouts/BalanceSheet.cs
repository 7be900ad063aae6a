using Junheng.Application.Reports;
using Junheng.Domain.Outcomes;

namespace Junheng.Documents.Reports.Layouts;

/// <summary>表Ⅲ: county mean and coefficient of variation of each indicator, per stage.</summary>
internal static class BalanceSheet
{
    public static ReportSheet Of(CountyPapers papers)
    {
        var isForm = papers.Form is not null;
        var sheet = new ReportSheet(isForm ? "表Ⅲ" : "校际均衡", [8, 14, .. Enumerable.Repeat(14d, papers.Indicators.Length + 1)], new PageLayout(true));
        sheet.Heading(isForm ? "表Ⅲ　义务教育学校校际均衡情况" : "义务教育学校校际均衡情况", $"填报单位：{papers.Name}", "单位：均值见各栏，差异系数无单位");
        MeetingSheet.IndicatorHead(sheet, papers.Indicators, papers.CompositeTitle, "学段", "项目");
        sheet.FreezeHere(2, 3);
        foreach (var stage in papers.Stages)
        {
            sheet.Next(26).Cell(PaperWords.Of(stage.Stage), ReportStyle.Center, 1, 2).Cell("全县平均值", ReportStyle.Label);
            foreach (var spread in stage.Spreads)
            {
                sheet.Figure(spread.Mean, 2);
            }

            sheet.Cell(PaperWords.NoFigure, ReportStyle.Center);
            sheet.Next(26).Cell("差异系数", ReportStyle.Label);
            foreach (var spread in stage.Spreads)
            {
                sheet.Figure(spread.Cv, 3);
            }

            sheet.Figure(stage.Composite, 3);
        }

        foreach (var note in Notes(papers))
        {
            sheet.Line(note, ReportStyle.Note);
        }

        return sheet.SignLines();
    }

    private static string Columns(StageTables stage, Func<SpreadEntry, bool> which) =>
        string.Join('、', stage.Spreads.Select((spread, k) => (spread, k)).Where(each => which(each.spread)).Select(each => $"L{each.k + 1}"));

    /// <summary>The lines under the table.</summary>
    public static IEnumerable<string> Notes(CountyPapers papers)
    {
        if (papers.Form is null)
        {
            yield return "注：差异系数按在校生数加权；综合差异系数为各单项差异系数的算术平均值，按未舍入的数判定。空格为暂缺，不是零。";
            foreach (var stage in papers.Stages.Where(stage => stage.CompositeVerdict != Verdict.NotApplicable))
            {
                yield return $"　　{PaperWords.Of(stage.Stage)}综合差异系数限值 {stage.CvLimits}：{PaperWords.Of(stage.CompositeVerdict)}。";
            }

            yield break;
        }

        yield return "注：1. 平均值保留两位小数，差异系数保留三位小数；差异系数按在校生数加权，是否达标按未舍入的数判定。空格为暂缺，不是零。";

        yield return "2. 综合为 7 项差异系数的算术平均值，仅供参考，不作判定；7 项逐项判定。";
        foreach (var stage in papers.Stages.Where(stage => stage.Spreads.Any(spread => spread.Limit is not null)))
        {
            var (above, sensitive) = (Columns(stage, spread => spread.Verdict == Verdict.NotMet), Columns(stage, spread => spread.RoundingSensitive));
            var undecided = stage.Spreads.Any(spread => spread.Verdict == Verdict.Undecided) ? "，有指标缺数据待定" : "";
            var rounding = sensitive.Length > 0 ? $"；{sensitive} 打印的数与结论看似不符，以未舍入的数为准" : "";
            yield return $"　　{PaperWords.Of(stage.Stage)}限值 {stage.CvLimits}：{(above.Length > 0 ? $"{above} 超过限值" : "没有已知超过限值的指标")}{undecided}{rounding}。";
        }
    }
}
