using System.Collections.Immutable;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Units;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Application.Plans;

/// <summary>Lists what can be bought for the units of a problem, at which price, within which caps and locks.</summary>
internal sealed class PurchaseList(UnitTable table, StandardInForce inForce, StageRules rules, string county, PlanTerms terms, PlanFindings findings)
{
    private readonly List<string> _order = [.. inForce.Standard.RequiredItems];
    private HashSet<UnitRef> _units = [];

    /// <summary>The purchases, by school, then in the order of the standard's items.</summary>
    /// <param name="units">The units.</param>
    /// <param name="isWhole">Whether these are all units planned for, so that a cap or lock of none of them is a mistake.</param>
    public List<(Purchase Purchase, PlannedItem Item)> Of(int[] units, bool isWhole)
    {
        _units = [.. units.Select(unit => table.Units[unit])];
        var effects = new Dictionary<(string School, Stage Stage, string Item), List<PurchaseEffect>>();
        var before = new Dictionary<(string, Stage, string), Rational>();
        for (var at = 0; at < units.Length; at++)
        {
            for (var j = 0; j < rules.Indicators.Length; j++)
            {
                AddEffects(units[at], at, j, effects, before);
            }
        }

        var listed = new List<(Purchase, PlannedItem)>();
        foreach (var group in effects.GroupBy(each => (each.Key.School, each.Key.Item)))
        {
            foreach (var (key, own) in group)
            {
                Add(key, own, before[key], effects, listed);
            }
        }

        if (isWhole)
        {
            ReportUnused(listed);
        }

        return [.. listed.OrderBy(each => each.Item1.SchoolCode, StringComparer.Ordinal).ThenBy(each => _order.IndexOf(each.Item1.Item)).ThenBy(each => each.Item1.Stage)];
    }

    private void AddEffects(
        int unit, int at, int j, Dictionary<(string School, Stage Stage, string Item), List<PurchaseEffect>> effects, Dictionary<(string, Stage, string), Rational> before)
    {
        var reference = table.Units[unit];
        var part = table.Raw.PartOf(reference.Row);
        var terms = table.Terms(unit, rules.Indicators[j]);
        foreach (var item in inForce.Standard.Indicators[rules.Indicators[j]].Numerator)
        {
            var isShared = part.Layout == TableLayout.School && !item.IsStaged;
            var column = part.Layout == TableLayout.School && item.IsStaged ? $"{item.Item}_{reference.Stage.Id()}" : item.Item;
            if (terms.FirstOrDefault(term => term.Row == reference.Row && term.Column == column).Coefficient is not { Sign: > 0 } amount)
            {
                continue;
            }

            var key = (part.SchoolCode[reference.Row.Row], isShared && IsCombined(unit) ? Stage.None : reference.Stage, item.Item);
            if (!effects.TryGetValue(key, out var list))
            {
                effects[key] = list = [];
            }

            list.Add(new PurchaseEffect(at, j, amount));
            before[key] = terms.Where(term => term.Coefficient is not null && IsOf(item.Item, term.Column)).Aggregate(
                Rational.Zero, (sum, term) => sum + (table.Raw.PartOf(term.Row).Figure(term.Column)?.Exact(term.Row.Row) is { } cell ? cell * term.Coefficient!.Value / amount : Rational.Zero));
        }
    }

    /// <summary>A term of an item's amount: its own column, or the indoor area that is taken out of it or added to it.</summary>
    private bool IsOf(string item, string column) => column == item || column.StartsWith(item + "_", StringComparison.Ordinal) || column == inForce.Standard.IndoorSports?.Item;

    /// <summary>Whether the school has another stage among those planned, so that what it shares lifts both.</summary>
    private bool IsCombined(int unit)
    {
        var reference = table.Units[unit];
        return rules.Rules.Any(rule => rule.Stage != reference.Stage && _units.Contains(reference with { Stage = rule.Stage }));
    }

    private bool IsPlanned(Stage stage) => terms.Stages.IsEmpty || terms.Stages.Contains(stage);

    private void Add(
        (string School, Stage Stage, string Item) key,
        List<PurchaseEffect> own,
        Rational before,
        Dictionary<(string School, Stage Stage, string Item), List<PurchaseEffect>> all,
        List<(Purchase, PlannedItem)> listed)
    {
        var column = inForce.Standard.Columns[key.Item]!;
        if (!terms.Prices.Rules.TryGetValue(key.Item, out var price))
        {
            findings.Add(
                "plan.no-price",
                Severity.Error,
                Origin.None,
                "",
                new($"没有“{column.Title.Zh}”（{key.Item}）的单价", $"There is no price of '{key.Item}'"),
                new("在单价文件（--prices）中写上这一项", "Give it in the prices file (--prices)"));
            return;
        }

        var lifted = own.ToList();
        foreach (var also in price.AlsoCounts)
        {
            if (all.TryGetValue((key.School, key.Stage, also), out var others))
            {
                lifted.AddRange(others);
            }
        }

        ImmutableArray<PurchaseEffect> effects =
            [.. lifted.GroupBy(each => (each.Unit, each.Indicator)).Select(each => new PurchaseEffect(each.Key.Unit, each.Key.Indicator, each.Aggregate(Rational.Zero, (sum, one) => sum + one.Amount)))];
        listed.Add((
            new Purchase(
                key.School,
                key.Stage,
                key.Item,
                new PlanPrice(price.At(key.School), price.Years),
                price.Lot ?? (column.IsWhole ? Rational.One : null),
                BoundOf(terms.Locks, key) ?? Rational.Zero,
                BoundOf(terms.Caps, key),
                effects),
            new PlannedItem(column, [key.Item, .. price.AlsoCounts], before)));
    }

    private Rational? BoundOf(ImmutableArray<AddBound> bounds, (string School, Stage Stage, string Item) key) =>
        bounds.FirstOrDefault(each => IsMeant(each, key.School, key.Stage, key.Item))?.Amount;

    private bool IsMeant(AddBound bound, string school, Stage stage, string item) =>
        bound.CountyCode == county && bound.SchoolCode == school && bound.Item == item && (bound.Stage == stage || bound.Stage == Stage.None);

    /// <summary>A cap or lock that meets no purchase is a mistake where its school is planned for; one of a stage left out is passed over.</summary>
    private void ReportUnused(List<(Purchase Purchase, PlannedItem)> listed)
    {
        foreach (var bound in terms.Caps.Concat(terms.Locks).Where(bound => bound.CountyCode == county))
        {
            var isUsed = listed.Exists(each => IsMeant(bound, each.Purchase.SchoolCode, each.Purchase.Stage, each.Purchase.Item));
            if (!isUsed && (bound.Stage == Stage.None || IsPlanned(bound.Stage)))
            {
                findings.Add(
                    "plan.bound-without-purchase",
                    Severity.Error,
                    bound.Place,
                    county,
                    new(
                        $"{bound.SchoolCode} 没有可以添置的“{bound.Item}”（学段：{(bound.Stage == Stage.None ? "共用" : bound.Stage.Word(Domain.Text.Language.Zh))}），这一行不起作用",
                        $"{bound.SchoolCode} has no '{bound.Item}' to add (stage: {(bound.Stage == Stage.None ? "shared" : bound.Stage.Id())}): this row would do nothing"),
                    new("核对学校代码、学段和项目；几个学段共用的项目，学段写 shared", "Check school code, stage and item; what stages share has the stage 'shared'"));
            }
        }
    }
}
