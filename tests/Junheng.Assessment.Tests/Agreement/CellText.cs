using System.Globalization;
using System.Numerics;
using Junheng.Assessment.Tests.Reference;

namespace Junheng.Assessment.Tests.Agreement;

/// <summary>Exact numbers as the text of a cell.</summary>
internal static class CellText
{
    private const int MostDecimals = 60;

    /// <summary>The terminating decimal of a number, exactly.</summary>
    /// <exception cref="ArgumentException">The number has no terminating decimal.</exception>
    public static string Of(ReferenceNumber number)
    {
        var (digits, decimals) = (number.Numerator, 0);
        while (digits % number.Denominator != 0)
        {
            digits *= 10;
            decimals += decimals < MostDecimals ? 1 : throw new ArgumentException($"{number} has no terminating decimal.", nameof(number));
        }

        var text = BigInteger.Abs(digits / number.Denominator).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var whole = decimals == 0 ? text : $"{text[..^decimals]}.{text[^decimals..]}";
        return number.Sign < 0 ? "-" + whole : whole;
    }
}
