using System.Xml;

namespace Junheng.Documents.Returned;

/// <summary>The shared strings of a workbook, by forward pass: only those asked for are kept.</summary>
internal static class SharedTexts
{
    private const string Part = "xl/sharedStrings.xml";

    public static Dictionary<int, string> Of(WorkbookParts parts, HashSet<int> wanted)
    {
        var texts = new Dictionary<int, string>();
        var part = parts.RelatedByType(WorkbookParts.WorkbookPart, "sharedStrings") ?? Part;
        if (wanted.Count == 0 || !parts.Has(part))
        {
            return texts;
        }

        using var reader = PartXml.Read(parts.Open(part));
        for (var index = -1; texts.Count < wanted.Count && reader.Read();)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" } && wanted.Contains(++index))
            {
                texts[index] = reader.IsEmptyElement ? "" : SheetScan.Text(reader);
            }
        }

        return texts;
    }
}
