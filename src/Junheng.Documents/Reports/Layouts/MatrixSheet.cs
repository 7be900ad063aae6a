using Junheng.Application.Reports;
using Junheng.Assessment.Resources;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Reports.Layouts;

/// <summary>达标矩阵: schools × indicators, each with value and word; colour only besides.</summary>
internal static class MatrixSheet
{
    private const int LeadingColumns = 6;
    private const int HeadRow = 5;

    public static ReportSheet Of(CountyPapers papers)
    {
        var matrix = papers.Matrix;
        var step = matrix.IsJudged ? 2 : 1;
        var sheet = new ReportSheet(
            matrix.IsJudged ? "达标矩阵" : "学校数据", [14, 26, 7, 14, 11, 10, .. Enumerable.Repeat(10d, matrix.Indicators.Length * step)], new PageLayout(true, IsA3: true));
        sheet.Heading(matrix.IsJudged ? "学校达标矩阵" : "学校指标数据", $"填报单位：{papers.Name}", "评价：达标、达85%、不足85%、缺数据");
        Totals(sheet, matrix, step);
        sheet.Next(36);
        foreach (var label in new[] { "学校代码", "学校名称", "学段", "学校类型", "在校生数", "综合评估" })
        {
            sheet.Cell(label, ReportStyle.Head, 1, 2);
        }

        foreach (var indicator in matrix.Indicators)
        {
            sheet.Cell($"{indicator.Id} {indicator.Short}\n（{indicator.Unit}）", ReportStyle.Head, step, matrix.IsJudged ? 1 : 2);
        }

        sheet.Next();
        foreach (var _ in matrix.Indicators.Where(_ => matrix.IsJudged))
        {
            sheet.Cell("数值", ReportStyle.Head).Cell("评价", ReportStyle.Head);
        }

        sheet.FreezeHere(2, HeadRow - 1);
        foreach (var row in matrix.Rows)
        {
            Row(sheet, row, matrix.IsJudged);
        }

        return sheet.FilterFrom(HeadRow);
    }

    /// <summary>Units that do not reach the norm, by indicator: a formula over the words below, with its result.</summary>
    private static void Totals(ReportSheet sheet, IndicatorMatrix matrix, int step)
    {
        sheet.Next(20).Cell(matrix.IsJudged ? "未达到标准的单位数（含达85%）" : "缺数据的单位数", ReportStyle.Label, LeadingColumns);
        for (var k = 0; k < matrix.Indicators.Length; k++)
        {
            var (column, at) = (LeadingColumns + (k * step) + step - 1, k);
            var area = $"{Origin.CellName(HeadRow + 1, column)}:{Origin.CellName(Math.Max(HeadRow + 1, HeadRow + matrix.Rows.Length), column)}";
            if (matrix.IsJudged)
            {
                var count = matrix.Rows.Count(row => row.Cells[at].Standing is Standing.WithinFloor or Standing.BelowFloor);
                sheet.Cell(count, ReportStyle.Number0, 2, formula: $"COUNTIF({area},\"达85%\")+COUNTIF({area},\"不足85%\")+COUNTIF({area},\"未达标\")");
            }
            else
            {
                sheet.Cell(matrix.Rows.Count(row => row.Cells[at].Standing == Standing.Missing), ReportStyle.Number0, formula: matrix.Rows.IsEmpty ? null : $"COUNTBLANK({area})");
            }
        }
    }

    private static void Row(ReportSheet sheet, MatrixRow row, bool isJudged)
    {
        sheet.Next().Cell(row.Code, ReportStyle.Text).Cell(row.Name, ReportStyle.Text).Cell(PaperWords.Of(row.Stage), ReportStyle.Center).Cell(row.Type, ReportStyle.Center).Figure(row.Enrolment, 0);
        sheet.Cell(PaperWords.Of(row.Verdict), CoverSheet.StyleOf(row.Verdict));
        foreach (var cell in row.Cells)
        {
            sheet.Figure(cell.Value, 2);
            if (isJudged)
            {
                sheet.Cell(cell.Word, SchoolPagesSheet.StyleOf(cell.Standing, cell.Word));
            }
        }
    }
}
