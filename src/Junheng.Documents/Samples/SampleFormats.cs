using System.Globalization;
using Junheng.Application.Samples;
using Junheng.Documents.Tables;

namespace Junheng.Documents.Samples;

/// <summary>Sample tables as CSV and xlsx: codes and words as text, figures as numbers.</summary>
public sealed class SampleFormats : ISampleFormats
{
    /// <inheritdoc/>
    public void WriteCsv(Stream stream, IReadOnlyList<string> columns, IEnumerable<string[]> rows) => CsvWriter.Write(stream, columns, rows);

    /// <inheritdoc/>
    public void WriteWorkbook(Stream stream, string sheet, IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        var headings = columns.Select(column => new WorkbookHeading(column, IsCode(column))).ToList();
        WorkbookWriter.Write(stream, [new WorkbookSheet(sheet, headings, rows.Select(row => Cells(row, headings)))]);
    }

    private static bool IsCode(string column) => column.EndsWith("_code", StringComparison.Ordinal) || column is "organiser_type" or "centre_city";

    private static object?[] Cells(string[] row, List<WorkbookHeading> headings)
    {
        var cells = new object?[row.Length];
        for (var at = 0; at < row.Length; at++)
        {
            cells[at] = row[at].Length == 0 ? null
                : !headings[at].IsCode && decimal.TryParse(row[at], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
                : row[at];
        }

        return cells;
    }
}
