using System.Xml.Linq;

namespace Junheng.Documents.Returned;

/// <summary>
/// The hidden names by which a marked workbook is known again. Office moves them along when columns come in or sheets are renamed.
/// </summary>
internal sealed class MarkNames(WorkbookParts parts)
{
    private const string Prefix = "_junheng_";
    private const string Index = Prefix + "index";
    private const string Column = Prefix + "column_";

    private static readonly string[] _before = ["fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences"];

    private XElement? List => parts.Workbook.Root!.Element(parts.Main + "definedNames");

    /// <summary>Whether any name of ours is there, also one whose cell is gone.</summary>
    public bool Any => Ours().Any();

    /// <summary>The sheet of the index; null when none is told.</summary>
    public string? IndexSheet => Ours().Where(name => Called(name) == Index).Select(name => Place(name.Value).Sheet).FirstOrDefault(sheet => sheet is not null);

    /// <summary>The headings of error columns: sheet and cell.</summary>
    public IEnumerable<(string Sheet, CellAt Heading)> Columns => Ours().Where(name => Called(name).StartsWith(Column, StringComparison.Ordinal))
        .Select(name => Place(name.Value)).Where(place => place.Sheet is not null && place.Cell is not null).Select(place => (place.Sheet!, place.Cell!.Value));

    /// <summary>Names the index and its print titles and filter.</summary>
    public void AddIndex(string sheet, int position, string extent)
    {
        var quoted = Returned.IndexSheet.Quoted(sheet);
        Add("_xlnm._FilterDatabase", $"{quoted}!{Absolute(extent)}", position);
        Add("_xlnm.Print_Titles", $"{quoted}!$1:${PartXml.Text(Returned.IndexSheet.HeadingRow)}", position);
        Add(Index, $"{quoted}!$A$1", null);
    }

    /// <summary>Names the heading of an error column.</summary>
    public void AddColumn(string sheet, int number, CellAt heading) =>
        Add(Column + PartXml.Text(number), $"{Returned.IndexSheet.Quoted(sheet)}!{Absolute(heading.Name)}", null);

    /// <summary>Takes all our names out.</summary>
    public void TakeOut()
    {
        Ours().ToList().ForEach(name => name.Remove());
        DropWhenEmpty();
    }

    /// <summary>Takes out the names that belong to a sheet, and counts those of the sheets behind it anew.</summary>
    public void ForgetSheet(int position)
    {
        foreach (var name in List?.Elements().ToList() ?? [])
        {
            var of = PartXml.Whole(name.Attribute("localSheetId")?.Value);
            if (of == position)
            {
                name.Remove();
            }
            else if (of > position)
            {
                name.SetAttributeValue("localSheetId", of - 1);
            }
        }

        DropWhenEmpty();
    }

    private IEnumerable<XElement> Ours() => List?.Elements().Where(name => Called(name).StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) ?? [];

    private static string Called(XElement name) => name.Attribute("name")?.Value ?? "";

    private void Add(string called, string refersTo, int? sheet)
    {
        var list = List;
        if (list is null)
        {
            list = new XElement(parts.Main + "definedNames");
            _before.Reverse().Select(each => parts.Workbook.Root!.Element(parts.Main + each)).First(each => each is not null)!.AddAfterSelf(list);
        }

        list.Add(new XElement(
            parts.Main + "definedName",
            new XAttribute("name", called),
            sheet is { } position ? new XAttribute("localSheetId", position) : null,
            called.EndsWith("Print_Titles", StringComparison.Ordinal) ? null : new XAttribute("hidden", 1),
            refersTo));
    }

    private void DropWhenEmpty()
    {
        if (List is { HasElements: false } empty)
        {
            empty.Remove();
        }
    }

    private static string Absolute(string extent) => string.Join(':', extent.Split(':').Select(CellName));

    private static string CellName(string name)
    {
        var digits = name.AsSpan().IndexOfAnyInRange('0', '9');
        return $"${name[..digits]}${name[digits..]}";
    }

    private static (string? Sheet, CellAt? Cell) Place(string refersTo)
    {
        var mark = refersTo.LastIndexOf('!');
        if (mark <= 0 || refersTo.StartsWith('#'))
        {
            return (null, null);
        }

        var sheet = refersTo[..mark];
        return (sheet.StartsWith('\'') ? sheet.Trim('\'').Replace("''", "'", StringComparison.Ordinal) : sheet, CellAt.Read(refersTo.AsSpan(mark + 1)));
    }
}
