using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Junheng.Documents.Tables;

/// <summary>Writes simple workbooks (xlsx): a bold, frozen header row, numbers as numbers, codes as text.</summary>
public static class WorkbookWriter
{
    private const int MeasuredRows = 100;
    private const int NarrowestColumn = 8;
    private const int WidestColumn = 40;
    private const int LongestSheetName = 31;
    private const uint PlainStyle = 0;
    private const uint HeaderStyle = 1;
    private const uint CodeStyle = 2;

    /// <summary>Excel's built-in number format for text (<c>@</c>).</summary>
    private const uint TextFormat = 49;

    private static readonly DateTimeOffset _partTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a workbook and leaves the stream open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="sheets">The sheets in order, at least one.</param>
    /// <exception cref="ArgumentException">There is no sheet, or a cell is a number that is not finite.</exception>
    public static void Write(Stream stream, params IReadOnlyList<WorkbookSheet> sheets)
    {
        if (sheets.Count == 0)
        {
            throw new ArgumentException("A workbook has at least one sheet.", nameof(sheets));
        }

        using var buffer = new MemoryStream(); // the package needs to seek, which not every stream can
        using (var document = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "workbook"); // ids of our own: the library's are random
            var styles = workbook.AddNewPart<WorkbookStylesPart>("styles");
            styles.Stylesheet = Styles();
            var list = new Sheets();
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var sheet in sheets)
            {
                var part = workbook.AddNewPart<WorksheetPart>(string.Create(CultureInfo.InvariantCulture, $"sheet{list.ChildElements.Count + 1}"));
                WriteSheet(part, sheet);
                list.Append(new Sheet
                {
                    Name = SheetName(sheet.Name, names),
                    SheetId = (uint)names.Count,
                    Id = workbook.GetIdOfPart(part),
                });
            }

            workbook.Workbook = new Workbook(list);
        }

        SetTimes(buffer);
        buffer.WriteTo(stream);
    }

    /// <summary>The same sheets give the same bytes: the parts carry a fixed time.</summary>
    private static void SetTimes(MemoryStream package)
    {
        package.Position = 0;
        using var zip = new ZipArchive(package, ZipArchiveMode.Update, leaveOpen: true);
        foreach (var entry in zip.Entries)
        {
            entry.LastWriteTime = _partTime;
        }
    }

    private static void WriteSheet(WorksheetPart part, WorkbookSheet sheet)
    {
        using var rows = sheet.Rows.GetEnumerator();
        var first = new List<IReadOnlyList<object?>>();
        while (first.Count < MeasuredRows && rows.MoveNext())
        {
            first.Add(rows.Current);
        }

        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(FrozenHeader());
        if (sheet.Headings.Count > 0)
        {
            writer.WriteElement(Columns(sheet.Headings, first));
        }

        writer.WriteStartElement(new SheetData());
        WriteRow(writer, 1, sheet.Headings.Select(heading => (object?)heading.Text), _ => HeaderStyle);
        var number = 1;
        foreach (var row in first)
        {
            WriteRow(writer, ++number, row, StyleOf);
        }

        while (rows.MoveNext())
        {
            WriteRow(writer, ++number, rows.Current, StyleOf);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();

        uint StyleOf(int column) => column < sheet.Headings.Count && sheet.Headings[column].IsCode ? CodeStyle : PlainStyle;
    }

    private static void WriteRow(OpenXmlWriter writer, int number, IEnumerable<object?> cells, Func<int, uint> styleOf)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        var column = 0;
        foreach (var cell in cells)
        {
            var style = styleOf(column);
            if (cell is not null)
            {
                writer.WriteElement(CellOf(cell, Domain.Findings.Origin.CellName(number, column), style));
            }

            column++;
        }

        writer.WriteEndElement();
    }

    private static Cell CellOf(object value, string address, uint style)
    {
        var text = OutputCell.Text(value);
        return OutputCell.IsNumber(value) && style != CodeStyle
            ? new Cell(new CellValue(text)) { CellReference = address, StyleIndex = style }
            : new Cell(new InlineString(new Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve }))
            {
                CellReference = address,
                StyleIndex = style,
                DataType = CellValues.InlineString,
            };
    }

    private static SheetViews FrozenHeader() => new(new SheetView(
        new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
    {
        WorkbookViewId = 0,
    });

    private static Columns Columns(IReadOnlyList<WorkbookHeading> headings, List<IReadOnlyList<object?>> rows)
    {
        var columns = new Columns();
        for (var i = 0; i < headings.Count; i++)
        {
            var widest = rows.Where(row => i < row.Count).Select(row => Width(OutputCell.Text(row[i]))).Append(Width(headings[i].Text)).Max();
            columns.Append(new Column
            {
                Min = (uint)i + 1,
                Max = (uint)i + 1,
                Width = Math.Clamp(widest + 2, NarrowestColumn, WidestColumn),
                CustomWidth = true,
                Style = headings[i].IsCode ? CodeStyle : PlainStyle,
            });
        }

        return columns;
    }

    /// <summary>In half-width characters: Chinese ones are twice as wide.</summary>
    internal static int Width(string text) => text.Sum(c => c >= '\u2E80' ? 2 : 1);

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())) { Count = 2 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border()) { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true })
        { Count = 3 });

    private static string SheetName(string wanted, HashSet<string> taken)
    {
        var clean = string.Concat(wanted.Select(c => "[]:*?/\\".Contains(c) || char.IsControl(c) ? '_' : c)).Trim('\'', ' ');
        clean = clean.Length == 0 ? "Sheet" : clean[..Math.Min(clean.Length, LongestSheetName)];
        var name = clean;
        for (var n = 2; !taken.Add(name); n++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $" ({n})");
            name = clean[..Math.Min(clean.Length, LongestSheetName - suffix.Length)] + suffix;
        }

        return name;
    }

    /// <summary>Without the characters that XML cannot hold.</summary>
    private static string Printable(string text) => string.Concat(
        text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)));
}
