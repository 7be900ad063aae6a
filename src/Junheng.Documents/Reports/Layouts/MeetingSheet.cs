using Junheng.Application.Reports;

namespace Junheng.Documents.Reports.Layouts;

/// <summary>表Ⅱ-1: per stage, how many units meet each indicator and the whole.</summary>
internal static class MeetingSheet
{
    public static ReportSheet Of(CountyPapers papers, ApplicationForm form)
    {
        var sheet = new ReportSheet("表Ⅱ-1", [8, 18, .. Enumerable.Repeat(14d, form.Indicators.Length + 1)], new PageLayout(true));
        sheet.Heading("表Ⅱ-1　义务教育学校资源配置达标情况（汇总）", $"填报单位：{papers.Name}", "单位：所、%");
        IndicatorHead(sheet, form.Indicators, "综合评估", "学段", "项目");
        sheet.FreezeHere(2, 3);
        foreach (var stage in form.Stages)
        {
            MeetingCount[] counts = [.. stage.Meeting, stage.MeetingOverall];
            sheet.Next(28).Cell(PaperWords.Of(stage.Stage), ReportStyle.Center, 1, 2).Cell("达标学校总数（所）", ReportStyle.Label);
            foreach (var count in counts)
            {
                sheet.Figure(count.Count, 0);
            }

            sheet.Next(28).Cell("达标学校比例（%）", ReportStyle.Label);
            foreach (var count in counts)
            {
                sheet.Figure(count.Percent, 1);
            }
        }

        sheet.Line("注：以学校的每个学段为一个单位；L1—L7 为达到该项标准的单位数，L8 为综合评估达标（至少 6 项达到、余项不低于 85%）的单位数。有单位缺数据的栏留空。", ReportStyle.Note);
        return sheet.SignLines();
    }

    /// <summary>Three head rows: a common head over the indicators, their names with units, their numbers.</summary>
    public static void IndicatorHead(ReportSheet sheet, IReadOnlyList<FormIndicator> indicators, string? last, params string[] labels)
    {
        sheet.Next(22);
        foreach (var label in labels)
        {
            sheet.Cell(label, ReportStyle.Head, 1, 3);
        }

        sheet.Cell("资源配置指标", ReportStyle.Head, indicators.Count);
        if (last is not null)
        {
            sheet.Cell(last, ReportStyle.Head, 1, 2);
        }

        sheet.Next();
        foreach (var indicator in indicators)
        {
            sheet.Cell($"{indicator.Title}\n（{indicator.Unit}）", ReportStyle.Head);
        }

        sheet.Next();
        for (var k = 0; k < indicators.Count + (last is null ? 0 : 1); k++)
        {
            sheet.Cell($"L{k + 1}", ReportStyle.Head);
        }
    }
}
