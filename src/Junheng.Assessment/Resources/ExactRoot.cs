using System.Numerics;
using Junheng.Domain.Numbers;

namespace Junheng.Assessment.Resources;

/// <summary>Square roots of whole and rational numbers, exact or enclosed.</summary>
public static class ExactRoot
{
    /// <summary>The largest whole number whose square is at most <paramref name="value"/> (Newton's method on whole numbers).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is negative.</exception>
    public static BigInteger Floor(BigInteger value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        if (value.IsZero)
        {
            return value;
        }

        var root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + (value / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }

    /// <summary>An enclosure low ≤ √value ≤ high, no wider than 10^−digits; low = high when the root is rational.</summary>
    public static (Rational Low, Rational High) Enclose(Rational value, int digits)
    {
        var (numerator, denominator) = (Floor(value.Numerator), Floor(value.Denominator));
        if (numerator * numerator == value.Numerator && denominator * denominator == value.Denominator)
        {
            var root = Rational.FromFraction(numerator, denominator);
            return (root, root);
        }

        var scale = BigInteger.Pow(10, digits);
        var low = Floor((value * Rational.FromInteger(scale * scale)).Floor());
        return (Rational.FromFraction(low, scale), Rational.FromFraction(low + 1, scale));
    }

    /// <summary>√value as a double, to within an ulp, whatever the size of the fraction.</summary>
    public static double OfRational(Rational value)
    {
        if (value.Sign <= 0)
        {
            return 0;
        }

        var shift = (int)(value.Denominator.GetBitLength() - value.Numerator.GetBitLength()) + 140;
        shift += shift & 1;
        var scaled = shift >= 0 ? (value.Numerator << shift) / value.Denominator : value.Numerator / (value.Denominator << -shift);
        return Rational.FromFraction(Floor(scaled), 1).ToDouble() * Math.ScaleB(1, -shift / 2);
    }
}
