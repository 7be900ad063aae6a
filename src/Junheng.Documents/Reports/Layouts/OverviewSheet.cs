using Junheng.Application.Reports;
using Junheng.Domain.Outcomes;

namespace Junheng.Documents.Reports.Layouts;

/// <summary>总览: one row a county with verdicts and every coefficient of variation.</summary>
internal static class OverviewSheet
{
    private const int HeadRow = 4;

    public static ReportSheet Of(CountiesOverview overview)
    {
        var cvs = overview.Indicators.Length + (overview.HasComposite ? 1 : 0);
        var sheet = new ReportSheet(
            "总览",
            [12, 16, 10, 10, .. overview.Parts.Select(_ => 11d), .. overview.Stages.SelectMany(_ => Enumerable.Repeat(8d, 4).Concat(Enumerable.Repeat(9d, cvs)))],
            new PageLayout(true, IsA3: true));
        sheet.Heading("各县（市、区）义务教育均衡情况总览", $"{overview.Basis.StandardTitle}　评估日期：{overview.Basis.EvaluatedOn}", $"共 {overview.Rows.Length} 个县；差异系数保留三位小数，*为超过限值");
        sheet.Next(22);
        foreach (var label in new[] { "县代码", "县名称", "结论", "按过渡性规定" })
        {
            sheet.Cell(label, ReportStyle.Head, 1, 2);
        }

        sheet.Cell("各部分", ReportStyle.Head, overview.Parts.Length);
        foreach (var stage in overview.Stages)
        {
            sheet.Cell($"{PaperWords.Of(stage)}参评单位（个）", ReportStyle.Head, 4).Cell($"{PaperWords.Of(stage)}差异系数", ReportStyle.Head, cvs);
        }

        sheet.Next(32);
        foreach (var part in overview.Parts)
        {
            sheet.Cell(part, ReportStyle.Head);
        }

        foreach (var _ in overview.Stages)
        {
            foreach (var label in new[] { "合计", "达标", "未达标", "待定" })
            {
                sheet.Cell(label, ReportStyle.Head);
            }

            foreach (var indicator in overview.Indicators)
            {
                sheet.Cell($"{indicator.Id} {indicator.Short}", ReportStyle.Head);
            }

            if (overview.HasComposite)
            {
                sheet.Cell("综合", ReportStyle.Head);
            }
        }

        sheet.FreezeHere(2, HeadRow - 1);
        foreach (var row in overview.Rows)
        {
            Row(sheet, row);
        }

        return sheet.FilterFrom(HeadRow);
    }

    private static void Row(ReportSheet sheet, CountyRow row)
    {
        sheet.Next().Cell(row.Code, ReportStyle.Text).Cell(row.Name, ReportStyle.Text);
        sheet.Cell(PaperWords.Of(row.Verdict), CoverSheet.StyleOf(row.Verdict)).Cell(PaperWords.Of(row.EasedVerdict), CoverSheet.StyleOf(row.EasedVerdict));
        foreach (var part in row.Parts)
        {
            sheet.Cell(PaperWords.Of(part), CoverSheet.StyleOf(part));
        }

        foreach (var stage in row.Stages)
        {
            sheet.Cell(stage.Units, ReportStyle.Number0).Cell(stage.Meeting, ReportStyle.Number0).Cell(stage.NotMeeting, ReportStyle.Number0).Cell(stage.Undecided, ReportStyle.Number0);
            foreach (var cv in stage.Cvs)
            {
                Cv(sheet, cv);
            }

            if (stage.Composite is { } composite)
            {
                Cv(sheet, composite);
            }
        }
    }

    /// <summary>A coefficient above its limit carries a star in its number format.</summary>
    private static void Cv(ReportSheet sheet, CvCell cv) => sheet.Cell(cv.Cv?.Printed, cv.Verdict == Verdict.NotMet && cv.Cv is not null ? ReportStyle.AboveLimit : ReportStyle.Number3);
}
