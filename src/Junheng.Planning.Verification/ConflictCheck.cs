using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Verification;

/// <summary>Whether the reasons given for "impossible" hold.</summary>
internal static class ConflictCheck
{
    public static void Run(ResourcePlan plan)
    {
        if (plan.Conflicts.IsEmpty || plan.Cost is not null)
        {
            throw new RejectedException("写的是“做不到”，却没有理由", "It is called infeasible without a reason");
        }

        foreach (var conflict in plan.Conflicts)
        {
            Check(plan, conflict);
        }
    }

    private static void Check(ResourcePlan plan, PlanConflict conflict)
    {
        var problem = plan.Certificate.Problem;
        var holds = conflict switch
        {
            PlanConflict.NormOutOfReach reach => Norm(problem, reach),
            PlanConflict.LimitOutOfReach limit => Limit(problem, limit),
            PlanConflict.BudgetTooSmall => problem.Budget is { } budget && plan.LowerBound > budget,
            PlanConflict.Combination combination => Empty(plan, combination),
            _ => false,
        };
        if (!holds)
        {
            throw new RejectedException("所说的做不到的理由不成立", "A reason given for infeasibility does not hold");
        }
    }

    private static bool Norm(ResourceProblem problem, PlanConflict.NormOutOfReach reach)
    {
        if (reach.Unit < 0 || reach.Unit >= problem.Units.Length)
        {
            return false;
        }

        var unit = problem.Units[reach.Unit];
        var rule = problem.RuleOf(unit.Stage)!;
        bool IsShort(int j, Rational? asked) => j >= 0 && j < rule.Indicators.Length && asked is { } perPupil && Reach(problem, reach.Unit, j) is { } most && most < perPupil * unit.Enrolment;
        return reach.BelowNorm.All(j => IsShort(j, rule.Indicators[j].Norm)) && reach.BelowFloor.All(j => IsShort(j, rule.Indicators[j].Floor))
            && (reach.BelowFloor.Length > 0 || reach.BelowNorm.Distinct().Count() > rule.Exceptions);
    }

    /// <summary>The most that the caps allow; null without a bound.</summary>
    private static Rational? Reach(ResourceProblem problem, int unit, int indicator)
    {
        var reach = problem.Units[unit].Stock[indicator];
        foreach (var purchase in problem.Purchases)
        {
            foreach (var effect in purchase.Effects.Where(effect => effect.Unit == unit && effect.Indicator == indicator))
            {
                if (purchase.MaxAdd is not { } most)
                {
                    return null;
                }

                reach += Lattice.Down(most, purchase.Step) * effect.Amount;
            }
        }

        return reach;
    }

    private static bool Limit(ResourceProblem problem, PlanConflict.LimitOutOfReach limit)
    {
        if (problem.RuleOf(limit.Stage) is not { } rule || limit.Indicator < 0 || limit.Indicator >= rule.Indicators.Length)
        {
            return false;
        }

        if (problem.Purchases.Any(purchase => purchase.Effects.Length > 1))
        {
            return BoxCheck.Excludes(problem, limit.Stage, limit.Indicator, unit => Reach(problem, unit, limit.Indicator));
        }

        var part = new PartModel(problem, new BoundPart([limit.Stage], null, Rational.Zero, []));
        return part.IsPlain && limit.Indicator >= 0 && limit.Indicator < part.Indicators && part.SquaredRoot(0, limit.Indicator) is { } squared
            && double.IsInfinity(new LeastTotals(part, 0, limit.Indicator, _ => true, squared).Range().Least);
    }

    /// <summary>The tree is replayed: every leaf must be seen to be empty.</summary>
    private static bool Empty(ResourcePlan plan, PlanConflict.Combination combination)
    {
        if (plan.Certificate.Parts.FirstOrDefault(each => each.Stages.Any(combination.Stages.Contains)) is not { } part)
        {
            return false;
        }

        PartCheck.RunEmpty(plan.Certificate.Problem, part);
        return true;
    }
}
