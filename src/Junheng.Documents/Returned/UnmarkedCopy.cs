using System.Xml.Linq;

namespace Junheng.Documents.Returned;

/// <summary>Takes the marks of an earlier time out of a workbook: colours, comments, error columns, the index and the names.</summary>
internal sealed class UnmarkedCopy
{
    private readonly WorkbookParts _parts;
    private readonly MarkNames _names;
    private readonly Dictionary<(string Sheet, CellAt At), EarlierFill> _fills = [];
    private readonly EarlierRemarks _remarks = new();

    private UnmarkedCopy(WorkbookParts parts) => (_parts, _names) = (parts, new MarkNames(parts));

    /// <summary>The workbook without marks, and what people wrote into the index; the very same bytes when it has none.</summary>
    public static (byte[] Workbook, EarlierRemarks Remarks) Of(byte[] workbook)
    {
        using var parts = new WorkbookParts(workbook);
        var copy = new UnmarkedCopy(parts);
        return copy._names.Any ? (copy.TakeOut(workbook), copy._remarks) : (workbook, EarlierRemarks.None);
    }

    private byte[] TakeOut(byte[] workbook)
    {
        var index = _parts.Sheets.Find(sheet => sheet.Name == _names.IndexSheet);
        if (index is not null)
        {
            foreach (var line in IndexLines.Read(workbook, index.Name))
            {
                _remarks.Add(line.Rule, line.Sheet, line.Cell, line.Remark);
                foreach (var fill in line.Fills)
                {
                    _fills[(line.Sheet, fill.At)] = fill;
                }
            }
        }

        var styles = new MarkStyles(_parts);
        foreach (var sheet in _parts.Sheets.Where(sheet => sheet != index).ToList())
        {
            Unmark(sheet, styles);
        }

        if (index is not null)
        {
            Remove(index);
        }

        _names.TakeOut();
        using var stream = new MemoryStream();
        _parts.Save(stream);
        return stream.ToArray();
    }

    private void Unmark(SheetPart sheet, MarkStyles styles)
    {
        var (main, relationships) = (_parts.Main.NamespaceName, _parts.Relationships.NamespaceName);
        var heading = _names.Columns.Where(column => column.Sheet == sheet.Name).Select(column => (CellAt?)column.Heading).FirstOrDefault();
        var scan = SheetScan.Of(_parts.Open(sheet.Part), [], null, main, relationships);
        var hasNoDrawing = new CommentMarks(_parts, sheet).TakeOut(scan.LegacyDrawing);
        var unmarked = new Dictionary<int, bool>();
        using var rewritten = new MemoryStream();
        using (var source = _parts.Open(sheet.Part))
        {
            if (!SheetRewrite.Run(source, rewritten, new SheetChange
            {
                Restyle = Restyled,
                DroppedColumn = heading?.Column,
                DropWhereEmpty = _fills.Where(fill => fill.Key.Sheet == sheet.Name && !fill.Value.Existed).Select(fill => fill.Key.At).ToHashSet(),
                LegacyDrawing = hasNoDrawing ? "" : null,
            }, main, relationships))
            {
                return;
            }
        }

        var bytes = rewritten.ToArray();
        _parts.Replace(sheet.Part, stream => stream.Write(bytes));

        int Restyled(CellAt at, int style)
        {
            if (!unmarked.TryGetValue(style, out var isMark))
            {
                unmarked[style] = isMark = styles.IsMark(style);
            }

            return isMark ? styles.WithFill(style, _fills.TryGetValue((sheet.Name, at), out var fill) ? fill.Fill : "") : style;
        }
    }

    private void Remove(SheetPart index)
    {
        var position = index.Element.ElementsBeforeSelf().Count();
        _names.ForgetSheet(position);
        index.Element.Remove();
        _parts.Unrelate(WorkbookParts.WorkbookPart, index.Part);
        _parts.Remove(index.Part);
        foreach (var view in _parts.Workbook.Root!.Elements(_parts.Main + "bookViews").Elements())
        {
            foreach (var attribute in new[] { "activeTab", "firstSheet" })
            {
                if (PartXml.Whole(view.Attribute(attribute)?.Value) is > 0 and var at && at >= position)
                {
                    view.SetAttributeValue(attribute, at - 1);
                }
            }
        }
    }
}
