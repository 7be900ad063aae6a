using System.Collections.Immutable;
using System.Globalization;
using Junheng.Documents.Forms.Maps;
using Junheng.Documents.Forms.Sheets;
using Junheng.Documents.Tables;

namespace Junheng.Documents.Forms.School;

/// <summary>
/// Finds a form's headings and rows on a sheet: the row 甲 乙 1 2 3 or else the heading 代码, the heading block above it, the rows below it. Nothing is taken from fixed places.
/// </summary>
internal sealed class FormSheetFinder
{
    private const int SearchedRows = 60;
    private const int MostHeadingRows = 8;
    private static readonly HashSet<string> _codeHeadings = ["代码", "编号", "行号", "行次", "指标代码"];
    private static readonly HashSet<string> _unitHeadings = ["计量单位", "单位"];
    private static readonly HashSet<string> _nameHeadings = ["指标名称", "项目", "指标", "名称"];

    private readonly SheetGrid _grid;
    private int _numberRow;
    private int _top;
    private int _bottom;
    private int _firstFigure;
    private int _codeColumn = -1;
    private int _unitColumn = -1;
    private bool _hasFilled;

    private FormSheetFinder(SheetGrid grid) => _grid = grid;

    /// <summary>The form; null where the sheet has no heading block with rows below.</summary>
    public static FormSheet? Find(SheetGrid grid) => new FormSheetFinder(grid).Find();

    private FormSheet? Find()
    {
        if (!FindNumberRow() && !FindHeadingRow())
        {
            return null;
        }

        FindHeadingBlock();
        FindSpecialColumns();
        var columns = Columns();
        var rows = new FormRowFinder(_grid, _bottom + 1, _firstFigure, _codeColumn, _unitColumn).Rows();
        return columns.IsEmpty || rows.IsEmpty ? null : new FormSheet(_grid, columns, rows, _top - 1, _numberRow, HeadUnit(), _hasFilled);
    }

    private bool FindNumberRow()
    {
        for (var row = 1; row <= Math.Min(SearchedRows, _grid.RowCount); row++)
        {
            var first = -1;
            var expected = 1;
            var hasLetter = false;
            for (var column = 0; column < _grid.ColumnCount; column++)
            {
                var text = FullWidth.Narrow(_grid.Text(row, column), out _).Trim('(', ')', ' ');
                hasLetter |= text == "甲";
                if (text == expected.ToString(CultureInfo.InvariantCulture))
                {
                    first = expected == 1 ? column : first;
                    expected++;
                }
                else if (text.Length > 0 && first >= 0)
                {
                    first = -1;
                    break;
                }
            }

            if (first > 0 && (hasLetter || expected > 3))
            {
                (_numberRow, _bottom, _firstFigure) = (row, row, first);
                return true;
            }
        }

        return false;
    }

    /// <summary>Without a row of numbers: the row with the heading 代码 or 指标名称, and what lies below it by merging.</summary>
    private bool FindHeadingRow()
    {
        for (var row = 1; row <= Math.Min(SearchedRows, _grid.RowCount); row++)
        {
            for (var column = 0; column < _grid.ColumnCount; column++)
            {
                if (_codeHeadings.Contains(HeadingPath.Normalised(_grid.Text(row, column))) && NameStandsLeftOf(row, column))
                {
                    _bottom = _grid.MergeAt(row, column)?.LastRow ?? row;
                    _codeColumn = column;
                    _firstFigure = column + 1;
                    while (_firstFigure < _grid.ColumnCount && _unitHeadings.Contains(HeadingPath.Normalised(_grid.MergedText(row, _firstFigure))))
                    {
                        _firstFigure++;
                    }

                    return _firstFigure < _grid.ColumnCount;
                }
            }
        }

        return false;
    }

    private bool NameStandsLeftOf(int row, int column) =>
        Enumerable.Range(0, column).Any(left => _nameHeadings.Contains(HeadingPath.Normalised(_grid.MergedText(row, left))));

    /// <summary>The headings reach up to the title or the lines with form code, school and unit.</summary>
    private void FindHeadingBlock()
    {
        var last = _numberRow > 0 ? _numberRow - 1 : _bottom;
        _top = _numberRow > 0 ? _numberRow : _bottom;
        for (var (row, seen) = (last, 0); row >= 1 && seen < MostHeadingRows; row--)
        {
            if (IsBlankAndUnmerged(row))
            {
                continue;
            }

            if (!IsHeadingRow(row))
            {
                break;
            }

            _top = row;
            seen++;
        }
    }

