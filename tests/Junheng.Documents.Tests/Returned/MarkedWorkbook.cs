using System.IO.Compression;
using System.Xml.Linq;
using Junheng.Application.Statistics;
using Junheng.Documents.Definitions;
using Junheng.Documents.Returned;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Tests.Returned;

/// <summary>A marked copy, to be looked into.</summary>
internal sealed class MarkedWorkbook(byte[] bytes)
{
    private static readonly XNamespace _main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public byte[] Bytes => bytes;

    /// <summary>A marked copy of an input.</summary>
    public static MarkedWorkbook Of(byte[] input, params Finding[] findings) => Of("表.xlsx", input, findings);

    public static MarkedWorkbook Of(string name, byte[] input, params Finding[] findings)
    {
        using var stream = new MemoryStream();
        new ReturnedWorkbooks(StandardFiles.BesideProgram).Write(new InputFile(name, input), findings, stream);
        return new MarkedWorkbook(stream.ToArray());
    }

    /// <summary>The workbook marked again, for other findings.</summary>
    public MarkedWorkbook Again(params Finding[] findings) => Of(bytes, findings);

    /// <summary>The names of the sheets.</summary>
    public string[] Sheets => [.. Part("xl/workbook.xml").Descendants(_main + "sheet").Select(sheet => sheet.Attribute("name")!.Value)];

    /// <summary>The content of every part by name.</summary>
    public Dictionary<string, byte[]> Parts()
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var part = entry.Open();
            using var copy = new MemoryStream();
            part.CopyTo(copy);
            return copy.ToArray();
        });
    }

    public XElement Part(string name) => XElement.Load(new MemoryStream(Parts()[name]));

    /// <summary>The part of a sheet by its position.</summary>
    public string SheetPart(int position)
    {
        XNamespace office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var id = Part("xl/workbook.xml").Descendants(_main + "sheet").ElementAt(position).Attribute(office + "id")!.Value;
        var target = Part("xl/_rels/workbook.xml.rels").Elements().Single(line => line.Attribute("Id")!.Value == id).Attribute("Target")!.Value;
        return target.StartsWith('/') ? target[1..] : "xl/" + target;
    }

    /// <summary>A cell; null when the sheet has not got it.</summary>
    public XElement? Cell(int sheet, string cell) => Part(SheetPart(sheet)).Descendants(_main + "c").SingleOrDefault(each => each.Attribute("r")?.Value == cell);

    /// <summary>The inline text of a cell; null when it has none.</summary>
    public string? Text(int sheet, string cell) => Cell(sheet, cell)?.Descendants(_main + "t").Select(text => text.Value).FirstOrDefault();

    /// <summary>The style of a cell.</summary>
    public XElement Style(int sheet, string cell) => Part("xl/styles.xml").Element(_main + "cellXfs")!.Elements().ElementAt(int.Parse(Cell(sheet, cell)!.Attribute("s")!.Value, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The fill colour of a cell; null when it has none.</summary>
    public string? Colour(int sheet, string cell) => Part("xl/styles.xml").Element(_main + "fills")!.Elements().ElementAt(int.Parse(Style(sheet, cell).Attribute("fillId")?.Value ?? "0", System.Globalization.CultureInfo.InvariantCulture))
        .Descendants(_main + "fgColor").Select(colour => colour.Attribute("rgb")?.Value).FirstOrDefault();

    /// <summary>The texts of the first sheet's comments by cell.</summary>
    public Dictionary<string, string> Comments() => Parts().Keys.FirstOrDefault(name => name.Contains("comments", StringComparison.Ordinal)) is { } part
        ? Part(part).Descendants(_main + "comment").ToDictionary(comment => comment.Attribute("ref")!.Value, comment => string.Concat(comment.Descendants(_main + "t").Select(text => text.Value)))
        : [];

    /// <summary>The lines of the index from its third row on, as texts by column.</summary>
    public List<Dictionary<string, string>> Index() => [.. Part(SheetPart(Sheets.Length - 1)).Descendants(_main + "row").Skip(2).Select(row =>
        row.Elements(_main + "c").ToDictionary(cell => cell.Attribute("r")!.Value.TrimEnd([.. "0123456789"]), cell => string.Concat(cell.Descendants().Where(each => each.Name.LocalName is "t" or "v").Select(text => text.Value))))];
}
