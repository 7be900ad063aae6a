using Junheng.Application.Samples;

namespace Junheng.Application.Tests.Samples;

public sealed class SampleProvinceTests
{
    private static readonly SampleTable Table = SampleProvince.Schools(1);

    [Fact]
    public void Twelve_counties_fit_in_900_rows_sorted_by_county_and_school()
    {
        var rows = SampleRows.Of(Table);
        Assert.InRange(rows.Count, 600, 900);
        Assert.Equal(12, rows.Select(r => r["county_code"]).Distinct().Count());
        Assert.Equal(12, rows.Select(r => r["county_name"]).Distinct().Count());
        var codes = rows.Select(r => r["school_code"]).ToArray();
        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
        Assert.All(rows, r => Assert.Equal("2026", r["report_year"]));
    }

    [Fact]
    public void The_first_county_is_the_sample_county_of_2026()
    {
        var county = SampleCounty.Schools(1).Rows.Where(r => r[8] == "2026").ToArray();
        Assert.Equal(county.Select(r => r[..Table.Columns.Length]), Table.Rows.Take(county.Length));
        Assert.DoesNotContain(Table.Rows.Skip(county.Length), r => r[0] == "990121");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20170419)]
    public void Some_counties_pass_everything_and_some_fail(ulong seed)
    {
        var counties = JudgedUnits.Of(SampleProvince.Schools(seed), 2026).GroupBy(u => u.County).ToArray();
        var passing = counties.Count(c => c.All(u => u.Meets) && CvsHold(c));
        Assert.InRange(passing, 3, 9);
        Assert.Contains(counties, c => c.All(u => u.Meets) && !CvsHold(c) || c.Count(u => u.NotMet) > 5);
        Assert.All(counties, c => Assert.Equal(2, c.Select(u => u.Stage).Distinct().Count()));
    }

    [Fact]
    public void School_names_are_used_once_in_a_county() =>
        Assert.All(SampleRows.Of(Table).GroupBy(r => r["county_code"]), county =>
            Assert.Equal(county.Count(), county.Select(r => r["school_name"]).Distinct().Count()));

    private static bool CvsHold(IEnumerable<JudgedUnit> county) => Enumerable.Range(1, 7).All(k =>
        JudgedUnits.Cv(county, "primary", $"R{k}") <= 0.50 && JudgedUnits.Cv(county, "junior", $"R{k}") <= 0.45);
}
