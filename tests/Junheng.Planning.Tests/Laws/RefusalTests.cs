using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Planning.Resources;
using Junheng.Planning.Tests.Counties;

namespace Junheng.Planning.Tests.Laws;

/// <summary>Bad input is refused with every reason at once; conflicts are named, not thrown.</summary>
public sealed class RefusalTests
{
    [Fact]
    public void Prices_that_are_zero_or_negative_are_refused_each_by_itself()
    {
        var problem = PlanLawTests.County(3, 1);
        var spoilt = problem with { Purchases = problem.Purchases.SetItem(0, problem.Purchases[0] with { Price = new PlanPrice(0) }).SetItem(5, problem.Purchases[5] with { Price = new PlanPrice(-3) }) };
        var refused = Assert.IsType<PlanAnswer.Refused>(ResourcePlanner.Solve(spoilt));
        Assert.Equal([0, 5], refused.Refusals.Where(each => each.Rule == "plan.price-not-positive").Select(each => each.Purchase!.Value));
    }

    [Fact]
    public void A_unit_without_pupils_is_refused()
    {
        var problem = PlanLawTests.County(3, 1);
        var spoilt = problem with { Units = problem.Units.SetItem(1, problem.Units[1] with { Enrolment = 0 }) };
        Assert.Equal(1, Assert.Single(Assert.IsType<PlanAnswer.Refused>(ResourcePlanner.Solve(spoilt)).Refusals).Unit);
    }

    [Fact]
    public void A_recurrent_price_counts_over_its_horizon()
    {
        var problem = PlanLawTests.County(4, 2);
        var recurrent = problem with { Purchases = [.. problem.Purchases.Select(each => each with { Price = new PlanPrice(each.Price.Amount, 3) })] };
        Assert.Equal(problem.Plan().Cost * 3, recurrent.Plan().Cost);
    }

    [Fact]
    public void Caps_below_the_needs_of_a_unit_are_named()
    {
        var problem = PlanLawTests.County(5, 3);
        var capped = problem with
        {
            Units = problem.Units.SetItem(0, problem.Units[0] with { Stock = [0, 0, 0, 0, 0, 0, 0] }),
            Purchases = [.. problem.Purchases.Select(each => each.Effects[0].Unit == 0 ? each with { MaxAdd = 0 } : each)],
        };
        var plan = capped.Plan();
        Assert.Equal(PlanStatus.Infeasible, plan.Status);
        var conflict = Assert.IsType<PlanConflict.NormOutOfReach>(Assert.Single(plan.Conflicts));
        Assert.Equal(7, conflict.BelowFloor.Length);
    }

    [Fact]
    public void Caps_that_exclude_a_limit_are_named_as_an_irreducible_set_with_the_smallest_reachable_coefficient()
    {
        var problem = PlanLawTests.County(12, 4);
        var area = problem.Purchases.Index().Where(each => each.Item.Effects[0].Indicator == 3).ToList();
        var capped = problem with
        {
            Units = [.. problem.Units.Select((unit, u) => unit with { Stock = unit.Stock.SetItem(3, unit.Enrolment * (u % 12 == 0 ? 60 : 6)) })],
            Purchases = [.. problem.Purchases.Select(each => each.Effects[0].Indicator == 3 ? each with { MaxAdd = 10 } : each)],
        };
        var plan = capped.Plan();
        Assert.Equal(PlanStatus.Infeasible, plan.Status);
        var conflict = plan.Conflicts.OfType<PlanConflict.LimitOutOfReach>().First();
        Assert.True(conflict.SmallestReachable > 0.45);
        Assert.NotEmpty(conflict.Caps);
        Assert.Subset(area.Select(each => each.Index).ToHashSet(), conflict.Caps.ToHashSet());
    }

    [Fact]
    public void A_budget_that_is_too_small_is_answered_with_what_is_lacking()
    {
        var problem = PlanLawTests.County(10, 5);
        var cost = problem.Plan().Cost!.Value;
        Assert.Equal(cost, (problem with { Budget = cost }).Plan().Cost);
        var plan = (problem with { Budget = cost - 1000 }).Plan();
        Assert.Equal(PlanStatus.Infeasible, plan.Status);
        var lacking = Assert.IsType<PlanConflict.BudgetTooSmall>(Assert.Single(plan.Conflicts));
        Assert.Equal(Rational.FromInteger(1000), lacking.ExtraSufficient);
        Assert.InRange(lacking.ExtraAtLeast.ToDouble(), 999, 1000);
    }
}
