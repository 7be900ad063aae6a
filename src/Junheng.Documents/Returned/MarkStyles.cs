using System.Xml;
using System.Xml.Linq;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Returned;

/// <summary>
/// The styles of a workbook, with those that marks need. A marked cell keeps its own style but for the fill; the fill that it had is told by
/// <see cref="FillOf"/> as text, which outlives another program's renumbering of styles.
/// </summary>
internal sealed class MarkStyles
{
    private const string StylesPart = "xl/styles.xml";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

    /// <summary>Not Excel's own red and yellow, so that a mark is never taken for a colour of the user's.</summary>
    private const string ErrorColour = "FFFFC3C1";
    private const string WarningColour = "FFFFE7A1";
    private const string NoteColour = "FFDDEBF6";

    private static readonly string[] _sections =
        ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

    private static readonly string[] _sides = ["left", "right", "top", "bottom"];

    private readonly XElement _root;
    private readonly XNamespace _main;
    private readonly XElement _fills;
    private readonly XElement _formats;
    private readonly List<XElement> _byIndex;
    private readonly Dictionary<(int, string), int> _filled = [];
    private readonly Dictionary<string, int> _parts = new(StringComparer.Ordinal);

    public MarkStyles(WorkbookParts parts)
    {
        _main = parts.Main;
        var part = parts.RelatedByType(WorkbookParts.WorkbookPart, "styles") ?? StylesPart;
        if (!parts.Has(part))
        {
            parts.Add(part, new XDocument(new XElement(_main + "styleSheet")), ContentType);
            parts.Relate(WorkbookParts.WorkbookPart, part, "styles");
        }

        _root = parts.Held(part).Root!;
        Section("fonts", new XElement(_main + "font"));
        _fills = Section("fills", Fill("none"), Fill("gray125"));
        Section("borders", new XElement(_main + "border"));
        _formats = Section("cellXfs", new XElement(_main + "xf"));
        _byIndex = [.. _formats.Elements(_main + "xf")];
    }

    /// <summary>The style of a cell with the colour of a mark.</summary>
    public int Marked(int style, Severity severity) => WithFill(style, Solid(severity));

    /// <summary>Whether a style has the colour of a mark.</summary>
    public bool IsMark(int style) => FillOf(style) is var fill && (fill.Contains(ErrorColour, StringComparison.Ordinal) || fill.Contains(WarningColour, StringComparison.Ordinal));

    /// <summary>The fill of a style as text; empty for none.</summary>
    public string FillOf(int style)
    {
        var index = PartXml.Whole(FormatOf(style).Attribute("fillId")?.Value) ?? 0;
        return index == 0 ? "" : Code(_fills.Elements(_main + "fill").ElementAtOrDefault(index)?.Elements().FirstOrDefault());
    }

    /// <summary>A style with another fill, given as text; what is no fill counts as none. A style that is there already is used again.</summary>
    public int WithFill(int style, string fill)
    {
        if (_filled.TryGetValue((style, fill), out var known))
        {
            return known;
        }

        var format = new XElement(FormatOf(style));
        format.SetAttributeValue("fillId", FillIndex(fill));
        var same = _byIndex.FindIndex(each => IsSame(each, format));
        if (same < 0)
        {
            format.SetAttributeValue("applyFill", "1");
            same = Append(format);
        }

        return _filled[(style, fill)] = same;
    }

    /// <summary>A style of our own.</summary>
    /// <param name="font">A font element's content.</param>
    /// <param name="fill">The severity whose colour it has, or null.</param>
    /// <param name="isBoxed">Whether it has thin lines around.</param>
    /// <param name="alignment">An alignment element.</param>
    /// <param name="isInput">Whether people write in it, also under protection.</param>
    public int Own(string font, Severity? fill, bool isBoxed, string alignment, bool isInput = false)
    {
        var thin = string.Concat(_sides.Select(side => $"<{side} style=\"thin\"><color rgb=\"FFBFBFBF\"/></{side}>"));
        var format = new XElement(
            _main + "xf",
            new XAttribute("numFmtId", 49),
            new XAttribute("fontId", Part("fonts", $"<font>{font}</font>")),
            new XAttribute("fillId", fill is { } severity ? FillIndex(Solid(severity)) : 0),
            new XAttribute("borderId", Part("borders", isBoxed ? $"<border>{thin}<diagonal/></border>" : "<border><left/><right/><top/><bottom/><diagonal/></border>")),
            new XAttribute("applyNumberFormat", 1),
            new XAttribute("applyFont", 1),
            new XAttribute("applyFill", 1),
            new XAttribute("applyBorder", 1),
            new XAttribute("applyAlignment", 1),
            isInput ? new XAttribute("applyProtection", 1) : null,
            Parsed(alignment),
            isInput ? Parsed("<protection locked=\"0\"/>") : null);
        var same = _byIndex.FindIndex(each => IsSame(each, format) && each.Attribute("applyFill")?.Value == "1");
        return same >= 0 ? same : Append(format);
    }

