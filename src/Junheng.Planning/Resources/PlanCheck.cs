using System.Collections.Immutable;
using System.Numerics;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources;

/// <summary>Tests additions against the whole problem in exact arithmetic. No plan leaves the planner without it.</summary>
internal static class PlanCheck
{
    /// <summary>Exact cost of additions by purchase.</summary>
    public static Rational CostOf(ResourceProblem problem, IReadOnlyDictionary<int, Rational> additions)
    {
        var sum = default(ExactSum);
        foreach (var (purchase, amount) in additions)
        {
            sum.Add(problem.Purchases[purchase].Price.Total * amount);
        }

        return sum.Value;
    }

    /// <summary>Amounts after the additions, per unit and indicator.</summary>
    public static Rational[][] Amounts(ResourceProblem problem, IReadOnlyDictionary<int, Rational> additions)
    {
        var amounts = new Rational[problem.Units.Length][];
        for (var u = 0; u < amounts.Length; u++)
        {
            amounts[u] = [.. problem.Units[u].Stock];
        }

        foreach (var (purchase, amount) in additions)
        {
            foreach (var effect in problem.Purchases[purchase].Effects)
            {
                amounts[effect.Unit][effect.Indicator] += effect.Amount == Rational.One ? amount : amount * effect.Amount;
            }
        }

        return amounts;
    }

    /// <summary>The cells below their norm; null when the additions don't comply.</summary>
    public static ImmutableArray<CellRef>? Exceptions(ResourceProblem problem, IReadOnlyDictionary<int, Rational> additions)
    {
        var amounts = Amounts(problem, additions);
        var exceptions = ImmutableArray.CreateBuilder<CellRef>();
        for (var u = 0; u < amounts.Length; u++)
        {
            if (!Meets(problem, u, amounts[u], exceptions))
            {
                return null;
            }
        }

        return WithinBounds(problem, additions) && Disperses(problem, amounts, [.. problem.Stages.Select(rule => rule.Stage)]) ? exceptions.ToImmutable() : null;
    }

    /// <summary>Whether the additions comply as far as some units and purchases are concerned.</summary>
    public static bool Complies(ResourceProblem problem, IReadOnlyDictionary<int, Rational> additions, int[] units, int[] purchases)
    {
        var amounts = Amounts(problem, additions);
        var exceptions = ImmutableArray.CreateBuilder<CellRef>();
        return Array.TrueForAll(units, u => Meets(problem, u, amounts[u], exceptions))
            && Array.TrueForAll(purchases, a => IsWithinBounds(problem.Purchases[a], additions.TryGetValue(a, out var found) ? found : Rational.Zero))
            && Disperses(problem, amounts, [.. units.Select(u => problem.Units[u].Stage).Distinct()]);
    }

    /// <summary>Whether a unit keeps its norms, but for its exceptions at their floors.</summary>
    public static bool MeetsNorms(ResourceProblem problem, int u, Rational[] amounts) => Meets(problem, u, amounts, ImmutableArray.CreateBuilder<CellRef>());

    private static bool Meets(ResourceProblem problem, int u, Rational[] amounts, ImmutableArray<CellRef>.Builder exceptions)
    {
        var unit = problem.Units[u];
        var rule = problem.RuleOf(unit.Stage)!;
        var left = rule.Exceptions;
        for (var j = 0; j < amounts.Length; j++)
        {
            if (!unit.IsExempt && rule.Indicators[j].Norm is { } norm && !Reaches(amounts[j], norm, unit.Enrolment))
            {
                exceptions.Add(new CellRef(u, j));
                left--;
                if (left < 0 || (rule.Indicators[j].Floor is { } floor && !Reaches(amounts[j], floor, unit.Enrolment)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Amount ≥ norm · pupils, without reducing fractions.</summary>
    private static bool Reaches(Rational amount, Rational norm, Rational pupils) =>
        amount.Numerator * (norm.Denominator * pupils.Denominator) >= norm.Numerator * pupils.Numerator * amount.Denominator;

    private static bool WithinBounds(ResourceProblem problem, IReadOnlyDictionary<int, Rational> additions)
    {
        for (var a = 0; a < problem.Purchases.Length; a++)
        {
            if (!IsWithinBounds(problem.Purchases[a], additions.TryGetValue(a, out var found) ? found : Rational.Zero))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWithinBounds(Purchase purchase, Rational amount) =>
        amount >= purchase.MinAdd && !(purchase.MaxAdd < amount) && (purchase.Step is not { } step || (step == Rational.One ? amount : amount / step).IsInteger);

    private static bool Disperses(ResourceProblem problem, Rational[][] amounts, Domain.Schools.Stage[] stages)
    {
        foreach (var rule in problem.Stages)
        {
            if (!stages.Contains(rule.Stage))
            {
                continue;
            }

            var units = Enumerable.Range(0, amounts.Length).Where(u => problem.Units[u].Stage == rule.Stage).ToArray();
            var pupils = Array.ConvertAll(units, u => problem.Units[u].Enrolment);
            for (var j = 0; j < rule.Indicators.Length && units.Length > 0; j++)
            {
                if (problem.EffectiveLimit(rule.Indicators[j]) is { } limit
                    && !new ExactCone(pupils, Rational.One + (limit * limit)).Holds(Array.ConvertAll(units, u => amounts[u][j])))
                {
                    return false;
                }
            }

            if (rule.CompositeLimit is { } composite && units.Length > 0 && MeanAtMost(amounts, units, pupils, composite - problem.Margin) is false)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the mean of the coefficients is at most the limit; roots are rounded up, so a yes is certain.</summary>
    private static bool MeanAtMost(Rational[][] amounts, int[] units, Rational[] pupils, Rational limit)
    {
        var scale = BigInteger.Pow(10, 15);
        var total = pupils.Aggregate(Rational.Zero, (sum, each) => sum + each);
        var roots = BigInteger.Zero;
        var count = amounts[units[0]].Length;
        for (var j = 0; j < count; j++)
        {
            var (sum, squares) = (Rational.Zero, Rational.Zero);
            for (var i = 0; i < units.Length; i++)
            {
                var amount = amounts[units[i]][j];
                sum += amount;
                squares += amount * amount / pupils[i];
            }

            if (sum.Sign <= 0)
            {
                return false;
            }

            roots += RootAbove((((total * squares / (sum * sum)) - Rational.One) * Rational.FromInteger(scale * scale)).Ceiling());
        }

        return Rational.FromFraction(roots, scale * count) <= limit;
    }

    private static BigInteger RootAbove(BigInteger square)
    {
        if (square.Sign <= 0)
        {
            return BigInteger.Zero;
        }

        var root = BigInteger.One << (int)((square.GetBitLength() / 2) + 1);
        for (var next = (root + (square / root)) >> 1; next < root; next = (root + (square / root)) >> 1)
        {
            root = next;
        }

        return root * root < square ? root + 1 : root;
    }
}
