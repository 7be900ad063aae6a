using System.Numerics;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Verification;

/// <summary>Whether a plan complies, decided in exact numbers: additions, cost, norms with their exceptions, dispersion, budget.</summary>
internal sealed class Feasibility(ResourceProblem problem, ResourcePlan plan)
{
    public void Check()
    {
        CheckAdditions();
        var amounts = ExactAmounts.After(problem, plan.Additions.ToDictionary(addition => addition.Purchase, addition => addition.Amount));
        CheckNorms(amounts);
        foreach (var rule in problem.Stages)
        {
            ExactDispersionCheck.Run(problem, rule, amounts);
        }

        if (problem.Budget is { } budget && plan.Cost > budget)
        {
            throw new RejectedException("总投入超过预算", "The cost exceeds the budget");
        }
    }

    private void CheckAdditions()
    {
        var sum = Rational.Zero;
        var seen = new Dictionary<int, Rational>();
        foreach (var addition in plan.Additions)
        {
            if (addition.Purchase < 0 || addition.Purchase >= problem.Purchases.Length || !seen.TryAdd(addition.Purchase, addition.Amount))
            {
                throw new RejectedException("有一项添置不存在或列了两次", "An addition does not exist or is listed twice");
            }

            var purchase = problem.Purchases[addition.Purchase];
            if (addition.Cost != addition.Amount * purchase.Price.Total)
            {
                throw new RejectedException($"{purchase.SchoolCode} {purchase.Item}：金额不等于数量乘单价", $"{purchase.SchoolCode} {purchase.Item}: the cost is not amount × price");
            }

            sum += addition.Cost;
        }

        for (var a = 0; a < problem.Purchases.Length; a++)
        {
            CheckAmount(problem.Purchases[a], seen.TryGetValue(a, out var amount) ? amount : Rational.Zero);
        }

        if (sum != plan.Cost)
        {
            throw new RejectedException($"总投入写的是{plan.Cost}，各项之和是{sum}", $"The cost is stated as {plan.Cost}, the additions sum to {sum}");
        }
    }

    private static void CheckAmount(Purchase purchase, Rational amount)
    {
        var name = $"{purchase.SchoolCode} {purchase.Item}";
        if (amount < purchase.MinAdd)
        {
            throw new RejectedException($"{name}：少于已锁定的{purchase.MinAdd}", $"{name}: less than the locked {purchase.MinAdd}");
        }

        if (purchase.MaxAdd is { } most && amount > most)
        {
            throw new RejectedException($"{name}：超过上限{most}", $"{name}: more than the cap of {most}");
        }

        if (purchase.Step is { } step && !(amount / step).IsInteger)
        {
            throw new RejectedException($"{name}：{amount}不是{step}的整数倍", $"{name}: {amount} is no multiple of {step}");
        }
    }

    private void CheckNorms(Rational[][] amounts)
    {
        var below = new List<CellRef>();
        for (var u = 0; u < amounts.Length; u++)
        {
            var unit = problem.Units[u];
            var rule = problem.RuleOf(unit.Stage)!;
            var left = rule.Exceptions;
            for (var j = 0; j < amounts[u].Length; j++)
            {
                if (unit.IsExempt || rule.Indicators[j].Norm is not { } norm || amounts[u][j] >= norm * unit.Enrolment)
                {
                    continue;
                }

                below.Add(new CellRef(u, j));
                var name = $"{unit.SchoolCode} {unit.Stage} {problem.Indicators[j]}";
                if (--left < 0)
                {
                    throw new RejectedException($"{name}：低于达标值的项数超过允许", $"{name}: more indicators below their norm than may be");
                }

                if (rule.Indicators[j].Floor is { } floor && amounts[u][j] < floor * unit.Enrolment)
                {
                    throw new RejectedException($"{name}：低于底线", $"{name}: below the floor");
                }
            }
        }

        if (!plan.Exceptions.SequenceEqual(below))
        {
            throw new RejectedException("所列余项与方案后低于达标值的不一致", "The exceptions listed are not those below their norm after the plan");
        }
    }
}

