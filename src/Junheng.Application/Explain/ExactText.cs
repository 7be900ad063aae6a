using System.Globalization;
using System.Numerics;
using Junheng.Domain.Numbers;

namespace Junheng.Application.Explain;

/// <summary>Exact figures as text that loses nothing.</summary>
public static class ExactText
{
    private const int MostDecimals = 12;

    /// <summary>The decimal where it ends within twelve digits, else the fraction in lowest terms, e.g. <c>3855516/397</c>.</summary>
    public static string Of(Rational value)
    {
        if (value.IsInteger || value.Round(MostDecimals) != value)
        {
            return value.ToString();
        }

        var scaled = BigInteger.Abs((value * Rational.FromInteger(BigInteger.Pow(10, MostDecimals))).Numerator);
        var digits = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(MostDecimals + 1, '0');
        return string.Concat(value.Sign < 0 ? "-" : "", digits.AsSpan(0, digits.Length - MostDecimals), ".", digits.AsSpan(digits.Length - MostDecimals)).TrimEnd('0');
    }
}
