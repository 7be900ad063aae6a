using Junheng.Domain.Plans;

namespace Junheng.Planning.Verification;

/// <summary>The bound of a stage whose limit is on the mean of its coefficients: least costs of each indicator at rising limits, and a price per unit of coefficient.</summary>
internal static class CompositeCheck
{
    public static void Run(PartModel part, BoundPart claim, CompositeBound composite, double target)
    {
        var rule = part.Problem.RuleOf(part.Stages[0])!;
        if (part.Stages.Length != 1 || rule.CompositeLimit is not { } limit || composite.Grids.Length != part.Indicators || !(composite.Price >= 0) || !part.IsPlain)
        {
            throw new RejectedException("综合差异系数的证明不成形", "The proof of the composite limit is malformed");
        }

        var bound = -composite.Price * part.Indicators * (limit - part.Problem.Margin).ToDouble();
        for (var j = 0; j < part.Indicators; j++)
        {
            bound += Least(part, composite.Grids[j], composite.Price, j);
        }

        bound -= 16 * Outward.Unit * part.Indicators * ((composite.Price * part.Indicators * limit.ToDouble()) + Math.Abs(bound));
        if (!(Math.Max(0, bound) >= target))
        {
            throw new RejectedException($"重算的下界 {bound:R} 达不到 {claim.LowerBound.ToDouble():R}", $"The bound computed again, {bound:R}, does not reach {claim.LowerBound.ToDouble():R}");
        }
    }

    private static double Least(PartModel part, CompositeGrid grid, double price, int j)
    {
        if (grid.Limits.IsEmpty || grid.Limits.Length != grid.Costs.Length)
        {
            throw new RejectedException("综合差异系数的网格不成形", "A grid of the composite proof is malformed");
        }

        var least = double.PositiveInfinity;
        for (var g = 0; g < grid.Limits.Length; g++)
        {
            var isLast = g == grid.Limits.Length - 1;
            if (!(grid.Limits[g] > (g == 0 ? 0 : grid.Limits[g - 1])))
            {
                throw new RejectedException("综合差异系数的网格不是递增的", "A grid of the composite proof does not rise");
            }

            // At the last point the requirements alone decide, so it holds for every larger coefficient too.
            var squared = isLast ? part.SquaredRoot(0, j) : 1 + (grid.Limits[g] * grid.Limits[g]);
            var cost = new LeastTotals(part, 0, j, _ => true, squared).Cost();
            least = Math.Min(least, cost + (g == 0 ? 0 : price * grid.Limits[g - 1]));
            least = isLast ? Math.Min(least, cost + (price * grid.Limits[g])) : least;
        }

        return least;
    }
}
