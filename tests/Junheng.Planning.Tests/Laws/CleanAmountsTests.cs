using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Planning.Tests.Counties;

namespace Junheng.Planning.Tests.Laws;

/// <summary>Amounts that suffice exactly come out as they are, without the noise of doubles.</summary>
public sealed class CleanAmountsTests
{
    [Fact]
    public void A_need_of_64_hundredths_is_bought_as_64_hundredths_also_where_purchases_are_tied()
    {
        var problem = Tied(Rational.ParseDecimal("2447.36"));
        var plan = problem.Plan();

        Assert.Equal(PlanStatus.Optimal, plan.Status);
        Assert.Equal(Rational.ParseDecimal("0.64"), Assert.Single(plan.Additions).Amount);
        Assert.Equal(Rational.ParseDecimal("1792"), plan.Cost);
        Assert.Equal(plan.Cost, plan.Certificate.Parts.Aggregate(Rational.Zero, (sum, part) => sum + part.Cost!.Value));
        Assert.True(plan.LowerBound <= plan.Cost);
    }

    [Fact]
    public void A_need_that_no_short_decimal_meets_is_rounded_up_to_a_billionth()
    {
        var plan = Tied(Rational.FromInteger(2448) - Rational.FromFraction(1, 3)).Plan();

        Assert.Equal(Rational.ParseDecimal("0.333333334"), Assert.Single(plan.Additions).Amount);
    }

    /// <summary>A primary school of 640 pupils that must reach 3.825 each, beside a combined school that shares its floor.</summary>
    private static ResourceProblem Tied(Rational stock)
    {
        var norm = Rational.ParseDecimal("3.825");
        StageRule Rule(Stage stage) => new(stage, [new IndicatorRule(norm, null, Rational.FromFraction(1, 2))], 0);
        return new ResourceProblem(
            "1",
            ["R4"],
            [Rule(Stage.Primary), Rule(Stage.Junior)],
            [new PlanUnit("A", Stage.Primary, 640, [stock]), new PlanUnit("B", Stage.Primary, 100, [500]), new PlanUnit("B", Stage.Junior, 100, [500])],
            [
                new Purchase("A", Stage.Primary, "teaching_area_m2", new PlanPrice(2800), null, 0, null, [new PurchaseEffect(0, 0, 1)]),
                new Purchase("B", Stage.None, "teaching_area_m2", new PlanPrice(2800), null, 0, null, [new PurchaseEffect(1, 0, Rational.FromFraction(10, 21)), new PurchaseEffect(2, 0, Rational.FromFraction(11, 21))]),
            ]);
    }
}
