using Junheng.Domain.Numbers;

namespace Junheng.Planning.Tests.Laws;

/// <summary>F1: one more unit at school k lowers the dispersion exactly when (2x + 1)/p &lt; S(2T + 1)/T².</summary>
public sealed class MarginalUnitTests
{
    [Fact]
    public void One_more_unit_lowers_the_dispersion_exactly_below_the_mark()
    {
        var random = new Random(1);
        for (var round = 0; round < 2000; round++)
        {
            var pupils = Enumerable.Range(0, random.Next(2, 8)).Select(_ => random.Next(1, 500)).ToArray();
            var amounts = pupils.Select(p => random.Next(0, p) + 1).ToArray();
            var k = random.Next(pupils.Length);
            var before = Ratio(pupils, amounts, out var sum, out var squares);
            var mark = squares * ((2 * sum) + 1) / (sum * sum);
            var isBelow = Rational.FromFraction((2 * amounts[k]) + 1, pupils[k]) < mark;
            amounts[k]++;
            Assert.Equal(isBelow, Ratio(pupils, amounts, out _, out _) < before);
        }
    }

    private static Rational Ratio(int[] pupils, int[] amounts, out Rational sum, out Rational squares)
    {
        (sum, squares) = (Rational.Zero, Rational.Zero);
        for (var i = 0; i < pupils.Length; i++)
        {
            sum += amounts[i];
            squares += Rational.FromFraction((long)amounts[i] * amounts[i], pupils[i]);
        }

        return squares / (sum * sum);
    }
}
