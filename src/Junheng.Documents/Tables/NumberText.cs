using System.Globalization;
using System.Runtime.CompilerServices;

namespace Junheng.Documents.Tables;

/// <summary>Reads figures from text: quickly where the figure is plain and short, in full for all else that stands in real workbooks.</summary>
internal static class NumberText
{
    /// <summary>Up to so many digits every decimal survives the way through a double (DBL_DIG).</summary>
    private const int SafeDigits = 15;

    private const int LongestText = 1000;
    private const int LargestExponent = 400;

    private static ReadOnlySpan<double> PowersOfTen =>
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>
    /// Reads a plain decimal of at most 15 digits with an optional minus and point. The result is correctly rounded, because both the
    /// digits and the power of ten are exact doubles and one division rounds once. False for anything else.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadPlain(ref byte text, int length, out double value)
    {
        value = 0;
        var at = 0;
        var negative = length > 0 && text == (byte)'-';
        if (negative)
        {
            at = 1;
        }

        if ((uint)(length - at - 1) > SafeDigits)
        {
            return false;
        }

        ulong digits = 0;
        var point = -1;
        var first = at;
        for (; at < length; at++)
        {
            uint digit = (uint)Unsafe.Add(ref text, at) - '0';
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
            }
            else if (digit == unchecked((uint)('.' - '0')) && point < 0)
            {
                point = at;
            }
            else
            {
                return false;
            }
        }

        value = digits;
        if (point >= 0)
        {
            if (length - first == 1)
            {
                return false;
            }

            value /= PowersOfTen[length - 1 - point];
        }
        else if (length - first > SafeDigits)
        {
            return false;
        }

        if (negative && digits != 0)
        {
            value = -value;
        }

        return true;
    }

    /// <summary>Reads any text that is not blank.</summary>
    public static NumberReading Read(string text)
    {
        CellRemarkKind? remark = null;
        var plain = FullWidth.Narrow(text, out var narrowed).Trim();
        if (narrowed)
        {
            remark = CellRemarkKind.FullWidthDigits;
        }

        if (plain.Contains(','))
        {
            if (!HasRightGroups(plain))
            {
                return new(0, null, CellRemarkKind.NotANumber);
            }

            plain = plain.Replace(",", "", StringComparison.Ordinal);
            remark ??= CellRemarkKind.ThousandsSeparator;
        }

        if (!DecimalDigits.TryParse(plain, out var written))
        {
            return new(0, null, CellRemarkKind.NotANumber);
        }

        if (written.HasExponent)
        {
            remark ??= CellRemarkKind.ScientificNotation;
        }

        var value = double.Parse(plain, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
        {
            return new(0, null, CellRemarkKind.OutOfRange);
        }

        value = value == 0 ? 0 : value; // no negative zero
        if (written.IsZero || (written.Count <= SafeDigits && Math.Abs(value) > 1e-290) || IsShortestDecimal(value, written))
        {
            return new(value, null, remark);
        }

        return plain.Length > LongestText || Math.Abs((long)written.Exponent) > LargestExponent
            ? new(0, null, CellRemarkKind.OutOfRange)
            : new(value, plain, remark);
    }

    private static bool IsShortestDecimal(double value, DecimalDigits written)
    {
        if (!written.Fits)
        {
            return false;
        }

        Span<char> shortest = stackalloc char[32];
        return value.TryFormat(shortest, out var length, "R", CultureInfo.InvariantCulture)
            && DecimalDigits.TryParse(shortest[..length], out var read)
            && read.Digits == written.Digits && read.Exponent == written.Exponent && read.IsNegative == written.IsNegative;
    }

    /// <summary>Groups of three after the first comma, at most three before it, none in the decimals.</summary>
    private static bool HasRightGroups(ReadOnlySpan<char> text)
    {
        var point = text.IndexOf('.');
        if (point >= 0 && text[point..].Contains(','))
        {
            return false;
        }

        var whole = (point >= 0 ? text[..point] : text).TrimStart("+-");
        var first = true;
        foreach (var range in whole.Split(','))
        {
            var group = whole[range];
            if (group.ContainsAnyExceptInRange('0', '9') || (first ? group.Length is < 1 or > 3 : group.Length != 3))
            {
                return false;
            }

            first = false;
        }

        return true;
    }
}
