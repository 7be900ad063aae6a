using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Planning.Tests.Counties;

namespace Junheng.Planning.Tests.Laws;

/// <summary>The mean of the coefficients (2012): the plan keeps it, and its bound lies close below.</summary>
public sealed class CompositeTests
{
    [Theory]
    [InlineData(20, 1, "0.30")]
    [InlineData(40, 2, "0.25")]
    public void The_mean_of_the_coefficients_is_kept_with_a_small_certified_gap(int schools, int seed, string limit)
    {
        var problem = PlanLawTests.County(schools, seed);
        var composite = problem with
        {
            Stages = [.. problem.Stages.Select(rule => rule with { CompositeLimit = Rational.ParseDecimal(limit), Indicators = [.. rule.Indicators.Select(_ => new IndicatorRule(null, null, null))] })],
        };
        var plan = composite.Plan();
        Assert.True(plan.Cost > 0);
        Assert.True(plan.LowerBound <= plan.Cost);
        Assert.True(plan.Gap < 0.05, $"gap {plan.Gap}");
        var looser = (composite with { Stages = [.. composite.Stages.Select(rule => rule with { CompositeLimit = 2 })] }).Plan();
        Assert.Equal(Rational.Zero, looser.Cost);
    }
}
