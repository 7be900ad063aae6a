using System.Globalization;
using System.Security;
using System.Text;
using Junheng.Documents.Tests.Tables;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Tests.Forms;

/// <summary>A workbook being drawn, and written as xlsx (with merged cells, hidden parts, formulas, errors, macros, links) or as xls.</summary>
internal sealed class WorkbookDraft
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";

    public List<SheetDraft> Sheets { get; } = [];

    public bool HasMacros { get; set; }

    public bool HasExternalLink { get; set; }

    public SheetDraft this[string nameStart] => Sheets.First(sheet => sheet.Name.StartsWith(nameStart, StringComparison.Ordinal));

    public WorkbookDraft Add(params IEnumerable<SheetDraft> sheets)
    {
        Sheets.AddRange(sheets);
        return this;
    }

    public WorkbookDraft Each(Action<SheetDraft> change)
    {
        Sheets.ForEach(change);
        return this;
    }

    /// <summary>As a workbook of Excel 97–2003.</summary>
    public byte[] ToXls() => OldFormWorkbook.Of(Sheets);

    public byte[] ToXlsx() => Sample.Zip(Parts());

    private IEnumerable<(string Name, Action<StreamWriter> Content)> Parts()
    {
        yield return ("[Content_Types].xml", w => w.Write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"));
        yield return ("xl/workbook.xml", WriteWorkbook);
        yield return ("xl/_rels/workbook.xml.rels", WriteRelationships);
        for (var i = 0; i < Sheets.Count; i++)
        {
            var sheet = Sheets[i];
            yield return (string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{i + 1}.xml"), w => WriteSheet(w, sheet));
        }

        if (HasMacros)
        {
            yield return ("xl/vbaProject.bin", w => w.Write("macros"));
        }

        if (HasExternalLink)
        {
            yield return ("xl/externalLinks/externalLink1.xml", w => w.Write($"<externalLink xmlns=\"{Main}\"/>"));
        }
    }

    private void WriteWorkbook(StreamWriter writer)
    {
        writer.Write($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>");
        for (var i = 0; i < Sheets.Count; i++)
        {
            var state = Sheets[i].IsHidden ? " state=\"hidden\"" : "";
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<sheet name=\"{Escaped(Sheets[i].Name)}\"{state} sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"));
        }

        writer.Write("</sheets></workbook>");
    }

    private void WriteRelationships(StreamWriter writer)
    {
        writer.Write($"<Relationships xmlns=\"{Packages}\">");
        for (var i = 0; i < Sheets.Count; i++)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{i + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"));
        }

        if (HasExternalLink)
        {
            writer.Write($"<Relationship Id=\"rLink\" Type=\"{Office}/externalLink\" Target=\"externalLinks/externalLink1.xml\"/>");
        }

        if (HasMacros)
        {
            writer.Write("<Relationship Id=\"rMacro\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"vbaProject.bin\"/>");
        }

        writer.Write("</Relationships>");
    }

    private static void WriteSheet(StreamWriter writer, SheetDraft sheet)
    {
        writer.Write($"<worksheet xmlns=\"{Main}\">");
        if (sheet.HiddenColumns.Count > 0)
        {
            writer.Write("<cols>");
            foreach (var column in sheet.HiddenColumns.Order())
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{column}\" max=\"{column}\" hidden=\"1\" width=\"9\"/>"));
            }

            writer.Write("</cols>");
        }

        writer.Write("<sheetData>");
        foreach (var row in sheet.Cells.GroupBy(cell => cell.Key.Row).OrderBy(row => row.Key))
        {
            var hidden = sheet.HiddenRows.Contains(row.Key) ? " hidden=\"1\"" : "";
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{row.Key}\"{hidden}>"));
            foreach (var (at, value) in row.OrderBy(cell => cell.Key.Column))
            {
                writer.Write(Cell(Origin.CellName(at.Row, at.Column - 1), value));
            }

            writer.Write("</row>");
        }

        writer.Write("</sheetData>");
        if (sheet.Merges.Count > 0)
        {
            writer.Write("<mergeCells>");
            foreach (var (row, column, lastRow, lastColumn) in sheet.Merges)
            {
                writer.Write($"<mergeCell ref=\"{Origin.CellName(row, column - 1)}:{Origin.CellName(lastRow, lastColumn - 1)}\"/>");
            }

            writer.Write("</mergeCells>");
        }

        writer.Write("</worksheet>");
    }

    private static string Cell(string at, object value) => value switch
    {
        string text => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escaped(text)}</t></is></c>",
        CellError error => $"<c r=\"{at}\" t=\"e\"><v>{error.Text}</v></c>",
        Formula { Cached: string cached } formula => $"<c r=\"{at}\" t=\"str\"><f>{Escaped(formula.Text)}</f><v>{Escaped(cached)}</v></c>",
        Formula { Cached: CellError error } formula => $"<c r=\"{at}\" t=\"e\"><f>{Escaped(formula.Text)}</f><v>{error.Text}</v></c>",
        Formula formula => $"<c r=\"{at}\"><f>{Escaped(formula.Text)}</f><v>{Convert.ToString(formula.Cached, CultureInfo.InvariantCulture)}</v></c>",
        _ => $"<c r=\"{at}\"><v>{Convert.ToString(value, CultureInfo.InvariantCulture)}</v></c>",
    };

    private static string Escaped(string text) => new StringBuilder(SecurityElement.Escape(text)).Replace("\n", "&#10;").ToString();
}
