using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Junheng.Documents.Tables;

namespace Junheng.Documents.Returned;

/// <summary>How parts of a package are read and written as XML: no document type, no resolver, bounded.</summary>
internal static class PartXml
{
    /// <summary>Parts that are held in memory whole (styles, comments, the workbook's own part) may not be larger.</summary>
    private const long LargestHeldPart = 128L << 20;

    private static readonly XmlWriterSettings _writing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize, // a line break within a cell must stay the one it was
        CloseOutput = false,
    };

    /// <summary>A forward reader of a part of any size; white space is kept.</summary>
    public static XmlReader Read(Stream stream) => XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        MaxCharactersInDocument = TableLimits.Default.UncompressedBytes,
    });

    public static XmlWriter Write(Stream stream) => XmlWriter.Create(stream, _writing);

    /// <summary>A small part, whole.</summary>
    public static XDocument Load(Stream stream)
    {
        using var reader = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CloseInput = true,
            MaxCharactersInDocument = LargestHeldPart,
        });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    public static void Save(XDocument document, Stream stream)
    {
        using var writer = Write(stream);
        document.Save(writer);
    }

    /// <summary>Copies the node that the reader stands at, without what is inside an element that is not empty.</summary>
    public static void CopyShallow(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                writer.WriteAttributes(reader, defattr: false);
                if (reader.IsEmptyElement)
                {
                    writer.WriteEndElement();
                }

                break;
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text:
                writer.WriteString(reader.Value);
                break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                writer.WriteWhitespace(reader.Value);
                break;
            case XmlNodeType.CDATA:
                writer.WriteCData(reader.Value);
                break;
            case XmlNodeType.Comment:
                writer.WriteComment(reader.Value);
                break;
            case XmlNodeType.ProcessingInstruction:
                writer.WriteProcessingInstruction(reader.Name, reader.Value);
                break;
            case XmlNodeType.XmlDeclaration:
                writer.WriteStartDocument();
                break;
        }
    }

    /// <summary>Without the characters that XML cannot hold.</summary>
    public static string Printable(string text) => text.All(c => XmlConvert.IsXmlChar(c))
        ? text
        : string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)));

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static int? Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
