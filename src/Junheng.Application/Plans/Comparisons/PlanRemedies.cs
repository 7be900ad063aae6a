using System.Collections.Immutable;
using System.Globalization;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;
using Junheng.Planning.Resources;
using Junheng.Planning.Resources.Comparisons;

namespace Junheng.Application.Plans;

/// <summary>What would make a plan possible.</summary>
public enum RemedyKind
{
    /// <summary>One limit of a coefficient, loosened to the smallest hundredth that has a plan.</summary>
    Limit = 0,

    /// <summary>The caps of one item, lifted.</summary>
    Caps = 1,

    /// <summary>The schools that can't reach what is asked, freed of their norms.</summary>
    Schools = 2,

    /// <summary>The safety margin, given up.</summary>
    Margin = 3,
}

/// <summary>One change, everything else as it is, with which a complying plan is known.</summary>
/// <param name="Kind">What is changed.</param>
/// <param name="Cost">What that plan costs; it may exceed a budget.</param>
/// <param name="Words">The change and the cost in words.</param>
public sealed record PlanRemedy(RemedyKind Kind, Rational Cost, LocalizedText Words);

/// <summary>Looks for single changes that make an impossible plan possible, by solving again with each.</summary>
public static class PlanRemedies
{
    private const int MostNamed = 5;

    /// <summary>How far a limit is loosened at most, in hundredths.</summary>
    private const int MostHundredths = 200;

    /// <summary>The changes that help, cheapest to explain first; empty where there is a plan, or where only the budget is too small.</summary>
    public static ImmutableArray<PlanRemedy> Of(CountyPlan plan, PlannerOptions? options = null)
    {
        if (plan.Plan.Cost is not null || plan.Plan.Conflicts.All(conflict => conflict is PlanConflict.BudgetTooSmall))
        {
            return [];
        }

        var chosen = VariedPlan.Options(plan, options) with { Start = null };
        var problem = plan.Problem.Problem;
        var cells = problem.Stages.SelectMany(rule => Enumerable.Range(0, problem.Indicators.Length).Where(j => rule.Indicators[j].CvLimit is not null).Select(j => (rule.Stage, Indicator: j)));
        return
        [
            .. new[] { Margin(problem, chosen) }.OfType<PlanRemedy>(),
            .. cells.Select(cell => Limit(problem, cell.Stage, cell.Indicator, chosen)).OfType<PlanRemedy>(),
            .. problem.Purchases.Where(purchase => purchase.MaxAdd is not null).Select(purchase => purchase.Item).Distinct().Select(item => Caps(plan, item, chosen)).OfType<PlanRemedy>(),
            .. new[] { Schools(plan, chosen) }.OfType<PlanRemedy>(),
        ];
    }

    private static PlanRemedy? Margin(ResourceProblem problem, PlannerOptions options) =>
        problem.Margin.Sign > 0 && VariedPlan.Solve(problem with { Margin = Rational.Zero, Budget = null }, options)?.Cost is { } cost
            ? new PlanRemedy(RemedyKind.Margin, cost, new($"不留安全余量，就有方案，花费{PlanWords.Yuan(cost)}元", $"Without the safety margin there is a plan for {PlanWords.Yuan(cost)} yuan"))
            : null;

    /// <summary>The smallest loosening by hundredths that has a plan, everything else as it is: a looser limit never loses a plan, so halving finds it.</summary>
    private static PlanRemedy? Limit(ResourceProblem problem, Stage stage, int j, PlannerOptions options)
    {
        Rational? Cost(int hundredths) => VariedPlan.Solve(problem.WithLimit(stage, j, Rational.FromFraction(hundredths, 100))!, options)?.Cost;
        if (Cost(MostHundredths) is not { } cost)
        {
            return null;
        }

        var (below, above) = (0, MostHundredths);
        while (above - below > 1)
        {
            var middle = (below + above) / 2;
            (below, above, cost) = Cost(middle) is { } found ? (below, middle, found) : (middle, above, cost);
        }

        var limit = (problem.RuleOf(stage)!.Indicators[j].CvLimit!.Value + Rational.FromFraction(above, 100)).ToDouble().ToString("0.####", CultureInfo.InvariantCulture);
        return new PlanRemedy(RemedyKind.Limit, cost, new(
            $"其余不变，{stage.Word(Language.Zh)}{problem.Indicators[j]}的限值放宽到{limit}就有方案，花费{PlanWords.Yuan(cost)}元",
            $"With the limit of {stage.Word(Language.En)} {problem.Indicators[j]} at {limit} and all else as it is there is a plan for {PlanWords.Yuan(cost)} yuan"));
    }

    private static PlanRemedy? Caps(CountyPlan plan, string item, PlannerOptions options)
    {
        var problem = plan.Problem.Problem;
        if (VariedPlan.Solve(problem.WithoutCaps(item), options) is not { Cost: { } cost } other)
        {
            return null;
        }

        var beyond = other.Additions.Where(addition => problem.Purchases[addition.Purchase].Item == item && addition.Amount > problem.Purchases[addition.Purchase].MaxAdd).ToList();
        var column = plan.Problem.Items[problem.Purchases.Index().First(each => each.Item.Item == item).Index].Column;
        var schools = beyond.Take(MostNamed).Select(addition => (
            Name: plan.Problem.Units[problem.Purchases[addition.Purchase].Effects[0].Unit].Name is { Length: > 0 } name ? name : problem.Purchases[addition.Purchase].SchoolCode,
            More: PlanWords.Amount(addition.Amount - problem.Purchases[addition.Purchase].MaxAdd!.Value))).ToList();
        return new PlanRemedy(RemedyKind.Caps, cost, new(
            $"放开{column.Short.Zh}的上限就有方案，花费{PlanWords.Yuan(cost)}元；其中{beyond.Count}处超出原上限（{string.Join('、', schools.Select(each => $"{each.Name}多{each.More}{column.Measure.Zh}"))}{(beyond.Count > MostNamed ? " …" : "")}）",
            $"Without the caps on {column.Short.En} there is a plan for {PlanWords.Yuan(cost)} yuan; it exceeds {beyond.Count} of them ({string.Join(", ", schools.Select(each => $"{each.Name} by {each.More}"))}{(beyond.Count > MostNamed ? " …" : "")})"));
    }

    private static PlanRemedy? Schools(CountyPlan plan, PlannerOptions options)
    {
        var problem = plan.Problem.Problem;
        var units = plan.Plan.Conflicts.OfType<PlanConflict.NormOutOfReach>().Select(conflict => conflict.Unit).ToList();
        if (units.Count == 0 || VariedPlan.Solve(problem.Exempting(units), options)?.Cost is not { } cost)
        {
            return null;
        }

        var names = units.Take(MostNamed).Select(u => plan.Problem.Units[u].Name is { Length: > 0 } name ? name : problem.Units[u].SchoolCode).ToList();
        return new PlanRemedy(RemedyKind.Schools, cost, new(
            $"只有{string.Join('、', names)}{(units.Count > MostNamed ? $"等{units.Count}个学校学段" : "")}够不到；免去它们的达标要求，其余各校达标、各项差异系数合格的方案花费{PlanWords.Yuan(cost)}元",
            $"Only {string.Join(", ", names)}{(units.Count > MostNamed ? $" and others, {units.Count} units in all," : "")} can't reach what is asked: freed of it, a plan for all the others and every coefficient costs {PlanWords.Yuan(cost)} yuan"));
    }
}
