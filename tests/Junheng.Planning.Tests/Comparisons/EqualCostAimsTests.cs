using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Planning.Resources.Comparisons;
using Junheng.Planning.Tests.Counties;
using Junheng.Planning.Tests.Laws;

namespace Junheng.Planning.Tests.Comparisons;

/// <summary>Among plans of equal cost: fewer schools, then who comes first.</summary>
public sealed class EqualCostAimsTests
{
    [Fact]
    public void A_step_goes_to_a_school_that_is_touched_anyway()
    {
        var problem = Three(normOfSecond: 1, [0, 1, 1]);
        var plan = problem.Plan();
        Assert.Equal(["A", "B"], Schools(problem, plan)); // the search gives the step to B, which has least

        var improved = EqualCostAims.Improve(plan, []);

        Assert.Equal(["A"], Schools(problem, improved));
        Assert.Equal(plan.Cost, improved.Cost);
        Assert.Null(Independent.FirstBreach(problem, improved));
    }

    [Fact]
    public void Among_schools_that_are_touched_the_step_goes_to_the_one_that_comes_first()
    {
        var problem = Three(normOfSecond: 1, [0, 0, 1]);
        var plan = problem.Plan();
        var improved = EqualCostAims.Improve(plan, [0, 2, 1]);

        Assert.Contains(plan.Additions, addition => Is(problem, addition, "B", "i0"));
        Assert.Contains(improved.Additions, addition => Is(problem, addition, "A", "i0"));
        Assert.DoesNotContain(improved.Additions, addition => Is(problem, addition, "B", "i0"));
        Assert.Null(Independent.FirstBreach(problem, improved));
        Assert.Equal(plan.Additions, EqualCostAims.Improve(plan, [2, 0, 1]).Additions);
    }

    [Theory]
    [InlineData(12, 31)]
    [InlineData(40, 32)]
    [InlineData(80, 33)]
    public void Cost_and_compliance_stay_and_no_further_school_is_touched(int schools, int seed)
    {
        var problem = GeneratedCounty.Of(schools, seed, Stage.Primary, Stage.Junior);
        var plan = problem.Plan();
        var improved = EqualCostAims.Improve(plan, [.. problem.Units.Select((_, u) => u % 3)]);

        Assert.Equal(plan.Cost, improved.Cost);
        Assert.Equal(plan.Cost, improved.Additions.Aggregate(Rational.Zero, (sum, each) => sum + each.Cost));
        Assert.Null(Independent.FirstBreach(problem, improved));
        Assert.True(Schools(problem, improved).Count <= Schools(problem, plan).Count);
        Assert.Equal(improved.Additions, EqualCostAims.Improve(plan, [.. problem.Units.Select((_, u) => u % 3)]).Additions);
    }

    /// <summary>Schools A, B and C with 3, 2 and 8 of the first item for ten pupils each: one more at A or at B keeps the limit. The second item has a norm only.</summary>
    private static ResourceProblem Three(int normOfSecond, int[] second)
    {
        int[] first = [3, 2, 8];
        var units = Enumerable.Range(0, 3).Select(i => new PlanUnit(((char)('A' + i)).ToString(), Stage.Primary, 10, [first[i], 10 * second[i]]));
        var purchases = Enumerable.Range(0, 3).SelectMany(i => new[] { 0, 1 }.Select(j =>
            new Purchase(((char)('A' + i)).ToString(), Stage.Primary, $"i{j}", new PlanPrice(100), 1, 0, null, [new PurchaseEffect(i, j, 1)])));
        var rule = new StageRule(
            Stage.Primary, [new IndicatorRule(0, 0, Rational.ParseDecimal("0.54")), new IndicatorRule(normOfSecond, normOfSecond, 9)], 0);
        return new ResourceProblem("1", ["R0", "R1"], [rule], [.. units], [.. purchases]);
    }

    private static List<string> Schools(ResourceProblem problem, ResourcePlan plan) => [.. plan.Additions.Select(addition => problem.Purchases[addition.Purchase].SchoolCode).Distinct().Order(StringComparer.Ordinal)];

    private static bool Is(ResourceProblem problem, Addition addition, string school, string item) =>
        problem.Purchases[addition.Purchase].SchoolCode == school && problem.Purchases[addition.Purchase].Item == item;
}
