using System.Globalization;
using System.Numerics;
using Junheng.Domain.Numbers;

namespace Junheng.Cli.Pages;

/// <summary>Figures for people: rounded half away from zero, as the official forms print them.</summary>
internal static class PrintedNumber
{
    /// <summary>A figure with so many decimals.</summary>
    public static string Of(Rational value, int digits)
    {
        var scaled = BigInteger.Abs((value.Round(digits) * Rational.FromInteger(BigInteger.Pow(10, digits))).Numerator);
        var text = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        var sign = value.Sign < 0 && !scaled.IsZero ? "-" : "";
        return digits == 0 ? sign + text : string.Concat(sign, text.AsSpan(0, text.Length - digits), ".", text.AsSpan(text.Length - digits));
    }

    /// <summary>A figure with so many decimals; a dash when there is none.</summary>
    public static string Of(double? value, int digits) => value is { } known && double.IsFinite(known) ? Of(Rational.FromShortestDecimal(known), digits) : "—";

    /// <summary>A figure with at most so many decimals, without zeros at its end.</summary>
    public static string Short(Rational value, int digits = 4)
    {
        var text = Of(value, digits);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>A figure as the standard writes it; a dash when there is none.</summary>
    public static string Short(Rational? value, int digits = 6) => value is { } known ? Short(known, digits) : "—";

    /// <summary>A limit: at least two decimals, more where it has more; a dash when there is none.</summary>
    public static string Limit(Rational? value) => value is not { } known ? "—" : known.Round(2) == known ? Of(known, 2) : Short(known, 6);

    /// <summary>A whole number, rounded up, with separators between thousands: what has to be provided.</summary>
    public static string WholeUp(Rational value) => value.Ceiling().ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count with separators between thousands.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
