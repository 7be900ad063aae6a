using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Planning.Resources.Coupled;

/// <summary>What the caps exclude where purchases are tied: units that can't reach what is asked of them even with everything bought that lifts them.</summary>
internal static class TiedConflicts
{
    /// <summary>Units first; where every unit can reach what is asked, the limits.</summary>
    public static List<PlanConflict> Of(ResourceProblem problem, Stage[] stages, int[] units)
    {
        if (problem.Purchases.All(purchase => purchase.MaxAdd is null))
        {
            return OfUnits(problem, units);
        }

        var conflicts = OfUnits(problem, units);
        return conflicts.Count > 0 ? conflicts : [.. stages.SelectMany(stage => TiedLimits.Of(problem, stage))];
    }

    private static List<PlanConflict> OfUnits(ResourceProblem problem, int[] units)
    {
        var reach = Reach(problem);
        var conflicts = new List<PlanConflict>();
        foreach (var u in units.Order())
        {
            var unit = problem.Units[u];
            ImmutableArray<int> Short(Func<IndicatorRule, Rational?> asked) =>
                [.. Enumerable.Range(0, problem.Indicators.Length).Where(j => asked(problem.RuleOf(unit, j)) is { } perPupil && reach[u][j] is { } most && most < perPupil * unit.Enrolment)];
            var (norms, floors) = (Short(rule => rule.Norm), Short(rule => rule.Norm is null ? null : rule.Floor));
            if (norms.Length > problem.RuleOf(unit.Stage)!.Exceptions || floors.Length > 0)
            {
                conflicts.Add(new PlanConflict.NormOutOfReach(u, norms, floors));
            }
        }

        return conflicts;
    }

    /// <summary>The part of a plan that these conflicts exclude.</summary>
    public static PlanPart Part(Stage[] stages, List<PlanConflict> conflicts) => new(null, new BoundPart([.. stages], null, Rational.Zero, []), false, conflicts);

    /// <summary>The most that the caps allow per unit and indicator; null without a bound.</summary>
    private static Rational?[][] Reach(ResourceProblem problem)
    {
        var reach = problem.Units.Select(unit => unit.Stock.Select(each => (Rational?)each).ToArray()).ToArray();
        foreach (var purchase in problem.Purchases)
        {
            Rational? most = purchase.MaxAdd is { } cap ? Requirement.Most(cap, purchase.Step ?? Rational.Zero) : null;
            foreach (var effect in purchase.Effects)
            {
                reach[effect.Unit][effect.Indicator] = reach[effect.Unit][effect.Indicator] is { } sum && most is { } added ? sum + (added * effect.Amount) : null;
            }
        }

        return reach;
    }
}
