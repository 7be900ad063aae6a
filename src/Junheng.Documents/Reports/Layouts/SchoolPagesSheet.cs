using Junheng.Application.Reports;
using Junheng.Assessment.Resources;
using Junheng.Domain.Outcomes;

namespace Junheng.Documents.Reports.Layouts;

/// <summary>一校一表: one printed page a school; a sheet holds as many pages as Excel allows breaks.</summary>
internal static class SchoolPagesSheet
{
    private const int MostPages = 1000;
    private const int FactsInRow = 3;

    public static IEnumerable<ReportSheet> Of(CountyPapers papers)
    {
        var chunks = papers.Schools.Chunk(MostPages).ToList();
        for (var at = 0; at < chunks.Count; at++)
        {
            var sheet = new ReportSheet(at == 0 ? "一校一表" : $"一校一表 {at + 1}", [15, 10, 23, 13, 14, 10, 8, 9, 11, 23], new PageLayout(true, FitsWidth: false, Scale: 86));
            foreach (var school in chunks[at])
            {
                if (sheet.RowCount > 0)
                {
                    sheet.BreakPage();
                }

                Page(sheet, papers, school);
            }

            yield return sheet;
        }
    }

    /// <summary>The look of a standing's word.</summary>
    public static ReportStyle StyleOf(Standing standing, string word) => standing switch
    {
        _ when word.Length == 0 => ReportStyle.Center,
        Standing.Missing => ReportStyle.Unknown,
        Standing.Met => ReportStyle.Met,
        Standing.WithinFloor => ReportStyle.Near,
        _ => ReportStyle.NotMet,
    };

    private static void Page(ReportSheet sheet, CountyPapers papers, SchoolPage school)
    {
        sheet.Heading($"{school.Name}　资源配置情况表", $"{papers.Name}　数据年度：{(papers.ReportYear > 0 ? papers.ReportYear : "未注明")}", "单位：人、㎡、元、间");
        for (var at = 0; at < school.Facts.Length; at++)
        {
            if (at % FactsInRow == 0)
            {
                sheet.Next(20);
            }

            var (label, value) = school.Facts[at];
            sheet.Cell(label, ReportStyle.Label, at % FactsInRow == FactsInRow - 1 ? 2 : 1).Cell(value, ReportStyle.Text, 2);
        }

        foreach (var stage in school.Stages)
        {
            Stage(sheet, stage);
        }

        sheet.Line($"注：生均值保留两位小数，按未舍入的数判定；本学段数量为拆分、校正后的数。结果编号 {papers.Basis.ResultId}", ReportStyle.Note);
        sheet.SignLines();
    }

    private static void Stage(ReportSheet sheet, SchoolPageStage stage)
    {
        var verdict = stage.Verdict == Verdict.NotApplicable ? "" : $"　综合评估：{PaperWords.Of(stage.Verdict)}{(stage.Excepted is null ? "" : $"（{stage.Excepted}按不低于85%计）")}";
        sheet.Next(20).Cell($"{PaperWords.Of(stage.Stage)}{verdict}", ReportStyle.Head, sheet.Columns);
        sheet.Next(20);
        foreach (var label in new[] { "指标", "计量单位", "填报数（拆分前）", "本学段分摊", "本学段数量", "生均值", "标准", "85%", "结论", "差多少" })
        {
            sheet.Cell(label, ReportStyle.Head);
        }

        foreach (var line in stage.Lines)
        {
            sheet.Next(19).Cell(line.Indicator, ReportStyle.Label).Cell(line.Unit, ReportStyle.Center).Cell(line.Amounts, ReportStyle.Text).Cell(line.Share.Length == 0 ? "不拆分" : line.Share, ReportStyle.Center);
            _ = line.Amount is { Digits: 0 } ? sheet.Figure(line.Amount, 0) : sheet.Cell(line.Amount?.Printed, ReportStyle.Amount);
            sheet.Figure(line.Value, 2).Cell(line.Norm?.Printed, ReportStyle.Exact).Cell(line.Floor?.Printed, ReportStyle.Exact);
            sheet.Cell(line.Word, StyleOf(line.Standing, line.Word)).Cell(line.Shortfall, ReportStyle.Text);
        }
    }
}
