namespace Junheng.Application.Samples;

/// <summary>An invented province of twelve counties in report year 2026: small enough to read; some pass everything, some fail often.</summary>
public static class SampleProvince
{
    /// <summary>School table, at most 900 rows sorted by county and school code; the first county is the one of <see cref="SampleCounty"/>.</summary>
    /// <param name="seed">Same seed, same rows on any machine.</param>
    public static SampleTable Schools(ulong seed)
    {
        List<string[]> rows = [.. SampleCounty.Latest(seed).Select(s => SchoolColumns.Row(SampleCountyPlaces.County, s, seed))];
        foreach (var county in ProvinceCounties.Of(seed))
        {
            var schools = ProvinceRoster.Of(county, seed).Select(s => UsualAmounts.Of(county, s, seed));
            rows.AddRange(schools.OrderBy(s => s.School.Serial, StringComparer.Ordinal).Select(s => SchoolColumns.Row(county, s, seed)));
        }
        return new SampleTable("province-schools", SchoolColumns.All, rows);
    }
}
