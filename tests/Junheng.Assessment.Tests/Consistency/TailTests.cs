using Junheng.Assessment.Consistency.Statistics;
using Junheng.Domain.Numbers;

namespace Junheng.Assessment.Tests.Consistency;

/// <summary>The probabilities that the statistical rules rest on.</summary>
public sealed class TailTests
{
    [Theory]
    [InlineData(0, 10, 1.0)]
    [InlineData(10, 10, 1.0 / 1024)]
    [InlineData(9, 10, 11.0 / 1024)]
    [InlineData(5, 10, 638.0 / 1024)]
    [InlineData(1, 1, 0.5)]
    public void A_fair_coin_gives_known_tails(int successes, int trials, double expected) =>
        Assert.Equal(expected, BinomialTail.AtLeast(successes, trials, Rational.FromFraction(1, 2)), 15);

    [Fact]
    public void A_binomial_tail_is_the_sum_of_its_terms()
    {
        for (var trials = 1; trials <= 12; trials++)
        {
            for (var successes = 0; successes <= trials; successes++)
            {
                var sum = Enumerable.Range(successes, trials - successes + 1).Sum(k => Choose(trials, k) * Math.Pow(0.2, k) * Math.Pow(0.8, trials - k));
                Assert.Equal(sum, BinomialTail.AtLeast(successes, trials, Rational.FromFraction(1, 5)), 12);
            }
        }
    }

    [Fact]
    public void A_certain_or_impossible_success_has_a_certain_or_impossible_tail()
    {
        Assert.Equal(1, BinomialTail.AtLeast(7, 7, Rational.One));
        Assert.Equal(0, BinomialTail.AtLeast(1, 7, Rational.Zero));
        Assert.Equal(1, BinomialTail.AtLeast(0, 7, Rational.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialTail.AtLeast(8, 7, Rational.One));
    }

    // Quantiles of the usual tables: P(χ² ≥ value) = 0.95, 0.05, 0.01, 0.001.
    [Theory]
    [InlineData(3.325, 9, 0.95)]
    [InlineData(16.919, 9, 0.05)]
    [InlineData(21.666, 9, 0.01)]
    [InlineData(27.877, 9, 0.001)]
    [InlineData(3.841, 1, 0.05)]
    [InlineData(5.991, 2, 0.05)]
    [InlineData(18.307, 10, 0.05)]
    [InlineData(0, 9, 1)]
    public void A_chi_square_tail_agrees_with_the_tables(double statistic, int degrees, double expected) =>
        Assert.Equal(expected, ChiSquareTail.AtLeast(statistic, degrees), 4);

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.01)]
    [InlineData(0.001)]
    public void Even_digits_raise_false_alarms_no_oftener_than_the_level(double level)
    {
        const int samples = 40_000;
        const double caution = 2; // check.digits_caution
        var random = new Random(11);
        var (uneven, heaped) = (0, 0);
        for (var sample = 0; sample < samples; sample++)
        {
            var digits = new int[10];
            var count = 60 + random.Next(60);
            for (var figure = 0; figure < count; figure++)
            {
                digits[random.Next(10)]++;
            }

            uneven += caution * ChiSquareTail.AtLeast(digits.Sum(number => Math.Pow(number - (count / 10.0), 2) / (count / 10.0)), 9) < level ? 1 : 0;
            heaped += BinomialTail.AtLeast(digits[0] + digits[5], count, Rational.FromFraction(1, 5)) < level ? 1 : 0;
        }

        Assert.InRange(uneven, samples * level / 4, samples * level);
        Assert.InRange(heaped, 1, samples * level);
    }

    private static double Choose(int n, int k) => k == 0 ? 1 : Choose(n - 1, k - 1) * n / k;
}
