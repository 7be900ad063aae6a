using System.IO.Compression;
using System.Xml.Linq;
using Junheng.Documents.Tables;

namespace Junheng.Documents.Returned;

/// <summary>A worksheet of a package.</summary>
/// <param name="Name">The name on its tab.</param>
/// <param name="Part">Its part.</param>
/// <param name="Element">Its line in the workbook's part.</param>
internal sealed record SheetPart(string Name, string Part, XElement Element);

/// <summary>
/// The parts of an xlsx that is being changed. Parts that nobody replaces are copied as bytes, so that what we know nothing of stays as it was.
/// </summary>
internal sealed class WorkbookParts : IDisposable
{
    private const string TypesPart = "[Content_Types].xml";
    private const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private const string TransitionalRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace _types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace _package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly DateTimeOffset _partTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, Action<Stream>?> _changed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XDocument> _held = new(StringComparer.Ordinal);

    public WorkbookParts(byte[] bytes)
    {
        _zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        Workbook = Held(WorkbookPart);
        Main = Workbook.Root!.Name.Namespace;
        var isStrict = Main.NamespaceName.StartsWith("http://purl.oclc.org/", StringComparison.Ordinal);
        Relationships = isStrict ? StrictRelationships : TransitionalRelationships;
        Sheets = [.. Workbook.Root.Elements(Main + "sheets").Elements(Main + "sheet").Select(SheetOf).OfType<SheetPart>()];
    }

    /// <summary>The workbook's own part.</summary>
    public static string WorkbookPart => "xl/workbook.xml";

    public XDocument Workbook { get; }

    /// <summary>The namespace of sheets, styles and comments.</summary>
    public XNamespace Main { get; }

    /// <summary>The namespace of <c>r:id</c> and of relationship types.</summary>
    public XNamespace Relationships { get; }

    /// <summary>The worksheets in their order; chart sheets and the like are among them.</summary>
    public List<SheetPart> Sheets { get; }

    /// <summary>Whether a part is there now.</summary>
    public bool Has(string part) => _changed.TryGetValue(part, out var write) ? write is not null : _held.ContainsKey(part) || _zip.GetEntry(part) is not null;

    /// <summary>The part as it was in the file.</summary>
    public Stream Open(string part) => (_zip.GetEntry(part) ?? throw new InvalidDataException(part)).Open();

    /// <summary>A small part, to be changed in memory; written whether it is changed or not.</summary>
    public XDocument Held(string part)
    {
        if (!_held.TryGetValue(part, out var document))
        {
            _held[part] = document = PartXml.Load(Open(part));
        }

        return document;
    }

    /// <summary>A new small part.</summary>
    public void Add(string part, XDocument document, string contentType)
    {
        _held[part] = document;
        Declare(part, contentType);
    }

    /// <summary>A part, new or there already, that is written when the package is.</summary>
    public void Replace(string part, Action<Stream> write, string? contentType = null)
    {
        _changed[part] = write;
        if (contentType is not null)
        {
            Declare(part, contentType);
        }
    }

    /// <summary>Takes a part out, with its own relationships and its line in the content types.</summary>
    public void Remove(string part)
    {
        foreach (var each in new[] { part, RelationshipsOf(part) })
        {
            _held.Remove(each);
            _changed[each] = null;
        }

        Types.Elements(_types + "Override").Where(line => line.Attribute("PartName")?.Value == "/" + part).Remove();
    }

    /// <summary>A name that no part has: <c>xl/comments7.xml</c>.</summary>
    public string NewName(string before, string after)
    {
        for (var n = 1; ; n++)
        {
            var name = $"{before}{PartXml.Text(n)}{after}";
            if (!Has(name) && _zip.Entries.All(entry => !string.Equals(entry.FullName, name, StringComparison.OrdinalIgnoreCase)))
            {
                return name;
            }
        }
    }

