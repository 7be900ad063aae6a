using System.Globalization;
using Junheng.Assessment.Consistency;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Tests.Consistency;

/// <summary>Rules over many schools: figures at a norm, last digits, repeated and copied values, codes and whole counties.</summary>
public sealed class ManySchoolsTests
{
    [Theory]
    [InlineData(20, 1, true)]
    [InlineData(12, 8, false)]
    [InlineData(8, 1, false)] // too few to tell
    public void Values_that_gather_just_above_a_norm_are_asked_about(int above, int below, bool isAsked)
    {
        var rows = Enumerable.Range(1, above + below).Select(serial =>
        {
            var row = new CheckRow("990101", Code(serial), SchoolType.Primary, 2026);
            row["enrolment_primary"] = 1000 + serial;
            row["teaching_area_m2"] = (1000 + serial) * (serial <= above ? 4.52 : 4.48); // the norm is 4.5
            return row;
        }).ToList();

        var hits = Hits(rows, "check.bunching-county");

        Assert.Equal(isAsked, hits.Count > 0);
        Assert.All(hits, hit =>
        {
            Assert.Contains($"{above} reach it and {below} do not", hit.Message.En, StringComparison.Ordinal);
            Assert.Equal(Stage.Primary, hit.Stage);
            Assert.Equal(12, hit.Cells.Length);
        });
    }

    [Fact]
    public void A_unit_exactly_at_the_norm_counts_as_reaching_it()
    {
        var rows = Enumerable.Range(1, 30).Select(serial =>
        {
            var row = new CheckRow("990101", Code(serial), SchoolType.Primary, 2026);
            row["enrolment_primary"] = 851 + serial;
            row["teaching_area_m2"] = Math.Round((851 + serial) * 4.5, 1);
            return row;
        }).ToList();

        Assert.Contains("30 reach it and 0 do not", Assert.Single(Hits(rows, "check.bunching-county")).Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, "check.heaping", true)]
    [InlineData(5, "check.heaping", true)]
    [InlineData(1, "check.heaping", false)]
    [InlineData(10, "check.last-digits", true)]
    [InlineData(2, "check.last-digits", true)]
    [InlineData(1, "check.last-digits", false)]
    public void Figures_in_round_steps_are_asked_about(int step, string rule, bool isAsked) =>
        Assert.Equal(isAsked, Hits(Books(80, random => random.Next(1000, 60_000) / step * step), rule).Count > 0);

    [Fact]
    public void Small_figures_have_no_last_digit_to_speak_of() => Assert.Empty(Hits(Books(80, random => random.Next(10, 90) * 10), "check.heaping"));

    [Theory]
    [InlineData(3, 24_173, true)]
    [InlineData(2, 24_173, false)] // two may be chance
    [InlineData(5, 24_000, false)] // a round value tells nothing
    public void One_telling_value_in_several_schools_is_asked_about(int schools, double value, bool isAsked)
    {
        var rows = Books(20, random => random.Next(10_000, 99_999));
        rows.Take(schools).ToList().ForEach(row => row["books"] = value);

        Assert.Equal(isAsked, Hits(rows, "check.repeated-value").Count > 0);
    }

    [Fact]
    public void Equal_figures_of_a_school_and_its_site_are_not_asked_about()
    {
        var (school, copy) = (Full(1), Full(2));
        Assert.Single(Hits([school, copy], "check.copied-figures"));

        copy.Parent = school.Code;

        Assert.Empty(Hits([school, copy], "check.copied-figures"));
    }

    [Fact]
    public void Equal_round_or_small_figures_weigh_too_little()
    {
        var (school, other) = (Full(1), Full(2));
        foreach (var row in new[] { school, other })
        {
            (row["teaching_area_m2"], row["sports_area_m2"], row["equipment_yuan"], row["books"], row["building_area_m2"]) = (2000, 3000, 500_000, 12_000, 12);
        }

        Assert.Empty(Hits([school, other], "check.copied-figures"));
    }

    [Fact]
    public void A_national_code_in_two_counties_is_asked_about_and_a_short_one_is_not()
    {
        CheckRow In(string county, string code) => new(county, code, SchoolType.Primary, 2026) { Name = $"{county}小学" };

        Assert.Single(Hits([In("990101", "3299010101"), In("990102", "3299010101")], "check.two-schools-one-code"));
        Assert.Empty(Hits([In("990101", "1"), In("990102", "1")], "check.two-schools-one-code"));
    }

    [Theory]
    [InlineData("第一小学", "乡二", false)]
    [InlineData("第一小学", "乡一", true)]
    [InlineData("第 一 小学", "乡一", true)]
    [InlineData("第二小学", "乡一", false)]
    public void Two_codes_with_one_name_in_one_township_are_asked_about(string name, string township, bool isAsked)
    {
        var first = new CheckRow("990101", Code(1), SchoolType.Primary, 2026) { Name = "第一小学", Township = "乡一" };
        var second = new CheckRow("990101", Code(2), SchoolType.Primary, 2026) { Name = name, Township = township };

        Assert.Equal(isAsked, Hits([first, second], "check.same-name-two-codes").Count > 0);
    }

    [Theory]
    [InlineData(1.0, false)]
    [InlineData(0.85, true)]
    [InlineData(1.2, true)]
    public void A_county_whose_pupils_change_much_is_asked_about(double factor, bool isAsked)
    {
        var rows = new CleanCounties(3).County("990101", 60);
        foreach (var row in rows.Where(row => row.Year == 2026))
        {
            foreach (var stage in row.Stages)
            {
                row[$"enrolment_{stage}"] = Math.Round(rows.First(each => each.Code == row.Code)[$"enrolment_{stage}"] * factor);
            }
        }

        var hits = Hits(rows, "check.county-enrolment");

        Assert.Equal(isAsked, hits.Count > 0);
        Assert.All(hits, hit => Assert.Matches(@"went from \d+ to \d+", hit.Message.En));
    }

    private static string Code(int serial) => "990101" + serial.ToString("0000", CultureInfo.InvariantCulture);

    private static List<CheckRow> Books(int schools, Func<Random, double> books)
    {
        var random = new Random(17);
        return [.. Enumerable.Range(1, schools).Select(serial =>
        {
            var row = new CheckRow("990101", Code(serial), SchoolType.Primary, 2026);
            row["books"] = books(random);
            return row;
        })];
    }

    private static CheckRow Full(int serial)
    {
        var row = new CheckRow("990101", Code(serial), SchoolType.Primary, 2026) { Name = $"学校{serial}" };
        (row["teaching_area_m2"], row["sports_area_m2"], row["equipment_yuan"], row["books"]) = (2417.35, 3391.2, 518_733.4, 12_847);
        return row;
    }

    private static List<CheckHit> Hits(List<CheckRow> rows, string rule)
    {
        var hits = CheckRun.Of(rows).Hits.Where(hit => hit.Rule.Id == rule).ToList();
        Assert.All(hits, hit => Assert.NotEqual(hit.Message.In(Language.Zh), hit.Message.In(Language.En)));
        return hits;
    }
}
