using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources.Comparisons;

/// <summary>
/// Secondary aims among plans of equal cost: first fewer schools touched, then the weak before the strong. Only whole steps of one price are moved, from one unit to another of the same stage
/// and indicator, so that the cost stays the same to the cent and the certificate with it. What comes out complies exactly or is not taken. That no plan of this cost touches fewer schools
/// is not proven.
/// </summary>
public static class EqualCostAims
{
    private const int MostMoves = 2000;

    /// <summary>The plan, or one of the same cost that serves the aims better.</summary>
    /// <param name="plan">A plan.</param>
    /// <param name="precedence">Per unit of the problem: who comes first among equals, smaller first (rural before town before urban); empty: all alike.</param>
    public static ResourcePlan Improve(ResourcePlan plan, ImmutableArray<int> precedence)
    {
        var problem = plan.Certificate.Problem;
        if (plan.Cost is null || plan.Additions.IsEmpty)
        {
            return plan;
        }

        var moves = new EqualCostMoves(problem, plan.Additions, precedence);
        var isMoved = moves.LeaveSchools(MostMoves);
        isMoved |= moves.PreferWeak(MostMoves);
        if (!isMoved)
        {
            return plan;
        }

        var additions = new SortedDictionary<int, Rational>(moves.Additions);
        return PlanCheck.Exceptions(problem, additions) is { } exceptions && PlanCheck.CostOf(problem, additions) == plan.Cost
            ? plan with
            {
                Additions = [.. additions.Select(each => new Addition(each.Key, each.Value, problem.Purchases[each.Key].Price.Total * each.Value))],
                Exceptions = exceptions,
            }
            : plan;
    }
}
