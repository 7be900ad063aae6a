using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Tests.BruteForce;

/// <summary>
/// The cheapest plan of a tiny stage by listing every plan: per indicator all additions in whole steps, kept as the cheapest for each set of units below the norm;
/// then all combinations of such sets. It knows nothing of levels, multipliers or orders of purchase.
/// </summary>
internal static class Enumeration
{
    private const int MostVectors = 60_000;

    /// <summary>The optimum; null in <paramref name="cost"/> when no plan complies. False when the listing would be too long.</summary>
    public static bool TryCheapest(ResourceProblem problem, out Rational? cost)
    {
        cost = null;
        var rule = problem.Stages[0];
        var bySet = new List<Dictionary<int, Rational>>();
        for (var j = 0; j < rule.Indicators.Length; j++)
        {
            if (ListIndicator(problem, rule.Indicators[j], j) is not { } found)
            {
                return false;
            }

            bySet.Add(found);
        }

        cost = Combine(bySet, 0, new int[problem.Units.Length], rule.Exceptions, Rational.Zero);
        return true;
    }

    private static Rational? Combine(List<Dictionary<int, Rational>> bySet, int j, int[] used, int exceptions, Rational spent)
    {
        if (j == bySet.Count)
        {
            return spent;
        }

        Rational? best = null;
        foreach (var (set, cost) in bySet[j])
        {
            var next = (int[])used.Clone();
            var isAllowed = true;
            for (var i = 0; i < next.Length; i++)
            {
                next[i] += (set >> i) & 1;
                isAllowed &= next[i] <= exceptions;
            }

            if (isAllowed && Combine(bySet, j + 1, next, exceptions, spent + cost) is { } found && (best is null || found < best))
            {
                best = found;
            }
        }

        return best;
    }

    /// <summary>Cheapest cost per set of units below the norm (and at the floor), over all additions that keep the limit.</summary>
    private static Dictionary<int, Rational>? ListIndicator(ResourceProblem problem, IndicatorRule rule, int j)
    {
        var purchases = problem.Purchases.Where(each => each.Effects[0].Indicator == j).OrderBy(each => each.Effects[0].Unit).ToArray();
        var most = Most(problem, rule, j, purchases);
        if (most.Aggregate(1.0, (product, each) => product * (each + 1)) > MostVectors)
        {
            return null;
        }

        var found = new Dictionary<int, Rational>();
        var steps = new int[purchases.Length];
        do
        {
            Consider(problem, rule, j, purchases, steps, found);
        }
        while (Advance(steps, most));
        return found;
    }

    /// <summary>No cheapest plan lifts a unit by more than a step above the highest requirement or stock per pupil.</summary>
    private static int[] Most(ResourceProblem problem, IndicatorRule rule, int j, Purchase[] purchases)
    {
        var highest = Rational.Zero;
        foreach (var purchase in purchases)
        {
            var unit = problem.Units[purchase.Effects[0].Unit];
            var norm = rule.Norm ?? Rational.Zero;
            var level = ((unit.Stock[j] + purchase.MinAdd + purchase.Step!.Value) / unit.Enrolment) + norm;
            highest = level > highest ? level : highest;
        }

        return Array.ConvertAll(purchases, purchase =>
        {
            var unit = problem.Units[purchase.Effects[0].Unit];
            var most = (int)((((highest * unit.Enrolment) - unit.Stock[j]) / purchase.Step!.Value).Ceiling() + 1);
            return purchase.MaxAdd is { } cap ? Math.Min(most, (int)(cap / purchase.Step.Value).Floor()) : most;
        });
    }

    private static bool Advance(int[] steps, int[] most)
    {
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i] < most[i])
            {
                steps[i]++;
                return true;
            }

            steps[i] = 0;
        }

        return false;
    }

    private static void Consider(ResourceProblem problem, IndicatorRule rule, int j, Purchase[] purchases, int[] steps, Dictionary<int, Rational> found)
    {
        var (cost, sum, squares, pupils) = (Rational.Zero, Rational.Zero, Rational.Zero, Rational.Zero);
        var set = 0;
        for (var i = 0; i < steps.Length; i++)
        {
            var purchase = purchases[i];
            var unit = problem.Units[purchase.Effects[0].Unit];
            var added = purchase.Step!.Value * steps[i];
            if (added < purchase.MinAdd)
            {
                return;
            }

            var amount = unit.Stock[j] + added;
            if (rule.Norm is { } norm && amount < norm * unit.Enrolment)
            {
                set |= 1 << i;
                if (rule.Floor is { } floor && amount < floor * unit.Enrolment)
                {
                    return;
                }
            }

            cost += purchase.Price.Total * added;
            sum += amount;
            squares += amount * amount / unit.Enrolment;
            pupils += unit.Enrolment;
        }

        if ((!found.TryGetValue(set, out var known) || cost < known)
            && (rule.CvLimit is not { } limit || pupils * squares <= (Rational.One + (limit * limit)) * sum * sum))
        {
            found[set] = cost;
        }
    }
}
