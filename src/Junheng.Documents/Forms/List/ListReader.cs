using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Junheng.Application.Papers;
using Junheng.Documents.Forms.Maps;
using Junheng.Documents.Forms.Reconcile;
using Junheng.Documents.Forms.Sheets;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Documents.Forms.List;

/// <summary>Reads lists: one row a school below a header of one or more rows. Find the header → bind columns → read rows → compare totals.</summary>
internal sealed class ListReader : IFormReader
{
    private const string OwnGeneration = "own";
    private static readonly string[] _anchors = ["school_name", "school_code"];

    private readonly Dictionary<(string Map, string Header), (Binding Binding, ImmutableArray<LocalizedText> Choices)> _bound = [];

    /// <inheritdoc/>
    public FormLayout Layout => FormLayout.List;

    /// <inheritdoc/>
    public FormMatch Match(SheetGrid sheet, FormMap map)
    {
        var head = SheetHead.Of(sheet);
        var told = map.Stage == Stage.None || map.Signs.Titles.Length + map.Signs.Codes.Length > 0 ? null : head.StageTold();
        if (told is not null && told.Value.Stage != map.Stage)
        {
            return None(map, [$"{StageWord(map.Stage)}（工作表名、标题或文件名）"]);
        }

        if (HeaderOf(sheet, map) is not { } header)
        {
            return None(map, [.. map.Columns.Where(rule => _anchors.Contains(rule.Item)).SelectMany(rule => rule.Terms).Select(term => term.Path.Text).Distinct()]);
        }

        var lacking = map.Signs.Headings.Where(path => ListColumns.Candidates(header, path).IsEmpty).Select(path => path.Text).ToImmutableArray();
        var found = map.Signs.Headings.Where(path => !lacking.Contains(path.Text)).Select(path => path.Text).ToImmutableArray();
        if (!lacking.IsEmpty)
        {
            return new FormMatch(false, found.Length, new("", ""), found, lacking);
        }

        var title = map.Signs.Codes.Concat(map.Signs.Titles).Select(HeadingPath.Normalised).Select(head.TitleWith).FirstOrDefault(text => text is not null);
        if (map.Signs.Titles.Length + map.Signs.Codes.Length > 0 && title is null)
        {
            return new FormMatch(false, found.Length, new("", ""), found, [.. map.Signs.Codes, .. map.Signs.Titles]);
        }

        if (map.Stage == Stage.None || map.Signs.Titles.Length + map.Signs.Codes.Length > 0)
        {
            return new FormMatch(true, Weight(map, header), By(found, title), found, []);
        }

        return told?.Stage == map.Stage || (told is null && map.Generation == OwnGeneration)
            ? new FormMatch(true, Weight(map, header), By(found, told?.By), found, [])
            : new FormMatch(false, found.Length + 1, new("", ""), found, [$"{StageWord(map.Stage)}（工作表名、标题或文件名）"]);
    }

    /// <inheritdoc/>
    public IReadOnlyList<SheetMapping> Read(IReadOnlyList<RecognisedSheet> sheets, FormContext context) => [.. sheets.Select(sheet => Read(sheet, context))];

    /// <summary>A map drafted for a sheet that lacks a heading by which the map nearest to it is recognised; null where the sheet has no header of that map. What is found on the way is for the draft only.</summary>
    public static string? DraftOf(SheetGrid sheet, FormMap nearest, FormContext context)
    {
        if (HeaderOf(sheet, nearest) is not { } header)
        {
            return null;
        }

        var aside = new FormContext(new SchoolFigures(), context.Columns, context.CountyCode, context.ReportYear, context.Language, true);
        var columns = new ListColumns(sheet, nearest, header, aside, new SheetNotes(sheet, aside));
        var bound = columns.Bind();
        return bound.IsEmpty ? null : MapDraft.Of(nearest, bound, columns.LeftOver(bound));
    }

    /// <summary>The columns of a map's items. Sheets with the very same header, as the schools of a county send them, are bound once, unless something was found on the way.</summary>
    private Binding Bind(FormMap map, HeaderBlock header, ListColumns columns, ArtsColumns arts, FormContext context, SheetNotes notes)
    {
        var key = (map.Id, header.Signature);
        if (_bound.TryGetValue(key, out var known))
        {
            foreach (var choice in known.Choices)
            {
                notes.Choose(choice);
            }

            return known.Binding;
        }

        var (findings, choices) = (context.Findings.Count, notes.Choices.Length);
        var bound = columns.Bind();
        bound = [.. bound.Where(item => !item.Item.StartsWith("pe_art_teachers", StringComparison.Ordinal) || arts.Allows(item))];
        var binding = new Binding(bound, [.. bound.Select(item => Mapped(header, item))]);
        if (context.Findings.Count == findings)
        {
            _bound[key] = (binding, [.. notes.Choices.Skip(choices)]);
        }

        return binding;
    }

