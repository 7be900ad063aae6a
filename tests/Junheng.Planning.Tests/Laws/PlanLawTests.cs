using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Planning.Resources;
using Junheng.Planning.Tests.Counties;

namespace Junheng.Planning.Tests.Laws;

/// <summary>What must hold of every plan, on generated counties.</summary>
public sealed class PlanLawTests
{
    public static TheoryData<int, int> Counties => new() { { 1, 1 }, { 2, 2 }, { 5, 3 }, { 12, 4 }, { 25, 5 }, { 40, 6 }, { 60, 7 } };

    [Theory]
    [MemberData(nameof(Counties))]
    public void The_bound_never_exceeds_the_cost_and_the_plan_complies_exactly(int schools, int seed)
    {
        var problem = County(schools, seed);
        var plan = problem.Plan();
        Assert.True(plan.LowerBound <= plan.Cost);
        Assert.Null(Independent.FirstBreach(problem, plan));
        Assert.Equal(plan.Cost, plan.Additions.Aggregate(Rational.Zero, (sum, each) => sum + each.Cost));
    }

    [Theory]
    [MemberData(nameof(Counties))]
    public void Pupils_and_stocks_doubled_with_continuous_items_double_the_cost(int schools, int seed)
    {
        var problem = Continuous(County(schools, seed));
        var doubled = problem with { Units = [.. problem.Units.Select(unit => unit with { Enrolment = unit.Enrolment * 2, Stock = [.. unit.Stock.Select(each => each * 2)] })] };
        AssertNear(problem.Plan(), 2, doubled.Plan());
    }

    [Theory]
    [MemberData(nameof(Counties))]
    public void The_order_of_the_units_does_not_change_the_plan(int schools, int seed)
    {
        var problem = County(schools, seed);
        var count = problem.Units.Length;
        var reversed = problem with
        {
            Units = [.. problem.Units.Reverse()],
            Purchases = [.. problem.Purchases.Select(each => each with { Effects = [each.Effects[0] with { Unit = count - 1 - each.Effects[0].Unit }] })],
        };
        Assert.Equal(problem.Plan().Additions, reversed.Plan().Additions);
    }

    [Theory]
    [MemberData(nameof(Counties))]
    public void Asking_for_more_never_costs_less(int schools, int seed)
    {
        var problem = County(schools, seed);
        var plan = problem.Plan();
        AssertNoCheaper(plan, With(problem, rule => rule with { Norm = rule.Norm * Rational.ParseDecimal("1.05"), Floor = rule.Floor }).Plan());
        AssertNoCheaper(plan, With(problem, rule => rule with { CvLimit = rule.CvLimit * Rational.ParseDecimal("0.8") }).Plan());
        AssertNoCheaper(plan, (problem with { Stages = [.. problem.Stages.Select(rule => rule with { Exceptions = 0 })] }).Plan());
        AssertNoCheaper(plan, (problem with { Margin = Rational.ParseDecimal("0.02") }).Plan());
    }

    [Theory]
    [MemberData(nameof(Counties))]
    public void Whole_items_cost_at_least_as_much_as_divisible_ones_and_at_most_a_few_units_a_school_more(int schools, int seed)
    {
        var problem = County(schools, seed);
        var (whole, divisible) = (problem.Plan(), Continuous(problem).Plan());
        AssertNoCheaper(divisible, whole);
        Assert.True(whole.LowerBound <= divisible.Cost + (problem.Units.Length * 4 * 100_000L));
    }

    [Fact]
    public void The_same_problem_gives_the_same_plan_and_the_same_certificate()
    {
        var (one, other) = (County(40, 9).Plan(), County(40, 9).Plan());
        Assert.Equal(one.Additions, other.Additions);
        Assert.Equal(one.LowerBound, other.LowerBound);
        Assert.Equal(one.Nodes, other.Nodes);
    }

    [Fact]
    public void A_solve_that_starts_from_an_earlier_plan_is_no_worse()
    {
        var problem = County(60, 11);
        var before = problem.Plan();
        var changed = With(problem, rule => rule with { CvLimit = rule.CvLimit * Rational.ParseDecimal("0.98") });
        var quick = changed.Plan(new PlannerOptions { NodeLimit = 1, Start = before });
        Assert.Null(Independent.FirstBreach(changed, quick));
        Assert.True(quick.Gap < 0.02, $"gap {quick.Gap}");
    }

    [Fact]
    public void Prices_over_nine_orders_of_magnitude_are_planned()
    {
        var problem = County(20, 12);
        long[] prices = [1, 1_000_000_000, 100, 10_000, 1_000_000, 10, 100_000_000];
        var spread = problem with { Purchases = [.. problem.Purchases.Select(each => each with { Price = new PlanPrice(prices[each.Effects[0].Indicator]) })] };
        var plan = spread.Plan();
        Assert.Null(Independent.FirstBreach(spread, plan));
        Assert.True(plan.Gap < 1e-3, $"gap {plan.Gap}");
    }

    [Fact]
    public void Schools_that_are_all_alike_get_a_plan()
    {
        var problem = County(30, 13);
        var alike = problem with { Units = [.. problem.Units.Select(unit => unit with { Enrolment = 100, Stock = [4, 0, 0, 300, 500, 100_000, 2] })] };
        var plan = alike.Plan();
        Assert.Equal(PlanStatus.Optimal, plan.Status);
        Assert.Null(Independent.FirstBreach(alike, plan));
    }

    [Fact]
    public void Schools_that_have_nothing_get_everything()
    {
        var problem = County(10, 14);
        var empty = problem with { Units = [.. problem.Units.Select(unit => unit with { Stock = [0, 0, 0, 0, 0, 0, 0] })] };
        var plan = empty.Plan();
        Assert.Null(Independent.FirstBreach(empty, plan));
        Assert.True(plan.Gap < 1e-3, $"gap {plan.Gap}");
    }

    internal static ResourceProblem County(int schools, int seed) => GeneratedCounty.Of(schools, seed, Stage.Primary, Stage.Junior);

    private static ResourceProblem Continuous(ResourceProblem problem) => problem with { Purchases = [.. problem.Purchases.Select(each => each with { Step = null })] };

    private static ResourceProblem With(ResourceProblem problem, Func<IndicatorRule, IndicatorRule> change) =>
        problem with { Stages = [.. problem.Stages.Select(rule => rule with { Indicators = [.. rule.Indicators.Select(change)] })] };

    /// <summary>The dearer problem's cost is not below the cheaper problem's bound: true of any two certified plans.</summary>
    private static void AssertNoCheaper(ResourcePlan less, ResourcePlan more) => Assert.True(more.Cost >= less.LowerBound, $"{more.Cost} below {less.LowerBound}");

    private static void AssertNear(ResourcePlan one, int factor, ResourcePlan other)
    {
        var expected = one.Cost!.Value.ToDouble() * factor;
        var slack = ((one.Gap + other.Gap)!.Value + 1e-8) * expected;
        Assert.InRange(other.Cost!.Value.ToDouble(), expected - slack - 0.02, expected + slack + 0.02);
    }
}