    private bool IsBlankAndUnmerged(int row)
    {
        for (var column = 0; column < _grid.ColumnCount; column++)
        {
            if (_grid.MergedText(row, column).Length > 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsHeadingRow(int row)
    {
        var hasHeading = false;
        for (var column = 0; column < _grid.ColumnCount; column++)
        {
            var text = _grid.Text(row, column);
            if (text.Length > 0 && HeadLines.IsHeadLine(text))
            {
                return false;
            }

            hasHeading |= column >= _firstFigure && (text.Length > 0
                || (_grid.MergeAt(row, column) is { } merge && merge.FirstRow < row && merge.FirstColumn >= _firstFigure && _grid.Text(merge.FirstRow, merge.FirstColumn).Length > 0));
        }

        return hasHeading;
    }

    private void FindSpecialColumns()
    {
        for (var column = 0; column < _firstFigure; column++)
        {
            for (var row = _top; row < _bottom || (row == _bottom && _numberRow == 0); row++)
            {
                var heading = HeadingPath.Normalised(_grid.MergedText(row, column));
                _codeColumn = _codeHeadings.Contains(heading) ? column : _codeColumn;
                _unitColumn = _unitHeadings.Contains(heading) ? column : _unitColumn;
            }
        }

        for (var column = _firstFigure - 1; column > 0 && _codeColumn < 0; column--)
        {
            _codeColumn = column != _unitColumn && HoldsCodes(column) ? column : -1;
        }
    }

    /// <summary>Whole numbers that rise from row to row.</summary>
    private bool HoldsCodes(int column)
    {
        var (last, count) = (0, 0);
        for (var row = _bottom + 1; row <= _grid.RowCount; row++)
        {
            var text = FullWidth.Narrow(_grid.Text(row, column), out _);
            if (text.Length == 0)
            {
                continue;
            }

            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code <= last || code > 200)
            {
                return false;
            }

            (last, count) = (code, count + 1);
        }

        return count > 0;
    }

    private ImmutableArray<FormColumn> Columns()
    {
        var columns = ImmutableArray.CreateBuilder<FormColumn>();
        var lastHeading = _numberRow > 0 ? _numberRow - 1 : _bottom;
        for (var column = _firstFigure; column < _grid.ColumnCount; column++)
        {
            var number = _numberRow > 0 && int.TryParse(FullWidth.Narrow(_grid.Text(_numberRow, column), out _).Trim('(', ')', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var printed) ? printed : 0;
            var headings = Headings(column, lastHeading, out var lowest);
            if (number > 0 || headings.Count > 0)
            {
                columns.Add(new FormColumn(column, number, [.. headings.Select(HeadingPath.Normalised)], [.. headings], lowest));
            }
        }

        return columns.ToImmutable();
    }

    private List<string> Headings(int column, int lastHeading, out int lowest)
    {
        var headings = new List<string>();
        var lastAnchor = (-1, -1);
        lowest = lastHeading;
        for (var row = _top; row <= lastHeading; row++)
        {
            var merge = _grid.MergeAt(row, column);
            var anchor = merge is { } range ? (range.FirstRow, range.FirstColumn) : (row, column);
            var text = _grid.Text(anchor.Item1, anchor.Item2);
            if (text.Length == 0 && merge is null && ParentLeftOf(row, column, lastHeading) is { } parent)
            {
                anchor = (row, parent);
                text = _grid.Text(row, parent);
                _hasFilled = true;
            }

            if (text.Length > 0 && anchor != lastAnchor)
            {
                headings.Add(CellText.Heading(text));
                lowest = anchor.Item1;
            }

            lastAnchor = text.Length > 0 ? anchor : lastAnchor;
        }

        return headings;
    }

    /// <summary>Without merged cells a heading that has headings below it stands for the columns to its right, too.</summary>
    private int? ParentLeftOf(int row, int column, int lastHeading)
    {
        if (!HasHeadingBelow(row, column, lastHeading))
        {
            return null;
        }

        for (var left = column - 1; left >= _firstFigure; left--)
        {
            if (_grid.MergeAt(row, left) is not null)
            {
                return null;
            }

            if (_grid.Text(row, left).Length > 0)
            {
                return HasHeadingBelow(row, left, lastHeading) ? left : null;
            }
        }

        return null;
    }

    private bool HasHeadingBelow(int row, int column, int lastHeading)
    {
        for (var below = row + 1; below <= lastHeading; below++)
        {
            if (_grid.Text(below, column).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private string? HeadUnit()
    {
        for (var row = 1; row < _top; row++)
        {
            for (var column = 0; column < _grid.ColumnCount; column++)
            {
                if (_grid.Raw(row, column) is string text && HeadLines.UnitOf(text) is { } unit)
                {
                    return unit;
                }
            }
        }

        return null;
    }
}
