using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources;

/// <summary>Puts the parts of a plan together, checks it, and holds it against the budget.</summary>
internal static class PlanAssembly
{
    private static readonly Rational _cent = Rational.FromFraction(1, 100);
    private static readonly Rational _billionth = Rational.FromFraction(1, 1_000_000_000);

    public static ResourcePlan Of(ResourceProblem problem, List<PlanPart> parts)
    {
        var certificate = new PlanCertificate(problem, [.. parts.Select(part => part.Bound)]);
        var nodes = parts.Sum(part => (long)part.Bound.Nodes.Length);
        var conflicts = parts.SelectMany(part => part.Conflicts).ToImmutableArray();
        if (conflicts.Length > 0)
        {
            return new ResourcePlan(PlanStatus.Infeasible, [], [], null, null, nodes, conflicts, certificate);
        }

        var bound = parts.Aggregate(Rational.Zero, (sum, part) => sum + part.Bound.LowerBound);
        var isCut = parts.Exists(part => part.IsCut);
        if (parts.Exists(part => part.Additions is null))
        {
            return problem.Budget is { } money && bound > money
                ? new ResourcePlan(PlanStatus.Infeasible, [], [], null, bound, nodes, [new PlanConflict.BudgetTooSmall(bound - money, null)], certificate)
                : new ResourcePlan(PlanStatus.Limit, [], [], null, bound, nodes, [], certificate);
        }

        var additions = new SortedDictionary<int, Rational>();
        foreach (var (purchase, amount) in parts.SelectMany(part => part.Additions!))
        {
            additions.Add(purchase, amount);
        }

        var exceptions = PlanCheck.Exceptions(problem, additions) ?? throw new InvalidOperationException("A plan that does not comply was about to be returned.");
        var cost = PlanCheck.CostOf(problem, additions);
        if (problem.Budget is { } budget && cost > budget)
        {
            return OverBudget(budget, cost, bound, nodes, certificate);
        }

        var isOptimal = cost - bound <= _cent || cost - bound <= cost * _billionth;
        return new ResourcePlan(
            isOptimal ? PlanStatus.Optimal : isCut ? PlanStatus.Limit : PlanStatus.Feasible,
            [.. additions.Select(each => new Addition(each.Key, each.Value, problem.Purchases[each.Key].Price.Total * each.Value))],
            exceptions,
            cost,
            bound,
            nodes,
            [],
            certificate);
    }

    private static ResourcePlan OverBudget(Rational budget, Rational cost, Rational bound, long nodes, PlanCertificate certificate)
    {
        var least = bound > budget ? bound - budget : Rational.Zero;
        var status = bound > budget ? PlanStatus.Infeasible : PlanStatus.Limit;
        return new ResourcePlan(status, [], [], null, bound, nodes, [new PlanConflict.BudgetTooSmall(least, cost - budget)], certificate);
    }
}