    /// <summary>Relates a part to another and gives the relationship's id.</summary>
    public string Relate(string from, string to, string type)
    {
        var name = RelationshipsOf(from);
        if (!Has(name))
        {
            _held[name] = new XDocument(new XElement(_package + "Relationships"));
            _changed.Remove(name);
        }

        var list = Held(name).Root!;
        var id = Enumerable.Range(1, int.MaxValue).Select(n => $"rIdJ{PartXml.Text(n)}").First(each => list.Elements().All(line => line.Attribute("Id")?.Value != each));
        list.Add(new XElement(
            _package + "Relationship",
            new XAttribute("Id", id),
            new XAttribute("Type", $"{Relationships.NamespaceName}/{type}"),
            new XAttribute("Target", "/" + to)));
        return id;
    }

    /// <summary>The part that another refers to by id.</summary>
    public string? RelatedById(string from, string? id) => RelationshipLines(from).Where(line => line.Attribute("Id")?.Value == id).Select(line => Target(from, line)).FirstOrDefault();

    /// <summary>The first part that another refers to by type, e.g. <c>comments</c>.</summary>
    public string? RelatedByType(string from, string type) => RelationshipLines(from)
        .Where(line => line.Attribute("Type")?.Value.EndsWith("/" + type, StringComparison.Ordinal) == true && line.Attribute("TargetMode")?.Value != "External")
        .Select(line => Target(from, line))
        .FirstOrDefault();

    /// <summary>Takes out whatever relates one part to another.</summary>
    public void Unrelate(string from, string to) => RelationshipLines(from).Where(line => Target(from, line) == to).ToList().ForEach(line => line.Remove());

    /// <summary>The content type of files with an ending, where none is declared.</summary>
    public void DeclareEnding(string ending, string contentType)
    {
        if (!Types.Elements(_types + "Default").Any(line => string.Equals(line.Attribute("Extension")?.Value, ending, StringComparison.OrdinalIgnoreCase)))
        {
            Types.AddFirst(new XElement(_types + "Default", new XAttribute("Extension", ending), new XAttribute("ContentType", contentType)));
        }
    }

    /// <summary>Writes the package: parts in the order they had, then the new ones.</summary>
    /// <exception cref="InvalidDataException">It unpacks to more than the limit.</exception>
    public void Save(Stream target)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var left = TableLimits.Default.UncompressedBytes;
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in _zip.Entries.Select(entry => entry.FullName).Concat(_held.Keys).Concat(_changed.Keys).ToList())
        {
            if (!done.Add(name) || !Has(name) || (name.EndsWith('/') && !_held.ContainsKey(name)))
            {
                continue;
            }

            var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
            entry.LastWriteTime = _partTime;
            using var stream = entry.Open();
            if (_changed.GetValueOrDefault(name) is { } write)
            {
                write(stream);
            }
            else if (_held.TryGetValue(name, out var document))
            {
                PartXml.Save(document, stream);
            }
            else
            {
                Copy(name, stream, ref left);
            }
        }
    }

    public void Dispose() => _zip.Dispose();

    private XElement Types => Held(TypesPart).Root!;

    private void Copy(string name, Stream target, ref long left)
    {
        using var source = Open(name);
        var buffer = new byte[1 << 16];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            left -= read;
            if (left < 0)
            {
                throw new InvalidDataException("The package unpacks to more than its directory says.");
            }

            target.Write(buffer, 0, read);
        }
    }

    private void Declare(string part, string contentType)
    {
        Types.Elements(_types + "Override").Where(line => line.Attribute("PartName")?.Value == "/" + part).Remove();
        Types.Add(new XElement(_types + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", contentType)));
    }

    private SheetPart? SheetOf(XElement element) =>
        RelatedById(WorkbookPart, element.Attribute(Relationships + "id")?.Value) is { } part && _zip.GetEntry(part) is not null
            ? new SheetPart(element.Attribute("name")?.Value ?? "", part, element)
            : null;

    private IEnumerable<XElement> RelationshipLines(string part) => Has(RelationshipsOf(part)) ? Held(RelationshipsOf(part)).Root!.Elements(_package + "Relationship") : [];

    private static string RelationshipsOf(string part)
    {
        var slash = part.LastIndexOf('/');
        return $"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels";
    }

    private static string Target(string from, XElement line)
    {
        var target = line.Attribute("Target")?.Value ?? "";
        var path = target.StartsWith('/') ? [] : from.Split('/')[..^1].ToList();
        foreach (var step in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (step != ".")
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }
}
