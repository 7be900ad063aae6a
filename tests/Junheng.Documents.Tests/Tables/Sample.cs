using System.IO.Compression;
using System.Text;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Tests.Tables;

/// <summary>Small table files and short ways to open and read them.</summary>
internal static class Sample
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static TableFile Opened(byte[] bytes, TableLimits? limits = null) =>
        TableFile.Open("t.csv", bytes, limits, Language.En) switch
        {
            TableOpening.Opened(var file) => file,
            TableOpening.Refused(var findings) => throw new InvalidOperationException(string.Join("; ", findings.Select(finding => finding.Rule + " " + finding.Message))),
            _ => throw new InvalidOperationException(),
        };

    public static TableFile Csv(string text) => Opened(Utf8(text));

    /// <summary>The one reason for which the bytes are refused.</summary>
    public static Finding Refusal(byte[] bytes, TableLimits? limits = null) =>
        Assert.Single(Assert.IsType<TableOpening.Refused>(TableFile.Open("t.csv", bytes, limits)).Findings);

    /// <summary>Reads every column as <paramref name="use"/>.</summary>
    public static TableRows ReadAll(this TableFile file, ColumnUse use, int? chunkCount = null) =>
        file.Read(Enumerable.Repeat(use, file.Headers.Length).ToArray(), chunkCount);

    /// <summary>The one chunk of a small table with the uses given by letters: t text, n number, - ignore.</summary>
    public static (TableChunk Chunk, TableRows Rows) Read(this TableFile file, string uses)
    {
        var rows = file.Read(uses.Select(use => use switch { 't' => ColumnUse.Text, 'n' => ColumnUse.Number, _ => ColumnUse.Ignore }).ToArray(), chunkCount: 1);
        Assert.True(!rows.IsRefused, string.Join("; ", rows.Findings.Select(finding => finding.Message)));
        return (Assert.Single(rows.Chunks), rows);
    }

    /// <summary>An xlsx whose first sheet has the given rows of XML.</summary>
    public static byte[] Xlsx(string sheetData, string? secondSheetState = null, string? sharedStrings = null, string firstSheetState = "visible", string styles = "") =>
        Zip(XlsxParts(writer => writer.Write(sheetData), secondSheetState, sharedStrings, firstSheetState, styles));

    public static byte[] Xlsx(Action<StreamWriter> sheetData) => Zip(XlsxParts(sheetData, null, null, "visible", ""));

    public static byte[] Zip(IEnumerable<(string Name, Action<StreamWriter> Content)> parts, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                var entry = zip.CreateEntry(name, level);
                entry.LastWriteTime = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var writer = new StreamWriter(entry.Open());
                content(writer);
            }
        }

        return bytes.ToArray();
    }

    private static IEnumerable<(string Name, Action<StreamWriter> Content)> XlsxParts(
        Action<StreamWriter> sheetData, string? secondSheetState, string? sharedStrings, string firstSheetState, string styles)
    {
        var second = secondSheetState is null ? "" : $"<sheet name=\"Second\" state=\"{secondSheetState}\" sheetId=\"2\" r:id=\"rId1\"/>";
        yield return ("[Content_Types].xml", w => w.Write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"));
        yield return ("xl/workbook.xml", w => w.Write(
            $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"First\" state=\"{firstSheetState}\" sheetId=\"1\" r:id=\"rId1\"/>{second}</sheets></workbook>"));
        yield return ("xl/_rels/workbook.xml.rels", w => w.Write(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + $"<Relationship Id=\"rId1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"));
        if (sharedStrings is not null)
        {
            yield return ("xl/sharedStrings.xml", w => w.Write(sharedStrings));
        }

        if (styles.Length > 0)
        {
            yield return ("xl/styles.xml", w => w.Write($"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>"));
        }

        yield return ("xl/worksheets/sheet1.xml", WriteSheet);

        void WriteSheet(StreamWriter writer)
        {
            writer.Write($"<worksheet xmlns=\"{Main}\"><sheetData>");
            sheetData(writer);
            writer.Write("</sheetData></worksheet>");
        }
    }
}
