using System.Globalization;

namespace Junheng.Documents.Tables;

/// <summary>
/// A decimal text taken apart: value = ±Digits·10^Exponent, the digits without leading and trailing zeros, so that equal numbers have equal parts.
/// </summary>
internal readonly struct DecimalDigits
{
    private const int LargestExponentWritten = 1_000_000;

    /// <summary>The significant digits as one whole number, where they fit (<see cref="Fits"/>).</summary>
    public ulong Digits { get; private init; }

    /// <summary>Number of significant digits.</summary>
    public int Count { get; private init; }

    /// <summary>Power of ten of the last significant digit.</summary>
    public int Exponent { get; private init; }

    public bool IsNegative { get; private init; }

    /// <summary>True when the text was in scientific notation.</summary>
    public bool HasExponent { get; private init; }

    /// <summary>True when <see cref="Digits"/> holds all significant digits (at most 19).</summary>
    public bool Fits => Count <= 19;

    public bool IsZero => Count == 0;

    /// <summary>Takes apart [+-]digits[.digits][e[+-]digits], with a digit on at least one side of the point; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DecimalDigits parts)
    {
        parts = default;
        var negative = text.StartsWith('-');
        if (negative || text.StartsWith('+'))
        {
            text = text[1..];
        }

        var written = 0;
        var e = text.IndexOfAny('e', 'E');
        if (e >= 0 && !TryParseExponent(text[(e + 1)..], out written))
        {
            return false;
        }

        var mantissa = e >= 0 ? text[..e] : text;
        ulong digits = 0;
        int count = 0, zeros = 0, places = 0, seen = 0;
        var afterPoint = false;
        foreach (var c in mantissa)
        {
            if (c == '.' && !afterPoint)
            {
                afterPoint = true;
                continue;
            }

            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            seen++;
            places += afterPoint ? 1 : 0;
            if (c == '0')
            {
                zeros += count == 0 ? 0 : 1;
                continue;
            }

            for (; zeros > 0; zeros--, count++)
            {
                digits = unchecked(digits * 10);
            }

            digits = unchecked((digits * 10) + (ulong)(c - '0'));
            count++;
        }

        parts = new DecimalDigits
        {
            Digits = digits,
            Count = count,
            Exponent = count == 0 ? 0 : written - places + zeros,
            IsNegative = negative && count > 0,
            HasExponent = e >= 0,
        };
        return seen > 0;
    }

    private static bool TryParseExponent(ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        var unsigned = text.StartsWith('-') || text.StartsWith('+') ? text[1..] : text;
        if (unsigned.IsEmpty || unsigned.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var size = int.TryParse(unsigned, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            ? Math.Min(parsed, LargestExponentWritten)
            : LargestExponentWritten;
        exponent = text[0] == '-' ? -size : size;
        return true;
    }
}
