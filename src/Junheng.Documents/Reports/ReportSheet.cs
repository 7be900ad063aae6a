using Junheng.Application.Reports;
using Junheng.Domain.Numbers;

namespace Junheng.Documents.Reports;

/// <summary>A cell: a text, a number (<see cref="Rational"/> or double), or nothing.</summary>
/// <param name="Value">The value; null = blank.</param>
/// <param name="Style">Its look.</param>
/// <param name="Formula">A formula whose cached result is the value; null for none.</param>
internal readonly record struct SheetCell(object? Value, ReportStyle Style, string? Formula = null);

/// <summary>Paper and how the sheet lies on it.</summary>
/// <param name="IsLandscape">Whether the long side is at the top.</param>
/// <param name="IsA3">A3 instead of A4.</param>
/// <param name="FitsWidth">Whether the columns are shrunk onto one page's width. Page breaks of one's own need false.</param>
/// <param name="Scale">Percent, where it does not fit by itself.</param>
internal sealed record PageLayout(bool IsLandscape, bool IsA3 = false, bool FitsWidth = true, int Scale = 100);

/// <summary>
/// A sheet that is laid out from top to bottom: rows of cells that may span columns and rows. Cells of a row are placed from left to right into what is free.
/// </summary>
/// <param name="name">The sheet's name.</param>
/// <param name="widths">Widths of the columns, in half-width characters.</param>
/// <param name="page">The paper.</param>
internal sealed class ReportSheet(string name, double[] widths, PageLayout page)
{
    private const double LineFactor = 1.35;
    private const double Padding = 5;
    private const double LeastHeight = 18;
    private const double MostHeight = 400;
    private readonly List<SheetCell?[]> _rows = [];
    private readonly List<double> _heights = [];
    private readonly List<(int Row, int Column, int Rows, int Columns)> _merges = [];
    private readonly List<int> _breaks = [];
    private int _row = -1;
    private int _column;

    public string Name => name;

    public IReadOnlyList<double> Widths => widths;

    public PageLayout Page => page;

    public int Columns => widths.Length;

    /// <summary>Rows so far.</summary>
    public int RowCount => _rows.Count;

    /// <summary>Merged areas: row and column from 0, and their size.</summary>
    public IReadOnlyList<(int Row, int Column, int Rows, int Columns)> Merges => _merges;

    /// <summary>Rows after which a page ends, from 1.</summary>
    public IReadOnlyList<int> Breaks => _breaks;

    /// <summary>Rows and columns that stay in view.</summary>
    public (int Rows, int Columns) Frozen { get; private set; }

    /// <summary>Rows printed on every page, from 1; null for none.</summary>
    public (int First, int Last)? Repeated { get; private set; }

    /// <summary>First row (from 1, the head), last row and first and last column (from 0) of the filter; null for none.</summary>
    public (int First, int Last)? Filter { get; private set; }

    /// <summary>The cells of a row, one a column; null where nothing was placed.</summary>
    public ReadOnlySpan<SheetCell?> Row(int row) => _rows[row];

    /// <summary>Height of a row in points.</summary>
    public double Height(int row) => _heights[row];

    /// <summary>Begins a row.</summary>
    /// <param name="height">Points; 0 = as high as its texts need.</param>
    public ReportSheet Next(double height = 0)
    {
        (_row, _column) = (_row + 1, 0);
        Grow(_row);
        _heights[_row] = height > 0 ? Math.Min(height, MostHeight) : LeastHeight;
        return this;
    }

    /// <summary>Places a cell.</summary>
    public ReportSheet Cell(object? value, ReportStyle style, int columns = 1, int rows = 1, string? formula = null)
    {
        while (_column < Columns && _rows[_row][_column] is not null)
        {
            _column++;
        }

        Grow(_row + rows - 1);
        for (var row = _row; row < _row + rows; row++)
        {
            for (var column = _column; column < _column + columns; column++)
            {
                _rows[row][column] = new SheetCell(null, style);
            }
        }

        _rows[_row][_column] = new SheetCell(value, style, formula);
        if (columns > 1 || rows > 1)
        {
            _merges.Add((_row, _column, rows, columns));
        }

        if (value is string text && rows == 1 && _heights[_row] < MostHeight)
        {
            _heights[_row] = Math.Max(_heights[_row], Math.Min(HeightOf(text, style, columns), MostHeight));
        }

        _column += columns;
        return this;
    }

    /// <summary>Places a printed figure, blank where it is not known.</summary>
    public ReportSheet Figure(PrintedFigure? figure, int digits, string? formula = null) =>
        Cell(figure?.Printed, ReportStyles.Number(figure?.Digits ?? digits), formula: formula);

    /// <summary>Leaves columns free.</summary>
    public ReportSheet Skip(int columns)
    {
        _column += columns;
        return this;
    }

    /// <summary>A title over all columns and, under it, a caption at the left and one at the right.</summary>
    public ReportSheet Heading(string title, string left, string right = "")
    {
        Next(30).Cell(title, ReportStyle.Title, Columns);
        var half = Math.Max(1, Columns / 2);
        Next().Cell(left, ReportStyle.Caption, right.Length == 0 || Columns == 1 ? Columns : Columns - half);
        return right.Length == 0 || Columns == 1 ? this : Cell(right, ReportStyle.CaptionRight, half);
    }

    /// <summary>A line over all columns.</summary>
    public ReportSheet Line(string text, ReportStyle style) => Next().Cell(text, style, Columns);

    /// <summary>The lines that people sign on (填表人、审核人、单位负责人、公章).</summary>
    public ReportSheet SignLines()
    {
        Next(10);
        Next(24).Cell("填表人：　　　　　　　　审核人：　　　　　　　　单位负责人：　　　　　　　　（公章）", ReportStyle.Sign, Columns);
        return Next(24).Cell("填表日期：　　　　年　　月　　日", ReportStyle.Sign, Columns);
    }

    /// <summary>Keeps the rows so far in view and prints them on every page from the given one.</summary>
    public ReportSheet FreezeHere(int columns, int firstRepeated)
    {
        Frozen = (RowCount, columns);
        Repeated = (firstRepeated, RowCount);
        return this;
    }

    /// <summary>Filters from a head row to the last row so far, over all columns.</summary>
    public ReportSheet FilterFrom(int head)
    {
        Filter = RowCount > head ? (head, RowCount) : null;
        return this;
    }

    /// <summary>Ends the page after the row so far.</summary>
    public void BreakPage() => _breaks.Add(RowCount);

    /// <summary>Ends the page before a row.</summary>
    /// <param name="row">The row, from 0.</param>
    public void BreakPageBefore(int row) => _breaks.Add(row);

    private void Grow(int row)
    {
        while (_rows.Count <= row)
        {
            _rows.Add(new SheetCell?[Columns]);
            _heights.Add(LeastHeight);
        }
    }

    private double HeightOf(string text, ReportStyle style, int columns)
    {
        var size = ReportStyles.FontSize(style);
        var room = Math.Max(1, (widths.AsSpan(_column, columns).ToArray().Sum() - 2) * 10 / size);
        var lines = text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(CharacterWidth.Of(line) / room)));
        return (lines * size * LineFactor) + Padding;
    }
}
