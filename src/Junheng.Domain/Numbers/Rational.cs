using System.Globalization;
using System.Numerics;

namespace Junheng.Domain.Numbers;

/// <summary>
/// An exact rational number: what a verdict is decided with when a <see cref="double"/> lies too near a threshold.
/// Always in lowest terms with a positive denominator, so equality is structural; <c>default</c> is zero.
/// </summary>
/// <remarks>It is not for bulk work: every operation may allocate. Columns of figures are <see cref="double"/>.</remarks>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly BigInteger _denominatorMinusOne;

    private Rational(BigInteger numerator, BigInteger denominator)
    {
        Numerator = numerator;
        _denominatorMinusOne = denominator - 1;
    }

    /// <summary>Zero.</summary>
    public static Rational Zero => default;

    /// <summary>One.</summary>
    public static Rational One { get; } = FromInteger(1);

    /// <summary>The numerator, carrying the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The denominator, at least 1.</summary>
    public BigInteger Denominator => _denominatorMinusOne + 1;

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>True when the value is a whole number.</summary>
    public bool IsInteger => _denominatorMinusOne.IsZero;

    /// <summary>The whole number <paramref name="value"/>.</summary>
    public static Rational FromInteger(BigInteger value) => new(value, BigInteger.One);

    /// <summary>The quotient of two whole numbers, in lowest terms.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="denominator"/> is zero.</exception>
    public static Rational FromFraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException();
        }

        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0)
        {
            divisor = -divisor;
        }

        return divisor.IsOne ? new(numerator, denominator) : new(numerator / divisor, denominator / divisor);
    }

    /// <summary>
    /// The decimal that a person means by a finite <paramref name="value"/>: its shortest text that reads back to the same double.
    /// For any cell of at most 15 significant digits this is exactly the number that stood in the cell.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
    public static Rational FromShortestDecimal(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A finite number is required.");
        }

        return double.IsInteger(value) && Math.Abs(value) < 1e15
            ? FromInteger((long)value)
            : ParseDecimal(value.ToString("R", CultureInfo.InvariantCulture));
    }

    /// <summary>Reads a decimal such as <c>-12.50</c> or <c>1.2E+3</c> exactly.</summary>
    /// <exception cref="FormatException">The text is not a decimal number.</exception>
    public static Rational ParseDecimal(ReadOnlySpan<char> text) =>
        TryParseDecimal(text, out var value) ? value : throw new FormatException($"Not a decimal number: '{text}'.");

    /// <summary>
    /// Reads a decimal such as <c>-12.50</c> or <c>1.2E+3</c> exactly; false for anything else,
    /// and for exponents beyond ±400, which no double reaches.
    /// </summary>
    public static bool TryParseDecimal(ReadOnlySpan<char> text, out Rational value)
    {
        value = default;
        var exponent = 0;
        var e = text.IndexOfAny('e', 'E');
        if (e >= 0)
        {
            if (!int.TryParse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) || Math.Abs(exponent) > 400)
            {
                return false;
            }

            text = text[..e];
        }

        var point = text.IndexOf('.');
        var fraction = point < 0 ? [] : text[(point + 1)..];
        var whole = point < 0 ? text : text[..point];
        var digits = string.Concat(whole, fraction);
        if (fraction.ContainsAnyExceptInRange('0', '9') || digits.Length is 0 or > 4000
            || !BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var mantissa))
        {
            return false;
        }

        exponent -= fraction.Length;
        value = exponent >= 0
            ? FromInteger(mantissa * BigInteger.Pow(10, exponent))
            : FromFraction(mantissa, BigInteger.Pow(10, -exponent));
        return true;
    }

    /// <summary>Sum.</summary>
    public static Rational operator +(Rational left, Rational right) => left.IsInteger && right.IsInteger
        ? FromInteger(left.Numerator + right.Numerator)
        : FromFraction((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>Difference.</summary>
    public static Rational operator -(Rational left, Rational right) => left + -right;

    /// <summary>Negation.</summary>
    public static Rational operator -(Rational value) => new(-value.Numerator, value.Denominator);

    /// <summary>Product.</summary>
    public static Rational operator *(Rational left, Rational right) => left.IsInteger && right.IsInteger
        ? FromInteger(left.Numerator * right.Numerator)
        : FromFraction(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>Quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static Rational operator /(Rational left, Rational right) =>
        FromFraction(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Less than.</summary>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <summary>Greater than.</summary>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <summary>At most.</summary>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <summary>At least.</summary>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    /// <summary>Same number.</summary>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    /// <summary>Different number.</summary>
    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <summary>A whole number as an exact rational.</summary>
    public static implicit operator Rational(long value) => FromInteger(value);

    /// <summary>The smallest whole number that is at least this value.</summary>
    public BigInteger Ceiling() => -FloorDivide(-Numerator, Denominator);

    /// <summary>The largest whole number that is at most this value.</summary>
    public BigInteger Floor() => FloorDivide(Numerator, Denominator);

    /// <summary>Rounds to <paramref name="digits"/> decimals, half away from zero: the rounding of the official forms.</summary>
    public Rational Round(int digits)
    {
        var scale = BigInteger.Pow(10, digits);
        var doubled = (BigInteger.Abs(Numerator) * scale * 2) + Denominator;
        return FromFraction(Sign * BigInteger.Divide(doubled, Denominator * 2), scale);
    }

    /// <summary>The nearest double (ties to even); ±∞ beyond its range.</summary>
    public double ToDouble()
    {
        if (Numerator.IsZero)
        {
            return 0;
        }

        if (Numerator.GetBitLength() <= 53 && Denominator.GetBitLength() <= 53)
        {
            return (double)Numerator / (double)Denominator; // both exact, so the one division rounds correctly
        }

        var magnitude = BigInteger.Abs(Numerator);
        var shift = (int)(magnitude.GetBitLength() - Denominator.GetBitLength()) - 65;
        var quotient = shift >= 0
            ? BigInteger.DivRem(magnitude, Denominator << shift, out var remainder)
            : BigInteger.DivRem(magnitude << -shift, Denominator, out remainder);
        if (!remainder.IsZero)
        {
            quotient |= 1; // a sticky bit far below the 53 that survive, so that the final rounding is exact
        }

        return Sign * ScaleExact(quotient, shift);
    }

    /// <inheritdoc/>
    public int CompareTo(Rational other) => IsInteger && other.IsInteger
        ? Numerator.CompareTo(other.Numerator)
        : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Rational other) => Numerator == other.Numerator && _denominatorMinusOne == other._denominatorMinusOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, _denominatorMinusOne);

    /// <summary>The exact fraction, e.g. <c>3855516/397</c>, or a whole number.</summary>
    public override string ToString() => IsInteger
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static BigInteger FloorDivide(BigInteger numerator, BigInteger denominator)
    {
        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary><paramref name="bits"/>·2^<paramref name="shift"/> rounded once, also where the result is subnormal.</summary>
    private static double ScaleExact(BigInteger bits, int shift)
    {
        const int subnormalExponent = -1074;
        if (shift < subnormalExponent)
        {
            var drop = subnormalExponent - shift;
            if (drop > bits.GetBitLength() + 1)
            {
                return 0;
            }

            var excess = (int)bits.GetBitLength() - drop;
            if (excess < 53)
            {
                var kept = bits >> drop;
                var half = BigInteger.One << (drop - 1);
                var rest = bits - (kept << drop);
                var up = rest > half || (rest == half && !kept.IsEven);
                return Math.ScaleB((double)(kept + (up ? 1 : 0)), subnormalExponent);
            }
        }

        return Math.ScaleB(NearestDouble(bits), shift);
    }

    private static double NearestDouble(BigInteger bits)
    {
        var drop = (int)bits.GetBitLength() - 53;
        if (drop <= 0)
        {
            return (double)bits;
        }

        var kept = bits >> drop;
        var rest = bits - (kept << drop);
        var half = BigInteger.One << (drop - 1);
        var up = rest > half || (rest == half && !kept.IsEven);
        return Math.ScaleB((double)(kept + (up ? 1 : 0)), drop);
    }
}
