using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Planning.Resources;
using Junheng.Planning.Resources.Comparisons;

namespace Junheng.Application.Plans;

/// <summary>The next best plan without an addition or an exception: the problem is solved again with that one thing forbidden.</summary>
public static class PlanAlternatives
{
    /// <summary>The smallest amount of a divisible item that anybody writes.</summary>
    private static readonly Rational _grain = Rational.FromFraction(1, 100);

    /// <summary>Without an action; where that leaves no plan, with a step less of it.</summary>
    /// <param name="plan">A plan that exists.</param>
    /// <param name="purchase">The action's position in the problem.</param>
    /// <param name="options">How hard to look; null: enough for most counties, at once.</param>
    public static PlanAlternative OfAction(CountyPlan plan, int purchase, PlannerOptions? options = null)
    {
        var action = plan.Figures.Actions.First(each => each.Purchase == purchase);
        var chosen = VariedPlan.Options(plan, options);
        var problem = plan.Problem.Problem;
        PlanAlternative Of(AlternativeKind kind, ResourcePlan? other) =>
            With(plan, new PlanAlternative(kind, action.SchoolCode, action.School, action.Stage, action.Indicator, action.Item, purchase, CostDifference.Of(plan.Plan, other, isStricter: true), [], [], []), other);
        if (problem.WithLess(purchase, action.Add, _grain) is not { } less)
        {
            return Of(AlternativeKind.Less, Impossible(problem)); // all of it is locked
        }

        var without = VariedPlan.Solve(problem.Without(purchase), chosen);
        return without is { Status: PlanStatus.Infeasible } ? Of(AlternativeKind.Less, VariedPlan.Solve(less, chosen)) : Of(AlternativeKind.Without, without);
    }

    /// <summary>With the norm reached where the plan uses an exception; null where several purchases lift that cell or none does.</summary>
    public static PlanAlternative? OfException(CountyPlan plan, PlanExemption exemption, PlannerOptions? options = null)
    {
        var problem = plan.Problem.Problem;
        var cell = plan.Plan.Exceptions.First(each => IsOf(problem, each, exemption));
        if (problem.WithoutException(cell) is not { } varied)
        {
            return null;
        }

        var other = VariedPlan.Solve(varied, VariedPlan.Options(plan, options));
        return With(
            plan,
            new PlanAlternative(AlternativeKind.OtherException, exemption.SchoolCode, exemption.School, exemption.Stage, exemption.Indicator, null, null, CostDifference.Of(plan.Plan, other, isStricter: true), [], [], []),
            other);
    }

    /// <summary>Of the dearest actions, as many as asked for, and of the exceptions at the schools that they touch; in the order of the plan.</summary>
    public static ImmutableArray<PlanAlternative> Of(CountyPlan plan, int mostActions, PlannerOptions? options = null)
    {
        if (plan.Plan.Cost is null)
        {
            return [];
        }

        var actions = plan.Figures.Actions.OrderByDescending(action => action.Cost).ThenBy(action => action.Purchase).Take(mostActions).OrderBy(action => action.Purchase).ToList();
        var schools = actions.Select(action => action.SchoolCode).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. actions.Select(action => OfAction(plan, action.Purchase, options)),
            .. plan.Figures.Exceptions.Where(each => schools.Contains(each.SchoolCode)).Select(each => OfException(plan, each, options)).OfType<PlanAlternative>(),
        ];
    }

    private static PlanAlternative With(CountyPlan plan, PlanAlternative alternative, ResourcePlan? other)
    {
        if (other?.Cost is null)
        {
            return alternative;
        }

        var figures = PlanFigures.Of(plan.Problem, other);
        var (before, after) = (plan.Plan.Exceptions.ToHashSet(), other.Exceptions.ToHashSet());
        return alternative with
        {
            Changes = VariedPlan.Changes(plan.Problem, plan.Plan, other),
            Ended = [.. plan.Figures.Exceptions.Where((_, at) => !after.Contains(plan.Plan.Exceptions[at]))],
            Begun = [.. figures.Exceptions.Where((_, at) => !before.Contains(other.Exceptions[at]))],
        };
    }

    private static bool IsOf(ResourceProblem problem, CellRef cell, PlanExemption exemption) =>
        problem.Units[cell.Unit].SchoolCode == exemption.SchoolCode && problem.Units[cell.Unit].Stage == exemption.Stage && problem.Indicators[cell.Indicator] == exemption.Indicator.Id;

    private static ResourcePlan Impossible(ResourceProblem problem) => new(PlanStatus.Infeasible, [], [], null, null, 0, [], new PlanCertificate(problem, []));
}
