using System.Globalization;
using System.Numerics;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;

namespace Junheng.Web.Shared;

/// <summary>Numbers as the official form prints them: exact values rounded half away from zero to the form's digits; a verdict is never taken from them.</summary>
internal sealed class Printed(Texts text, TimeZoneInfo? zone = null)
{
    /// <summary>What stands where there is no number.</summary>
    public const string Nothing = "—";

    /// <summary>With exactly so many decimals and thousands separated.</summary>
    public static string Fixed(Rational? value, int digits)
    {
        if (value is not { } number)
        {
            return Nothing;
        }

        var scaled = (number.Round(digits) * Rational.FromInteger(BigInteger.Pow(10, digits))).Numerator;
        var plain = BigInteger.Abs(scaled).ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        var whole = BigInteger.Parse(plain[..^digits], CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture);
        return $"{(scaled.Sign < 0 ? "−" : "")}{whole}{(digits > 0 ? "." + plain[^digits..] : "")}";
    }

    /// <summary>With exactly so many decimals.</summary>
    public static string Fixed(double? value, int digits) =>
        value is { } number && double.IsFinite(number) ? number.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : Nothing;

    /// <summary>A norm, limit or cell as it is written: no more decimals than needed, at most six.</summary>
    public static string AsWritten(Rational? value)
    {
        const int most = 6;
        var full = Fixed(value, most);
        return value is null ? full : full.TrimEnd('0').TrimEnd('.');
    }

    /// <summary>A shortfall in whole things: whoever provides so much has provided enough.</summary>
    public static string Whole(Rational? value) => value is { } number ? number.Ceiling().ToString("N0", CultureInfo.InvariantCulture) : Nothing;

    /// <summary>A limit of a coefficient: two decimals at least, as the standards write them.</summary>
    public static string Limit(Rational? value)
    {
        const int least = 2;
        return value is { } number && number == number.Round(least) ? Fixed(number, least) : AsWritten(value);
    }

    /// <summary>A part of a whole, in percent with one decimal.</summary>
    public static string Percent(double? share) => share is { } part ? part.ToString("P1", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal) : Nothing;

    /// <summary>A part of a whole, in percent with one decimal, rounded from the exact value.</summary>
    public static string Percent(Rational? share) => share is { } part ? Fixed(Rational.FromInteger(100) * part, 1) + "%" : Nothing;

    /// <summary>A difference with its sign; a plain zero where there is none.</summary>
    public static string Signed(double? difference, int digits) =>
        difference is { } number ? (number > 0 ? "+" : number < 0 ? "−" : "") + Fixed(Math.Abs(number), digits) : Nothing;

    /// <summary>A date as people write it.</summary>
    public static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A point in time, to the minute, in the time zone of the installation.</summary>
    public string Instant(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone ?? TimeZoneInfo.Local).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Yuan in ten thousands for Chinese, in thousands for English.</summary>
    public string Money(Rational? yuan) => yuan is { } known ? text["money", Fixed(known / text.MoneyUnit(), 1)] : Nothing;

    public string Stage(Stage stage) => text["stage." + stage.Id()];

    public string Locale(Locale locale) => locale == Domain.Schools.Locale.Unknown ? "" : text["locale." + locale.Id()];

    public string Type(SchoolType type) => type == SchoolType.Unknown ? "" : text["type." + type.Id()];

    /// <summary>The school year that a report year begins: 2026 → 2026–2027.</summary>
    public string Year(int year) => year > 0 ? text["year.label", year] : text["year.none"];
}
