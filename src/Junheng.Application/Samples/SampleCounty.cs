namespace Junheng.Application.Samples;

/// <summary>
/// An invented county, 澄溪县 (990121), whose schools grow in the seat, shrink in the villages and are better provided for every year from 2021 to 2026,
/// and which still fails in 2026 for the reasons listed in <see cref="SampleLessons"/>:
/// two crowded primaries of the seat lack sports area; a rural junior school has two indicators below the norm;
/// one school lies just below an 85 % floor; one value prints as the norm but is below it;
/// a nine-year school passes in one stage only; a small village school has no PE or arts teacher;
/// the primary CV of sports area is just above its limit; one cell is missing; one school has more than 2,000 pupils and one a class over 45.
/// </summary>
public static class SampleCounty
{
    /// <summary>Its county code.</summary>
    public static string Code => SampleCountyPlaces.County.Code;

    /// <summary>School table of the county, report years 2021–2026, 70 to 72 rows a year, sorted by year and school code, with pupils by grade, moves, learning, fitness and courses behind the usual columns.</summary>
    /// <param name="seed">Same seed, same rows on any machine; the lessons are there for every seed.</param>
    public static SampleTable Schools(ulong seed)
    {
        var last = LastStates(seed);
        var years = Enumerable.Range(SampleYears.First, SampleYears.Last - SampleYears.First + 1)
            .ToDictionary(year => year, year => (IReadOnlyDictionary<string, SchoolAmounts>)InYear(year, last, seed).ToDictionary(s => s.School.Serial));
        List<string[]> rows = [];
        foreach (var year in years.Keys.Order())
        {
            var grades = SchoolGrades.Of(years, year);
            rows.AddRange(years[year].OrderBy(s => s.Key, StringComparer.Ordinal)
                .Select(s => (string[])[.. SchoolColumns.Row(SampleCountyPlaces.County, s.Value, seed), .. grades[s.Key], .. SchoolQuality.Cells(s.Value, grades[s.Key], seed)]));
        }

        return new SampleTable("county-schools", [.. SchoolColumns.All, .. SchoolGrades.Columns, .. SchoolQuality.Columns], rows);
    }

    /// <summary>Items file of the county for the evaluation of 2026: government guarantee, quality, recognition, vetoes and prerequisites.</summary>
    public static SampleTable Items(ulong seed) => CountyItems.WithRetention(CountyItems.Of(SampleCountyPlaces.County, Latest(seed), seed), Schools(seed));

    /// <summary>The schools of 2026, sorted by code.</summary>
    internal static IReadOnlyList<SchoolAmounts> Latest(ulong seed) => [.. InYear(SampleYears.Last, LastStates(seed), seed)];

    private static List<SchoolAmounts> LastStates(ulong seed)
    {
        List<SchoolAmounts> schools =
        [
            .. SampleCountyRoster.Schools.OrderBy(s => s.Serial, StringComparer.Ordinal)
                .Select(s => UsualAmounts.Of(SampleCountyPlaces.County, s, seed)),
        ];
        PlantedLessons.Plant(schools.ToDictionary(s => s.School.Serial));
        SportsDispersion.Tune(schools);
        return schools;
    }

    private static IEnumerable<SchoolAmounts> InYear(int year, List<SchoolAmounts> last, ulong seed)
    {
        var there = last.Where(s => s.School.FirstYear <= year && year <= s.School.LastYear)
            .ToDictionary(s => s.School.Serial, s => SchoolHistory.In(year, s, seed));
        foreach (var receiver in there.Values)
            if (receiver.School.AbsorbedSerial is { } absorbed && there.TryGetValue(absorbed, out var still))
                SchoolHistory.TakeAway(receiver, still, seed);
        return last.Where(s => there.ContainsKey(s.School.Serial)).Select(s => there[s.School.Serial]);
    }
}
