using System.Collections.Immutable;
using Junheng.Domain.Columns;
using Junheng.Domain.Numbers;

namespace Junheng.Application.Plans;

/// <summary>Money and amounts of a plan, summed up.</summary>
/// <param name="Items">By item, in the order of the plan.</param>
/// <param name="Schools">By school.</param>
/// <param name="Townships">By township, with those that the table leaves blank as one of no name; empty when the table has none.</param>
/// <param name="Years">What is paid in which year, counted from the first year of the plan.</param>
public sealed record PlanSums(
    ImmutableArray<(ColumnDefinition Item, Rational Amount, int Schools, Rational Cost)> Items,
    ImmutableArray<(string Code, string Name, string Township, int Lines, Rational Cost)> Schools,
    ImmutableArray<(string Township, int Schools, Rational Cost)> Townships,
    ImmutableArray<(int Year, Rational Once, Rational Recurrent)> Years)
{
    /// <summary>The sums of one or several plans of a county.</summary>
    public static PlanSums Of(IEnumerable<CountyPlan> plans)
    {
        var actions = plans.SelectMany(plan => plan.Figures.Actions).ToList();
        var horizon = actions.Select(action => action.Price.Years).Append(1).Max();
        return new PlanSums(
            [.. actions.GroupBy(action => action.Item).Select(group => (group.Key, Sum(group, action => action.Add), group.Select(action => action.SchoolCode).Distinct().Count(), Sum(group, action => action.Cost)))],
            [.. actions.GroupBy(action => action.SchoolCode).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (group.Key, group.First().School.Name, group.First().School.Township, group.Count(), Sum(group, action => action.Cost)))],
            actions.All(action => action.School.Township.Length == 0) ? [] : [.. actions.GroupBy(action => action.School.Township).OrderByDescending(group => Sum(group, action => action.Cost)).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (group.Key, group.Select(action => action.SchoolCode).Distinct().Count(), Sum(group, action => action.Cost)))],
            [.. Enumerable.Range(1, horizon).Select(year => (
                year,
                year == 1 ? Sum(actions.Where(action => action.Price.Years == 0), action => action.Cost) : Rational.Zero,
                Sum(actions.Where(action => action.Price.Years >= year), action => action.Add * action.Price.Amount)))]);
    }

    private static Rational Sum(IEnumerable<PlanAction> actions, Func<PlanAction, Rational> of) => actions.Aggregate(Rational.Zero, (sum, action) => sum + of(action));
}
