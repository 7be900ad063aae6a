using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;
using Junheng.Domain.Text;

namespace Junheng.Documents.Tables;

/// <summary>What the zip package of an xlsx tells before any sheet is unpacked.</summary>
/// <param name="Sheets">The sheets in their order; at least one.</param>
/// <param name="SheetParts">The name of each sheet's part; null where the package does not say.</param>
/// <param name="HasExternalLinks">Whether formulas refer to other workbooks. Links are never followed.</param>
internal sealed record WorkbookPackage(ImmutableArray<TableSheet> Sheets, ImmutableArray<string?> SheetParts, bool HasExternalLinks = false)
{
    /// <summary>The name of the first sheet's part; null when the package does not say.</summary>
    public string? FirstSheetPart => SheetParts[0];

    private const string RelationshipIds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelationshipIds = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private const int DirectoryEndSearched = 22 + ushort.MaxValue;

    /// <summary>No document type is ever processed, so that no entity can expand and nothing outside is read.</summary>
    public static XmlReaderSettings XmlSettings { get; } = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true };

    /// <summary>Checks the directory against the limits and finds the sheets.</summary>
    /// <exception cref="RefusedException">It is no workbook, a broken one, or one that would unpack to an abnormal size.</exception>
    public static WorkbookPackage Inspect(byte[] bytes, TableLimits limits, FileFindings findings)
    {
        if (bytes.AsSpan(Math.Max(0, bytes.Length - DirectoryEndSearched)).LastIndexOf("PK\u0005\u0006"u8) < 0)
        {
            throw new RefusedException(findings.Truncated());
        }

        using var package = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        CheckSizes(package, limits, findings);
        if (package.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw new RefusedException(findings.Macros());
        }

        if (package.GetEntry("xl/workbook.xml") is not { } workbook)
        {
            throw new RefusedException(findings.NotATable(KindOf(package)));
        }

        var sheets = new List<(TableSheet Sheet, string? Relationship)>();
        using (var xml = XmlReader.Create(workbook.Open(), XmlSettings))
        {
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                {
                    var id = xml.GetAttribute("id", RelationshipIds) ?? xml.GetAttribute("id", StrictRelationshipIds);
                    sheets.Add((new TableSheet(xml.GetAttribute("name"), xml.GetAttribute("state") is "hidden" or "veryHidden"), id));
                }
            }
        }

        return sheets.Count == 0
            ? throw new RefusedException(findings.NoSheet())
            : new WorkbookPackage(
                [.. sheets.Select(sheet => sheet.Sheet)],
                PartsOf(package, [.. sheets.Select(sheet => sheet.Relationship)]),
                package.Entries.Any(entry => entry.FullName.StartsWith("xl/externalLinks/", StringComparison.OrdinalIgnoreCase)));
    }

    private static void CheckSizes(ZipArchive package, TableLimits limits, FileFindings findings)
    {
        if (package.Entries.Count > limits.Parts)
        {
            throw new RefusedException(findings.ZipBomb($"{package.Entries.Count} > {limits.Parts} parts"));
        }

        var total = 0L;
        foreach (var entry in package.Entries)
        {
            total += entry.Length;
            if (total > limits.UncompressedBytes || total < 0)
            {
                throw new RefusedException(findings.ZipBomb($"> {limits.UncompressedBytes >> 20} MB"));
            }

            if (entry.Length > limits.RatioAppliesAboveBytes && entry.Length / Math.Max(1, entry.CompressedLength) > limits.CompressionRatio)
            {
                throw new RefusedException(findings.ZipBomb($"{entry.FullName}: 1 : {entry.Length / Math.Max(1, entry.CompressedLength)}"));
            }
        }
    }

    private static LocalizedText KindOf(ZipArchive package) =>
        package.GetEntry("xl/workbook.bin") is not null ? new("二进制工作簿(xlsb),请另存为 xlsx", "a binary workbook (xlsb); save it as xlsx")
        : package.GetEntry("word/document.xml") is not null ? new("Word 文档", "a Word document")
        : package.GetEntry("ppt/presentation.xml") is not null ? new("演示文稿", "a presentation")
        : package.GetEntry("content.xml") is not null ? new("OpenDocument 文件,请另存为 xlsx", "an OpenDocument file; save it as xlsx")
        : new("压缩包,其中没有工作簿", "an archive without a workbook");

    private static ImmutableArray<string?> PartsOf(ZipArchive package, ImmutableArray<string?> relationships)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        if (package.GetEntry("xl/_rels/workbook.xml.rels") is { } entry)
        {
            using var xml = XmlReader.Create(entry.Open(), XmlSettings);
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                {
                    targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
                }
            }
        }

        return [.. relationships.Select(id => id is null ? null : targets.GetValueOrDefault(id))];
    }
}
