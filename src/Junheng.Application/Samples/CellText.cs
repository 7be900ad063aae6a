using System.Globalization;

namespace Junheng.Application.Samples;

/// <summary>Text of numbers, made from whole numbers only, so that no culture and no floating point enters a cell.</summary>
internal static class CellText
{
    public static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Whole(long? value) => value is { } known ? Whole(known) : "";

    /// <summary>Hundredths as a decimal with at most two digits after the point: 1050 → "10.5".</summary>
    public static string Hundredths(long? value) => value is { } known ? Fixed(known, 2) : "";

    /// <summary>A number with <paramref name="digits"/> implied decimals, trailing zeros dropped; not for negative numbers.</summary>
    public static string Fixed(long value, int digits)
    {
        var text = Whole(value).PadLeft(digits + 1, '0');
        var fraction = text[^digits..].TrimEnd('0');
        return fraction.Length == 0 ? text[..^digits] : string.Concat(text.AsSpan(0, text.Length - digits), ".", fraction);
    }
}
