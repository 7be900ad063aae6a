using System.Collections.Frozen;
using System.Globalization;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Tables;

/// <summary>A column of a workbook in the making; it grows with the rows that have content.</summary>
internal sealed class WorkbookColumn(ColumnUse use)
{
    private readonly List<string?> _texts = [];
    private readonly List<double?> _figures = [];
    private readonly Dictionary<int, string> _exactTexts = [];
    private readonly Dictionary<int, string> _unreadTexts = [];

    public ColumnUse Use => use;

    public void AddText(string? text) => _texts.Add(text);

    public void AddMissing() => _figures.Add(null);

    /// <summary>A figure, or a text that is none and is kept for <see cref="CellText"/>.</summary>
    public void AddNumber(NumberReading reading, string text)
    {
        var row = _figures.Count;
        _figures.Add(reading.WasRead ? reading.Value : null);
        if (!reading.WasRead)
        {
            _unreadTexts[row] = text;
        }
        else if (reading.ExactText is not null)
        {
            _exactTexts[row] = reading.ExactText;
        }
    }

    public string CellText(int row) => use == ColumnUse.Text
        ? _texts[row] ?? ""
        : _unreadTexts.GetValueOrDefault(row) ?? _exactTexts.GetValueOrDefault(row) ?? _figures[row]?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    public TextColumn? ToTextColumn() => use == ColumnUse.Text ? TextColumn.Of(_texts) : null;

    public NumberColumn? ToNumberColumn()
    {
        if (use != ColumnUse.Number)
        {
            return null;
        }

        var plain = NumberColumn.Of(_figures);
        return _exactTexts.Count == 0 ? plain : new NumberColumn(plain.Values.ToArray(), plain.Present, _exactTexts.ToFrozenDictionary());
    }
}
