using System.Globalization;
using Junheng.Assessment.Tests.Reference;

namespace Junheng.Assessment.Tests.Agreement;

/// <summary>Amounts of one item as cells have them: ordinary ones, and such that lie exactly at, or a hair beside, a norm or a floor.</summary>
internal sealed class Amounts(Draw draw)
{
    /// <summary>What schools have per pupil where the standard sets no norm.</summary>
    private static readonly Dictionary<string, double> _usual = new(StringComparer.Ordinal)
    {
        ["teaching_area_m2"] = 5,
        ["sports_area_m2"] = 8,
        ["equipment_yuan"] = 2200,
        ["computers"] = 15,
        ["books"] = 25,
        ["full_time_teachers"] = 0.06,
        ["above_degree_teachers"] = 0.05,
        ["mid_title_teachers"] = 0.03,
    };

    private static readonly string[] _hairs = ["0", "0", "0", "0.01", "-0.01", "0.00001", "-0.00001", "0.000000001", "-0.000000001", "0.0000000000000000001", "-0.0000000000000000001"];

    private static readonly string[] _extremes =
        ["1e300", "9.99e299", "1e-300", "2.3e-308", "0", "1", "123456.789", "1.7e308", "12345678901234567890.125", "0.1", "1e100", "1e-100"];

    /// <summary>An amount about the usual one, or about the norm.</summary>
    public string Ordinary(ReferenceIndicator indicator, string stage, double pupils)
    {
        var perPupil = indicator.Norms.TryGetValue(stage, out var norm) ? norm.ToDouble() : _usual[indicator.Item];
        var amount = perPupil * pupils / (indicator.PerHundredPupils ? 100 : 1);
        return draw.Decimal(amount * 0.8, amount * 1.4, indicator.WholeItems ? draw.Of(0, 0, 0, 1) : draw.Of(0, 1, 2));
    }

    /// <summary>An amount that makes the value a norm or a floor exactly, or that misses it by a hair.</summary>
    public string AtThreshold(ReferenceIndicator indicator, string stage, ReferenceNumber pupils)
    {
        var threshold = draw.Percent(50) ? indicator.Norms[stage] : indicator.Floors[stage];
        var amount = (threshold * pupils / indicator.Scale) + ReferenceNumber.Parse(draw.Of(_hairs));
        return CellText.Of(amount.Sign < 0 ? ReferenceNumber.Zero : amount);
    }

    /// <summary>An amount that makes the value lie a few thousandths beside a norm or a floor, where printing rounds.</summary>
    public string WherePrintRounds(ReferenceIndicator indicator, string stage, ReferenceNumber pupils)
    {
        var threshold = draw.Percent(50) ? indicator.Norms[stage] : indicator.Floors[stage];
        var value = threshold + ReferenceNumber.Of(draw.From(-12, 12), 1000) + ReferenceNumber.Parse(draw.Of(_hairs));
        return CellText.Of(value * pupils / indicator.Scale);
    }

    /// <summary>A very large, very small or very long number.</summary>
    public string Extreme() => draw.Of(_extremes);

    /// <summary>A number of pupils: mostly whole, sometimes such that many decimals end exactly at a threshold.</summary>
    public string Pupils() => draw.Below(10) switch
    {
        < 5 => draw.From(20, 2500).ToString(CultureInfo.InvariantCulture),
        < 8 => (1000 * draw.From(1, 3)).ToString(CultureInfo.InvariantCulture),
        8 => draw.Of("36", "40", "49", "50", "51", "99", "100", "250", "572"),
        _ => draw.Decimal(20, 900, 1),
    };
}
