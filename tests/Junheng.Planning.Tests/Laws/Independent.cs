using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Tests.Laws;

/// <summary>The requirements written out once more, in fractions, for the tests.</summary>
internal static class Independent
{
    /// <summary>The first requirement that the plan breaks, in words; null when it complies.</summary>
    public static string? FirstBreach(ResourceProblem problem, ResourcePlan plan)
    {
        if (plan.Cost is null)
        {
            return $"there is no plan: {plan.Status}";
        }

        var amounts = problem.Units.Select(unit => unit.Stock.ToArray()).ToArray();
        foreach (var each in plan.Additions)
        {
            var purchase = problem.Purchases[each.Purchase];
            if (each.Amount > purchase.MaxAdd || (purchase.Step is { } step && !(each.Amount / step).IsInteger))
            {
                return $"addition {each}";
            }

            foreach (var effect in purchase.Effects)
            {
                amounts[effect.Unit][effect.Indicator] += effect.Amount * each.Amount;
            }
        }

        foreach (var rule in problem.Stages)
        {
            var mine = Enumerable.Range(0, amounts.Length).Where(u => problem.Units[u].Stage == rule.Stage).ToList();
            for (var j = 0; j < rule.Indicators.Length; j++)
            {
                var (norm, floor, limit) = (rule.Indicators[j].Norm!.Value, rule.Indicators[j].Floor!.Value, rule.Indicators[j].CvLimit!.Value - problem.Margin);
                var missed = mine.Where(u => amounts[u][j] < norm * problem.Units[u].Enrolment).ToList();
                if (missed.FindIndex(u => amounts[u][j] < floor * problem.Units[u].Enrolment || !plan.Exceptions.Contains(new CellRef(u, j))) is >= 0 and var low)
                {
                    return $"unit {missed[low]} indicator {j}";
                }

                var pupils = mine.Aggregate(Rational.Zero, (sum, u) => sum + problem.Units[u].Enrolment);
                var total = mine.Aggregate(Rational.Zero, (sum, u) => sum + amounts[u][j]);
                var squares = mine.Aggregate(Rational.Zero, (sum, u) => sum + (amounts[u][j] * amounts[u][j] / problem.Units[u].Enrolment));
                if (pupils * squares > (1 + (limit * limit)) * total * total)
                {
                    return $"dispersion of {j} in {rule.Stage}";
                }
            }

            if (mine.Exists(u => plan.Exceptions.Count(cell => cell.Unit == u) > rule.Exceptions))
            {
                return "too many exceptions";
            }
        }

        return null;
    }
}
