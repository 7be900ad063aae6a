using System.Globalization;
using System.Numerics;
using Junheng.Domain.Numbers;

namespace Junheng.Application.Reports;

/// <summary>A figure as a form prints it, with the unrounded value behind it. What is not known is no figure: null, never 0.</summary>
/// <param name="Printed">Rounded half away from zero, from the exact value.</param>
/// <param name="Digits">Decimals that the form shows.</param>
/// <param name="Unrounded">The value before rounding.</param>
public sealed record PrintedFigure(Rational Printed, int Digits, double Unrounded)
{
    /// <summary>Distance from a half, in units of the last decimal, under which a double does not decide the rounding.</summary>
    private const double NearHalf = 1e-6;

    /// <summary>The printed figure with all its decimals, e.g. <c>4.20</c>.</summary>
    public string Text
    {
        get
        {
            var scaled = BigInteger.Abs((Printed * Rational.FromInteger(BigInteger.Pow(10, Digits))).Numerator).ToString(CultureInfo.InvariantCulture).PadLeft(Digits + 1, '0');
            var sign = Printed.Sign < 0 ? "-" : "";
            return Digits == 0 ? sign + scaled : $"{sign}{scaled[..^Digits]}.{scaled[^Digits..]}";
        }
    }

    /// <summary>An exact value in a form's decimals; null where it is not known.</summary>
    public static PrintedFigure? Of(Rational? exact, int digits) => exact is { } value ? new PrintedFigure(value.Round(digits), digits, value.ToDouble()) : null;

    /// <summary>A computed double in a form's decimals; next to a half the exact value decides.</summary>
    /// <param name="value">The value, or null.</param>
    /// <param name="digits">Decimals.</param>
    /// <param name="exactlyRounded">Gives the exactly rounded value.</param>
    public static PrintedFigure? Of(double? value, int digits, Func<Rational?> exactlyRounded)
    {
        if (value is not { } known)
        {
            return null;
        }

        var scaled = Math.Abs(known) * Math.Pow(10, digits);
        var rounded = Math.Abs(scaled - Math.Floor(scaled) - 0.5) < NearHalf ? exactlyRounded() : null;
        return new PrintedFigure(rounded ?? Rational.FromShortestDecimal(Math.Round(known, digits, MidpointRounding.AwayFromZero)), digits, known);
    }
}
