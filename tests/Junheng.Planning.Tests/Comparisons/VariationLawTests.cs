using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Planning.Resources;
using Junheng.Planning.Resources.Comparisons;
using Junheng.Planning.Tests.Counties;
using Junheng.Planning.Tests.Laws;

namespace Junheng.Planning.Tests.Comparisons;

/// <summary>Which way a changed condition moves the cost, on generated counties.</summary>
public sealed class VariationLawTests
{
    public static TheoryData<int, int> Counties => new() { { 3, 21 }, { 12, 22 }, { 25, 23 } };

    [Theory]
    [MemberData(nameof(Counties))]
    public void Tightening_a_limit_never_lowers_the_cost_and_loosening_it_never_raises_it(int schools, int seed)
    {
        var problem = PlanLawTests.County(schools, seed);
        var plan = problem.Plan();
        for (var j = 0; j < problem.Indicators.Length; j++)
        {
            AssertNoCheaper(plan, Varied(problem.WithLimit(Stage.Primary, j, Rational.FromFraction(-1, 100))!, plan));
            AssertNoCheaper(Varied(problem.WithLimit(Stage.Junior, j, Rational.FromFraction(1, 100))!, plan), plan);
        }
    }

    [Theory]
    [MemberData(nameof(Counties))]
    public void Freeing_a_school_of_its_norms_never_raises_the_cost_and_saves_nothing_where_nothing_is_added(int schools, int seed)
    {
        var problem = PlanLawTests.County(schools, seed);
        var plan = problem.Plan();
        var touched = plan.Additions.Select(addition => problem.Purchases[addition.Purchase].Effects[0].Unit).ToHashSet();
        for (var u = 0; u < problem.Units.Length; u += 3)
        {
            var freed = Varied(problem.Exempting([u]), plan);
            AssertNoCheaper(freed, plan);
            Assert.True(touched.Contains(u) || freed.Cost >= plan.LowerBound, $"unit {u}: {freed.Cost} below {plan.LowerBound}");
        }
    }

    [Theory]
    [MemberData(nameof(Counties))]
    public void Doing_without_an_addition_or_an_exception_never_lowers_the_cost(int schools, int seed)
    {
        var problem = PlanLawTests.County(schools, seed);
        var plan = problem.Plan();
        foreach (var addition in plan.Additions.Take(10))
        {
            AssertNoCheaper(plan, Varied(problem.Without(addition.Purchase), plan));
        }

        foreach (var cell in plan.Exceptions.Take(10))
        {
            AssertNoCheaper(plan, Varied(problem.WithoutException(cell)!, plan));
        }
    }

    private static ResourcePlan Varied(ResourceProblem problem, ResourcePlan start) => problem.Plan(new PlannerOptions { NodeLimit = 100, Start = start });

    private static void AssertNoCheaper(ResourcePlan less, ResourcePlan more) => Assert.True(more.Cost is null || more.Cost >= less.LowerBound, $"{more.Cost} below {less.LowerBound}");
}
