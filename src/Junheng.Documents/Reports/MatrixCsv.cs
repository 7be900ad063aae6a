using System.Globalization;
using Junheng.Application.Reports;
using Junheng.Documents.Tables;

namespace Junheng.Documents.Reports;

/// <summary>The matrix as CSV with a byte order mark, for whatever reads no workbook; texts that a spreadsheet would run are neutralised.</summary>
internal static class MatrixCsv
{
    /// <summary>Writes header and rows.</summary>
    public static void Write(IndicatorMatrix matrix, Stream stream) => CsvWriter.Write(
        stream,
        ["县代码", "学校代码", "学校名称", "学段", "学校类型", "在校生数", "综合评估", .. matrix.Indicators.SelectMany(indicator => matrix.IsJudged ? new[] { indicator.Id, $"{indicator.Id}评价" } : [indicator.Id])],
        matrix.Rows.Select(row => Cells(row, matrix.IsJudged)));

    private static object?[] Cells(MatrixRow row, bool isJudged) =>
    [
        row.County,
        row.Code,
        row.Name,
        PaperWords.Of(row.Stage),
        row.Type,
        Number(row.Enrolment),
        PaperWords.Of(row.Verdict),
        .. row.Cells.SelectMany(cell => isJudged ? new object?[] { Number(cell.Value), cell.Word } : [Number(cell.Value)]),
    ];

    /// <summary>Printed with the form's decimals.</summary>
    private static object? Number(PrintedFigure? figure) => figure is null ? null : decimal.TryParse(figure.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : figure.Printed.ToDouble();
}
