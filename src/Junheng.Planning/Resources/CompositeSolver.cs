using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources;

/// <summary>
/// The method of 2012 judges the mean of the coefficients, not each. A limit is chosen for every indicator from a grid so that the mean holds, and the
/// stage is planned with those; the bound lets every indicator choose freely at a price per unit of coefficient. The gap is that of the grid, and certified.
/// </summary>
internal static class CompositeSolver
{
    private const int GridSize = 400;

    public static PlanPart Solve(ResourceProblem problem, StageModel stage, StageRule rule, SearchLimits limits)
    {
        var grids = Array.ConvertAll(stage.Indicators, indicator => Grid(stage, indicator));
        var allowed = (rule.CompositeLimit!.Value - problem.Margin).ToDouble() * grids.Length;
        var (low, high) = (0.0, 1.0);
        while (Spread(grids, high) > allowed && high < 1e300)
        {
            high *= 4;
        }

        for (var count = 0; count < 100; count++)
        {
            var middle = 0.5 * (low + high);
            (low, high) = Spread(grids, middle) > allowed ? (middle, high) : (low, middle);
        }

        var price = Spread(grids, 0) <= allowed ? 0 : BestPrice(grids, allowed, high);
        var composite = new CompositeBound(price, [.. grids.Select(grid => new CompositeGrid([.. grid.Limits], [.. grid.Costs]))]);
        var plan = Plan(problem, stage, rule, grids, Spread(grids, 0) <= allowed ? 0 : high, limits);
        var lower = StageSolver.Floor(Bound(grids, price, allowed) * (1 - 1e-12), plan.Bound.Cost);
        return plan with { Bound = plan.Bound with { LowerBound = lower, Composite = composite, Nodes = [] } };
    }

    /// <summary>Plans with the limits chosen at a price; the plan's own check tests the mean.</summary>
    private static PlanPart Plan(ResourceProblem problem, StageModel stage, StageRule rule, Curve[] grids, double price, SearchLimits limits)
    {
        var chosen = rule.Indicators.ToBuilder();
        for (var j = 0; j < grids.Length; j++)
        {
            var limit = ExactDouble.Of(grids[j].Limits[Best(grids[j], price)] * (1 - 1e-12)) + problem.Margin;
            chosen[j] = chosen[j] with { CvLimit = chosen[j].CvLimit is { } own && own < limit ? own : limit };
        }

        var tightened = rule with { Indicators = chosen.ToImmutable(), CompositeLimit = null };
        var single = problem with { Stages = [.. problem.Stages.Select(each => each.Stage == rule.Stage ? tightened : each)] };
        return StageSolver.Solve(single, StageModelBuilder.Build(single, rule.Stage, stage.UnitIndex)!, limits, null);
    }

    /// <summary>Least cost of one indicator alone, every exception granted, at limits from near 0 up to where the requirements alone suffice.</summary>
    private static Curve Grid(StageModel stage, IndicatorModel indicator)
    {
        var (all, amounts, costs) = (new byte[stage.Count], new double[stage.Count], new IndicatorCosts(stage));
        Array.Fill(all, (byte)1);
        var free = costs.Cost(indicator.WithLimit(double.PositiveInfinity), all, amounts);
        double sum = 0, squares = 0;
        for (var i = 0; i < amounts.Length; i++)
        {
            sum += amounts[i];
            squares += amounts[i] * amounts[i] / stage.Pupils[i];
        }

        var widest = Math.Sqrt(Math.Max(1e-18, (squares * stage.TotalPupils / (sum * sum)) - 1)) * (1 + 1e-9);
        widest = indicator.HasLimit ? Math.Min(widest, Math.Sqrt(indicator.SquaredRoot - 1)) : widest;
        var curve = new Curve(new double[GridSize], new double[GridSize]);
        for (var g = 0; g < GridSize; g++)
        {
            var limit = widest * (g + 1) / GridSize;
            curve.Limits[g] = limit;
            curve.Costs[g] = g == GridSize - 1 && !indicator.HasLimit ? free : costs.Cost(indicator.WithLimit(1 + (limit * limit)), all, amounts);
        }

        return curve;
    }

    private static int Best(Curve grid, double price)
    {
        var best = GridSize - 1;
        for (var g = GridSize - 1; g >= 0; g--)
        {
            best = grid.Costs[g] + (price * grid.Limits[g]) < grid.Costs[best] + (price * grid.Limits[best]) ? g : best;
        }

        return best;
    }

    private static double Spread(Curve[] grids, double price) => grids.Sum(grid => grid.Limits[Best(grid, price)]);

    /// <summary>
    /// Between two grid points an indicator costs at least what it costs at the upper one, and spreads at least as the lower one; beyond the last, at least
    /// what it costs there, and spreads at least as the last.
    /// </summary>
    private static double Bound(Curve[] grids, double price, double allowed)
    {
        var sum = -price * allowed;
        foreach (var grid in grids)
        {
            var least = grid.Costs[^1] + (price * grid.Limits[^1]);
            for (var g = 0; g < GridSize; g++)
            {
                least = Math.Min(least, grid.Costs[g] + (g == 0 ? 0 : price * grid.Limits[g - 1]));
            }

            sum += least;
        }

        return sum;
    }

    /// <summary>The price at which the bound is highest, near the one that the plan was made at.</summary>
    private static double BestPrice(Curve[] grids, double allowed, double price)
    {
        var (low, high) = (0.25 * price, 4 * price);
        for (var count = 0; count < 80; count++)
        {
            var (left, right) = (low + ((high - low) / 3), high - ((high - low) / 3));
            (low, high) = Bound(grids, left, allowed) < Bound(grids, right, allowed) ? (left, high) : (low, right);
        }

        return 0.5 * (low + high);
    }

    private sealed record Curve(double[] Limits, double[] Costs);
}
