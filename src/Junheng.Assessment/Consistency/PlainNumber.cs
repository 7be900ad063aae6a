using System.Globalization;
using System.Numerics;
using Junheng.Domain.Numbers;

namespace Junheng.Assessment.Consistency;

/// <summary>Exact numbers as people write them.</summary>
internal static class PlainNumber
{
    private const int CellDigits = 12;

    /// <summary>A decimal with at most so many decimals, rounded half away from zero; no trailing zeros.</summary>
    public static string Of(Rational value, int digits = CellDigits)
    {
        if (value.IsInteger)
        {
            return value.Numerator.ToString(CultureInfo.InvariantCulture);
        }

        var scaled = BigInteger.Abs((value.Round(digits) * Rational.FromInteger(BigInteger.Pow(10, digits))).Numerator).ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        var text = $"{scaled[..^digits]}.{scaled[^digits..]}".TrimEnd('0').TrimEnd('.');
        return value.Sign < 0 && text.Any(letter => letter is >= '1' and <= '9') ? "-" + text : text;
    }
}
