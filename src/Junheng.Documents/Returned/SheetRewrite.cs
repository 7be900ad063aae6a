using System.Xml;
using System.Xml.Linq;

namespace Junheng.Documents.Returned;

/// <summary>A cell as it is to be.</summary>
/// <param name="Style">Its style.</param>
/// <param name="Text">A text in place of what is in it; null leaves its content.</param>
internal sealed record PlannedCell(int Style, string? Text = null);

/// <summary>What is to be changed in a worksheet.</summary>
internal sealed record SheetChange
{
    /// <summary>Cells with a new style or text; those absent are put in.</summary>
    public SortedDictionary<CellAt, PlannedCell> Cells { get; init; } = [];

    /// <summary>The style that an existing cell gets instead of its own.</summary>
    public Func<CellAt, int, int>? Restyle { get; init; }

    /// <summary>Cells that go when nothing is in them.</summary>
    public IReadOnlySet<CellAt> DropWhereEmpty { get; init; } = new HashSet<CellAt>();

    /// <summary>A column that comes in at the right, with its width.</summary>
    public int? AddedColumn { get; init; }

    /// <summary>A column whose cells go.</summary>
    public int? DroppedColumn { get; init; }

    /// <summary>The relationship of the drawing that shows comments: null leaves it, empty takes it out.</summary>
    public string? LegacyDrawing { get; init; }
}

/// <summary>Rewrites a worksheet in one forward pass: whatever is not changed is copied node by node, a row at a time, however large the sheet.</summary>
internal sealed class SheetRewrite
{
    private static readonly HashSet<string> _behindLegacyDrawing =
        ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst", "AlternateContent"];

    private readonly XmlReader _reader;
    private readonly XmlWriter _writer;
    private readonly SheetChange _change;
    private readonly string _main;
    private readonly string _relationships;
    private readonly List<KeyValuePair<CellAt, PlannedCell>> _cells;
    private readonly SheetColumns _columns;
    private int _next;
    private CellAt _at = new(0, -1);
    private bool _hasRows;
    private bool _hasColumns;
    private bool _isBehindRows;
    private bool _hasLegacyDrawing;
    private bool _isChanged;

    private SheetRewrite(XmlReader reader, XmlWriter writer, SheetChange change, string main, string relationships)
    {
        (_reader, _writer, _change, _main, _relationships) = (reader, writer, change, main, relationships);
        _cells = [.. change.Cells];
        _columns = new SheetColumns(main, change.AddedColumn, change.DroppedColumn);
        _hasLegacyDrawing = string.IsNullOrEmpty(change.LegacyDrawing);
        _isChanged = _columns.Changed || _cells.Count > 0 || change.LegacyDrawing is not null;
    }

    /// <summary>Rewrites a sheet.</summary>
    /// <returns>Whether anything in it was changed.</returns>
    public static bool Run(Stream source, Stream target, SheetChange change, string main, string relationships)
    {
        using var reader = PartXml.Read(source);
        using var writer = PartXml.Write(target);
        var rewrite = new SheetRewrite(reader, writer, change, main, relationships);
        rewrite.Run();
        return rewrite._isChanged;
    }

    private void Run()
    {
        var isAtNext = false;
        while (isAtNext || _reader.Read())
        {
            isAtNext = _reader.NodeType switch
            {
                XmlNodeType.Element when _reader.NamespaceURI == _main && _hasRows && _reader.Depth == 2 => Row(),
                XmlNodeType.Element when _reader.NamespaceURI == _main && _hasRows && _reader.Depth == 3 => Cell(),
                XmlNodeType.Element when _reader.Depth == 1 => Part(),
                XmlNodeType.EndElement => End(),
                _ => Copy(),
            };
        }
    }

    private bool Copy()
    {
        PartXml.CopyShallow(_reader, _writer);
        return false;
    }

    /// <summary>An element directly below the worksheet.</summary>
    private bool Part()
    {
        if (_reader.LocalName == "dimension" && _columns.Changed)
        {
            _writer.WriteStartElement("dimension", _main);
            _writer.WriteAttributeString("ref", _columns.Extent(_reader.GetAttribute("ref") ?? ""));
            _writer.WriteEndElement();
            _reader.Skip();
            return true;
        }

        if (_reader.LocalName == "cols")
        {
            _hasColumns = true;
            if (_columns.Changed)
            {
                _columns.Of((XElement)XNode.ReadFrom(_reader))?.WriteTo(_writer);
                return true;
            }
        }

        if (_reader.LocalName == "sheetData")
        {
            _isBehindRows = true;
            if (!_hasColumns)
            {
                _columns.Of(null)?.WriteTo(_writer);
            }

            if (_reader.IsEmptyElement)
            {
                _writer.WriteStartElement("sheetData", _main);
                WriteRowsBefore(int.MaxValue);
                _writer.WriteEndElement();
                return false;
            }

            _hasRows = true;
        }

        if (_reader.LocalName == "legacyDrawing" && _change.LegacyDrawing is { } id)
        {
            _hasLegacyDrawing = true;
            if (id.Length > 0)
            {
                WriteLegacyDrawing(id);
            }

            _reader.Skip();
            return true;
        }

        if (!_hasLegacyDrawing && _isBehindRows && _behindLegacyDrawing.Contains(_reader.LocalName))
        {
            WriteLegacyDrawing(_change.LegacyDrawing!);
        }

        return Copy();
    }

