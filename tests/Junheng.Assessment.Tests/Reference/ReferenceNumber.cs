using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Junheng.Assessment.Tests.Reference;

/// <summary>
/// An exact rational number in lowest terms with a positive denominator. Nothing here ever rounds, except <see cref="ToDouble"/>.
/// </summary>
public sealed partial record ReferenceNumber : IComparable<ReferenceNumber>
{
    private const int SignificantDigitsForDouble = 40;

    private ReferenceNumber(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException();
        }

        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        Denominator = denominator / divisor;
    }

    /// <summary>Zero.</summary>
    public static ReferenceNumber Zero { get; } = Of(0);

    /// <summary>One.</summary>
    public static ReferenceNumber One { get; } = Of(1);

    /// <summary>The numerator in lowest terms; it carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The denominator in lowest terms, always positive.</summary>
    public BigInteger Denominator { get; }

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>The fraction <paramref name="numerator"/> / <paramref name="denominator"/>.</summary>
    public static ReferenceNumber Of(BigInteger numerator, BigInteger? denominator = null) => new(numerator, denominator ?? BigInteger.One);

    /// <summary>Reads a decimal such as <c>4.505</c>, <c>-3</c> or <c>1.5e-7</c> exactly.</summary>
    /// <exception cref="FormatException">The text is not a decimal number.</exception>
    public static ReferenceNumber Parse(string text)
    {
        var match = DecimalText().Match(text.Trim());
        if (!match.Success)
        {
            throw new FormatException($"'{text}' is not a decimal number.");
        }

        var fraction = match.Groups["fraction"].Value;
        var digits = BigInteger.Parse(match.Groups["whole"].Value + fraction, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var exponent = match.Groups["exponent"].Success ? int.Parse(match.Groups["exponent"].Value, CultureInfo.InvariantCulture) : 0;
        return Of(digits) * PowerOfTen(exponent - fraction.Length);
    }

    /// <summary>The number in a cell; null where the cell is null or blank.</summary>
    public static ReferenceNumber? ParseCell(string? cell) => string.IsNullOrWhiteSpace(cell) ? null : Parse(cell);

    /// <summary>10 to an integer power, negative powers included.</summary>
    public static ReferenceNumber PowerOfTen(int exponent) =>
        exponent >= 0 ? Of(BigInteger.Pow(10, exponent)) : Of(1, BigInteger.Pow(10, -exponent));

    /// <summary>The sum; zero for no terms.</summary>
    public static ReferenceNumber Sum(IEnumerable<ReferenceNumber> terms) => terms.Aggregate(Zero, (sum, term) => sum + term);

    /// <summary>The largest integer that is not above the number.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The smallest integer that is not below the number.</summary>
    public BigInteger Ceiling() => -(-this).Floor();

    /// <summary>The absolute value.</summary>
    public ReferenceNumber Abs() => Sign < 0 ? -this : this;

    /// <summary>The figure as printed with that many decimals, half away from zero.</summary>
    public ReferenceNumber Printed(int decimals)
    {
        var steps = (Abs() * PowerOfTen(decimals) + Of(1, 2)).Floor();
        return Of(steps * Sign) / PowerOfTen(decimals);
    }

    /// <summary>The double nearest to the first 40 significant digits.</summary>
    public double ToDouble()
    {
        if (Sign == 0)
        {
            return 0;
        }

        var magnitude = BigInteger.Log10(BigInteger.Abs(Numerator)) - BigInteger.Log10(Denominator);
        var shift = SignificantDigitsForDouble - (int)Math.Floor(magnitude);
        var digits = (Abs() * PowerOfTen(shift)).Floor() * Sign;
        return double.Parse(string.Create(CultureInfo.InvariantCulture, $"{digits}E{-shift}"), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public int CompareTo(ReferenceNumber? other) =>
        other is null ? 1 : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public override string ToString() => Denominator.IsOne ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    public static ReferenceNumber operator +(ReferenceNumber a, ReferenceNumber b) =>
        new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    public static ReferenceNumber operator -(ReferenceNumber a) => new(-a.Numerator, a.Denominator);

    public static ReferenceNumber operator -(ReferenceNumber a, ReferenceNumber b) => a + -b;

    public static ReferenceNumber operator *(ReferenceNumber a, ReferenceNumber b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static ReferenceNumber operator /(ReferenceNumber a, ReferenceNumber b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator <(ReferenceNumber a, ReferenceNumber b) => a.CompareTo(b) < 0;

    public static bool operator <=(ReferenceNumber a, ReferenceNumber b) => a.CompareTo(b) <= 0;

    public static bool operator >(ReferenceNumber a, ReferenceNumber b) => a.CompareTo(b) > 0;

    public static bool operator >=(ReferenceNumber a, ReferenceNumber b) => a.CompareTo(b) >= 0;

    [GeneratedRegex(@"^(?<whole>[+-]?\d+)(\.(?<fraction>\d+))?([eE](?<exponent>[+-]?\d+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalText();
}
