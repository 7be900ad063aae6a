using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Returned;

/// <summary>
/// Marks a workbook: scan each sheet that has findings → colour, comments, error column → index → names. The sheets are rewritten by forward passes
/// while the package is saved; every other part is copied as bytes.
/// </summary>
internal sealed class MarkedCopy
{
    private const string SheetContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    private const string ErrorFont = "<sz val=\"10\"/><color rgb=\"FFC00000\"/><name val=\"宋体\"/><charset val=\"134\"/>";

    private readonly WorkbookParts _parts;
    private readonly IReadOnlyList<Finding> _findings;
    private readonly MarkStyles _styles;
    private readonly MarkNames _names;
    private readonly Dictionary<(string Sheet, CellAt At), MetCell> _met = [];

    private MarkedCopy(WorkbookParts parts, IReadOnlyList<Finding> findings)
    {
        (_parts, _findings) = (parts, findings);
        (_styles, _names) = (new MarkStyles(parts), new MarkNames(parts));
    }

    /// <summary>The style of the texts in an error column.</summary>
    private static int ErrorTextStyle(MarkStyles styles) => styles.Own(ErrorFont, null, isBoxed: false, "<alignment horizontal=\"left\" vertical=\"center\"/>");

    /// <summary>Writes a marked copy of a workbook that has no marks.</summary>
    /// <param name="workbook">The xlsx.</param>
    /// <param name="findings">Its findings, one of which is no note.</param>
    /// <param name="headingRow">The last row of headings of a sheet, given with its position; null when it is not known.</param>
    /// <param name="earlier">What people wrote into an earlier index.</param>
    /// <param name="target">Where to.</param>
    public static void Write(byte[] workbook, IReadOnlyList<Finding> findings, Func<SheetPart, int, int?> headingRow, EarlierRemarks earlier, Stream target)
    {
        using var parts = new WorkbookParts(workbook);
        var copy = new MarkedCopy(parts, findings);
        var firstSheet = parts.Sheets.Count > 0 ? parts.Sheets[0].Name : "";
        for (var at = 0; at < parts.Sheets.Count; at++)
        {
            copy.Mark(parts.Sheets[at], firstSheet, headingRow(parts.Sheets[at], at));
        }

        copy.AddIndex(firstSheet, earlier);
        parts.Save(target);
    }

    private void Mark(SheetPart sheet, string firstSheet, int? headerRow)
    {
        var plan = MarkPlan.Of(sheet.Name, firstSheet, _findings);
        if (plan.Cells.Count == 0)
        {
            return;
        }

        var (main, relationships) = (_parts.Main.NamespaceName, _parts.Relationships.NamespaceName);
        var scan = SheetScan.Of(_parts.Open(sheet.Part), plan.Cells.Keys.ToHashSet(), headerRow, main, relationships);
        var cells = new SortedDictionary<CellAt, PlannedCell>();
        foreach (var (at, mark) in plan.Cells)
        {
            var met = _met[(sheet.Name, at)] = scan[at];
            cells[at] = new PlannedCell(_styles.Marked(met.Style, mark.Severity));
        }

        var marked = plan.Cells.Keys.Max(at => at.Column); // a missing column is marked behind the last one
        var heading = new CellAt(Math.Max(1, headerRow ?? scan.FirstRow), scan.FreeColumnFrom(Math.Max(scan.LastColumn, marked) + 1));
        var hasColumn = heading.Column < CellAt.MostColumns;
        if (hasColumn)
        {
            AddColumn(sheet, plan, heading, scan.HeadingStyle, cells);
        }

        var drawing = new CommentMarks(_parts, sheet).Put(plan.Cells, scan.LegacyDrawing);
        var change = new SheetChange { Cells = cells, AddedColumn = hasColumn ? heading.Column : null, LegacyDrawing = drawing };
        _parts.Replace(sheet.Part, stream =>
        {
            using var source = _parts.Open(sheet.Part);
            SheetRewrite.Run(source, stream, change, main, relationships);
        });
    }

    private void AddColumn(SheetPart sheet, SheetPlan plan, CellAt heading, int? headingStyle, SortedDictionary<CellAt, PlannedCell> cells)
    {
        cells[heading] = new PlannedCell(headingStyle ?? 0, Companions.ResultHeading);
        foreach (var (row, text) in plan.RowTexts.Where(row => row.Key != heading.Row))
        {
            cells[new CellAt(row, heading.Column)] = new PlannedCell(ErrorTextStyle(_styles), text);
        }

        _names.AddColumn(sheet.Name, _parts.Sheets.IndexOf(sheet) + 1, heading);
    }

    private void AddIndex(string firstSheet, EarlierRemarks earlier)
    {
        var name = Companions.ResultSheet;
        for (var n = 2; _parts.Sheets.Exists(sheet => string.Equals(sheet.Name, name, StringComparison.OrdinalIgnoreCase)); n++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{Companions.ResultSheet} ({n})");
        }

        var lines = Lines(firstSheet, earlier);
        var part = _parts.NewName("xl/worksheets/sheet", ".xml");
        var list = _parts.Workbook.Root!.Element(_parts.Main + "sheets")!;
        var position = list.Elements().Count();
        list.Add(new XElement(
            _parts.Main + "sheet",
            new XAttribute("name", name),
            new XAttribute("sheetId", list.Elements().Select(sheet => PartXml.Whole(sheet.Attribute("sheetId")?.Value) ?? 0).DefaultIfEmpty(0).Max() + 1),
            new XAttribute(_parts.Relationships + "id", _parts.Relate(WorkbookParts.WorkbookPart, part, "worksheet"))));
        _names.AddIndex(name, position, IndexSheet.Extent(lines.Count));
        using var sheet = new MemoryStream(); // written now, as it brings styles that the styles' part must have when it is saved
        new IndexSheet(_parts, _styles).Write(sheet, lines);
        var bytes = sheet.ToArray();
        _parts.Replace(part, stream => stream.Write(bytes), SheetContentType);
    }

    private List<IndexLine> Lines(string firstSheet, EarlierRemarks earlier)
    {
        var shared = SharedTexts.Of(_parts, [.. _met.Values.Where(cell => cell.Type == "s").Select(cell => PartXml.Whole(cell.Value)).OfType<int>()]);
        return [.. _findings.OrderBy(finding => finding.Severity).Select(finding => Line(finding, MarkPlan.SheetOf(finding, firstSheet)))];

        IndexLine Line(Finding finding, string? sheet)
        {
            var met = CellAt.AllOf(finding.Place.Cell).Where(at => sheet is not null && _met.ContainsKey((sheet, at))).Select(at => (At: at, Cell: _met[(sheet!, at)])).ToList();
            var fills = finding.Severity == Severity.Note ? [] : met.Select(cell => new EarlierFill(cell.At, cell.Cell.Exists, _styles.FillOf(cell.Cell.Style))).ToImmutableArray();
            return new IndexLine(finding, sheet, met.Count > 0 ? ValueOf(met[0].Cell, shared) : "", fills, earlier.Of(finding.Rule, sheet, finding.Place.Cell));
        }
    }

    private static string ValueOf(MetCell cell, Dictionary<int, string> shared) => cell.Type switch
    {
        "s" => PartXml.Whole(cell.Value) is { } index ? shared.GetValueOrDefault(index, "") : "",
        "b" => cell.Value == "1" ? "TRUE" : "FALSE",
        _ => cell.Value,
    };
}
