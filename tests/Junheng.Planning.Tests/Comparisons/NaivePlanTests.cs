using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Planning.Resources.Comparisons;
using Junheng.Planning.Tests.Counties;

namespace Junheng.Planning.Tests.Comparisons;

/// <summary>The plans that bureaus make: judged by the exact check, never cheaper than the proven bound.</summary>
public sealed class NaivePlanTests
{
    [Theory]
    [InlineData(12, 41)]
    [InlineData(40, 42)]
    [InlineData(80, 43)]
    public void Without_caps_both_levelling_plans_comply_and_cost_no_less_than_the_bound(int schools, int seed)
    {
        var problem = GeneratedCounty.Of(schools, seed, Stage.Primary, Stage.Junior);
        var plan = problem.Plan();
        var naive = NaivePlans.Of(problem);

        Assert.Equal([NaiveRule.Norms, NaiveRule.GapShare, NaiveRule.WorstFirst], naive.Select(each => each.Rule));
        Assert.All(naive, each => Assert.Empty(each.Short));
        Assert.All(naive.Skip(1), each => Assert.True(each.Complies && each.Cost >= plan.LowerBound, $"{each.Rule}: {each.Complies}, {each.Cost} against {plan.LowerBound}"));
        Assert.False(naive[0].Complies);
        Assert.NotEmpty(naive[0].Dispersed);
        Assert.True(naive[0].Cost <= naive[1].Cost);
    }

    [Fact]
    public void Every_school_reaches_every_norm_in_the_plan_of_norms()
    {
        var problem = GeneratedCounty.Of(15, 44, Stage.Primary);
        var naive = NaivePlans.Of(problem)[0];
        var amounts = problem.Units.Select(unit => unit.Stock.ToArray()).ToArray();
        foreach (var addition in naive.Additions)
        {
            var effect = problem.Purchases[addition.Purchase].Effects[0];
            amounts[effect.Unit][effect.Indicator] += addition.Amount;
            Assert.True((addition.Amount * 100).IsInteger);
        }

        for (var u = 0; u < amounts.Length; u++)
        {
            for (var j = 0; j < amounts[u].Length; j++)
            {
                Assert.True(amounts[u][j] >= problem.Stages[0].Indicators[j].Norm * problem.Units[u].Enrolment);
            }
        }
    }

    [Fact]
    public void Caps_below_the_need_are_named_and_the_plan_is_called_not_complying()
    {
        var problem = GeneratedCounty.Of(10, 45, Stage.Primary);
        var capped = problem with { Purchases = [.. problem.Purchases.Select(purchase => purchase with { MaxAdd = Rational.Zero })] };

        Assert.All(NaivePlans.Of(capped), each =>
        {
            Assert.False(each.Complies);
            Assert.NotEmpty(each.Short);
            Assert.Equal(Rational.Zero, each.Cost);
        });
    }
}
