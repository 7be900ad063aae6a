using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using ExcelDataReader;
using Junheng.Application.Standards;
using Junheng.Documents.Statistics;
using Junheng.Documents.Tables;
using Junheng.Domain.Columns;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Returned;

/// <summary>An xlsx of the same sheets as an xls or a CSV: every cell where it was, texts as text, figures as figures, codes as text.</summary>
internal static class PlainWorkbook
{
    private const string Main = NewPackage.Main;
    private const int WidestColumn = 40;
    private const int FirstOwnFormat = 164;

    /// <summary>A workbook without sheets, to which only the index will come.</summary>
    public static byte[] Empty() => Zipped([], new FormatList());

    /// <summary>The CSV as one sheet.</summary>
    /// <param name="bytes">The CSV, which was opened before.</param>
    /// <param name="headings">Its headings.</param>
    /// <param name="library">Tells which of them head figures.</param>
    public static byte[] OfCsv(byte[] bytes, ImmutableArray<string> headings, IStandardLibrary library)
    {
        var columns = library.Open(StandardRequest.Of(StandardRequest.DefaultId), Language.Zh) is StandardOpening.Opened opened ? opened.Standard.Columns : new ColumnCatalogue([]);
        var figures = HeaderMap.Of(columns).Map(headings).Where(heading => heading.Definition?.Kind is ColumnKind.Number or ColumnKind.Year).Select(heading => heading.Position).ToHashSet();
        var text = CsvText.Of(bytes, new FileFindings("", Language.Zh));
        var dialect = CsvDialect.Of(text);
        var sheet = new PlainSheet("数据", IsHidden: false);
        for (var (at, row) = (text.Start, 1); at < text.Bytes.Length; row++)
        {
            for (var column = 0; ; column++)
            {
                var end = CsvCells.End(text.Bytes, at, text.Bytes.Length, dialect, out _);
                var cell = CsvCells.Text(text.Bytes.AsSpan(at, end - at));
                if (cell.Length > 0)
                {
                    sheet.Cells.Add((new CellAt(row, column), figures.Contains(column) && IsFigure(cell) ? double.Parse(cell, CultureInfo.InvariantCulture) : cell, figures.Contains(column) ? 0 : 1));
                }

                at = end + 1;
                if (end >= text.Bytes.Length || text.Bytes[end] == dialect.LineEnd)
                {
                    break;
                }
            }
        }

        return Zipped([sheet], new FormatList());
    }

    /// <summary>All sheets of an xls: values, number formats, widths, merged cells, which are hidden.</summary>
    public static byte[] OfOldWorkbook(byte[] bytes)
    {
        using var reader = WorkbookTable.CreateReader(bytes, new FileFindings("", Language.Zh));
        var (sheets, formats) = (new List<PlainSheet>(), new FormatList());
        do
        {
            var sheet = new PlainSheet(reader.Name, reader.VisibleState is "hidden" or "veryhidden");
            for (var row = 1; reader.Read(); row++)
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    if (Value(reader, column) is { } value)
                    {
                        sheet.Cells.Add((new CellAt(row, column), value, value is string ? 1 : formats.IndexOf(reader.GetNumberFormatString(column))));
                    }
                }
            }

