using System.Globalization;
using Junheng.Application.Samples;

namespace Junheng.Application.Tests.Samples;

/// <summary>One indicator of a unit: pupils' share of the item as an exact fraction, null numerator where a cell is missing.</summary>
internal sealed record Figure(decimal? Numerator, decimal Denominator, decimal Norm)
{
    public decimal? Value => Numerator / Denominator;
    public bool Missing => Numerator is null;
    public bool Meets => Numerator >= Norm * Denominator;
    public bool BelowFloor => Numerator < Norm * 0.85m * Denominator;
}

/// <summary>A school-stage unit as the 2017 standard sees it: campuses added, small teaching points left out, combined schools split.</summary>
internal sealed record JudgedUnit(string County, string Code, string Stage, decimal Pupils, Figure[] Figures)
{
    public Figure this[string indicator] => Figures[indicator[1] - '1'];
    public int Short => Figures.Count(f => f is { Missing: false, Meets: false });
    public bool NotMet => Short >= 2 || Figures.Any(f => f.BelowFloor);
    public bool Undecided => !NotMet && Figures.Any(f => f.Missing);
    public bool Meets => !NotMet && !Undecided;
}

/// <summary>A second, slow calculation of the 2017 school rules for the tests of the samples; it shares no code with the product.</summary>
internal static class JudgedUnits
{
    private static readonly decimal[][] Norms = [[4.2m, 1m, 0.9m, 4.5m, 7.5m, 2000m, 2.3m], [5.3m, 1m, 0.9m, 5.8m, 10.2m, 2500m, 2.4m]];
    private static readonly string[] Stages = ["primary", "junior"];

    public static List<JudgedUnit> Of(SampleTable table, int year)
    {
        var schools = SampleRows.Of(table).Where(r => r["report_year"] == year.ToString(CultureInfo.InvariantCulture));
        return
        [
            .. schools.GroupBy(r => r.Or("parent_school_code", r["school_code"]))
                .SelectMany(g => Units([.. g.OrderBy(r => r["school_code"] != g.Key)])),
        ];
    }

    /// <summary>The pupil-weighted CV over the units that have the item.</summary>
    public static double Cv(IEnumerable<JudgedUnit> units, string stage, string indicator)
    {
        var known = units.Where(u => u.Stage == stage && !u[indicator].Missing)
            .Select(u => (P: (double)u.Pupils, X: (double)u[indicator].Value!)).ToArray();
        var pupils = known.Sum(u => u.P);
        var mean = known.Sum(u => u.P * u.X) / pupils;
        return Math.Sqrt(known.Sum(u => u.P * (u.X - mean) * (u.X - mean)) / pupils) / mean;
    }

    private static IEnumerable<JudgedUnit> Units(List<SampleRow> sites)
    {
        var school = sites[0];
        decimal? Sum(string column) => sites.Any(s => s[column].Length == 0) ? null : sites.Sum(s => s.Number(column));
        var pupils = new[] { "enrolment_primary", "enrolment_junior", "enrolment_senior" }.Select(c => Sum(c) ?? 0).ToArray();
        if (school["school_type"] is "special" or "vocational") yield break;
        if (school["school_type"] == "teaching_point" && pupils[0] < 50) yield break;
        decimal[] weights = pupils[0] > 0 ? [1m, 1.1m, 1.32m] : [0m, 1m, 1.2m];
        var weighted = pupils.Zip(weights, (p, w) => p * w).Sum();
        for (var s = 0; s < 2; s++)
        {
            if (pupils[s] == 0) continue;
            var indoor = Sum("indoor_sports_area_m2");
            Figure Staff(string item, int k) => new(Sum($"{item}_{Stages[s]}") * 100, pupils[s], Norms[s][k]);
            Figure Shared(decimal? amount, int k) => new(amount * weights[s], weighted, Norms[s][k]);
            yield return new JudgedUnit(school["county_code"], school["school_code"], Stages[s], pupils[s],
            [
                Staff("above_degree_teachers", 0), Staff("backbone_teachers", 1), Staff("pe_art_teachers", 2),
                Shared(Sum("teaching_area_m2") - indoor, 3), Shared(Sum("sports_area_m2") + indoor, 4),
                Shared(Sum("equipment_yuan"), 5), Shared(Sum("multimedia_rooms") * 100, 6),
            ]);
        }
    }
}
