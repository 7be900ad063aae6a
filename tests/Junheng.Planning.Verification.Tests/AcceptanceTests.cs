using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Planning.Tests.Counties;

namespace Junheng.Planning.Verification.Tests;

/// <summary>The verifier accepts what the planner finds: plain stages, caps, locks, lots, own prices, combined schools, composite limits, and proofs of impossibility.</summary>
public class AcceptanceTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    public static TheoryData<int> FewSeeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Plain_stages(int seed) => Accepts(GeneratedPlans.Plain(seed, 12 + (seed * 7 % 60)));

    [Theory]
    [InlineData(1000, 2)]
    [InlineData(300, 7)]
    public void Stages_as_large_as_those_of_the_benchmark(int schools, int seed) => Accepts(GeneratedCounty.Of(schools, seed, Stage.Primary));

    [Theory]
    [MemberData(nameof(FewSeeds))]
    public void Caps_locks_and_lots(int seed) => Accepts(GeneratedPlans.Bounded(seed));

    [Theory]
    [MemberData(nameof(FewSeeds))]
    public void A_price_for_each_school(int seed) => Accepts(GeneratedPlans.OwnPrices(seed, seed % 2 == 0 ? 6 : 30));

    [Theory]
    [MemberData(nameof(FewSeeds))]
    public void Combined_schools(int seed) => Accepts(GeneratedPlans.Combined(seed, seed % 2 == 0 ? 3 : 20));

    [Theory]
    [MemberData(nameof(FewSeeds))]
    public void The_composite_limit_of_2012(int seed) => Accepts(GeneratedPlans.Composite(seed));

    [Fact]
    public void A_budget_that_is_too_small()
    {
        var plan = GeneratedPlans.Solve(GeneratedPlans.Plain(3) with { Budget = 1000 });

        Assert.Equal(PlanStatus.Infeasible, plan.Status);
        Assert.Null(PlanVerifier.Check(plan).Reason?.En);
    }

    [Fact]
    public void Caps_that_exclude_a_norm_or_a_limit()
    {
        var problem = GeneratedPlans.Plain(5);
        var plan = GeneratedPlans.Solve(problem with { Purchases = [.. problem.Purchases.Select(each => each with { MaxAdd = Rational.Zero })] });

        Assert.Equal(PlanStatus.Infeasible, plan.Status);
        Assert.Null(PlanVerifier.Check(plan).Reason?.En);
    }

    private static void Accepts(ResourceProblem problem)
    {
        var plan = GeneratedPlans.Solve(problem);

        Assert.Null(PlanVerifier.Check(plan).Reason?.En);
    }
}
