using System.Collections.Immutable;
using Junheng.Domain.Columns;
using Junheng.Domain.Numbers;

namespace Junheng.Application.Plans;

/// <summary>
/// The money of a plan as it is printed, in whole cents: the lines add up to the plan's cost, and so does every grouping of them. The cents that rounding leaves over
/// go to the lines with the largest fractions, the first in the plan's order among equals.
/// </summary>
/// <param name="Total">The cost, rounded to the cent.</param>
/// <param name="Lines">One line an action, in the order of the plan.</param>
/// <param name="Items">By item, the dearest first.</param>
/// <param name="Schools">By school, the dearest first.</param>
/// <param name="Townships">By township, the dearest first; schools without one under an empty name; empty when no school has one.</param>
/// <param name="Years">By year of payment, counted from the first year of the plan.</param>
public sealed record PlanMoney(
    Rational Total,
    ImmutableArray<PlanLine> Lines,
    ImmutableArray<(ColumnDefinition Item, Rational Amount, int Schools, Rational Cost)> Items,
    ImmutableArray<(string Code, string Name, string Township, int Lines, Rational Cost)> Schools,
    ImmutableArray<(string Township, int Schools, Rational Cost)> Townships,
    ImmutableArray<(int Year, Rational Once, Rational Recurrent)> Years)
{
    private const int Cents = 100;

    /// <summary>The money of one or several plans of a county.</summary>
    public static PlanMoney Of(IEnumerable<CountyPlan> plans)
    {
        var actions = plans.SelectMany(plan => plan.Figures.Actions).ToList();
        var costs = Rounded(actions.ConvertAll(action => action.Cost));
        var lines = actions.Zip(costs, (action, cost) => new PlanLine(action, cost)).ToImmutableArray();
        return new PlanMoney(
            Sum(lines),
            lines,
            [.. lines.GroupBy(line => line.Action.Item).Select(group => (group.Key, group.Aggregate(Rational.Zero, (sum, line) => sum + line.Action.Add), Count(group), Cost: Sum(group))).OrderByDescending(each => each.Cost)],
            [.. lines.GroupBy(line => line.Action.SchoolCode)
                .Select(group => (group.Key, group.First().Action.School.Name, group.First().Action.School.Township, group.Count(), Cost: Sum(group)))
                .OrderByDescending(each => each.Cost).ThenBy(each => each.Key, StringComparer.Ordinal)],
            lines.All(line => line.Action.School.Township.Length == 0)
                ? []
                : [.. lines.GroupBy(line => line.Action.School.Township).Select(group => (group.Key, Count(group), Cost: Sum(group))).OrderByDescending(each => each.Cost).ThenBy(each => each.Key, StringComparer.Ordinal)],
            YearsOf(lines));
    }

    /// <summary>Amounts rounded to cents so that their sum is the rounded sum.</summary>
    public static ImmutableArray<Rational> Rounded(IReadOnlyList<Rational> amounts)
    {
        var cents = amounts.Select(amount => amount * Cents).ToList();
        var whole = cents.ConvertAll(amount => Rational.FromInteger(amount.Floor()));
        var total = amounts.Aggregate(Rational.Zero, (sum, amount) => sum + amount).Round(2) * Cents;
        var over = (int)(total - whole.Aggregate(Rational.Zero, (sum, amount) => sum + amount)).Numerator;
        foreach (var at in Enumerable.Range(0, cents.Count).OrderByDescending(at => cents[at] - whole[at]).Take(over))
        {
            whole[at] += Rational.One;
        }

        return [.. whole.Select(amount => amount / Cents)];
    }

    /// <summary>What is paid once falls in the first year; what recurs, in equal parts in each of its years.</summary>
    private static ImmutableArray<(int Year, Rational Once, Rational Recurrent)> YearsOf(ImmutableArray<PlanLine> lines)
    {
        var horizon = lines.Select(line => line.Action.Price.Years).Append(1).Max();
        var years = Enumerable.Range(1, horizon).ToList();
        var cells = Rounded(
        [
            Sum(lines.Where(line => line.Action.Price.Years == 0)),
            .. years.Select(year => lines.Where(line => line.Action.Price.Years >= year).Aggregate(Rational.Zero, (sum, line) => sum + (line.Cost / line.Action.Price.Years))),
        ]);
        return [.. years.Select(year => (year, year == 1 ? cells[0] : Rational.Zero, cells[year]))];
    }

    private static int Count(IEnumerable<PlanLine> lines) => lines.Select(line => line.Action.SchoolCode).Distinct().Count();

    private static Rational Sum(IEnumerable<PlanLine> lines) => lines.Aggregate(Rational.Zero, (sum, line) => sum + line.Cost);
}

/// <summary>One line of a plan with its money in whole cents.</summary>
/// <param name="Action">The action.</param>
/// <param name="Cost">What it costs, to the cent.</param>
public sealed record PlanLine(PlanAction Action, Rational Cost);
