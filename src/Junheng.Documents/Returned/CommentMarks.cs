using System.Xml.Linq;

namespace Junheng.Documents.Returned;

/// <summary>
/// The comments of one sheet: ours are put in, below the user's own where a cell has one, and taken out again. Old-style comments are two parts,
/// the texts and a drawing that shows them.
/// </summary>
internal sealed class CommentMarks
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private const string DrawingContentType = "application/vnd.openxmlformats-officedocument.vmlDrawing";
    private const string Author = "均衡校验";

    /// <summary>The first line of our text, by which it is found again.</summary>
    private const string Title = "【均衡校验】";

    private const int LongestText = 2_000;

    private readonly WorkbookParts _parts;
    private readonly SheetPart _sheet;
    private readonly XNamespace _main;

    public CommentMarks(WorkbookParts parts, SheetPart sheet) => (_parts, _sheet, _main) = (parts, sheet, parts.Main);

    /// <summary>Puts comments in.</summary>
    /// <param name="cells">The marked cells, at least one.</param>
    /// <param name="legacyDrawing">The relationship of the sheet's drawing of comments; null when it has none.</param>
    /// <returns>The relationship of a new drawing that the sheet must name; null when it names it already.</returns>
    public string? Put(SortedDictionary<CellAt, CellMark> cells, string? legacyDrawing)
    {
        var comments = Comments();
        var author = AuthorOf(comments);
        var known = comments.Elements(_main + "commentList").Elements(_main + "comment")
            .GroupBy(comment => comment.Attribute("ref")?.Value ?? "").ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        var shown = new List<(CellAt At, int Lines)>();
        foreach (var (at, mark) in cells)
        {
            var text = TextOf(mark);
            if (!known.TryGetValue(at.Name, out var comment))
            {
                comments.Element(_main + "commentList")!.Add(new XElement(
                    _main + "comment",
                    new XAttribute("ref", at.Name),
                    new XAttribute("authorId", author),
                    new XElement(_main + "text", Run(Title, isBold: true), Run("\n" + text, isBold: false))));
                shown.Add((at, text.Count(c => c == '\n') + (text.Length / 24) + 3));
            }
            else if (!IsThreaded(comments, comment))
            {
                var body = comment.Element(_main + "text")!;
                body.Add(Run((body.Value.Length > 0 ? "\n" : "") + Title, isBold: true), Run("\n" + text, isBold: false));
            }
        }

        return shown.Count == 0 ? null : Show(shown, legacyDrawing);
    }

    /// <summary>Takes our comments out.</summary>
    /// <param name="legacyDrawing">The relationship of the sheet's drawing of comments.</param>
    /// <returns>True when the sheet no longer has such a drawing.</returns>
    public bool TakeOut(string? legacyDrawing)
    {
        if (_parts.RelatedByType(_sheet.Part, "comments") is not { } part)
        {
            return false;
        }

        var comments = _parts.Held(part).Root!;
        var gone = new HashSet<CellAt>();
        foreach (var comment in comments.Elements(_main + "commentList").Elements(_main + "comment").ToList())
        {
            if (IsBlankAfterTakingOut(comment) && CellAt.Read(comment.Attribute("ref")?.Value) is { } at)
            {
                gone.Add(at);
                comment.Remove();
            }
        }

        if (comments.Elements(_main + "commentList").Elements().Any())
        {
            ForgetAuthor(comments);
        }
        else
        {
            _parts.Unrelate(_sheet.Part, part);
            _parts.Remove(part);
        }

        return gone.Count > 0 && _parts.RelatedById(_sheet.Part, legacyDrawing) is { } drawing && Hide(drawing, gone);
    }

    private static string TextOf(CellMark mark)
    {
        var text = string.Join("\n", mark.Findings.Select(finding =>
            $"{MarkPlan.Word(finding.Severity)}：{finding.Message}\n规则：{finding.Rule}{(finding.Remedy.Length > 0 ? $"\n怎么改：{finding.Remedy}" : "")}"));
        return PartXml.Printable(text.Length > LongestText ? text[..LongestText] + " …" : text);
    }

    private XElement Run(string text, bool isBold) => new(
        _main + "r",
        new XElement(
            _main + "rPr",
            isBold ? new XElement(_main + "b") : null,
            new XElement(_main + "sz", new XAttribute("val", 9)),
            new XElement(_main + "color", new XAttribute("indexed", 81)),
            new XElement(_main + "rFont", new XAttribute("val", "宋体")),
            new XElement(_main + "charset", new XAttribute("val", 134))),
        new XElement(_main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    private XElement Comments()
    {
        var part = _parts.RelatedByType(_sheet.Part, "comments");
        if (part is null)
        {
            part = _parts.NewName("xl/comments", ".xml");
            _parts.Add(part, new XDocument(new XElement(_main + "comments", new XElement(_main + "authors"), new XElement(_main + "commentList"))), ContentType);
            _parts.Relate(_sheet.Part, part, "comments");
        }

        return _parts.Held(part).Root!;
    }

    private int AuthorOf(XElement comments)
    {
        var authors = comments.Element(_main + "authors")!;
        var known = authors.Elements().ToList().FindIndex(author => author.Value == Author);
        if (known >= 0)
        {
            return known;
        }

        authors.Add(new XElement(_main + "author", Author));
        return authors.Elements().Count() - 1;
    }

    /// <summary>Our name is taken off the end of the list, where no index changes by it.</summary>
    private void ForgetAuthor(XElement comments)
    {
        var last = comments.Element(_main + "authors")!.Elements().LastOrDefault();
        var index = comments.Element(_main + "authors")!.Elements().Count() - 1;
        if (last?.Value == Author && comments.Descendants(_main + "comment").All(comment => PartXml.Whole(comment.Attribute("authorId")?.Value) != index))
        {
            last.Remove();
        }
    }

    /// <summary>A conversation of newer Excel keeps its texts elsewhere; what stands here is a stand-in that must stay as it is.</summary>
    private bool IsThreaded(XElement comments, XElement comment) =>
        comments.Element(_main + "authors")!.Elements().ElementAtOrDefault(PartXml.Whole(comment.Attribute("authorId")?.Value) ?? 0)?.Value.StartsWith("tc=", StringComparison.Ordinal) == true;

    /// <summary>Cuts a comment at our title; true when nothing of the user's stood before it.</summary>
    private bool IsBlankAfterTakingOut(XElement comment)
    {
        var texts = comment.Elements(_main + "text").Descendants(_main + "t").ToList();
        var first = texts.FindIndex(text => text.Value.Contains(Title, StringComparison.Ordinal));
        if (first < 0)
        {
            return false;
        }

        texts[first].Value = texts[first].Value[..texts[first].Value.IndexOf(Title, StringComparison.Ordinal)];
        var own = texts.Take(first + 1).Where(text => text.Value.Length > 0).ToList();
        if (own.Count > 0 && own[^1].Value.EndsWith('\n'))
        {
            own[^1].Value = own[^1].Value[..^1]; // the line break that we put between the user's text and ours
        }

        foreach (var text in texts.Where(text => !own.Contains(text) || text.Value.Length == 0))
        {
            (text.Parent!.Name.LocalName == "r" ? text.Parent : text).Remove();
        }

        return comment.Elements(_main + "text").Descendants(_main + "t").All(text => text.Value.Trim().Length == 0);
    }

    private string? Show(List<(CellAt At, int Lines)> shown, string? legacyDrawing)
    {
        if (_parts.RelatedById(_sheet.Part, legacyDrawing) is { } known && _parts.Has(known))
        {
            var drawing = CommentDrawing.Read(_parts.Open(known)).With(shown);
            _parts.Replace(known, drawing.Write);
            return null;
        }

        var part = _parts.NewName("xl/drawings/vmlDrawing", ".vml");
        _parts.DeclareEnding("vml", DrawingContentType);
        _parts.Replace(part, CommentDrawing.Empty(_parts.Sheets.IndexOf(_sheet) + 1, shown.Count).With(shown).Write);
        return _parts.Relate(_sheet.Part, part, "vmlDrawing");
    }

    private bool Hide(string part, HashSet<CellAt> gone)
    {
        var drawing = CommentDrawing.Read(_parts.Open(part)).Without(gone);
        if (drawing.HasShapes)
        {
            _parts.Replace(part, drawing.Write);
            return false;
        }

        _parts.Unrelate(_sheet.Part, part);
        _parts.Remove(part);
        return true;
    }
}