/// <summary>Amounts per unit and indicator, exactly.</summary>
internal static class ExactAmounts
{
    public static Rational[][] After(ResourceProblem problem, IReadOnlyDictionary<int, Rational> additions)
    {
        var amounts = problem.Units.Select(unit => unit.Stock.ToArray()).ToArray();
        foreach (var (purchase, amount) in additions)
        {
            foreach (var effect in problem.Purchases[purchase].Effects)
            {
                amounts[effect.Unit][effect.Indicator] += amount * effect.Amount;
            }
        }

        return amounts;
    }
}

/// <summary>Whether P·Σy²/p ≤ (1 + κ²)·(Σy)², and the composite limit, exactly.</summary>
internal static class ExactDispersionCheck
{
    public static void Run(ResourceProblem problem, StageRule rule, Rational[][] amounts)
    {
        var units = Enumerable.Range(0, amounts.Length).Where(u => problem.Units[u].Stage == rule.Stage).ToArray();
        if (units.Length == 0)
        {
            return;
        }

        var squares = new (Rational Spread, Rational Square)[rule.Indicators.Length];
        for (var j = 0; j < squares.Length; j++)
        {
            if (rule.Indicators[j].CvLimit is null && rule.CompositeLimit is null)
            {
                continue;
            }

            squares[j] = Moments(problem, units, amounts, j);
            if (problem.EffectiveLimit(rule.Indicators[j]) is { } limit && squares[j].Spread > (Rational.One + (limit * limit)) * squares[j].Square)
            {
                throw new RejectedException($"{rule.Stage} {problem.Indicators[j]}：差异系数超过限值", $"{rule.Stage} {problem.Indicators[j]}: the coefficient of variation exceeds its limit");
            }
        }

        if (rule.CompositeLimit is { } composite && MeanExceeds(squares, composite - problem.Margin))
        {
            throw new RejectedException($"{rule.Stage}：综合差异系数超过限值", $"{rule.Stage}: the composite coefficient exceeds its limit");
        }
    }

    /// <summary>P·S and T², fractions with one denominator gathered before they are added.</summary>
    private static (Rational Spread, Rational Square) Moments(ResourceProblem problem, int[] units, Rational[][] amounts, int j)
    {
        var (pupils, total) = (Rational.Zero, Rational.Zero);
        foreach (var u in units)
        {
            pupils += problem.Units[u].Enrolment;
            total += amounts[u][j];
        }

        var parts = new Queue<Rational>(units
            .Select(u => amounts[u][j] * amounts[u][j] / problem.Units[u].Enrolment)
            .GroupBy(part => part.Denominator)
            .OrderBy(group => group.Key)
            .Select(group => group.Aggregate(Rational.Zero, (sum, part) => sum + part)));
        while (parts.Count > 1)
        {
            parts.Enqueue(parts.Dequeue() + parts.Dequeue());
        }

        return (pupils * parts.Dequeue(), total * total);
    }

    /// <summary>Whether the mean of √(P·S/T² − 1) exceeds a limit for certain; roots are rounded down to 40 digits.</summary>
    private static bool MeanExceeds((Rational Spread, Rational Square)[] squares, Rational limit)
    {
        var scale = BigInteger.Pow(10, 40);
        var sum = BigInteger.Zero;
        foreach (var (spread, square) in squares)
        {
            if (square.Sign == 0)
            {
                return true;
            }

            sum += Root((((spread / square) - Rational.One) * Rational.FromInteger(scale * scale)).Floor());
        }

        return Rational.FromFraction(sum, scale * squares.Length) > limit;
    }

    private static BigInteger Root(BigInteger square)
    {
        if (square.Sign <= 0)
        {
            return BigInteger.Zero;
        }

        var root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
        for (var next = (root + (square / root)) >> 1; next < root; next = (root + (square / root)) >> 1)
        {
            root = next;
        }

        return root;
    }
}
