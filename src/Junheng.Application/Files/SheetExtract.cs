using System.Collections.Immutable;
using Junheng.Domain.Findings;

namespace Junheng.Application.Files;

/// <summary>A sheet's texts as they stand in the file, for looking at.</summary>
/// <param name="Name">The sheet's name; null for CSV.</param>
/// <param name="Header">Headings, from column A.</param>
/// <param name="HeaderRow">The header's row number, from 1.</param>
/// <param name="Rows">The rows with content below it.</param>
public sealed record Sheet(string? Name, ImmutableArray<string> Header, int HeaderRow, ImmutableArray<SheetRow> Rows);

/// <summary>A row of a sheet.</summary>
/// <param name="Number">As Excel shows it, from 1.</param>
/// <param name="Cells">One text a heading; empty when blank.</param>
public sealed record SheetRow(int Number, ImmutableArray<string> Cells);

/// <summary>Reads a stored file's sheet as plain texts.</summary>
public interface ISheetReader
{
    /// <summary>The first sheet, which is the one that figures come from; null when the file is no table.</summary>
    Sheet? Read(StoredFile file);
}

/// <summary>The rows of a sheet around one cell.</summary>
/// <param name="File">The file.</param>
/// <param name="Sheet">The sheet.</param>
/// <param name="Rows">Rows around the cell, or the first ones.</param>
/// <param name="Row">The cell's row number; null when no cell is asked for.</param>
/// <param name="Column">The cell's column, from 0; null likewise.</param>
/// <param name="Letters">The letters of each column.</param>
public sealed record SheetExtract(StoredFile File, Sheet Sheet, ImmutableArray<SheetRow> Rows, int? Row, int? Column, ImmutableArray<string> Letters);

/// <summary>Use case: look at a cell of a stored file with the rows around it.</summary>
public sealed class LookAtCell(IStoredFiles files, ISheetReader reader)
{
    private const int RowsAround = 6;
    private const string NoName = "-";

    /// <summary>The part of an address that stands for the one sheet of a CSV file.</summary>
    public static string SheetId(string? name) => string.IsNullOrEmpty(name) ? NoName : name;

    /// <summary>The extract; null when there is no such file, sheet or cell.</summary>
    /// <param name="sha256">The file.</param>
    /// <param name="sheetId">The sheet's name, or <c>-</c> for CSV.</param>
    /// <param name="cell">Excel's address, or null for the top of the sheet.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<SheetExtract?> RunAsync(string sha256, string sheetId, string? cell, CancellationToken cancellation)
    {
        if (await files.FindAsync(sha256, cancellation) is not { } file || reader.Read(file) is not { } sheet || SheetId(sheet.Name) != sheetId)
        {
            return null;
        }

        var letters = Enumerable.Range(0, sheet.Header.Length).Select(column => Origin.CellName(1, column).TrimEnd('1')).ToImmutableArray();
        if (cell is null)
        {
            return new SheetExtract(file, sheet, [.. sheet.Rows.Take((2 * RowsAround) + 1)], null, null, letters);
        }

        var column = letters.IndexOf(cell.TrimEnd("0123456789".ToCharArray()));
        var at = column < 0 ? -1 : sheet.Rows.Select(row => row.Number).ToImmutableArray().FindIndex(row => Origin.CellName(row, column) == cell);
        var isHeader = column >= 0 && Origin.CellName(sheet.HeaderRow, column) == cell;
        if (at < 0 && !isHeader)
        {
            return null;
        }

        var rows = sheet.Rows.Skip(Math.Max(0, at - RowsAround)).Take((2 * RowsAround) + 1);
        return new SheetExtract(file, sheet, [.. rows], isHeader ? sheet.HeaderRow : sheet.Rows[at].Number, column, letters);
    }
}

/// <summary>Searching immutable arrays.</summary>
internal static class Searching
{
    public static int FindIndex<T>(this ImmutableArray<T> items, Func<T, bool> matches)
    {
        for (var at = 0; at < items.Length; at++)
        {
            if (matches(items[at]))
            {
                return at;
            }
        }

        return -1;
    }
}
