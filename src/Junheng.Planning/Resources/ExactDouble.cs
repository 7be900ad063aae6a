using System.Numerics;
using Junheng.Domain.Numbers;

namespace Junheng.Planning.Resources;

/// <summary>The rational number that a double stores, not the decimal that it prints as.</summary>
internal static class ExactDouble
{
    public static Rational Of(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = new BigInteger(bits & 0xF_FFFF_FFFF_FFFF) + (exponent == 0 ? BigInteger.Zero : BigInteger.One << 52);
        mantissa = bits < 0 ? -mantissa : mantissa;
        var shift = Math.Max(exponent, 1) - 1075;
        return shift >= 0 ? Rational.FromInteger(mantissa << shift) : Rational.FromFraction(mantissa, BigInteger.One << -shift);
    }
}
