using Junheng.Application.Reports;

namespace Junheng.Documents.Reports.Layouts;

/// <summary>表Ⅱ-2: one row a unit of a stage.</summary>
internal static class SchoolListSheet
{
    /// <summary>The remark column's number: values are L7 and up, the verdict follows them.</summary>
    private const int FirstValue = 7;

    public static ReportSheet Of(CountyPapers papers, ApplicationForm form, StageTables stage)
    {
        var word = PaperWords.Of(stage.Stage);
        var sheet = new ReportSheet($"表Ⅱ-2 {word}", [6, 26, 9, 10, 8, 8, .. Enumerable.Repeat(12d, form.Indicators.Length), 11, 32], new PageLayout(true));
        sheet.Heading($"表Ⅱ-2　义务教育学校资源配置情况（{word}）", $"填报单位：{papers.Name}", "单位：人、个、㎡、元、间");
        Head(sheet, form);
        sheet.FreezeHere(2, 3);
        for (var at = 0; at < stage.Schools.Length; at++)
        {
            Row(sheet, at + 1, stage.Schools[at]);
        }

        foreach (var note in stage.FootNotes)
        {
            sheet.Line(note, ReportStyle.Note);
        }

        return sheet.SignLines();
    }

    private static void Head(ReportSheet sheet, ApplicationForm form)
    {
        sheet.Next(22);
        foreach (var label in new[] { "序号", "学校名称", "举办者类型", "在校生数\n（人）", "年级数", "班级数" })
        {
            sheet.Cell(label, ReportStyle.Head, 1, label == "学校名称" ? 2 : 3);
        }

        sheet.Cell("资源配置指标", ReportStyle.Head, form.Indicators.Length).Cell("该校综合评估\n是否达标", ReportStyle.Head, 1, 2).Cell("备注（达标指标、仅达85%的指标）", ReportStyle.Head, 1, 3);
        sheet.Next();
        foreach (var indicator in form.Indicators)
        {
            sheet.Cell($"{indicator.Title}\n（{indicator.Unit}）", ReportStyle.Head);
        }

        sheet.Next().Cell("L1", ReportStyle.Head);
        for (var k = 0; k <= form.Indicators.Length; k++)
        {
            sheet.Cell($"L{k + FirstValue}", ReportStyle.Head);
        }
    }

    private static void Row(ReportSheet sheet, int number, SchoolLine line)
    {
        sheet.Next().Cell(number, ReportStyle.Number0).Cell(line.Name, ReportStyle.Text);
        sheet.Cell(line.Organiser == 0 ? null : (int)line.Organiser, ReportStyle.Number0);
        sheet.Figure(line.Enrolment, 0).Figure(line.Grades, 0).Figure(line.Classes, 0);
        foreach (var value in line.Values)
        {
            sheet.Figure(value, 2);
        }

        sheet.Cell(PaperWords.OnForm(line.Verdict), PaperWords.OnForm(line.Verdict).Length == 0 ? ReportStyle.Center : CoverSheet.StyleOf(line.Verdict)).Cell(line.Remark, ReportStyle.Text);
    }
}
