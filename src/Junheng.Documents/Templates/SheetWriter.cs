using System.Globalization;
using System.Xml;
using Junheng.Documents.Returned;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Templates;

/// <summary>Writes the rows of a sheet that is built from scratch; elements around them are given as text.</summary>
internal sealed class SheetWriter : IDisposable
{
    private readonly XmlWriter _xml;
    private int _row;
    private int _column;

    public SheetWriter(Stream stream)
    {
        _xml = PartXml.Write(stream);
        _xml.WriteStartElement("worksheet", NewPackage.Main);
    }

    /// <summary>Elements in front of the rows or behind them.</summary>
    public void Elements(string xml) => _xml.WriteRaw(xml);

    public void BeginRows() => _xml.WriteStartElement("sheetData", NewPackage.Main);

    public void EndRows() => _xml.WriteEndElement();

    public void BeginRow(int? height = null)
    {
        (_row, _column) = (_row + 1, 0);
        _xml.WriteStartElement("row", NewPackage.Main);
        _xml.WriteAttributeString("r", PartXml.Text(_row));
        if (height is { } points)
        {
            _xml.WriteAttributeString("ht", PartXml.Text(points));
            _xml.WriteAttributeString("customHeight", "1");
        }
    }

    public void EndRow() => _xml.WriteEndElement();

    /// <summary>A text; blank when empty.</summary>
    public void Text(string text, int style)
    {
        Begin(style);
        if (text.Length > 0)
        {
            _xml.WriteAttributeString("t", "inlineStr");
            _xml.WriteStartElement("is", NewPackage.Main);
            _xml.WriteStartElement("t", NewPackage.Main);
            _xml.WriteAttributeString("xml", "space", null, "preserve");
            _xml.WriteString(PartXml.Printable(text));
            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    /// <summary>A figure where the text is one, else the text as it is.</summary>
    public void Figure(string text, int style)
    {
        if (text.Length == 0 || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            Text(text, style);
            return;
        }

        Begin(style);
        _xml.WriteElementString("v", NewPackage.Main, number.ToString("R", CultureInfo.InvariantCulture));
        _xml.WriteEndElement();
    }

    /// <summary>A formula that shows nothing yet.</summary>
    public void Formula(string formula, int style)
    {
        Begin(style);
        _xml.WriteAttributeString("t", "str");
        _xml.WriteElementString("f", NewPackage.Main, formula);
        _xml.WriteElementString("v", NewPackage.Main, "");
        _xml.WriteEndElement();
    }

    public void Dispose()
    {
        _xml.WriteEndElement();
        _xml.Dispose();
    }

    private void Begin(int style)
    {
        _xml.WriteStartElement("c", NewPackage.Main);
        _xml.WriteAttributeString("r", Origin.CellName(_row, _column++));
        _xml.WriteAttributeString("s", PartXml.Text(style));
    }
}
