using System.Numerics;

namespace Junheng.Assessment.Tests.Reference;

/// <summary>Square roots of exact numbers: exact where the root is rational, else enclosed or printed by integer square roots only.</summary>
public static class ReferenceSquareRoot
{
    private const int DigitsForDouble = 60;

    /// <summary>The largest integer whose square is not above <paramref name="value"/> (which is not negative).</summary>
    public static BigInteger IntegerFloor(BigInteger value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value.Sign, nameof(value));
        if (value.IsZero)
        {
            return BigInteger.Zero;
        }

        var root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + value / root) / 2;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }

    /// <summary>The exact root, or null where it is irrational.</summary>
    public static ReferenceNumber? Rational(ReferenceNumber square)
    {
        var numerator = IntegerFloor(square.Numerator);
        var denominator = IntegerFloor(square.Denominator);
        var root = ReferenceNumber.Of(numerator, denominator);
        return root * root == square ? root : null;
    }

    /// <summary>Two numbers that enclose the root: equal where it is rational, else 10^-digits apart.</summary>
    public static (ReferenceNumber Lower, ReferenceNumber Upper) Enclose(ReferenceNumber square, int digits)
    {
        if (Rational(square) is { } root)
        {
            return (root, root);
        }

        var steps = IntegerFloor((square * ReferenceNumber.PowerOfTen(2 * digits)).Floor());
        var step = ReferenceNumber.PowerOfTen(-digits);
        return (ReferenceNumber.Of(steps) * step, ReferenceNumber.Of(steps + 1) * step);
    }

    /// <summary>The root as printed with that many decimals, half away from zero: the rounding of the exact root, not of a double.</summary>
    public static ReferenceNumber Printed(ReferenceNumber square, int decimals)
    {
        // round(r·10^d) = floor((floor(2·r·10^d) + 1) / 2), and floor(2·r·10^d) is an integer square root.
        var halfSteps = IntegerFloor((ReferenceNumber.Of(4) * square * ReferenceNumber.PowerOfTen(2 * decimals)).Floor());
        return ReferenceNumber.Of((halfSteps + 1) / 2) * ReferenceNumber.PowerOfTen(-decimals);
    }

    /// <summary>The root as a double, from 60 decimals.</summary>
    public static double ToDouble(ReferenceNumber square) => Enclose(square, DigitsForDouble).Lower.ToDouble();
}
