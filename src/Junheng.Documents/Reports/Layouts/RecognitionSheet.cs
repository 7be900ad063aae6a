using Junheng.Application.Reports;
using Junheng.Domain.Outcomes;

namespace Junheng.Documents.Reports.Layouts;

/// <summary>表Ⅵ: public recognition, rows 计 and 其中：家长.</summary>
internal static class RecognitionSheet
{
    public static ReportSheet Of(CountyPapers papers, RecognitionEntry recognition)
    {
        var sheet = new ReportSheet("表Ⅵ", [14, .. Enumerable.Repeat(14d, recognition.Figures.Length), 12], new PageLayout(true));
        sheet.Heading("表Ⅵ　社会认可度", $"填报单位：{papers.Name}", "单位：份、人、%");
        sheet.Next(22).Cell("项目", ReportStyle.Head, 1, 3).Cell("问卷调查", ReportStyle.Head, 4).Cell("实地走访", ReportStyle.Head, 3).Cell("是否达标", ReportStyle.Head, 1, 3);
        sheet.Next(32);
        for (var at = 0; at < recognition.Titles.Length; at++)
        {
            sheet.Cell($"{recognition.Titles[at]}\n（{recognition.Units[at]}）", ReportStyle.Head);
        }

        sheet.Next();
        for (var at = 0; at < recognition.Titles.Length; at++)
        {
            sheet.Cell($"L{at + 1}", ReportStyle.Head);
        }

        sheet.FreezeHere(1, 3);
        sheet.Next(28).Cell("计", ReportStyle.Label);
        for (var at = 0; at < recognition.Figures.Length; at++)
        {
            sheet.Figure(recognition.Figures[at], recognition.Units[at] == "%" ? 1 : 0);
        }

        sheet.Cell(PaperWords.OnForm(recognition.Verdict), recognition.Verdict == Verdict.Undecided ? ReportStyle.Center : CoverSheet.StyleOf(recognition.Verdict));
        sheet.Next(28).Cell("其中：家长", ReportStyle.Label);
        for (var at = 0; at < recognition.Figures.Length; at++)
        {
            sheet.Cell(null, ReportStyle.Number0);
        }

        sheet.Cell(null, ReportStyle.Center);
        sheet.Line($"注：要求{recognition.Norm}，百分数保留一位小数。县自行调查只是预测，以国家调查结果为准；问卷与走访以何为准未见规定，默认两者都须达到（见“依据”）。", ReportStyle.Note);
        return sheet.SignLines();
    }
}
