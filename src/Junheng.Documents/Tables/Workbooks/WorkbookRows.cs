using ExcelDataReader;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Tables;

/// <summary>The rows of a sheet in the making. A row with content in columns of ours (<see cref="Companions"/>) alone is blank.</summary>
internal sealed class WorkbookRows(
    ColumnUse[] uses, Dictionary<string, string> errors, RemarkList remarks, int fieldCount, int searchedBeyondHeader, bool[] companions)
{
    private readonly WorkbookColumn[] _columns = [.. uses.Select(use => new WorkbookColumn(use))];
    private readonly List<int> _sourceRows = [];
    private int _blankRows;

    public int Count => _sourceRows.Count;

    public void Add(IExcelDataReader reader, int row)
    {
        if (IsBlank(reader, row))
        {
            _blankRows++;
            return;
        }

        _sourceRows.Add(row);
        for (var column = 0; column < _columns.Length; column++)
        {
            switch (uses[column])
            {
                case ColumnUse.Text:
                    AddText(reader, row, column);
                    break;
                case ColumnUse.Number:
                    AddNumber(reader, row, column);
                    break;
            }
        }

        RemarkBeyondHeader(reader, row);
    }

    public TableRows ToRows(Func<int, int, string> readAgain)
    {
        var chunk = new TableChunk(
            Count,
            0,
            [.. _sourceRows],
            Array.ConvertAll(_columns, column => column.ToTextColumn()),
            Array.ConvertAll(_columns, column => column.ToNumberColumn()),
            new WorkbookCellTexts(_columns, readAgain));
        return new TableRows([chunk], _blankRows, remarks, []);
    }

    private bool IsBlank(IExcelDataReader reader, int row)
    {
        var last = Math.Min(fieldCount, _columns.Length + searchedBeyondHeader);
        for (var column = 0; column < last; column++)
        {
            if (!(column < companions.Length && companions[column]) && (!WorkbookCell.IsBlank(reader.GetValue(column)) || Error(row, column) is not null))
            {
                return false;
            }
        }

        return true;
    }

    private void AddText(IExcelDataReader reader, int row, int column)
    {
        if (column >= fieldCount || WorkbookCell.IsBlank(reader.GetValue(column)))
        {
            if (Error(row, column) is { } error)
            {
                remarks.Add(row, column, CellRemarkKind.FormulaError, error);
            }

            _columns[column].AddText(null);
            return;
        }

        var written = WorkbookCell.Text(reader, column);
        var text = FullWidth.NarrowAlphanumerics(written, out var narrowed);
        if (narrowed)
        {
            remarks.Add(row, column, CellRemarkKind.FullWidthText, written);
        }

        if (WorkbookCell.TextRemark(reader, column, text) is { } kind)
        {
            remarks.Add(row, column, kind, written);
        }

        _columns[column].AddText(text);
    }

    private void AddNumber(IExcelDataReader reader, int row, int column)
    {
        if (column < fieldCount && !WorkbookCell.IsBlank(reader.GetValue(column)))
        {
            var text = WorkbookCell.Text(reader, column);
            var reading = WorkbookCell.Number(reader, column);
            _columns[column].AddNumber(reading, text);
            if (reading.Remark is { } kind)
            {
                remarks.Add(row, column, kind, text);
            }
        }
        else if (Error(row, column) is { } error)
        {
            _columns[column].AddNumber(new NumberReading(0, null, CellRemarkKind.FormulaError), error);
            remarks.Add(row, column, CellRemarkKind.FormulaError, error);
        }
        else
        {
            _columns[column].AddMissing();
        }
    }

    private void RemarkBeyondHeader(IExcelDataReader reader, int row)
    {
        var last = Math.Min(fieldCount, _columns.Length + searchedBeyondHeader);
        for (var column = _columns.Length; column < last; column++)
        {
            if (!WorkbookCell.IsBlank(reader.GetValue(column)))
            {
                remarks.Add(row, column, CellRemarkKind.BeyondHeader, WorkbookCell.Text(reader, column));
                return;
            }
        }
    }

    private string? Error(int row, int column) => errors.Count > 0 ? errors.GetValueOrDefault(Origin.CellName(row, column)) : null;
}
