using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Planning.Resources.Coupled;

/// <summary>
/// Limits that the caps exclude where purchases are tied: every cell is given all that its caps allow, independent of the others, which can only help. A limit that is missed even so is out of reach.
/// </summary>
internal static class TiedLimits
{
    /// <summary>The share by which a coefficient must miss its limit, so that the separate check in other sums agrees.</summary>
    private const double Clear = 1 + 1e-8;

    public static IEnumerable<PlanConflict> Of(ResourceProblem problem, Stage stage)
    {
        int[] units = [.. Enumerable.Range(0, problem.Units.Length).Where(u => problem.Units[u].Stage == stage)];
        var rule = problem.RuleOf(stage)!;
        var total = units.Sum(u => problem.Units[u].Enrolment.ToDouble());
        var weights = Array.ConvertAll(units, u => problem.Units[u].Enrolment.ToDouble() / total);
        for (var j = 0; j < rule.Indicators.Length; j++)
        {
            if (problem.EffectiveLimit(rule.Indicators[j]) is { } limit && Conflict(problem, rule, j, units, weights, 1 + Math.Pow(limit.ToDouble(), 2)) is { } conflict)
            {
                yield return conflict;
            }
        }
    }

    private static PlanConflict.LimitOutOfReach? Conflict(ResourceProblem problem, StageRule rule, int j, int[] units, double[] weights, double squaredRoot)
    {
        var purchases = Array.ConvertAll(units, u => Enumerable.Range(0, problem.Purchases.Length).Where(a => problem.Purchases[a].Effects.Any(effect => effect.Unit == u && effect.Indicator == j)).ToArray());
        var low = units.Select((u, i) => Least(problem, rule, u, j, purchases[i])).ToArray();
        var lifted = purchases.SelectMany(each => each).Where(a => problem.Purchases[a].MaxAdd is not null).Distinct().Order().ToList();
        double[] Reach(HashSet<int> released) => [.. units.Select((u, i) => Most(problem, u, j, purchases[i], released))];
        Levelling Level(double[] caps) => WaterLevel.Solve(weights, low, caps, squaredRoot * Clear, 0);
        var all = Level(Reach([]));
        if (lifted.Count == 0 || all.IsReachable)
        {
            return null;
        }

        var free = new HashSet<int>();
        foreach (var cap in lifted)
        {
            free.Add(cap);
            if (Level(Reach(free)).IsReachable)
            {
                free.Remove(cap);
            }
        }

        var smallest = Math.Sqrt(Math.Max(0, (all.Square / (all.Mean * all.Mean)) - 1));
        return new PlanConflict.LimitOutOfReach(rule.Stage, j, smallest, [.. lifted.Where(cap => !free.Contains(cap))]);
    }

    /// <summary>Per pupil: stock and locks, the floor, or the norm where nothing may be excepted.</summary>
    private static double Least(ResourceProblem problem, StageRule rule, int u, int j, int[] purchases)
    {
        var unit = problem.Units[u];
        var amount = purchases.Aggregate(unit.Stock[j], (sum, a) => sum + (Requirement.Add(null, Rational.One, Rational.Zero, problem.Purchases[a].MinAdd, problem.Purchases[a].Step ?? Rational.Zero) * EffectOn(problem.Purchases[a], u, j)));
        var asked = problem.RuleOf(unit, j) is { Norm: not null } own ? rule.Exceptions > 0 ? own.Floor : own.Norm : null;
        return Math.Max((amount / unit.Enrolment).ToDouble(), asked?.ToDouble() ?? 0);
    }

    private static double Most(ResourceProblem problem, int u, int j, int[] purchases, HashSet<int> released)
    {
        var sum = problem.Units[u].Stock[j];
        foreach (var a in purchases)
        {
            if (problem.Purchases[a].MaxAdd is not { } most || released.Contains(a))
            {
                return double.PositiveInfinity;
            }

            sum += Requirement.Most(most, problem.Purchases[a].Step ?? Rational.Zero) * EffectOn(problem.Purchases[a], u, j);
        }

        return (sum / problem.Units[u].Enrolment).ToDouble();
    }

    private static Rational EffectOn(Purchase purchase, int u, int j) => purchase.Effects.First(effect => effect.Unit == u && effect.Indicator == j).Amount;
}
