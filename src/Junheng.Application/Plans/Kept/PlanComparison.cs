using System.Collections.Immutable;
using Junheng.Domain.Columns;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;

namespace Junheng.Application.Plans.Kept;

/// <summary>Several plans of a county side by side.</summary>
/// <param name="Plans">The plans, in the order of the columns.</param>
/// <param name="Items">Money by item: one amount a column, in whole cents.</param>
/// <param name="Coefficients">Coefficients after each plan, by stage and indicator; one a column.</param>
/// <param name="Differing">The actions that are not the same in every plan; one a column, null where the plan does not have it.</param>
/// <param name="Same">How many actions are the same in every plan.</param>
public sealed record PlanComparison(
    ImmutableArray<PlanReport> Plans,
    ImmutableArray<(ColumnDefinition Item, ImmutableArray<Rational> Costs)> Items,
    ImmutableArray<(PlanCoefficient Coefficient, ImmutableArray<double?> After)> Coefficients,
    ImmutableArray<(string SchoolCode, PlannedUnit School, Stage Stage, ColumnDefinition Item, ImmutableArray<PlanLine?> Lines)> Differing,
    int Same)
{
    /// <summary>Compares plans.</summary>
    public static PlanComparison Of(ImmutableArray<PlanReport> plans)
    {
        var money = plans.Select(plan => PlanMoney.Of(plan.Plans)).ToList();
        var keys = money.SelectMany(each => each.Lines).Select(line => line.Action)
            .DistinctBy(Key).OrderBy(action => action.SchoolCode, StringComparer.Ordinal).ThenBy(action => action.Stage).ThenBy(action => action.Item.Id, StringComparer.Ordinal).ToList();
        var byKey = money.ConvertAll(each => each.Lines.ToDictionary(line => Key(line.Action)));
        var rows = keys.ConvertAll(action => (action.SchoolCode, action.School, action.Stage, action.Item, Lines: byKey.Select(lines => lines.GetValueOrDefault(Key(action))).ToImmutableArray()));
        var differing = rows.Where(row => row.Lines.Any(line => line?.Action.Add != row.Lines[0]?.Action.Add || line?.Cost != row.Lines[0]?.Cost)).ToImmutableArray();
        return new PlanComparison(
            plans,
            [.. keys.Select(action => action.Item).Distinct().Select(item => (item, money.Select(each => each.Items.Where(line => line.Item == item).Select(line => line.Cost).FirstOrDefault()).ToImmutableArray()))],
            [.. plans.SelectMany(plan => plan.Plans).SelectMany(plan => plan.Figures.Coefficients).DistinctBy(each => (each.Stage, each.Indicator.Id))
                .Select(each => (each, plans.Select(plan => After(plan, each)).ToImmutableArray()))],
            differing,
            rows.Count - differing.Length);
    }

    private static (string School, Stage Stage, string Item) Key(PlanAction action) => (action.SchoolCode, action.Stage, action.Item.Id);

    private static double? After(PlanReport report, PlanCoefficient asked) =>
        report.Plans.SelectMany(plan => plan.Figures.Coefficients).FirstOrDefault(each => each.Stage == asked.Stage && each.Indicator.Id == asked.Indicator.Id)?.After;
}
