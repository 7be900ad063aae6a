using Junheng.Application.Samples;

namespace Junheng.Application.Tests.Samples;

public sealed class SampleCountySeriesTests
{
    private const string NewSchool = "9901210008";
    private static readonly SampleTable Table = SampleCounty.Schools(1);
    private static readonly List<SampleRow> Rows = SampleRows.Of(Table);

    private static readonly string[] Lasting =
        ["school_name", "school_type", "organiser_type", "locale", "township", "built_year", "lat", "lon", "parent_school_code"];

    private static readonly string[] Stocks = ["teaching_area_m2", "sports_area_m2", "indoor_sports_area_m2", "equipment_yuan", "computers", "books"];

    [Fact]
    public void Stocks_and_enrolments_move_without_jumps()
    {
        foreach (var school in Rows.GroupBy(r => r["school_code"]).Where(g => g.Key != NewSchool))
            foreach (var (before, after) in school.Zip(school.Skip(1)))
            {
                Assert.Equal(before.Number("report_year") + 1, after.Number("report_year"));
                foreach (var item in Stocks) AssertNear(before.Number(item), after.Number(item), 0.20m, 3);
                if (after["multimedia_rooms"].Length > 0) AssertNear(before.Number("multimedia_rooms"), after.Number("multimedia_rooms"), 0.20m, 2);
                foreach (var stage in new[] { "primary", "junior", "senior" })
                    AssertNear(before.Number("enrolment_" + stage), after.Number("enrolment_" + stage), 0.15m, 5);
                foreach (var column in Table.Columns.Where(c => c.Contains("_teachers_")))
                    AssertNear(before.Number(column), after.Number(column), 0.20m, 2);
            }
    }

    [Fact]
    public void What_hangs_on_the_school_stays_the_same() =>
        Assert.All(Rows.GroupBy(r => r["school_code"]), school =>
        {
            foreach (var column in Lasting)
                Assert.Single(school.Select(r => r[column]).Distinct());
        });

    [Fact]
    public void The_seat_grows_and_the_villages_shrink()
    {
        Assert.True(Pupils("urban", "2026") > Pupils("urban", "2021") * 1.1m);
        Assert.True(Pupils("rural", "2026") < Pupils("rural", "2021") * 0.85m);
    }

    [Fact]
    public void Closed_schools_never_come_back_and_one_opens_in_2023()
    {
        foreach (var school in Rows.GroupBy(r => r["school_code"]))
        {
            var years = school.Select(r => (int)r.Number("report_year")).ToArray();
            Assert.Equal(Enumerable.Range(years[0], years.Length), years);
            Assert.Equal(school.Key == NewSchool ? 2023 : 2021, years[0]);
        }
        Assert.Equal(3, Rows.Count(r => r["report_year"] == "2021") - Rows.Count(r => r["report_year"] == "2026" && r["school_code"] != NewSchool));
    }

    [Fact]
    public void The_merger_moves_the_pupils_and_not_the_county_total()
    {
        decimal Enrolled(string code, string year) =>
            Rows.Where(r => r["school_code"] == code && r["report_year"] == year).Sum(r => r.Number("enrolment_primary"));
        var before = Enrolled("9901210101", "2023") + Enrolled("9901210301", "2023");
        Assert.InRange(Enrolled("9901210101", "2024"), before * 0.98m, before * 1.02m);
        Assert.True(Enrolled("9901210101", "2024") > Enrolled("9901210101", "2023") + 50);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20170419)]
    public void More_units_meet_the_standard_every_year(ulong seed)
    {
        var table = SampleCounty.Schools(seed);
        var meeting = Enumerable.Range(2021, 6).Select(y => JudgedUnits.Of(table, y)).Select(u => u.Count(x => x.Meets) / (double)u.Count).ToArray();
        Assert.True(meeting[0] < 0.5);
        Assert.True(meeting[^1] > 0.8);
        Assert.All(meeting.Zip(meeting.Skip(1)), pair => Assert.True(pair.Second >= pair.First - 0.03));
    }

    private static decimal Pupils(string locale, string year) => Rows.Where(r => r["locale"] == locale && r["report_year"] == year)
        .Sum(r => r.Number("enrolment_primary") + r.Number("enrolment_junior"));

    private static void AssertNear(decimal before, decimal after, decimal share, decimal pieces) =>
        Assert.True(Math.Abs(after - before) <= Math.Max(before * share, pieces), $"{before} → {after}");
}
