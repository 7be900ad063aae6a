using System.Collections.Immutable;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources;

/// <summary>Says why a stage has no plan: which norms or limits its caps exclude, and which caps by themselves are enough to exclude a limit.</summary>
internal static class Infeasibility
{
    public static List<PlanConflict> Of(ResourceProblem problem, StageModel stage)
    {
        var conflicts = new List<PlanConflict>();
        for (var i = 0; i < stage.Count; i++)
        {
            AddUnit(stage, i, conflicts);
        }

        if (conflicts.Count == 0)
        {
            foreach (var indicator in stage.Indicators)
            {
                AddLimit(stage, indicator, conflicts);
            }
        }

        if (conflicts.Count == 0)
        {
            conflicts.Add(new PlanConflict.Combination([stage.Stage]));
        }

        return conflicts;
    }

    private static void AddUnit(StageModel stage, int i, List<PlanConflict> conflicts)
    {
        var (norms, floors) = (ImmutableArray.CreateBuilder<int>(), ImmutableArray.CreateBuilder<int>());
        foreach (var indicator in stage.Indicators)
        {
            var slack = 1e-12 * indicator.Cap[i];
            if (indicator.Full[i] > indicator.Cap[i] + slack)
            {
                norms.Add(indicator.Index);
            }

            if (indicator.Low[i] > indicator.Cap[i] + slack)
            {
                floors.Add(indicator.Index);
            }
        }

        if (norms.Count > stage.Exceptions || floors.Count > 0)
        {
            conflicts.Add(new PlanConflict.NormOutOfReach(stage.UnitIndex[i], norms.ToImmutable(), floors.ToImmutable()));
        }
    }

    /// <summary>With every exception granted, the smallest dispersion; where that is too large, the irreducible set of caps by deletion.</summary>
    private static void AddLimit(StageModel stage, IndicatorModel indicator, List<PlanConflict> conflicts)
    {
        if (!indicator.HasLimit || indicator.CapLevel is null)
        {
            return;
        }

        var costs = new IndicatorCosts(stage);
        var scratch = new double[stage.Count];
        var all = new byte[stage.Count];
        Array.Fill(all, (byte)1);
        if (!double.IsPositiveInfinity(costs.Cost(indicator, all, scratch)))
        {
            return;
        }

        var level = WaterLevel.Solve(stage.Weight, indicator.LowLevel, indicator.CapLevel, indicator.SquaredRoot, 0);
        var smallest = Math.Sqrt(Math.Max(0, (level.Square / (level.Mean * level.Mean)) - 1));
        var caps = (double[])indicator.CapLevel.Clone();
        var kept = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < caps.Length; i++)
        {
            if (double.IsPositiveInfinity(caps[i]))
            {
                continue;
            }

            (var cap, caps[i]) = (caps[i], double.PositiveInfinity);
            if (WaterLevel.Solve(stage.Weight, indicator.LowLevel, caps, indicator.SquaredRoot, 0).IsReachable)
            {
                caps[i] = cap;
                if (indicator.Purchase[i] >= 0)
                {
                    kept.Add(indicator.Purchase[i]);
                }
            }
        }

        conflicts.Add(new PlanConflict.LimitOutOfReach(stage.Stage, indicator.Index, smallest, kept.ToImmutable()));
    }
}
