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

    private static IEnumerable<string> Notes(CountyPapers papers)
    {
        yield return "注：1. 平均值保留两位小数，差异系数保留三位小数；差异系数按在校生数加权，是否达标按未舍入的数判定。空格为暂缺，不是零。";
        if (papers.Form is null)
        {
            yield return "2. 综合差异系数为各单项差异系数的算术平均值。";
            yield break;
        }

        yield return "2. 综合为 7 项差异系数的算术平均值，仅供参考，不作判定；7 项逐项判定。";
        foreach (var stage in papers.Stages.Where(stage => stage.Spreads.Any(spread => spread.Limit is not null)))
        {
            var above = stage.Spreads.Select((spread, k) => (spread, k)).Where(each => each.spread.Verdict == Verdict.NotMet).Select(each => $"L{each.k + 1}").ToList();
            yield return $"　　{PaperWords.Of(stage.Stage)}限值 {stage.CvLimits}：{(above.Count > 0 ? $"{string.Join('、', above)} 超过限值" : "没有已知超过限值的指标")}{(stage.Spreads.Any(spread => spread.Verdict == Verdict.Undecided) ? "，有指标缺数据待定" : "")}。";
        }
    }
}
