using System.Numerics;
using Junheng.Domain.Numbers;

namespace Junheng.Assessment.Consistency.Statistics;

/// <summary>How likely a count at least as large is by chance alone.</summary>
public static class BinomialTail
{
    /// <summary>
    /// P(X ≥ <paramref name="successes"/>) for <paramref name="trials"/> independent trials of probability <paramref name="chance"/>: exact in whole numbers,
    /// then rounded to a double. Cost: trials multiplications of numbers of about trials digits.
    /// </summary>
    /// <param name="successes">0 or more.</param>
    /// <param name="trials">At least as many.</param>
    /// <param name="chance">Between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double AtLeast(int successes, int trials, Rational chance)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, successes);
        ArgumentOutOfRangeException.ThrowIfLessThan(chance, Rational.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chance, Rational.One);
        var (yes, no) = (chance.Numerator, chance.Denominator - chance.Numerator);
        if (no.IsZero)
        {
            return 1;
        }

        // Term k is C(n,k)·yes^k·no^(n−k); all over denominator^n. From k = n downwards each follows from the one above.
        var term = BigInteger.Pow(yes, trials);
        var sum = BigInteger.Zero;
        for (var k = trials; k >= successes; k--)
        {
            sum += term;
            if (yes.IsZero)
            {
                term = k == 1 ? BigInteger.Pow(no, trials) : BigInteger.Zero;
            }
            else
            {
                term = term * k * no / ((trials - k + 1) * yes);
            }
        }

        return Rational.FromFraction(sum, BigInteger.Pow(chance.Denominator, trials)).ToDouble();
    }
}
