using System.Globalization;
using System.Text;
using System.Xml;
using Junheng.Application.Explain;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;

namespace Junheng.Documents.Reports;

/// <summary>Writes one sheet as XML, streaming: elements in the schema's order, no object a cell.</summary>
internal sealed class SheetXml : IDisposable
{
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int MostTextLength = 32767;
    private readonly XmlWriter _xml;
    private readonly ReportSheet _sheet;

    private SheetXml(ReportSheet sheet, Stream stream)
    {
        _sheet = sheet;
        _xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = true, CloseOutput = true });
    }

    /// <summary>Writes a sheet.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="footer">What every page says beside its number.</param>
    /// <param name="isFirst">Whether it is the sheet shown when the workbook is opened.</param>
    /// <param name="stream">Where to; closed.</param>
    public static void Write(ReportSheet sheet, string footer, bool isFirst, Stream stream)
    {
        using var writer = new SheetXml(sheet, stream);
        writer.Write(footer, isFirst);
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string NumberText(object number) => number switch
    {
        Rational { IsInteger: true } whole => whole.Numerator.ToString(CultureInfo.InvariantCulture),
        Rational exact => ExactText.Of(exact),
        double value when double.IsFinite(value) => Number(value),
        int value => Number(value),
        _ => throw new ArgumentException($"A cell is a text or a finite number, not a {number.GetType().Name}.", nameof(number)),
    };

    /// <summary>Without what XML cannot hold, no longer than a cell holds.</summary>
    private static string Printable(string text)
    {
        var clean = string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xFFFD && (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))));
        return clean.Length <= MostTextLength ? clean : clean[..(MostTextLength - (char.IsHighSurrogate(clean[MostTextLength - 1]) ? 1 : 0))];
    }

    private void Write(string footer, bool isFirst)
    {
        _xml.WriteStartDocument(true);
        _xml.WriteStartElement("worksheet", Namespace);
        WriteProperties();
        Empty("dimension", ("ref", $"A1:{Origin.CellName(Math.Max(1, _sheet.RowCount), _sheet.Columns - 1)}"));
        WriteView(isFirst);
        Empty("sheetFormatPr", ("defaultRowHeight", "18"), ("customHeight", "1"));
        WriteColumns();
        WriteRows();
        WriteFilterAndMerges();
        Empty("printOptions", ("horizontalCentered", "1"));
        Empty("pageMargins", ("left", "0.5"), ("right", "0.5"), ("top", "0.6"), ("bottom", "0.7"), ("header", "0.3"), ("footer", "0.35"));
        WritePage(footer);
        WriteBreaks();
        _xml.WriteEndElement();
        _xml.WriteEndDocument();
    }

    private void WriteProperties()
    {
        _xml.WriteStartElement("sheetPr", Namespace);
        if (_sheet.Page.FitsWidth)
        {
            Empty("pageSetUpPr", ("fitToPage", "1"));
        }

        _xml.WriteEndElement();
    }

    private void WriteView(bool isFirst)
    {
        _xml.WriteStartElement("sheetViews", Namespace);
        _xml.WriteStartElement("sheetView", Namespace);
        if (isFirst)
        {
            _xml.WriteAttributeString("tabSelected", "1");
        }

        _xml.WriteAttributeString("workbookViewId", "0");
        var (rows, columns) = _sheet.Frozen;
        if (rows > 0 && columns > 0)
        {
            Empty("pane", ("xSplit", Number(columns)), ("ySplit", Number(rows)), ("topLeftCell", Origin.CellName(rows + 1, columns)), ("activePane", "bottomRight"), ("state", "frozen"));
        }
        else if (rows > 0)
        {
            Empty("pane", ("ySplit", Number(rows)), ("topLeftCell", Origin.CellName(rows + 1, 0)), ("activePane", "bottomLeft"), ("state", "frozen"));
        }

        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteColumns()
    {
        _xml.WriteStartElement("cols", Namespace);
        for (var column = 0; column < _sheet.Columns; column++)
        {
            Empty("col", ("min", Number(column + 1)), ("max", Number(column + 1)), ("width", Number(_sheet.Widths[column])), ("customWidth", "1"));
        }

        _xml.WriteEndElement();
    }

    private void WriteRows()
    {
        _xml.WriteStartElement("sheetData", Namespace);
        for (var row = 0; row < _sheet.RowCount; row++)
        {
            _xml.WriteStartElement("row", Namespace);
            _xml.WriteAttributeString("r", Number(row + 1));
            _xml.WriteAttributeString("ht", Number(Math.Round(_sheet.Height(row), 1)));
            _xml.WriteAttributeString("customHeight", "1");
            var cells = _sheet.Row(row);
            for (var column = 0; column < cells.Length; column++)
            {
                if (cells[column] is { } cell)
                {
                    WriteCell(cell, Origin.CellName(row + 1, column));
                }
            }

            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private void WriteCell(SheetCell cell, string address)
    {
        var text = cell.Value is string value ? Printable(value) : null;
        var style = (int)cell.Style + (text is not null && OutputCell.LooksLikeFormula(text) ? ReportStyles.Count : 0);
        _xml.WriteStartElement("c", Namespace);
        _xml.WriteAttributeString("r", address);
        _xml.WriteAttributeString("s", Number(style));
        if (text is { Length: > 0 })
        {
            _xml.WriteAttributeString("t", "inlineStr");
            _xml.WriteStartElement("is", Namespace);
            _xml.WriteStartElement("t", Namespace);
            _xml.WriteAttributeString("xml", "space", null, "preserve");
            _xml.WriteString(text);
            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }
        else if (cell.Value is not null and not string)
        {
            if (cell.Formula is not null)
            {
                _xml.WriteElementString("f", Namespace, cell.Formula);
            }

            _xml.WriteElementString("v", Namespace, NumberText(cell.Value));
        }

        _xml.WriteEndElement();
    }

    private void WriteFilterAndMerges()
    {
        if (_sheet.Filter is { } filter)
        {
            Empty("autoFilter", ("ref", $"{Origin.CellName(filter.First, 0)}:{Origin.CellName(filter.Last, _sheet.Columns - 1)}"));
        }

        if (_sheet.Merges.Count == 0)
        {
            return;
        }

        _xml.WriteStartElement("mergeCells", Namespace);
        _xml.WriteAttributeString("count", Number(_sheet.Merges.Count));
        foreach (var (row, column, rows, columns) in _sheet.Merges)
        {
            Empty("mergeCell", ("ref", $"{Origin.CellName(row + 1, column)}:{Origin.CellName(row + rows, column + columns - 1)}"));
        }

        _xml.WriteEndElement();
    }

    private void WritePage(string footer)
    {
        var page = _sheet.Page;
        _xml.WriteStartElement("pageSetup", Namespace);
        _xml.WriteAttributeString("paperSize", page.IsA3 ? "8" : "9");
        if (page.FitsWidth)
        {
            _xml.WriteAttributeString("fitToHeight", "0");
        }
        else
        {
            _xml.WriteAttributeString("scale", Number(page.Scale));
        }

        _xml.WriteAttributeString("orientation", page.IsLandscape ? "landscape" : "portrait");
        _xml.WriteEndElement();
        _xml.WriteStartElement("headerFooter", Namespace);
        _xml.WriteElementString("oddFooter", Namespace, $"&L&8{footer.Replace("&", "&&", StringComparison.Ordinal)}&C&9第 &P 页 共 &N 页&R&8{_sheet.Name}");
        _xml.WriteEndElement();
    }

    private void WriteBreaks()
    {
        if (_sheet.Breaks.Count == 0)
        {
            return;
        }

        _xml.WriteStartElement("rowBreaks", Namespace);
        _xml.WriteAttributeString("count", Number(_sheet.Breaks.Count));
        _xml.WriteAttributeString("manualBreakCount", Number(_sheet.Breaks.Count));
        foreach (var row in _sheet.Breaks)
        {
            Empty("brk", ("id", Number(row)), ("max", "16383"), ("man", "1"));
        }

        _xml.WriteEndElement();
    }

    private void Empty(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _xml.WriteStartElement(element, Namespace);
        foreach (var (name, value) in attributes)
        {
            _xml.WriteAttributeString(name, value);
        }

        _xml.WriteEndElement();
    }
}