    private bool End()
    {
        if (_reader.Depth == 0 && !_hasLegacyDrawing)
        {
            WriteLegacyDrawing(_change.LegacyDrawing!);
        }

        if (_hasRows && _reader.Depth == 2)
        {
            WriteCellsBefore(CellAt.MostColumns);
        }

        if (_hasRows && _reader.Depth == 1)
        {
            _hasRows = false;
            WriteRowsBefore(int.MaxValue);
        }

        return Copy();
    }

    private bool Row()
    {
        var row = PartXml.Whole(_reader.GetAttribute("r")) ?? _at.Row + 1;
        WriteRowsBefore(row);
        _at = new CellAt(row, -1);
        if (!IsPlanned(row))
        {
            return Copy();
        }

        var isEmpty = _reader.IsEmptyElement;
        WriteStart("spans", null); // the span of columns no longer holds
        if (isEmpty)
        {
            WriteCellsBefore(CellAt.MostColumns);
            _writer.WriteEndElement();
        }

        return false;
    }

    private bool Cell()
    {
        _at = CellAt.Read(_reader.GetAttribute("r")) ?? _at with { Column = _at.Column + 1 };
        WriteCellsBefore(_at.Column);
        var style = PartXml.Whole(_reader.GetAttribute("s")) ?? 0;
        if (_change.DroppedColumn == _at.Column)
        {
            _reader.Skip();
            return true;
        }

        if (_reader.IsEmptyElement && _change.DropWhereEmpty.Contains(_at))
        {
            _isChanged = true;
            return false;
        }

        if (_next < _cells.Count && _cells[_next].Key == _at)
        {
            var planned = _cells[_next++].Value;
            if (planned.Text is not null)
            {
                WriteCell(_at, style == 0 ? planned : planned with { Style = style });
                _reader.Skip();
                return true;
            }

            WriteRestyled(planned.Style);
            return false;
        }

        if (_change.Restyle?.Invoke(_at, style) is { } changed && changed != style)
        {
            WriteRestyled(changed);
            return false;
        }

        return Copy();
    }

    private void WriteRestyled(int style)
    {
        _isChanged = true;
        var isEmpty = _reader.IsEmptyElement;
        WriteStart("s", PartXml.Text(style));
        if (isEmpty)
        {
            _writer.WriteEndElement();
        }
    }

    /// <summary>The element that the reader stands at, with one attribute changed, or left out where the value is null.</summary>
    private void WriteStart(string attribute, string? value)
    {
        _writer.WriteStartElement(_reader.Prefix, _reader.LocalName, _reader.NamespaceURI);
        for (var more = _reader.MoveToFirstAttribute(); more; more = _reader.MoveToNextAttribute())
        {
            if (_reader.Name != attribute)
            {
                _writer.WriteAttributeString(_reader.Prefix, _reader.LocalName, _reader.NamespaceURI, _reader.Value);
            }
        }

        _reader.MoveToElement();
        if (value is not null)
        {
            _writer.WriteAttributeString(attribute, value);
        }
    }

    private bool IsPlanned(int row) => _next < _cells.Count && _cells[_next].Key.Row == row;

    private void WriteRowsBefore(int row)
    {
        while (_next < _cells.Count && _cells[_next].Key.Row < row)
        {
            _at = new CellAt(_cells[_next].Key.Row, -1);
            _writer.WriteStartElement("row", _main);
            _writer.WriteAttributeString("r", PartXml.Text(_at.Row));
            WriteCellsBefore(CellAt.MostColumns);
            _writer.WriteEndElement();
        }
    }

    private void WriteCellsBefore(int column)
    {
        for (; IsPlanned(_at.Row) && _cells[_next].Key.Column < column; _next++)
        {
            WriteCell(_cells[_next].Key, _cells[_next].Value);
        }
    }

    private void WriteCell(CellAt at, PlannedCell cell)
    {
        _writer.WriteStartElement("c", _main);
        _writer.WriteAttributeString("r", at.Name);
        _writer.WriteAttributeString("s", PartXml.Text(cell.Style));
        if (cell.Text is { } text)
        {
            _writer.WriteAttributeString("t", "inlineStr");
            _writer.WriteStartElement("is", _main);
            _writer.WriteStartElement("t", _main);
            _writer.WriteAttributeString("xml", "space", null, "preserve");
            _writer.WriteString(PartXml.Printable(text));
            _writer.WriteEndElement();
            _writer.WriteEndElement();
        }

        _writer.WriteEndElement();
    }

    private void WriteLegacyDrawing(string id)
    {
        _hasLegacyDrawing = true;
        _writer.WriteStartElement("legacyDrawing", _main);
        _writer.WriteAttributeString("r", "id", _relationships, id);
        _writer.WriteEndElement();
    }
}
