using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Planning.Tests.Counties;

namespace Junheng.Planning.Tests.BruteForce;

/// <summary>Tied purchases and unequal prices against the listing of all plans: an optimum is one, and no bound lies above the optimum.</summary>
public sealed class CoupledTests
{
    [Fact]
    public void A_combined_school_s_plan_is_bounded_by_the_cheapest_of_all_plans()
    {
        var optimal = 0;
        const int count = 600;
        for (var seed = 1; seed <= count; seed++)
        {
            var problem = TinySchools.Draw(seed);
            optimal += AssertBounds(problem.Plan(), TinySchools.Cheapest(problem), $"schools {seed}") ? 1 : 0;
        }

        Assert.True(optimal > count * 9 / 10, $"only {optimal} of {count} were closed");
    }

    [Fact]
    public void With_a_price_per_school_the_plan_is_bounded_by_the_cheapest_of_all_plans()
    {
        var (optimal, listed) = (0, 0);
        for (var seed = 1; seed <= 400; seed++)
        {
            var problem = TinyStage.Draw(seed + 5_000_000, new TinyStage.Wishes(UnequalPrices: true, Caps: seed % 2 == 0));
            if (Enumeration.TryCheapest(problem, out var cheapest))
            {
                listed++;
                optimal += AssertBounds(problem.Plan(), cheapest, $"prices {seed}") ? 1 : 0;
            }
        }

        Assert.True(optimal > listed * 3 / 4, $"only {optimal} of {listed} were closed");
    }

    internal static bool AssertBounds(ResourcePlan plan, Rational? cheapest, string name)
    {
        if (cheapest is not { } cost)
        {
            Assert.True(plan.Cost is null, $"{name}: no plan exists, but {plan.Status} at {plan.Cost}");
            return plan.Status == PlanStatus.Infeasible;
        }

        Assert.True(plan.Status != PlanStatus.Infeasible, $"{name}: a plan for {cost} exists");
        Assert.True(plan.LowerBound <= cost, $"{name}: bound {plan.LowerBound} above {cost}");
        Assert.True(plan.Cost is not { } found || found >= cost, $"{name}: {plan.Cost} below {cost}");
        Assert.True(plan.Status != PlanStatus.Optimal || plan.Cost == cost, $"{name}: {plan.Cost} called optimal, {cost} is");
        return plan.Status == PlanStatus.Optimal;
    }
}
