using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Planning.Resources;
using Junheng.Planning.Resources.Comparisons;

namespace Junheng.Application.Plans;

/// <summary>The next best plan without an addition or an exception: the problem is solved again with that one thing forbidden.</summary>
public static class PlanAlternatives
{
    /// <summary>Without an action; where that leaves no plan, with no more of it than the floors need, else than the norms need.</summary>
    /// <param name="plan">A plan that exists.</param>
    /// <param name="purchase">The action's position in the problem.</param>
    /// <param name="options">How hard to look; null: enough for most counties, at once.</param>
    public static PlanAlternative OfAction(CountyPlan plan, int purchase, PlannerOptions? options = null)
    {
        var action = plan.Figures.Actions.First(each => each.Purchase == purchase);
        var chosen = VariedPlan.Options(plan, options);
        var problem = plan.Problem.Problem;
        var locked = problem.LockOf(purchase);
        PlanAlternative Of(AlternativeKind kind, Rational kept, ResourcePlan? other) =>
            With(
                plan,
                new PlanAlternative(kind, action.SchoolCode, action.School, action.Stage, action.Indicator, action.Item, purchase, CostDifference.Of(plan.Plan, other, isStricter: true), [], [], []) { Kept = kept },
                other);
        if (action.Add <= locked)
        {
            return Of(AlternativeKind.Locked, locked, Impossible(problem));
        }

        var without = VariedPlan.Solve(plan, problem.Without(purchase), chosen);
        if (without is not { Status: PlanStatus.Infeasible })
        {
            return Of(AlternativeKind.Without, locked, without);
        }

        foreach (var atFloor in new[] { true, false })
        {
            var need = problem.NeedOf(purchase, atFloor);
            if (need > locked && need < action.Add && VariedPlan.Solve(plan, problem.WithAtMost(purchase, need), chosen) is not { Status: PlanStatus.Infeasible } and var less)
            {
                return Of(AlternativeKind.Less, need, less);
            }
        }

        return Of(AlternativeKind.Less, action.Add, without);
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

        var other = VariedPlan.Solve(plan, varied, VariedPlan.Options(plan, options));
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
