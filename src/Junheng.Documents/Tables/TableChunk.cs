using Junheng.Domain.Statistics;

namespace Junheng.Documents.Tables;

/// <summary>A run of rows. Its columns are indexed by the row within the chunk, from 0.</summary>
public sealed class TableChunk
{
    private readonly int _firstRow;
    private readonly int[]? _rows;
    private readonly TextColumn?[] _texts;
    private readonly NumberColumn?[] _numbers;
    private readonly ICellTexts _cells;

    internal TableChunk(int rowCount, int firstRow, int[]? rows, TextColumn?[] texts, NumberColumn?[] numbers, ICellTexts cells)
    {
        RowCount = rowCount;
        (_firstRow, _rows, _texts, _numbers, _cells) = (firstRow, rows, texts, numbers, cells);
    }

    /// <summary>Number of rows, blank ones left out.</summary>
    public int RowCount { get; }

    /// <summary>The row's number in the file as Excel shows it, from 1.</summary>
    public int SourceRow(int row) => _firstRow + (_rows is null ? row : _rows[row]);

    /// <summary>A column that was asked for as <see cref="ColumnUse.Text"/>.</summary>
    /// <exception cref="ArgumentException">It was not asked for as text.</exception>
    public TextColumn Text(int column) => _texts[column] ?? throw new ArgumentException("The column was not read as text.", nameof(column));

    /// <summary>A column that was asked for as <see cref="ColumnUse.Number"/>.</summary>
    /// <exception cref="ArgumentException">It was not asked for as a number.</exception>
    public NumberColumn Number(int column) => _numbers[column] ?? throw new ArgumentException("The column was not read as numbers.", nameof(column));

    /// <summary>
    /// The trimmed text of any cell, read again from the file: for messages and traces, not for bulk work. Empty when blank.
    /// In a workbook a cell of a column that was not read costs a pass over the sheet.
    /// </summary>
    public string CellText(int row, int column) => _cells.CellText(row, SourceRow(row), column);
}

/// <summary>Gives a cell's text again.</summary>
internal interface ICellTexts
{
    /// <param name="row">Row within the chunk, from 0.</param>
    /// <param name="sourceRow">The same row in the file, from 1.</param>
    /// <param name="column">Column, from 0.</param>
    string CellText(int row, int sourceRow, int column);
}
