using System.Collections.Immutable;
using System.Globalization;
using ExcelDataReader;
using Junheng.Documents.Tables;

namespace Junheng.Documents.Forms.Sheets;

/// <summary>Reads every sheet of a workbook into memory in one pass.</summary>
internal static class WorkbookGrids
{
    private const int MostSheetRows = 1_048_576;
    private const int MostSheetColumns = 16_384;
    private const double FirstUnsafeCode = 1e15;
    private const int GeneralFormat = 0;

    /// <summary>From here on it pays to look for formula errors on another processor.</summary>
    private const int LargeWorkbookBytes = 1 << 18;

    /// <summary>All sheets in order.</summary>
    /// <param name="reader">At its first sheet; it may have read some rows already.</param>
    /// <param name="firstRows">The raw cells of the rows that it has read.</param>
    /// <param name="file">The file's name.</param>
    /// <param name="bytes">The workbook, for formula errors.</param>
    /// <param name="package">Its sheets.</param>
    /// <param name="limits">How many rows there may be.</param>
    /// <param name="findings">Words of refusal.</param>
    /// <exception cref="RefusedException">There are too many rows.</exception>
    public static ImmutableArray<SheetGrid> Read(
        IExcelDataReader reader, List<SheetCell[]?> firstRows, string file, byte[] bytes, WorkbookPackage package, TableLimits limits, FileFindings findings)
    {
        var ahead = bytes.Length < LargeWorkbookBytes ? [] : package.SheetParts.Select(part => Task.Run(() => FormulaErrors.Of(bytes, part, limits.Rows))).ToList();
        var grids = ImmutableArray.CreateBuilder<SheetGrid>();
        var total = 0;
        var at = -1;
        do
        {
            at++;
            if (Companions.IsSheet(reader.Name))
            {
                continue; // our own, beside people's data
            }

            if (reader.RowCount > MostSheetRows || reader.FieldCount > MostSheetColumns)
            {
                throw new RefusedException(findings.Corrupt($"{reader.RowCount} × {reader.FieldCount}"));
            }

            var rows = at == 0 ? firstRows : [];
            ReadRows(reader, rows, limits.Rows - total, findings);
            total += rows.Count;
            AddFaults(rows, at < ahead.Count ? ahead[at].GetAwaiter().GetResult() : at < package.SheetParts.Length ? FormulaErrors.Of(bytes, package.SheetParts[at], limits.Rows) : []);
            grids.Add(new SheetGrid(file, reader.Name, at < package.Sheets.Length && package.Sheets[at].IsHidden, rows, MergesOf(reader), isText: false));
        }
        while (reader.NextResult());
        return grids.ToImmutable();
    }

    /// <summary>The raw cells of the row at which a reader stands; null when all are blank.</summary>
    public static SheetCell[]? Row(IExcelDataReader reader)
    {
        var fields = reader.FieldCount;
        var last = fields - 1;
        for (; last >= 0 && reader.GetValue(last) is null; last--)
        {
        }

        if (last < 0)
        {
            return null;
        }

        var cells = new SheetCell[last + 1];
        for (var column = 0; column <= last; column++)
        {
            var value = reader.GetValue(column);
            cells[column] = SheetCell.Of(value is double number && reader.GetNumberFormatIndex(column) != GeneralFormat ? Formatted(reader, column, number, value) : value);
        }

        return cells;
    }

    private static void ReadRows(IExcelDataReader reader, List<SheetCell[]?> rows, int limit, FileFindings findings)
    {
        var content = 0;
        while (reader.Read())
        {
            var row = Row(reader);
            rows.Add(row);
            content += row is null ? 0 : 1;
            if (content > limit)
            {
                throw new RefusedException(findings.TooManyRows(limit));
            }
        }

        while (rows.Count > 0 && rows[^1] is null)
        {
            rows.RemoveAt(rows.Count - 1);
        }
    }

    private static object Formatted(IExcelDataReader reader, int column, double number, object value)
    {
        var format = reader.GetNumberFormatString(column);
        return format is { Length: >= 2 and <= 40 } && !format.AsSpan().ContainsAnyExcept('0') && number >= 0 && number < FirstUnsafeCode && double.IsInteger(number)
            ? new PaddedNumber(number, number.ToString("F0", CultureInfo.InvariantCulture).PadLeft(format.Length, '0'))
            : value;
    }

    private static void AddFaults(List<SheetCell[]?> rows, Dictionary<string, string> errors)
    {
        if (errors.Count == 0)
        {
            return;
        }

        foreach (var (address, text) in errors)
        {
            var (row, column) = CellAddress.Parse(address);
            if (row < 1 || row > MostSheetRows || column < 0 || column >= MostSheetColumns)
            {
                continue;
            }

            while (rows.Count < row)
            {
                rows.Add(null);
            }

            var cells = rows[row - 1] ?? [];
            if (cells.Length <= column)
            {
                Array.Resize(ref cells, column + 1);
            }

            cells[column] = cells[column].Value is null ? SheetCell.Of(new CellFault(text)) : cells[column];
            rows[row - 1] = cells;
        }
    }

    private static ImmutableArray<MergedRange> MergesOf(IExcelDataReader reader) => reader.MergeCells is { Length: > 0 } merges
        ? [.. merges.Select(range => new MergedRange(range.FromRow + 1, range.FromColumn, range.ToRow + 1, range.ToColumn))]
        : [];
}
