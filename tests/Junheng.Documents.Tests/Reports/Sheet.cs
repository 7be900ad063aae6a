using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Junheng.Documents.Tests.Reports;

/// <summary>A sheet of a written workbook, as a spreadsheet program sees it.</summary>
internal sealed class Sheet
{
    private readonly Dictionary<string, Cell> _cells;

    private Sheet(WorksheetPart part)
    {
        Part = part;
        _cells = part.Worksheet.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);
    }

    public WorksheetPart Part { get; }

    public int Rows => Part.Worksheet.Descendants<Row>().Count();

    /// <summary>Every text of the sheet.</summary>
    public IEnumerable<string> Texts => _cells.Values.Select(cell => cell.InlineString?.InnerText).OfType<string>();

    public static IReadOnlyList<string> Names(byte[] workbook) => Open(workbook, document => document.WorkbookPart!.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value!).ToList());

    /// <summary>Reads one sheet; the workbook stays open in memory as long as the test needs it.</summary>
    public static Sheet Of(byte[] workbook, string name)
    {
        var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        var sheet = document.WorkbookPart!.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(each => each.Name == name);
        return new Sheet((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!.Value!));
    }

    public static T Open<T>(byte[] workbook, Func<SpreadsheetDocument, T> read)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        return read(document);
    }

    /// <summary>The cell's text; null where it has none.</summary>
    public string? Text(string cell) => _cells[cell].InlineString?.InnerText;

    /// <summary>The cell's number; null where it is blank. A number stored as text is no number.</summary>
    public decimal? Number(string cell) => _cells[cell].CellValue is { } value && _cells[cell].DataType is null ? decimal.Parse(value.Text, CultureInfo.InvariantCulture) : null;

    public string? Formula(string cell) => _cells[cell].CellFormula?.Text;

    public uint Style(string cell) => _cells[cell].StyleIndex!.Value;

    /// <summary>The row, from 1, whose cell in a column has a text.</summary>
    public int RowOf(string column, string text) => Enumerable.Range(1, Rows).First(row => _cells.TryGetValue($"{column}{row}", out var cell) && cell.InlineString?.InnerText == text);
}
