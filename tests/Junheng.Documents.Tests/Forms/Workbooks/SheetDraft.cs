using System.Globalization;

namespace Junheng.Documents.Tests.Forms;

/// <summary>A formula with the value that the program which saved it had worked out.</summary>
internal sealed record Formula(string Text, object Cached);

/// <summary>A cell that shows an error, e.g. <c>#REF!</c>.</summary>
internal sealed record CellError(string Text);

/// <summary>A sheet being drawn: cells, merged ranges, what is hidden. Rows and columns count from 1.</summary>
internal sealed class SheetDraft(string name)
{
    private Dictionary<(int Row, int Column), object> _cells = [];
    private List<(int Row, int Column, int LastRow, int LastColumn)> _merges = [];

    public string Name { get; set; } = name;

    public bool IsHidden { get; set; }

    public HashSet<int> HiddenColumns { get; } = [];

    public HashSet<int> HiddenRows { get; } = [];

    public IReadOnlyDictionary<(int Row, int Column), object> Cells => _cells;

    public IReadOnlyList<(int Row, int Column, int LastRow, int LastColumn)> Merges => _merges;

    public int LastRow => _cells.Keys.Select(at => at.Row).DefaultIfEmpty(0).Max();

    public int LastColumn => _cells.Keys.Select(at => at.Column).DefaultIfEmpty(0).Max();

    public object? this[int row, int column]
    {
        get => _cells.GetValueOrDefault((row, column));
        set
        {
            if (value is null)
            {
                _cells.Remove((row, column));
            }
            else
            {
                _cells[(row, column)] = value;
            }
        }
    }

    public SheetDraft Merge(int row, int column, int lastRow, int lastColumn)
    {
        if (row != lastRow || column != lastColumn)
        {
            _merges.Add((row, column, lastRow, lastColumn));
        }

        return this;
    }

    public void Unmerge() => _merges = [];

    /// <summary>Blank rows before a row; what is merged across it grows.</summary>
    public void InsertRows(int before, int count = 1)
    {
        _cells = _cells.ToDictionary(cell => (cell.Key.Row >= before ? cell.Key.Row + count : cell.Key.Row, cell.Key.Column), cell => cell.Value);
        _merges = [.. _merges.Select(merge => (Shift(merge.Row), merge.Column, Shift(merge.LastRow), merge.LastColumn))];

        int Shift(int row) => row >= before ? row + count : row;
    }

    /// <summary>Blank columns before a column; what is merged across it grows.</summary>
    public void InsertColumns(int before, int count = 1)
    {
        _cells = _cells.ToDictionary(cell => (cell.Key.Row, cell.Key.Column >= before ? cell.Key.Column + count : cell.Key.Column), cell => cell.Value);
        _merges = [.. _merges.Select(merge => (merge.Row, Shift(merge.Column), merge.LastRow, Shift(merge.LastColumn)))];

        int Shift(int column) => column >= before ? column + count : column;
    }

    public void RemoveRow(int row)
    {
        _cells = _cells.Where(cell => cell.Key.Row != row)
            .ToDictionary(cell => (cell.Key.Row > row ? cell.Key.Row - 1 : cell.Key.Row, cell.Key.Column), cell => cell.Value);
        _merges = [.. _merges.Select(merge => (Shift(merge.Row), merge.Column, Shift(merge.LastRow), merge.LastColumn))];

        int Shift(int at) => at > row ? at - 1 : at;
    }

    public void Change(Func<object, object?> change)
    {
        foreach (var (at, value) in _cells.ToList())
        {
            this[at.Row, at.Column] = change(value);
        }
    }

    /// <summary>The first cell, by rows, whose trimmed text is the given one or starts with it.</summary>
    public (int Row, int Column) Find(string text) => _cells
        .Where(cell => cell.Value is string cellText && Plain(cellText).StartsWith(text, StringComparison.Ordinal))
        .OrderBy(cell => cell.Key.Row).ThenBy(cell => cell.Key.Column).Select(cell => cell.Key).FirstOrDefault() is { Row: > 0 } found
            ? found
            : throw new InvalidOperationException($"{Name} has no cell '{text}'.");

    /// <summary>Where a row with a printed code and a column with a printed number cross.</summary>
    public (int Row, int Column) Cell(string code, int number)
    {
        var numbers = Find("甲").Row;
        var column = _cells.First(cell => cell.Key.Row == numbers && Convert.ToString(cell.Value, CultureInfo.InvariantCulture) == number.ToString(CultureInfo.InvariantCulture)).Key.Column;
        var codes = _cells.First(cell => cell.Key.Row == numbers && Equals(cell.Value, "乙")).Key.Column;
        return (_cells.First(cell => cell.Key.Column == codes && cell.Key.Row > numbers && Equals(cell.Value, code)).Key.Row, column);
    }

    /// <summary>A copy under another name.</summary>
    public SheetDraft Copy(string name)
    {
        var copy = new SheetDraft(name) { IsHidden = IsHidden, _cells = new(_cells), _merges = [.. _merges] };
        copy.HiddenColumns.UnionWith(HiddenColumns);
        copy.HiddenRows.UnionWith(HiddenRows);
        return copy;
    }

    private static string Plain(string text) => text.Trim(' ', '\u3000').Replace("其中：", "", StringComparison.Ordinal).TrimStart('#');
}
