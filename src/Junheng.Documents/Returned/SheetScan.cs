using System.Text;
using System.Xml;

namespace Junheng.Documents.Returned;

/// <summary>A cell as it was met.</summary>
/// <param name="Exists">Whether the sheet has it; a blank cell that nobody touched is not there.</param>
/// <param name="Style">Its style, or the one that a new cell there takes from its row or column.</param>
/// <param name="Type">The type letter of its value; null for a number.</param>
/// <param name="Value">The value as stored: for type <c>s</c> an index into the shared strings.</param>
internal sealed record MetCell(bool Exists, int Style, string? Type, string Value);

/// <summary>What one forward pass over a worksheet tells before it is rewritten.</summary>
internal sealed class SheetScan
{
    private readonly Dictionary<CellAt, MetCell> _cells = [];
    private readonly List<(int From, int To, int Style)> _columns = [];
    private readonly Dictionary<int, int> _rowStyles = [];
    private readonly HashSet<int> _usedColumns = [];
    private readonly HashSet<int> _rows;
    private readonly ICollection<CellAt> _wanted;
    private readonly string _main;

    private SheetScan(ICollection<CellAt> wanted, string main) => (_wanted, _rows, _main) = (wanted, [.. wanted.Select(cell => cell.Row)], main);

    /// <summary>The last column in which any cell has content, from 0; -1 in an empty sheet.</summary>
    public int LastColumn { get; private set; } = -1;

    /// <summary>The first row with content; 0 in an empty sheet.</summary>
    public int FirstRow { get; private set; }

    /// <summary>The style of the last cell with content in the header row; null when that row has none.</summary>
    public int? HeadingStyle { get; private set; }

    /// <summary>The relationship of the sheet's old-style drawing, which shows its comments; null when it has none.</summary>
    public string? LegacyDrawing { get; private set; }

    /// <summary>Scans a sheet.</summary>
    /// <param name="stream">The sheet's part; it is closed.</param>
    /// <param name="wanted">The cells whose style and value are wanted.</param>
    /// <param name="headerRow">The header's row; null for the first row with content.</param>
    /// <param name="main">The namespace of the sheet.</param>
    /// <param name="relationships">The namespace of <c>r:id</c>.</param>
    public static SheetScan Of(Stream stream, ICollection<CellAt> wanted, int? headerRow, string main, string relationships)
    {
        var scan = new SheetScan(wanted, main);
        using var reader = PartXml.Read(stream);
        scan.Read(reader, headerRow, relationships);
        return scan;
    }

    /// <summary>A wanted cell; one that the sheet has not takes the style of its row or column.</summary>
    public MetCell this[CellAt at] => _cells.TryGetValue(at, out var met)
        ? met
        : new MetCell(false, _rowStyles.TryGetValue(at.Row, out var style) ? style : ColumnStyle(at.Column), null, "");

    /// <summary>The first column from a given one on in which no row has a cell, not even a blank one with a border.</summary>
    public int FreeColumnFrom(int column)
    {
        while (_usedColumns.Contains(column))
        {
            column++;
        }

        return column;
    }

    private int ColumnStyle(int column) => _columns.Where(each => each.From <= column && column <= each.To).Select(each => each.Style).FirstOrDefault();

    private void Read(XmlReader reader, int? headerRow, string relationships)
    {
        var (at, style, type, isWanted, inRows) = (new CellAt(0, -1), 0, (string?)null, false, false);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "sheetData")
            {
                inRows = false;
            }

            if (reader.NodeType != XmlNodeType.Element || reader.NamespaceURI != _main)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "sheetData":
                    inRows = !reader.IsEmptyElement;
                    break;
                case "col" when !inRows:
                    _columns.Add((Number(reader, "min", 1) - 1, Number(reader, "max", 1) - 1, Number(reader, "style", 0)));
                    break;
                case "legacyDrawing" when !inRows:
                    LegacyDrawing = reader.GetAttribute("id", relationships);
                    break;
                case "row" when inRows:
                    at = new CellAt(Number(reader, "r", at.Row + 1), -1);
                    if (_rows.Contains(at.Row) && reader.GetAttribute("s") is { } rowStyle && PartXml.Whole(rowStyle) is { } known)
                    {
                        _rowStyles[at.Row] = known;
                    }

                    break;
                case "c" when inRows:
                    at = CellAt.Read(reader.GetAttribute("r")) ?? at with { Column = at.Column + 1 };
                    _usedColumns.Add(at.Column);
                    isWanted = _rows.Contains(at.Row) && _wanted.Contains(at);
                    style = isWanted || at.Row == (headerRow ?? (FirstRow == 0 ? at.Row : FirstRow)) ? Number(reader, "s", 0) : 0;
                    type = isWanted ? reader.GetAttribute("t") : null;
                    if (isWanted)
                    {
                        _cells[at] = new MetCell(true, style, type, "");
                    }

                    break;
                case "v" or "is" or "f" when inRows:
                    HasContent(at, style, headerRow);
                    if (isWanted && reader.LocalName != "f" && !reader.IsEmptyElement)
                    {
                        _cells[at] = new MetCell(true, style, type, Text(reader));
                    }

                    break;
            }
        }
    }

    private void HasContent(CellAt at, int style, int? headerRow)
    {
        LastColumn = Math.Max(LastColumn, at.Column);
        FirstRow = FirstRow == 0 ? at.Row : FirstRow;
        if (at.Row == (headerRow ?? FirstRow))
        {
            HeadingStyle = style;
        }
    }

    /// <summary>The text inside an element, phonetic guides left out; leaves the reader at its end.</summary>
    internal static string Text(XmlReader reader)
    {
        var (text, depth, phonetic) = (new StringBuilder(), reader.Depth, -1);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false } && phonetic < 0)
            {
                phonetic = reader.Depth;
            }
            else if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == phonetic)
            {
                phonetic = -1;
            }
            else if (phonetic < 0 && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                text.Append(reader.Value);
            }
        }

        return text.ToString();
    }

    private static int Number(XmlReader reader, string attribute, int otherwise) => PartXml.Whole(reader.GetAttribute(attribute)) ?? otherwise;
}
