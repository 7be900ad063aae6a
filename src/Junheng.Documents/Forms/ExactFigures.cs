using System.Globalization;
using System.Numerics;
using Junheng.Documents.Tables;
using Junheng.Domain.Numbers;

namespace Junheng.Documents.Forms;

/// <summary>Adds up and multiplies figures exactly, from the decimal texts of their cells.</summary>
internal static class ExactFigures
{
    /// <summary>Up to here every whole number is a double.</summary>
    private const double SafeWhole = 9e15;

    /// <summary>The figures added up and multiplied. All must have been read.</summary>
    public static NumberReading Sum(ReadOnlySpan<NumberReading> terms, int factor)
    {
        var (sum, isWhole) = (0d, true);
        foreach (var term in terms)
        {
            sum += term.Value;
            isWhole &= term.ExactText is null && double.IsInteger(term.Value) && Math.Abs(sum) < SafeWhole;
        }

        if (isWhole && Math.Abs(sum * factor) < SafeWhole)
        {
            return new NumberReading(sum * factor, null, null);
        }

        var exact = Rational.FromInteger(0);
        foreach (var term in terms)
        {
            exact += term.ExactText is { } text && Rational.TryParseDecimal(text, out var parsed) ? parsed : Rational.FromShortestDecimal(term.Value);
        }

        return NumberText.Read(DecimalText(exact * factor));
    }

    private static string DecimalText(Rational value)
    {
        var decimals = 0;
        for (; !value.IsInteger; decimals++)
        {
            value *= 10;
        }

        var digits = BigInteger.Abs(value.Numerator).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var sign = value.Numerator.Sign < 0 ? "-" : "";
        return decimals == 0 ? sign + digits : $"{sign}{digits[..^decimals]}.{digits[^decimals..]}";
    }
}