            sheet.Merged.AddRange((reader.MergeCells ?? []).Select(range => $"{Origin.CellName(range.FromRow + 1, range.FromColumn)}:{Origin.CellName(range.ToRow + 1, range.ToColumn)}"));
            sheets.Add(sheet);
        }
        while (reader.NextResult());

        return Zipped(sheets, formats);
    }

    /// <summary>A figure that a double holds with all its digits, written as nothing but one.</summary>
    private static bool IsFigure(string text) =>
        text.Length <= 15 && text.AsSpan().TrimStart('-') is [>= '0' and <= '9', ..] && text[^1] != '.' && text.Count(c => c == '-') <= (text[0] == '-' ? 1 : 0)
        && double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static object? Value(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => null,
        string text => text.Length > 0 ? text : null,
        double number => double.IsFinite(number) ? number : null,
        int number => (double)number,
        bool truth => truth,
        DateTime date => date.ToOADate(),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    private static byte[] Zipped(List<PlainSheet> sheets, FormatList formats) => NewPackage.Of(
        [.. sheets.Select(sheet => new NewSheet(sheet.Name, stream => Write(stream, sheet), sheet.IsHidden))], formats.Elements(FirstOwnFormat), "");

    private static void Write(Stream stream, PlainSheet sheet)
    {
        using var xml = PartXml.Write(stream);
        xml.WriteStartElement("worksheet", Main);
        WriteWidths(xml, sheet);
        xml.WriteStartElement("sheetData", Main);
        foreach (var row in sheet.Cells.GroupBy(cell => cell.At.Row))
        {
            xml.WriteStartElement("row", Main);
            xml.WriteAttributeString("r", PartXml.Text(row.Key));
            foreach (var (at, value, style) in row)
            {
                WriteCell(xml, at, value, style);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        if (sheet.Merged.Count > 0)
        {
            xml.WriteRaw($"<mergeCells count=\"{PartXml.Text(sheet.Merged.Count)}\">{string.Concat(sheet.Merged.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>");
        }

        xml.WriteEndElement();
    }

    private static void WriteWidths(XmlWriter xml, PlainSheet sheet)
    {
        var widths = sheet.Cells.GroupBy(cell => cell.At.Column).OrderBy(column => column.Key)
            .Select(column => (column.Key, Width: Math.Clamp(column.Take(100).Max(cell => OutputWidth(cell.Value)) + 2, 8, WidestColumn))).ToList();
        if (widths.Count > 0)
        {
            xml.WriteRaw($"<cols>{string.Concat(widths.Select(column => $"<col min=\"{PartXml.Text(column.Key + 1)}\" max=\"{PartXml.Text(column.Key + 1)}\" width=\"{PartXml.Text(column.Width)}\" customWidth=\"1\"/>"))}</cols>");
        }
    }

    private static int OutputWidth(object value) => value is string text ? WorkbookWriter.Width(text) : 10;

    private static void WriteCell(XmlWriter xml, CellAt at, object value, int style)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", at.Name);
        xml.WriteAttributeString("s", PartXml.Text(style));
        switch (value)
        {
            case string text:
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteStartElement("t", Main);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(PartXml.Printable(text));
                xml.WriteEndElement();
                xml.WriteEndElement();
                break;
            case bool truth:
                xml.WriteAttributeString("t", "b");
                xml.WriteElementString("v", Main, truth ? "1" : "0");
                break;
            case double number:
                xml.WriteElementString("v", Main, number.ToString("R", CultureInfo.InvariantCulture));
                break;
        }

        xml.WriteEndElement();
    }

    private sealed record PlainSheet(string Name, bool IsHidden)
    {
        public List<(CellAt At, object Value, int Style)> Cells { get; } = [];

        public List<string> Merged { get; } = [];
    }

    /// <summary>The number formats met: style 0 is general, 1 is text, further ones in order of meeting.</summary>
    private sealed class FormatList
    {
        private readonly List<string> _formats = ["General", "@"];

        public int IndexOf(string? format)
        {
            var wanted = string.IsNullOrEmpty(format) ? "General" : format;
            var at = _formats.IndexOf(wanted);
            if (at < 0)
            {
                _formats.Add(wanted);
                at = _formats.Count - 1;
            }

            return at;
        }

        public string Elements(int firstId)
        {
            var own = _formats.Skip(2).ToList();
            return (own.Count == 0 ? "" : $"<numFmts count=\"{PartXml.Text(own.Count)}\">{string.Concat(own.Select((format, at) => $"<numFmt numFmtId=\"{PartXml.Text(firstId + at)}\" formatCode=\"{NewPackage.Escaped(format)}\"/>"))}</numFmts>")
                + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"宋体\"/><charset val=\"134\"/></font></fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
                + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                + $"<cellXfs count=\"{PartXml.Text(_formats.Count)}\"><xf xfId=\"0\"/><xf numFmtId=\"49\" xfId=\"0\" applyNumberFormat=\"1\"/>"
                + string.Concat(own.Select((_, at) => $"<xf numFmtId=\"{PartXml.Text(firstId + at)}\" xfId=\"0\" applyNumberFormat=\"1\"/>")) + "</cellXfs>";
        }
    }
}
