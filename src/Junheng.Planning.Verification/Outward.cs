using System.Numerics;
using Junheng.Domain.Numbers;

namespace Junheng.Planning.Verification;

/// <summary>
/// Rounding to the safe side. What rests on doubles here is bounded as follows, u = 2⁻⁵³. Prices are the largest doubles not above the exact ones, costs the smallest not
/// below. Coefficients of bounds are moved by <see cref="Few"/> (more than the at most six roundings in each) to the side that makes the bound smaller, so that what is
/// minimised is below the exact form for every plan. An evaluated term has at most twelve roundings, data included, a compensated sum two more and n²u² of the terms;
/// together less than 24 u times the sum of the absolute terms, of which 64 u are taken off.
/// </summary>
internal static class Outward
{
    /// <summary>u: half the distance from 1 to the next double.</summary>
    public const double Unit = 1.1102230246251565e-16;

    /// <summary>Eight roundings.</summary>
    public const double Few = 8 * Unit;

    /// <summary>The largest double not above a number.</summary>
    public static double Down(Rational value)
    {
        var near = value.ToDouble();
        return Exact(near) > value ? Math.BitDecrement(near) : near;
    }

    /// <summary>The smallest double not below a number.</summary>
    public static double Up(Rational value)
    {
        var near = value.ToDouble();
        return Exact(near) < value ? Math.BitIncrement(near) : near;
    }

    /// <summary>The number that a double stores.</summary>
    private static Rational Exact(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var digits = new BigInteger(bits & 0xF_FFFF_FFFF_FFFF) + (exponent == 0 ? BigInteger.Zero : BigInteger.One << 52);
        var shift = Math.Max(exponent, 1) - 1075;
        digits = value < 0 ? -digits : digits;
        return shift >= 0 ? Rational.FromInteger(digits << shift) : Rational.FromFraction(digits, BigInteger.One << -shift);
    }
}
