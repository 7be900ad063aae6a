using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Tests.BruteForce;

/// <summary>
/// The cheapest plan of a tiny stage by listing every plan: per indicator all additions in whole steps, kept as the cheapest for each set of units below the norm;
/// then all combinations of such sets. It knows nothing of levels, multipliers or orders of purchase.
/// </summary>
internal static class Enumeration
{
    private const int MostVectors = 40_000;
    private const int Grain = 6;

    /// <summary>The optimum; null in <paramref name="cost"/> when no plan complies. False when the listing would be too long.</summary>
    /// <param name="problem">The stage.</param>
    /// <param name="cost">Its cheapest cost.</param>
    /// <param name="refused">A cell that must reach its norm; null for none.</param>
    public static bool TryCheapest(ResourceProblem problem, out Rational? cost, CellRef? refused = null)
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

            bySet.Add(refused is { } cell && cell.Indicator == j ? found.Where(each => ((each.Key >> cell.Unit) & 1) == 0).ToDictionary() : found);
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

    /// <summary>Cheapest cost per set of units below the norm (and at the floor), over all additions that keep the limit; in whole numbers throughout.</summary>
    private static Dictionary<int, Rational>? ListIndicator(ResourceProblem problem, IndicatorRule rule, int j)
    {
        var purchases = problem.Purchases.Where(each => each.Effects[0].Indicator == j).OrderBy(each => each.Effects[0].Unit).ToArray();
        var most = Most(problem, rule, j, purchases);
        if (most.Aggregate(1.0, (product, each) => product * (each + 1)) > MostVectors)
        {
            return null;
        }

        var choices = purchases.Select((purchase, i) => Choices(problem.Units[purchase.Effects[0].Unit], rule, j, purchase, most[i])).ToArray();
        var pupils = Whole(problem.Units.Aggregate(Rational.Zero, (sum, unit) => sum + unit.Enrolment));
        var limit = rule.CvLimit is { } cv ? Whole(cv * 100) : -1;
        var found = new Dictionary<int, long>();
        List(choices, 0, new Choice(0, 0, 0, 0), found, total => limit < 0 || (Int128)pupils * total.Squares * 10_000 <= (Int128)6 * (10_000 + (limit * limit)) * total.Amount * total.Amount);
        return found.ToDictionary(each => each.Key, each => Rational.FromFraction(each.Value, Grain));
    }

    private static void List(List<Choice>[] choices, int i, Choice total, Dictionary<int, long> found, Func<Choice, bool> keepsLimit)
    {
        if (i == choices.Length)
        {
            if ((!found.TryGetValue(total.Below, out var known) || total.Cost < known) && keepsLimit(total))
            {
                found[total.Below] = total.Cost;
            }

            return;
        }

        foreach (var each in choices[i])
        {
            var next = new Choice(total.Cost + each.Cost, total.Amount + each.Amount, total.Squares + each.Squares, total.Below | (each.Below << i));
            List(choices, i + 1, next, found, keepsLimit);
        }
    }

    /// <summary>What one unit may buy: amounts in sixths, squares over pupils in 216ths, costs in sixths of a yuan.</summary>
    private static List<Choice> Choices(PlanUnit unit, IndicatorRule rule, int j, Purchase purchase, int most)
    {
        var found = new List<Choice>();
        for (var steps = 0; steps <= most; steps++)
        {
            var added = purchase.Step!.Value * steps;
            var amount = unit.Stock[j] + added;
            var isBelow = !unit.IsExempt && rule.Norm is { } norm && amount < norm * unit.Enrolment;
            if (added >= purchase.MinAdd && !(isBelow && rule.Floor is { } floor && amount < floor * unit.Enrolment))
            {
                found.Add(new Choice(Whole(purchase.Price.Total * added * Grain), Whole(amount * 6), Whole(amount * amount * 216 / unit.Enrolment), isBelow ? 1 : 0));
            }
        }

        return found;
    }

    private static long Whole(Rational value) => value.IsInteger ? (long)value.Numerator : throw new InvalidOperationException($"{value} is not whole.");

    private readonly record struct Choice(long Cost, long Amount, long Squares, int Below);

    /// <summary>No cheapest plan lifts a unit by more than a step above the highest requirement or stock per pupil.</summary>
    private static int[] Most(ResourceProblem problem, IndicatorRule rule, int j, Purchase[] purchases)
    {
        var highest = Rational.Zero;
        foreach (var purchase in purchases)
        {
            var unit = problem.Units[purchase.Effects[0].Unit];
            var norm = rule.Norm ?? Rational.Zero;
            var level = ((unit.Stock[j] + purchase.MinAdd + (4 * purchase.Step!.Value)) / unit.Enrolment) + norm;
            highest = level > highest ? level : highest;
        }

        return Array.ConvertAll(purchases, purchase =>
        {
            var unit = problem.Units[purchase.Effects[0].Unit];
            var most = (int)((((highest * unit.Enrolment) - unit.Stock[j]) / purchase.Step!.Value).Ceiling() + 1);
            return purchase.MaxAdd is { } cap ? Math.Min(most, (int)(cap / purchase.Step.Value).Floor()) : most;
        });
    }
}