    private static string Solid(Severity severity) => "<patternFill patternType=\"solid\"><fgColor rgb=\""
        + severity switch { Severity.Error => ErrorColour, Severity.Warning => WarningColour, _ => NoteColour }
        + "\" /><bgColor indexed=\"64\" /></patternFill>";

    private XElement FormatOf(int style) => style < _byIndex.Count ? _byIndex[style] : _byIndex[0];

    private int Append(XElement format)
    {
        _formats.Add(format);
        _byIndex.Add(format);
        _formats.SetAttributeValue("count", _byIndex.Count);
        return _byIndex.Count - 1;
    }

    private int FillIndex(string code)
    {
        if (code.Length == 0)
        {
            return 0;
        }

        var fills = _fills.Elements(_main + "fill").ToList();
        var same = fills.FindIndex(fill => Code(fill.Elements().FirstOrDefault()) == code);
        if (same >= 0)
        {
            return same;
        }

        if (Parsed(code) is not { Name.LocalName: "patternFill" or "gradientFill" } given)
        {
            return 0;
        }

        _fills.Add(new XElement(_main + "fill", given));
        _fills.SetAttributeValue("count", fills.Count + 1);
        return fills.Count;
    }

    private int Part(string section, string element)
    {
        if (_parts.TryGetValue(element, out var known))
        {
            return known;
        }

        var list = Section(section);
        var same = list.Elements().ToList().FindIndex(each => Code(each) == Code(Parsed(element)));
        if (same < 0)
        {
            list.Add(Parsed(element));
            same = list.Elements().Count() - 1;
            list.SetAttributeValue("count", same + 1);
        }

        return _parts[element] = same;
    }

    private XElement Section(string name, params XElement[] atLeast)
    {
        if (_root.Element(_main + name) is { } known)
        {
            return known;
        }

        var section = new XElement(_main + name, new XAttribute("count", atLeast.Length), atLeast);
        var before = _sections.Take(Array.IndexOf(_sections, name)).Reverse().Select(each => _root.Element(_main + each)).FirstOrDefault(each => each is not null);
        if (before is null)
        {
            _root.AddFirst(section);
        }
        else
        {
            before.AddAfterSelf(section);
        }

        return section;
    }

    private XElement Fill(string pattern) => new(_main + "fill", new XElement(_main + "patternFill", new XAttribute("patternType", pattern)));

    private static bool IsSame(XElement left, XElement right) =>
        Words(left).SequenceEqual(Words(right)) && left.Elements().Select(Code).SequenceEqual(right.Elements().Select(Code));

    /// <summary>The attributes of a style in order; what is left out is 0, and whether the fill applies is told by the fill itself.</summary>
    private static IEnumerable<string> Words(XElement format) => format.Attributes()
        .Where(attribute => attribute.Name.LocalName != "applyFill" && !attribute.IsNamespaceDeclaration && attribute.Value != "0")
        .Select(attribute => $"{attribute.Name.LocalName}={attribute.Value}")
        .Order(StringComparer.Ordinal);

    /// <summary>An element as text without namespaces.</summary>
    private static string Code(XElement? element) => element is null ? "" : Plain(element).ToString(SaveOptions.DisableFormatting);

    private static XElement Plain(XElement element) => new(
        element.Name.LocalName,
        element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).Select(attribute => new XAttribute(attribute.Name.LocalName, attribute.Value)),
        element.Elements().Select(Plain));

    /// <summary>The element that a text gives; null when it gives none.</summary>
    private XElement? Parsed(string text)
    {
        try
        {
            using var reader = PartXml.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)));
            return Placed(XElement.Load(reader));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private XElement Placed(XElement element) => new(_main + element.Name.LocalName, element.Attributes(), element.Elements().Select(Placed));
}
