using Junheng.Benchmarks.Plans;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Planning.Resources;
using Junheng.Planning.Tests.Laws;

namespace Junheng.Planning.Tests.Counties;

/// <summary>Counties as large as real ones: proven where the method is exact, a small certified gap where it isn't.</summary>
public sealed class RealSizeTests
{
    [Fact]
    public void Counties_of_real_size_are_proven()
    {
        for (var k = 1; k <= 16; k++)
        {
            var problem = PlanCounty.Both(20 + (k * 7919 % 281), k);
            var plan = problem.Plan();
            Assert.True(plan.Status == PlanStatus.Optimal, $"{k}: {plan.Status}, gap {plan.Gap}");
            Assert.Null(Independent.FirstBreach(problem, plan));
        }
    }

    [Fact]
    public void A_thousand_schools_are_within_five_hundred_thousandths_at_the_root()
    {
        var plan = PlanCounty.Stage(1000, 2, Stage.Primary).Plan(new PlannerOptions { NodeLimit = 1 });
        Assert.True(plan.Gap <= 5e-5, $"gap {plan.Gap}");
    }

    [Fact]
    public void Five_thousand_schools_get_a_plan_with_a_certified_gap()
    {
        var problem = PlanCounty.Stage(5000, 3, Stage.Primary);
        var plan = problem.Plan(new PlannerOptions { NodeLimit = 1 });
        Assert.Null(Independent.FirstBreach(problem, plan));
        Assert.True(plan.Gap <= 1e-4, $"gap {plan.Gap}");
    }

    [Fact]
    public void A_slider_step_is_solved_from_the_plan_before_within_two_thousandths()
    {
        for (var k = 1; k <= 8; k++)
        {
            var problem = PlanCounty.Both(120, 700 + k);
            var moved = problem with { Margin = Rational.FromFraction(k, 1000) };
            var plan = moved.Plan(new PlannerOptions { NodeLimit = 1, Start = problem.Plan() });
            Assert.Null(Independent.FirstBreach(moved, plan));
            Assert.True(plan.Gap <= 2e-3, $"{k}: gap {plan.Gap}");
        }
    }

    [Theory]
    [InlineData(20)]
    [InlineData(80)]
    public void A_price_per_school_gets_a_complying_plan_with_a_small_certified_gap(int schools)
    {
        var problem = PlanCounty.Both(schools, schools);
        var random = new Random(schools);
        var factors = problem.Units.Select(_ => random.Next(80, 131)).ToArray();
        var dearer = problem with
        {
            Purchases = [.. problem.Purchases.Select(each => each with { Price = new PlanPrice(each.Price.Amount * Rational.FromFraction(factors[each.Effects[0].Unit], 100)) })],
        };
        AssertComplies(dearer, 0.01);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(80)]
    public void Combined_schools_that_share_their_space_get_a_complying_plan_with_a_certified_gap(int schools)
    {
        var problem = PlanCounty.Both(schools, schools + 1);
        var purchases = problem.Purchases.Where(each => each.Effects[0].Unit % 5 != 0 || each.Effects[0].Indicator is not (3 or 4)).ToList();
        for (var i = 0; i < schools; i += 5)
        {
            var share = problem.Units[i].Enrolment / (problem.Units[i].Enrolment + (problem.Units[i + schools].Enrolment * Rational.FromFraction(11, 10)));
            for (var j = 3; j <= 4; j++)
            {
                purchases.RemoveAll(each => each.Effects[0].Unit == i + schools && each.Effects[0].Indicator == j);
                purchases.Add(new Purchase(problem.Units[i].SchoolCode, Stage.None, $"R{j + 1}", new PlanPrice(j == 3 ? 3000 : 500), null, 0, null, [new PurchaseEffect(i, j, share), new PurchaseEffect(i + schools, j, 1 - share)]));
            }
        }

        AssertComplies(problem with { Purchases = [.. purchases] }, 0.01);
    }

    [Theory]
    [InlineData(40, 5)]
    [InlineData(40, 40)]
    [InlineData(80, 20)]
    public void Combined_schools_that_share_all_but_teachers_get_a_plan_within_one_percent(int schools, int combined) =>
        AssertComplies(TiedCounty.Combined(schools, combined, 5004), 0.01);

    private static void AssertComplies(ResourceProblem problem, double gap)
    {
        var plan = problem.Plan();
        Assert.Null(Independent.FirstBreach(problem, plan));
        Assert.True(plan.LowerBound <= plan.Cost);
        Assert.True(plan.Gap <= gap, $"gap {plan.Gap}");
    }
}
