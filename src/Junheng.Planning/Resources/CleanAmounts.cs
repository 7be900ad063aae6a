using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources;

/// <summary>
/// Takes the noise of doubles out of divisible amounts. The search reckons in doubles and its amounts are rounded up to a billionth, so that 0.64, which suffices exactly, may come out as
/// 0.640000001. An amount within two billionths of a decimal of at most six places becomes that decimal if the plan then still complies in fractions. Costs move
/// by less than any gap that is reported; amounts that a limit makes irrational stay as they are.
/// </summary>
internal static class CleanAmounts
{
    private const long Billion = 1_000_000_000;
    private const int Grain = 1000;
    private const int Noise = 2;
    private const int MostTried = 50;

    /// <summary>The part with cleaned amounts and their cost.</summary>
    public static PlanPart Of(ResourceProblem problem, PlanPart part)
    {
        if (part.Additions is not { } additions)
        {
            return part;
        }

        var cleaned = additions.ToDictionary(
            each => each.Key, each => problem.Purchases[each.Key].Step is null && Clean(each.Value) is { } simple && IsAllowed(problem.Purchases[each.Key], simple) ? simple : each.Value);
        if (cleaned.All(each => each.Value == additions[each.Key]))
        {
            return part;
        }

        var units = Enumerable.Range(0, problem.Units.Length).Where(u => part.Bound.Stages.Contains(problem.Units[u].Stage)).ToArray();
        var purchases = Enumerable.Range(0, problem.Purchases.Length).Where(a => part.Bound.Stages.Contains(problem.Units[problem.Purchases[a].Effects[0].Unit].Stage)).ToArray();
        if (!PlanCheck.Complies(problem, cleaned, units, purchases) && !OneByOne(problem, additions, cleaned, units, purchases))
        {
            return part;
        }

        // The bound stays: no plan that complies is cheaper than it, this one included.
        var cost = PlanCheck.CostOf(problem, cleaned);
        var lower = part.Bound.LowerBound > cost ? cost : part.Bound.LowerBound;
        return part with { Additions = cleaned, Bound = part.Bound with { Cost = cost, LowerBound = lower } };
    }

    /// <summary>The decimal of six places within the noise of an amount in billionths, or null.</summary>
    private static Rational? Clean(Rational amount)
    {
        if (amount.IsInteger || !ExactSum.IsBillionths(amount))
        {
            return null;
        }

        var billionths = amount.Numerator * (Billion / (long)amount.Denominator);
        var above = (int)(billionths % Grain);
        return above is > 0 and <= Noise ? Rational.FromFraction(billionths - above, Billion)
            : above >= Grain - Noise ? Rational.FromFraction(billionths + Grain - above, Billion)
            : null;
    }

    private static bool IsAllowed(Purchase purchase, Rational amount) => amount >= purchase.MinAdd && !(purchase.MaxAdd < amount) && amount.Sign > 0;

    /// <summary>Where all together miss a limit: each by itself, in order, kept where the part still complies. Few amounts are as near as that.</summary>
    private static bool OneByOne(ResourceProblem problem, Dictionary<int, Rational> additions, Dictionary<int, Rational> cleaned, int[] units, int[] purchases)
    {
        var wanted = cleaned.Where(each => each.Value != additions[each.Key]).OrderBy(each => each.Key).ToList();
        foreach (var (purchase, _) in wanted)
        {
            cleaned[purchase] = additions[purchase];
        }

        var isCleaner = false;
        foreach (var (purchase, amount) in wanted.Take(MostTried))
        {
            cleaned[purchase] = amount;
            if (PlanCheck.Complies(problem, cleaned, units, purchases))
            {
                isCleaner = true;
            }
            else
            {
                cleaned[purchase] = additions[purchase];
            }
        }

        return isCleaner;
    }
}
