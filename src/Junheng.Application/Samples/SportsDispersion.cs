namespace Junheng.Application.Samples;

/// <summary>
/// Scales the sports area of the villages until the primary CV of sports area per pupil lies just above its limit: the lesson "cv-above-limit".
/// The CV is weighted by pupils; squares are compared in decimals, so the result is the same everywhere.
/// </summary>
internal static class SportsDispersion
{
    private const decimal Target = 0.503m;
    private const int Judged = 50;

    public static void Tune(IReadOnlyList<SchoolAmounts> schools)
    {
        var villages = schools.Where(s => s.School is { Locale: "rural", Planted: false, Junior: null }).ToArray();
        var usual = villages.Select(v => v[SharedItem.SportsArea] ?? 0).ToArray();
        var (low, high) = (300, 6000);
        while (low < high)
        {
            var middle = (low + high) / 2;
            Scale(villages, usual, middle);
            if (SquaredCv(schools) >= Target * Target) high = middle;
            else low = middle + 1;
        }
        Scale(villages, usual, low);
    }

    private static void Scale(SchoolAmounts[] villages, long[] usual, int permille)
    {
        for (var i = 0; i < villages.Length; i++) villages[i][SharedItem.SportsArea] = usual[i] * permille / 1000;
    }

    private static decimal SquaredCv(IReadOnlyList<SchoolAmounts> schools)
    {
        var units = Units(schools);
        var pupils = units.Sum(u => u.Pupils);
        var mean = units.Sum(u => u.Area) / pupils;
        var variance = units.Sum(u => u.Pupils * (u.Area / u.Pupils - mean) * (u.Area / u.Pupils - mean)) / pupils;
        return variance / (mean * mean);
    }

    /// <summary>The primary units with campuses added to their schools, combined schools split, and small teaching points left out.</summary>
    private static List<(decimal Pupils, decimal Area)> Units(IReadOnlyList<SchoolAmounts> schools) =>
    [
        .. schools
            .Where(s => s.School.Primary is not null && s.School.Type != "special" && s.Year == SampleYears.Last)
            .Where(s => s.School.Type != "teaching_point" || s.Total >= Judged)
            .GroupBy(s => s.School.ParentSerial ?? s.School.Serial)
            .Select(g => (g.Sum(s => (decimal)(s.Enrolment[0] ?? 0)), g.Sum(PrimaryArea))),
    ];

    private static decimal PrimaryArea(SchoolAmounts school) =>
        ((school[SharedItem.SportsArea] ?? 0) + (school[SharedItem.IndoorSportsArea] ?? 0))
        * (decimal)(school.Enrolment[0] ?? 0) * 100 / PupilBase.WeightedPupils(school);
}
