using System.Collections.Immutable;
using Junheng.Documents.Forms.Maps;
using Junheng.Documents.Forms.Sheets;
using Junheng.Domain.Columns;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Documents.Forms.List;

/// <summary>
/// Finds the columns of a map's items among a list's headings. Of several rules for an item the first whose columns are all there is taken; two columns that fit one rule alike
/// are a question.
/// </summary>
internal sealed class ListColumns(SheetGrid sheet, FormMap map, HeaderBlock header, FormContext context, SheetNotes notes)
{
    private readonly List<BoundColumn> _bound = [];

    /// <summary>The items found.</summary>
    public ImmutableArray<BoundColumn> Bind()
    {
        foreach (var rules in map.Columns.GroupBy(rule => (rule.Item, Condition: rule.When?.Path.Text)))
        {
            Bind([.. rules]);
        }

        return [.. _bound];
    }

    /// <summary>The columns that a path fits: those that say it in full, where there are such.</summary>
    public static ImmutableArray<HeaderColumn> Candidates(HeaderBlock header, HeadingPath path)
    {
        var fitting = header.Ending(path.Parts[^1]).Where(column => path.Matches(column.Path)).ToImmutableArray();
        if (fitting.Length < 2)
        {
            return fitting;
        }

        var full = fitting.Where(column => column.Path.Length == path.Parts.Length).ToImmutableArray();
        full = full.IsEmpty ? [.. fitting.Where(column => column.Path.Length == fitting.Min(each => each.Path.Length))] : full;
        return full;
    }

    private void Bind(ImmutableArray<ColumnRule> rules)
    {
        if (rules[0].Value is not null)
        {
            _bound.Add(new BoundColumn(rules[0].Item, rules[0], [], 1, IsFigure(rules[0].Item), ConditionOf(rules[0])));
            return;
        }

        var found = rules.Select(rule => (Rule: rule, Terms: rule.Terms.Select(term => (Term: term, Columns: Candidates(header, term.Path))).ToList())).ToList();
        var (chosen, terms) = found.Find(each => each.Terms.TrueForAll(term => !term.Columns.IsEmpty));
        if (chosen is null)
        {
            (chosen, terms) = found.OrderByDescending(each => each.Terms.Count(term => !term.Columns.IsEmpty)).First();
            var lacking = terms.Where(term => term.Columns.IsEmpty).ToList();
            if (lacking.Count == terms.Count)
            {
                return;
            }

            var isRead = lacking.TrueForAll(term => term.Term.IsOptional);
            SumIncomplete(chosen, string.Join("、", lacking.Select(term => term.Term.Path.Text)), isRead);
            if (!isRead)
            {
                return;
            }
        }

        if (terms!.Find(term => term.Columns.Length > 1) is { Term: not null } doubtful)
        {
            TwoCandidates(chosen, doubtful.Term.Path, doubtful.Columns);
            return;
        }

        var columns = terms.Where(term => !term.Columns.IsEmpty).Select(term => term.Columns[0]).ToImmutableArray();
        if (FactorOf(chosen, columns) is { } factor)
        {
            _bound.Add(new BoundColumn(chosen.Item, chosen, columns, factor, IsFigure(chosen.Item), ConditionOf(chosen)));
        }
    }

    private HeaderColumn? ConditionOf(ColumnRule rule) => rule.When is { } when ? Candidates(header, when.Path) is [var one, ..] ? one : null : null;

    private bool IsFigure(string item) => ColumnOf(item) is { Kind: ColumnKind.Number or ColumnKind.Year };

    private ColumnDefinition? ColumnOf(string item) =>
        context.Columns[item] ?? (Stages.All.Any(stage => item.EndsWith($"_{stage.Id()}", StringComparison.Ordinal)) ? context.Columns[item[..item.LastIndexOf('_')]] : null);

