namespace Junheng.Documents.Tables;

/// <summary>Finds a cell of a CSV row again from where the row starts.</summary>
internal sealed class CsvCellTexts(byte[] bytes, int limit, CsvDialect dialect, int[] rowStarts) : ICellTexts
{
    public string CellText(int row, int sourceRow, int column)
    {
        var start = rowStarts[row];
        for (var at = 0; ; at++)
        {
            var end = CsvCells.End(bytes, start, limit, dialect, out _);
            if (at == column)
            {
                return CsvCells.Text(bytes.AsSpan(start, end - start));
            }

            if (end >= limit || bytes[end] == dialect.LineEnd)
            {
                return "";
            }

            start = end + 1;
        }
    }
}
