using System.Numerics;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources;

/// <summary>Solves a stage and turns its amounts in doubles into exact additions that comply exactly.</summary>
internal static class StageSolver
{
    private const long Billion = 1_000_000_000;

    public static PlanPart Solve(ResourceProblem problem, StageModel stage, SearchLimits limits, ResourcePlan? start)
    {
        var search = new StageSearch(stage, limits);
        search.Run(start is null ? null : Marks(stage, start));
        var additions = search.HasPlan ? Additions(problem, stage, search.Incumbent) : null;
        Rational? cost = additions is null ? null : PlanCheck.CostOf(problem, additions);
        var bound = search.Proof.LowerBound;
        var lower = double.IsFinite(bound) ? Floor(bound, cost) : cost ?? Rational.Zero;
        var conflicts = additions is null && !search.IsCut ? Infeasibility.Of(problem, stage) : [];
        return new PlanPart(additions, new BoundPart([stage.Stage], cost, lower, search.Proof.ToNodes()), search.IsCut, conflicts);
    }

    /// <summary>The bound as an exact number: not negative, not above the cost.</summary>
    public static Rational Floor(double bound, Rational? cost)
    {
        var exact = bound <= 0 ? Rational.Zero : ExactDouble.Of(bound);
        return cost is { } most && most < exact ? most : exact;
    }

    private static byte[][] Marks(StageModel stage, ResourcePlan start)
    {
        var marks = new byte[stage.Indicators.Length][];
        for (var j = 0; j < marks.Length; j++)
        {
            marks[j] = new byte[stage.Count];
        }

        var places = new Dictionary<int, int>();
        for (var i = 0; i < stage.Count; i++)
        {
            places[stage.UnitIndex[i]] = i;
        }

        foreach (var cell in start.Exceptions)
        {
            if (places.TryGetValue(cell.Unit, out var i) && cell.Indicator < marks.Length)
            {
                marks[cell.Indicator][i] = 1;
            }
        }

        return marks;
    }

    private static Dictionary<int, Rational> Additions(ResourceProblem problem, StageModel stage, Incumbent incumbent)
    {
        var additions = new Dictionary<int, Rational>();
        var amounts = new double[stage.Count];
        foreach (var indicator in stage.Indicators)
        {
            var excepted = incumbent.Exceptions[indicator.Index];
            incumbent.Costs.Cost(indicator, excepted, amounts);
            var exact = indicator.IsWhole ? Whole(indicator, amounts) : Continuous(problem, stage, indicator, excepted, amounts);
            for (var i = 0; i < exact.Length; i++)
            {
                var added = exact[i] - indicator.ExactStock[i];
                if (added.Sign > 0)
                {
                    additions[indicator.Purchase[i]] = added;
                }
            }
        }

        return additions;
    }

    private static Rational[] Whole(IndicatorModel indicator, double[] amounts)
    {
        var exact = new Rational[amounts.Length];
        for (var i = 0; i < exact.Length; i++)
        {
            exact[i] = indicator.ExactAmount(i, amounts[i]);
        }

        return exact;
    }

    /// <summary>Additions rounded up to 1e-9; where that leaves the limit missed by a hair, the lowest units are lifted by a hair more.</summary>
    private static Rational[] Continuous(ResourceProblem problem, StageModel stage, IndicatorModel indicator, byte[] excepted, double[] amounts)
    {
        var exact = new Rational[amounts.Length];
        var lowest = double.PositiveInfinity;
        for (var i = 0; i < exact.Length; i++)
        {
            var purchase = indicator.Purchase[i] >= 0 ? problem.Purchases[indicator.Purchase[i]] : null;
            exact[i] = indicator.ExactStock[i];
            var rule = problem.RuleOf(problem.Units[stage.UnitIndex[i]], indicator.Index);
            var norm = rule.Norm is null ? null : excepted[i] != 0 ? rule.Floor : rule.Norm;
            if (purchase?.MinAdd.Sign > 0 || (norm?.ToDouble() ?? 0) * stage.Pupils[i] > indicator.Stock[i] * (1 - 1e-12))
            {
                var need = Requirement.Add(norm, problem.Units[stage.UnitIndex[i]].Enrolment, exact[i], purchase?.MinAdd ?? Rational.Zero, Rational.Zero);
                exact[i] += Capped(purchase, RoundUp(need));
            }

            if (amounts[i] > (excepted[i] != 0 ? indicator.Low[i] : indicator.Full[i]))
            {
                Raise(indicator, purchase, exact, amounts[i], i);
            }

            if (amounts[i] < indicator.Cap[i])
            {
                lowest = Math.Min(lowest, amounts[i] / stage.Pupils[i]);
            }
        }

        for (var hair = 1e-15; indicator.HasLimit && hair < 1e-3 && !indicator.Cone.Holds(exact); hair *= 2)
        {
            for (var i = 0; i < exact.Length; i++)
            {
                var purchase = indicator.Purchase[i] >= 0 ? problem.Purchases[indicator.Purchase[i]] : null;
                Raise(indicator, purchase, exact, lowest * (1 + hair) * stage.Pupils[i], i);
            }
        }

        return exact;
    }

    private static void Raise(IndicatorModel indicator, Purchase? purchase, Rational[] exact, double amount, int i)
    {
        if (purchase is not null && amount > indicator.Stock[i])
        {
            var lifted = indicator.ExactStock[i] + Capped(purchase, Billionths(amount - indicator.Stock[i]));
            exact[i] = lifted > exact[i] ? lifted : exact[i];
        }
    }

    private static Rational RoundUp(Rational amount) =>
        ExactSum.IsBillionths(amount) ? amount : Rational.FromFraction((amount * Billion).Ceiling(), Billion);

    /// <summary>A double rounded up to billionths; what the difference lost before is of no account, since the limit is tested afterwards.</summary>
    private static Rational Billionths(double amount) => Rational.FromFraction(new BigInteger(Math.Ceiling(amount * Billion)), Billion);

    private static Rational Capped(Purchase? purchase, Rational added) => purchase?.MaxAdd is { } most && added > most ? most : added;
}
