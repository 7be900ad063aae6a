using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Planning.Tests.Counties;

namespace Junheng.Planning.Tests.Laws;

/// <summary>The worked example of docs/method/cheapest-plan.md.</summary>
public sealed class WorkedExampleTests
{
    [Theory]
    [InlineData("0.20", 0)]
    [InlineData("0.19", 1)]
    public void Two_schools_with_three_and_two_rooms_lie_exactly_at_a_fifth(string limit, int rooms)
    {
        PlanUnit[] units = [new("1", Stage.Primary, 3, [3]), new("2", Stage.Primary, 3, [2])];
        var rule = new StageRule(Stage.Primary, [new IndicatorRule(null, null, Rational.ParseDecimal(limit))], 0);
        var purchases = units.Select((unit, u) => new Purchase(unit.SchoolCode, Stage.Primary, "rooms", new PlanPrice(60_000), 1, 0, null, [new PurchaseEffect(u, 0, 1)]));
        var plan = new ResourceProblem("1", ["R7"], [rule], [.. units], [.. purchases]).Plan();
        Assert.Equal(PlanStatus.Optimal, plan.Status);
        Assert.Equal(rooms * 60_000L, plan.Cost);
        Assert.Equal(rooms, plan.Additions.Sum(each => (int)each.Amount.Numerator));
        Assert.All(plan.Additions, each => Assert.Equal(1, each.Purchase));
    }
}
