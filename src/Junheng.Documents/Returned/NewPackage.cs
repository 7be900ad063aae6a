using System.IO.Compression;
using System.Security;
using System.Text;

namespace Junheng.Documents.Returned;

/// <summary>A sheet of a new workbook.</summary>
/// <param name="Name">The name on its tab.</param>
/// <param name="Write">Writes its part.</param>
/// <param name="IsHidden">Whether its tab is hidden.</param>
internal sealed record NewSheet(string Name, Action<Stream> Write, bool IsHidden = false);

/// <summary>Puts a new xlsx together from its sheets and styles. The same content gives the same bytes.</summary>
internal static class NewPackage
{
    /// <summary>The namespace of sheets and styles.</summary>
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private static readonly DateTimeOffset _partTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The workbook.</summary>
    /// <param name="sheets">Its sheets in order; may be none, for others to come.</param>
    /// <param name="styles">What is inside the styles' part.</param>
    /// <param name="definedNames">What is inside its list of names; empty for none.</param>
    public static byte[] Of(IReadOnlyList<NewSheet> sheets, string styles, string definedNames)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var numbers = Enumerable.Range(1, sheets.Count).Select(PartXml.Text).ToList();
            Add(
                zip,
                "[Content_Types].xml",
                $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Types}.styles+xml\"/>"
                + string.Concat(numbers.Select(n => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{Types}.worksheet+xml\"/>")) + "</Types>");
            Add(zip, "_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(
                zip,
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>"
                + string.Concat(sheets.Select((sheet, at) => $"<sheet name=\"{Escaped(sheet.Name)}\" sheetId=\"{numbers[at]}\"{(sheet.IsHidden ? " state=\"hidden\"" : "")} r:id=\"rId{numbers[at]}\"/>")) + "</sheets>"
                + (definedNames.Length > 0 ? $"<definedNames>{definedNames}</definedNames>" : "") + "</workbook>");
            Add(
                zip,
                "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rIdS\" Type=\"{Office}/styles\" Target=\"styles.xml\"/>"
                + string.Concat(numbers.Select(n => $"<Relationship Id=\"rId{n}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>")) + "</Relationships>");
            Add(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>");
            for (var at = 0; at < sheets.Count; at++)
            {
                using var part = Entry(zip, $"xl/worksheets/sheet{numbers[at]}.xml");
                sheets[at].Write(part);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A text as it may stand in an attribute or element.</summary>
    public static string Escaped(string text) => SecurityElement.Escape(PartXml.Printable(text)) ?? "";

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var part = Entry(zip, name);
        part.Write(Encoding.UTF8.GetBytes(xml));
    }

    private static Stream Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = _partTime;
        return entry.Open();
    }
}