    private SheetMapping Read(RecognisedSheet recognised, FormContext context)
    {
        var (sheet, map) = (recognised.Sheet, recognised.Map);
        var header = HeaderOf(sheet, map)!;
        context.Figures.Expect(sheet.RowCount - header.Bottom);
        var notes = new SheetNotes(sheet, context);
        notes.Choose(new($"按映射 {map.Id} 读取：{recognised.Match.By.Zh}", $"Read by the map {map.Id}: {recognised.Match.By.En}"));
        var columns = new ListColumns(sheet, map, header, context, notes);
        var arts = new ArtsColumns(sheet, header, recognised.IsOwn, notes);
        var (bound, mapped) = Bind(map, header, columns, arts, context, notes);
        var rows = new ListRows(sheet, map, header, bound, context, notes);
        rows.Read(arts.Subtotals());
        var leftOver = columns.LeftOver(bound);
        return new SheetMapping(
            sheet.File,
            sheet.Name,
            map.Id,
            map.Title,
            map.IsAssumed ? MappingStatus.Assumed : MappingStatus.Known,
            rows.ReportYear,
            map.Stage,
            rows.Schools,
            [.. mapped.Zip(bound, (item, from) => from.Columns.IsEmpty ? item : item with { Samples = Samples.Of(sheet, header.FirstRow, from.Columns[0].Column) })],
            leftOver,
            notes.Choices,
            notes.Questions)
        {
            Draft = context.WantsDrafts ? MapDraft.Of(map, bound, leftOver) : null,
        };
    }

    /// <summary>How an item is told, without samples of its values.</summary>
    private static MappedItem Mapped(HeaderBlock header, BoundColumn item)
    {
        var operation = string.Join(' ', new[] { item.Columns.Length > 1 ? "sum" : "", item.Factor > 1 ? $"×{item.Factor}" : "" }.Where(part => part.Length > 0));
        return item.Columns.IsEmpty
            ? new MappedItem(item.Item, item.Rule.Value!, "", [item.Rule.Value!], "value")
            : new MappedItem(
                item.Item,
                string.Join(" + ", item.Columns.Select(column => column.Text)) + (item is { Condition: { } condition, Rule.When: { } when } ? $" ({condition.Text} = {string.Join('|', when.Texts)})" : ""),
                string.Join('+', item.Columns.Select(column => Domain.Findings.Origin.CellName(header.FirstRow, column.Column))),
                [],
                operation);
    }

    private static HeaderBlock? HeaderOf(SheetGrid sheet, FormMap map)
    {
        var known = Vocabulary.Of(map);
        return SheetHeaders.Of(sheet).Header(map, known.Anchors, known.Headings);
    }

    /// <summary>How many of the list's columns the map may know, by their lowest heading.</summary>
    private static int Weight(FormMap map, HeaderBlock header)
    {
        var known = Vocabulary.Of(map).Headings;
        return header.Columns.Count(column => known.Contains(column.Path[^1]));
    }

    private static FormMatch None(FormMap map, ImmutableArray<string> lacking) => new(false, 0, new("", ""), [], lacking.IsEmpty ? [map.Id] : lacking);

    private static LocalizedText By(ImmutableArray<string> found, string? title)
    {
        var headings = string.Join("、", found);
        return title is null
            ? new($"有标题 {headings}", $"it has the headings {headings}")
            : new($"有标题 {headings}，并写着“{title}”", $"it has the headings {headings} and says '{title}'");
    }

    private static string StageWord(Stage stage) => stage switch
    {
        Stage.Primary => "小学",
        Stage.Junior => "初中",
        _ => "高中",
    };

    /// <summary>What a map's items became for one header.</summary>
    /// <param name="Bound">The items' columns.</param>
    /// <param name="Mapped">The same as it is told, in the same order, without samples.</param>
    private sealed record Binding(ImmutableArray<BoundColumn> Bound, ImmutableArray<MappedItem> Mapped);

    /// <summary>The headings that a map knows, worked out once a map.</summary>
    private sealed record Vocabulary(FrozenSet<string> Anchors, FrozenSet<string> Headings)
    {
        private static readonly ConditionalWeakTable<FormMap, Vocabulary> _known = [];

        public static Vocabulary Of(FormMap map) => _known.GetValue(map, each => new Vocabulary(
            each.Columns.Where(rule => _anchors.Contains(rule.Item)).SelectMany(rule => rule.Terms).SelectMany(term => term.Path.Parts[^1]).ToFrozenSet(StringComparer.Ordinal),
            each.Columns.SelectMany(rule => rule.Terms).SelectMany(term => term.Path.Parts).SelectMany(part => part).ToFrozenSet(StringComparer.Ordinal)));
    }
}
