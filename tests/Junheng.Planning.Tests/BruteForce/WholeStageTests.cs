using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Planning.Tests.Counties;

namespace Junheng.Planning.Tests.BruteForce;

/// <summary>Tiny stages in whole steps against the listing of all their plans.</summary>
public sealed class WholeStageTests
{
    public static TheoryData<string, int> Kinds => new()
    {
        { "plain", 1500 }, { "caps", 1000 }, { "locks", 500 }, { "lots", 800 }, { "fractions", 500 }, { "two exceptions", 800 }, { "everything", 1000 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_plan_costs_what_the_cheapest_of_all_plans_costs(string kind, int count)
    {
        var tested = 0;
        for (var seed = 1; seed <= count; seed++)
        {
            var problem = TinyStage.Draw(seed + (kind.Length * 100_000), WishesOf(kind));
            if (Enumeration.TryCheapest(problem, out var cheapest))
            {
                tested++;
                AssertAgrees(problem, cheapest, $"{kind} {seed}");
            }
        }

        Assert.True(tested > count * 3 / 4, $"only {tested} of {count} could be listed");
    }

    internal static void AssertAgrees(ResourceProblem problem, Rational? cheapest, string name)
    {
        var plan = problem.Plan();
        if (cheapest is not { } cost)
        {
            Assert.True(plan.Status == PlanStatus.Infeasible && plan.Cost is null, $"{name}: no plan exists, but {plan.Status} at {plan.Cost}");
            Assert.NotEmpty(plan.Conflicts);
            return;
        }

        Assert.True(plan.Status == PlanStatus.Optimal, $"{name}: {plan.Status}, cost {plan.Cost}, bound {plan.LowerBound}, cheapest {cost}");
        Assert.True(plan.Cost == cost, $"{name}: {plan.Cost} instead of {cost}");
        Assert.True(plan.LowerBound <= cost, $"{name}: bound {plan.LowerBound} above {cost}");
    }

    private static TinyStage.Wishes WishesOf(string kind) => kind switch
    {
        "caps" => new(Caps: true),
        "locks" => new(Locks: true),
        "lots" => new(Lots: true),
        "fractions" => new(Fractions: true),
        "two exceptions" => new(MostExceptions: 2),
        "everything" => new(true, true, true, false, 2, true),
        _ => new(),
    };
}