    /// <summary>What the figures are multiplied by to have the item's own unit; null with a finding where that is not exact.</summary>
    private int? FactorOf(ColumnRule rule, ImmutableArray<HeaderColumn> columns)
    {
        if (!IsFigure(rule.Item))
        {
            return 1;
        }

        var column = ColumnOf(rule.Item)!;
        var units = columns.Select(each => rule.Unit ?? each.Written.Reverse().Select(HeadingPath.UnitOf).FirstOrDefault(unit => unit is not null)).Distinct().ToList();
        var unit = units.Count == 1 ? units[0] : "?";
        int? factor = unit switch
        {
            null => 1,
            "万元" when column.Unit == "yuan" => 10_000,
            "千元" when column.Unit == "yuan" => 1_000,
            "元" when column.Unit == "yuan" => 1,
            "平方米" or "m2" when column.Unit == "m2" => 1,
            "万元" or "千元" or "元" or "平方米" or "m2" or "亩" or "?" => null,
            _ => 1,
        };
        if (factor is null)
        {
            var all = string.Join("、", units);
            notes.Ask(
                "forms.unit",
                Cell(columns[0]),
                new($"“{columns[0].Text}”的单位是“{all}”，不能准确换算为{column.Title.Zh}的单位", $"'{columns[0].Text}' is in '{all}', which cannot be turned exactly into the unit of {rule.Item}"),
                new("换算后改正标题中的单位，或在映射中写 unit", "Convert the figures and correct the heading's unit, or write unit in the map"));
        }

        return factor;
    }

    private void SumIncomplete(ColumnRule rule, string lacking, bool isRead)
    {
        var message = isRead
            ? new LocalizedText($"{rule.Item} 应是几列之和，这张表没有：{lacking}；按其余各列相加", $"{rule.Item} is the sum of several columns; this sheet lacks {lacking}; the others are added up")
            : new LocalizedText($"{rule.Item} 应是几列之和，这张表没有：{lacking}；未读取", $"{rule.Item} is the sum of several columns; this sheet lacks {lacking}; it was not read");
        notes.Choose(message);
        notes.Warn("forms.sum-incomplete", Origin.CellName(header.Top, 0), message, new("核对缺少的列；确实没有这一列时，在映射中改写相加的各列", "Look for the lacking column; if there is none, write in the map which columns make the sum"));
    }

    private void TwoCandidates(ColumnRule rule, HeadingPath term, ImmutableArray<HeaderColumn> candidates)
    {
        var cells = string.Join("、", candidates.Select(candidate => $"{Cell(candidate)}“{candidate.Text}”"));
        notes.Ask(
            "forms.two-candidates",
            Cell(candidates[0]),
            new($"{rule.Item}（{term.Text}）有 {candidates.Length} 列都符合：{cells}", $"{rule.Item} ({term.Text}) fits {candidates.Length} columns: {cells}"),
            new(
                $"删除多余的一列，或在映射中写明：- {{item: {rule.Item}, path: [{string.Join(", ", candidates[0].Written)}]}}，用 --map 给出",
                $"Delete the superfluous column, or decide in a map: - {{item: {rule.Item}, path: [{string.Join(", ", candidates[0].Written)}]}}, given by --map"));
    }

    private static string Cell(HeaderColumn column) => Origin.CellName(column.Row, column.Column);

    /// <summary>The columns with a heading that became nothing and have something below it.</summary>
    public ImmutableArray<Application.Papers.LeftOverHeading> LeftOver(ImmutableArray<BoundColumn> bound)
    {
        var used = bound.SelectMany(item => item.Columns.Append(item.Condition)).OfType<HeaderColumn>().Select(column => column.Column).ToHashSet();
        return [.. header.Columns
            .Where(column => !used.Contains(column.Column))
            .Where(column => !Tables.Companions.IsHeading(column.Text[(column.Text.LastIndexOf('›') + 1)..].Trim()))
            .Select(column => new Application.Papers.LeftOverHeading(column.Text, Cell(column), Samples.Of(sheet, header.FirstRow, column.Column)))];
    }
}
