using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Junheng.Domain.Numbers;

namespace Junheng.Application.Plans;

/// <summary>Exact numbers as text: a decimal where it has one of reasonable length, else the fraction or the nearest double.</summary>
public static class ExactNumbers
{
    private const int MostDecimals = 18;

    /// <summary>The exact decimal, e.g. <c>1234.5</c>; null where it has none within 18 decimals.</summary>
    public static string? Decimal(this Rational value)
    {
        if (value.IsInteger)
        {
            return value.Numerator.ToString(CultureInfo.InvariantCulture);
        }

        for (var digits = 1; digits <= MostDecimals; digits++)
        {
            var scaled = value * Rational.FromInteger(BigInteger.Pow(10, digits));
            if (scaled.IsInteger)
            {
                var text = BigInteger.Abs(scaled.Numerator).ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
                return $"{(value.Sign < 0 ? "-" : "")}{text[..^digits]}.{text[^digits..]}";
            }
        }

        return null;
    }

    /// <summary>A JSON number: exact where it can be, else the nearest double; null for none.</summary>
    public static void WriteRational(this Utf8JsonWriter json, string name, Rational? value)
    {
        json.WritePropertyName(name);
        if (value is not { } number)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteRawValue(number.Decimal() ?? number.ToDouble().ToString("R", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The exact text that <see cref="ReadExact"/> reads: a decimal or a fraction.</summary>
    public static string Exact(this Rational value) => value.Decimal() ?? value.ToString();

    /// <summary>Reads a decimal or a fraction <c>a/b</c>; null for anything else.</summary>
    public static Rational? ReadExact(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return Rational.TryParseDecimal(text, out var value) ? value : null;
        }

        return BigInteger.TryParse(text.AsSpan(0, slash), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var above)
            && BigInteger.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var below) && !below.IsZero
            ? Rational.FromFraction(above, below)
            : null;
    }
}

/// <summary>Public ids of a plan's status.</summary>
public static class PlanStatuses
{
    /// <summary><c>optimal | feasible | infeasible | limit</c>.</summary>
    public static string Id(this Domain.Plans.PlanStatus status) => status switch
    {
        Domain.Plans.PlanStatus.Optimal => "optimal",
        Domain.Plans.PlanStatus.Feasible => "feasible",
        Domain.Plans.PlanStatus.Infeasible => "infeasible",
        _ => "limit",
    };

    /// <summary>Reads an id; null for anything else.</summary>
    public static Domain.Plans.PlanStatus? Parse(string id)
    {
        foreach (var status in Enum.GetValues<Domain.Plans.PlanStatus>())
        {
            if (status.Id() == id)
            {
                return status;
            }
        }

        return null;
    }
}
