using System.Collections.Immutable;
using System.Globalization;
using Junheng.Documents.Tables;

namespace Junheng.Documents.Forms.Sheets;

/// <summary>A merged range; rows from 1, columns from 0, both ends included.</summary>
internal readonly record struct MergedRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    /// <summary>Whether a cell lies in it.</summary>
    public bool Contains(int row, int column) => row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;
}

/// <summary>A number whose format shows leading zeros, e.g. a code <c>000123</c>.</summary>
internal sealed record PaddedNumber(double Value, string Text);

/// <summary>A cell whose formula gives an error, e.g. <c>#DIV/0!</c>.</summary>
internal sealed record CellFault(string Text);

/// <summary>
/// All cells of one sheet as the file holds them, in memory. Rows count from 1 and columns from 0, as in <see cref="Domain.Findings.Origin.CellName"/>; what lies beyond the last
/// cell is blank.
/// </summary>
internal sealed class SheetGrid
{
    private const int MostMergedRows = 1_000_000;
    private readonly List<SheetCell[]?> _rows;
    private readonly Dictionary<int, List<MergedRange>> _mergedByRow = [];
    private readonly bool _isText;

    /// <param name="file">The file's name.</param>
    /// <param name="name">The sheet's name; null for CSV.</param>
    /// <param name="isHidden">Whether the workbook hides it.</param>
    /// <param name="rows">Raw cells by row from the first: text, double, int, bool, DateTime, <see cref="PaddedNumber"/>, <see cref="CellFault"/>, null; a blank row may be null.</param>
    /// <param name="merges">Merged ranges.</param>
    /// <param name="isText">Whether every cell is text by nature (CSV), so that a number as text is nothing to remark.</param>
    public SheetGrid(string file, string? name, bool isHidden, List<object?[]?> rows, ImmutableArray<MergedRange> merges, bool isText)
        : this(file, name, isHidden, rows.ConvertAll(row => row is null ? null : Array.ConvertAll(row, SheetCell.Of)), merges, isText)
    {
    }

    /// <param name="file">The file's name.</param>
    /// <param name="name">The sheet's name; null for CSV.</param>
    /// <param name="isHidden">Whether the workbook hides it.</param>
    /// <param name="rows">Cells by row from the first; a blank row may be null.</param>
    /// <param name="merges">Merged ranges.</param>
    /// <param name="isText">Whether every cell is text by nature (CSV).</param>
    public SheetGrid(string file, string? name, bool isHidden, List<SheetCell[]?> rows, ImmutableArray<MergedRange> merges, bool isText)
    {
        (File, Name, IsHidden, _rows, Merges, _isText) = (file, name, isHidden, rows, merges, isText);
        ColumnCount = rows.Max(row => row?.Length) ?? 0;
        var marked = 0;
        foreach (var range in merges)
        {
            for (var row = range.FirstRow; row <= Math.Min(range.LastRow, rows.Count) && marked < MostMergedRows; row++, marked++)
            {
                if (!_mergedByRow.TryGetValue(row, out var ranges))
                {
                    _mergedByRow[row] = ranges = [];
                }

                ranges.Add(range);
            }
        }
    }

    /// <summary>The file's name without its folder; <c>archive.zip/member.xlsx</c> within an archive.</summary>
    public string File { get; }

    /// <summary>The sheet's name; null for CSV.</summary>
    public string? Name { get; }

    /// <summary>Whether the workbook hides the sheet.</summary>
    public bool IsHidden { get; }

    /// <summary>The last row with content.</summary>
    public int RowCount => _rows.Count;

    /// <summary>Columns of the widest row.</summary>
    public int ColumnCount { get; }

    /// <summary>Merged ranges.</summary>
    public ImmutableArray<MergedRange> Merges { get; }

    /// <summary>The cell as the file holds it.</summary>
    public object? Raw(int row, int column) => Cell(row, column).Raw;

    /// <summary>Whether the cell is blank; a formula error is not.</summary>
    public bool IsBlank(int row, int column) => Cell(row, column).Value is not { } value || (value is string text && CellText.Trim(text).Length == 0);

    /// <summary>Whether the whole row is blank.</summary>
    public bool IsBlankRow(int row)
    {
        if (row < 1 || row > _rows.Count || _rows[row - 1] is not { } cells)
        {
            return true;
        }

        for (var column = 0; column < cells.Length; column++)
        {
            if (!IsBlank(row, column))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The merged range that a cell lies in; null when none.</summary>
    public MergedRange? MergeAt(int row, int column)
    {
        if (_mergedByRow.Count > 0 && _mergedByRow.TryGetValue(row, out var ranges))
        {
            foreach (var range in ranges)
            {
                if (range.Contains(row, column))
                {
                    return range;
                }
            }
        }

        return null;
    }

    /// <summary>The cell's text, trimmed; empty when blank.</summary>
    public string Text(int row, int column) => Raw(row, column) switch
    {
        null => "",
        string text => CellText.Trim(text),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        PaddedNumber padded => padded.Text,
        CellFault fault => fault.Text,
        int number => number.ToString(CultureInfo.InvariantCulture),
        bool truth => truth ? "TRUE" : "FALSE",
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>The text of the cell, or of the merged range that it lies in.</summary>
    public string MergedText(int row, int column) => MergeAt(row, column) is { } range ? Text(range.FirstRow, range.FirstColumn) : Text(row, column);

    /// <summary>The cell as figure; null when blank. What is no figure has a remark and was not read.</summary>
    public NumberReading? Number(int row, int column)
    {
        var cell = Cell(row, column);
        switch (cell.Value)
        {
            case null:
                return null;
            case var figure when ReferenceEquals(figure, SheetCell.Figure):
                var number = cell.Number;
                return double.IsFinite(number) ? new NumberReading(number == 0 ? 0 : number, null, null) : new NumberReading(0, null, CellRemarkKind.OutOfRange);
            case PaddedNumber padded:
                return new NumberReading(padded.Value, null, null);
            case int whole:
                return new NumberReading(whole, null, null);
            case CellFault:
                return new NumberReading(0, null, CellRemarkKind.FormulaError);
            case string text:
                var trimmed = CellText.Trim(text);
                if (trimmed.Length == 0)
                {
                    return null;
                }

                var reading = NumberText.Read(trimmed);
                return reading.Remark is null && !_isText ? reading with { Remark = CellRemarkKind.NumberAsText } : reading;
            default:
                return new NumberReading(0, null, CellRemarkKind.NotANumber);
        }
    }

    /// <summary>What is worth saying of a cell that is read as text; null when nothing.</summary>
    public CellRemarkKind? TextRemark(int row, int column) => Raw(row, column) switch
    {
        double number when Math.Abs(number) >= 1e15 => CellRemarkKind.ScientificCode,
        double or int => CellRemarkKind.NumericCode,
        CellFault => CellRemarkKind.FormulaError,
        string text when CellText.IsScientificCode(CellText.Trim(text)) => CellRemarkKind.ScientificCode,
        _ => null,
    };

    private SheetCell Cell(int row, int column) =>
        row >= 1 && row <= _rows.Count && _rows[row - 1] is { } cells && (uint)column < (uint)cells.Length ? cells[column] : default;
}
