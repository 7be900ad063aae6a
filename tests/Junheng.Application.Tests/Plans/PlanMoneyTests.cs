using Junheng.Application.Plans;
using Junheng.Domain.Numbers;

namespace Junheng.Application.Tests.Plans;

/// <summary>Money in whole cents whose lines add up as printed.</summary>
public class PlanMoneyTests
{
    [Fact]
    public void Thirds_are_rounded_so_that_they_add_up_and_the_first_of_equals_gets_the_cent() =>
        Assert.Equal([Of(3334), Of(3333), Of(3333)], PlanMoney.Rounded([Of(10_000) / 3, Of(10_000) / 3, Of(10_000) / 3]));

    [Fact]
    public void The_largest_fraction_gets_the_cent() =>
        Assert.Equal([Of(100), Of(201), Of(300)], PlanMoney.Rounded([Of(100) + Rational.FromFraction(3, 1000), Of(200) + Rational.FromFraction(8, 1000), Of(300)]));

    [Fact]
    public void Whatever_the_amounts_their_cents_sum_to_the_rounded_sum_and_none_is_off_by_a_cent()
    {
        var random = new Random(20261129);
        for (var round = 0; round < 500; round++)
        {
            var amounts = Enumerable.Range(0, random.Next(0, 40)).Select(_ => Rational.FromFraction(random.NextInt64(0, 1_000_000_000_000), random.NextInt64(1, 1_000_000))).ToList();

            var cents = PlanMoney.Rounded(amounts);

            Assert.Equal(amounts.Aggregate(Rational.Zero, (sum, amount) => sum + amount).Round(2), cents.Aggregate(Rational.Zero, (sum, amount) => sum + amount));
            Assert.All(amounts.Zip(cents), pair => Assert.True((pair.First > pair.Second ? pair.First - pair.Second : pair.Second - pair.First) < Rational.FromFraction(1, 100)));
        }
    }

    [Fact]
    public void Nothing_sums_to_nothing() => Assert.Empty(PlanMoney.Rounded([]));

    private static Rational Of(int cents) => Rational.FromFraction(cents, 100);
}
