using Junheng.Assessment.Results;
using Junheng.Assessment.Tests.Agreement;
using Junheng.Assessment.Tests.Reference;

namespace Junheng.Assessment.Tests.Laws;

/// <summary>What must not change a result.</summary>
public sealed class InvarianceTests
{
    [Fact]
    public void The_order_of_rows_changes_nothing()
    {
        var rows = LawCounties.Any(300, 11);
        List<ReferenceUnitRow> shuffled = [.. rows];
        new Draw(12).Shuffle(shuffled);
        AssertSame(LawCounties.Judge(rows), LawCounties.Judge(shuffled), LawCounties.Everything);
    }

    [Fact]
    public void A_county_alone_is_judged_as_within_the_nation()
    {
        var rows = LawCounties.Any(200, 13);
        var nation = LawCounties.Judge(rows);
        var alone = rows.GroupBy(row => row.CountyCode).OrderBy(county => county.Key, StringComparer.Ordinal).Select(county => Assert.Single(LawCounties.Judge([.. county]))).ToList();
        AssertSame(nation, alone, LawCounties.Everything);
    }

    [Fact]
    public void A_nation_of_three_thousand_counties_gives_each_the_same_as_a_few_do()
    {
        var rows = LawCounties.Any(50, 14);
        List<ReferenceUnitRow> nation = [.. Enumerable.Range(0, 60).SelectMany(copy => rows.Select(row => row with { CountyCode = $"{row.CountyCode}-{copy:D2}" }))];
        var (few, many) = (LawCounties.Judge(rows), LawCounties.Judge(nation));
        Assert.Equal(few.Count * 60, many.Count);
        Assert.All(many, (county, at) => Assert.Equal(LawCounties.Everything(few[at / 60]), LawCounties.Everything(county)));
    }

    [Fact]
    public void Square_metres_in_another_unit_leave_every_coefficient()
    {
        var rows = LawCounties.Whole(300, 15);
        var scaled = rows.Select(row => row.WithAmounts((_, amount) => amount * ReferenceNumber.Of(10000))).ToList();
        foreach (var (before, after) in LawCounties.Judge(rows).Zip(LawCounties.Judge(scaled)))
        {
            foreach (var (one, other) in Indicators(before).Zip(Indicators(after)))
            {
                Assert.Equal(one.Spread.Verdict, other.Spread.Verdict);
                AssertClose(one.Spread.Mean * 10000, other.Spread.Mean);
                AssertClose(one.Spread.Cv, other.Spread.Cv);
                AssertClose(one.Other.Gini, other.Other.Gini);
                AssertClose(one.Other.Theil, other.Other.Theil);
                AssertClose(one.Other.UnweightedCvN, other.Other.UnweightedCvN);
            }
        }
    }

    [Fact]
    public void Three_times_the_pupils_and_three_times_everything_leave_every_verdict()
    {
        var three = ReferenceNumber.Of(3);
        var rows = LawCounties.Whole(400, 16);
        var scaled = rows.Select(row => row.WithPupils(three).WithAmounts((_, amount) => amount * three)).ToList();
        // A hair of 1e-19 beside a threshold is tripled too, on the same side.
        AssertSame(LawCounties.Judge(rows), LawCounties.Judge(scaled), LawCounties.Verdicts);
    }

    [Fact]
    public void A_unit_table_is_the_school_table_of_schools_with_one_stage()
    {
        var rows = LawCounties.Any(300, 17)
            .Where(row => row.SchoolType is not ("special" or "vocational" or "nine_year"))
            .Select(row => row with { SchoolCode = $"{row.SchoolCode}{row.Stage}", SchoolType = row.SchoolType == "teaching_point" && row.Stage == "primary" ? "teaching_point" : row.Stage })
            .ToList();
        AssertSame(LawCounties.Judge(rows), LawCounties.Judge(rows.Select(ToSchool).ToList()), LawCounties.Everything);
    }

    private static ReferenceSchoolRow ToSchool(ReferenceUnitRow row)
    {
        var standard = ReferenceStandard.QualityBalance2017;
        return new(
            row.CountyCode,
            row.SchoolCode,
            row.Stage == "primary" ? row.Enrolment : null,
            row.Stage == "junior" ? row.Enrolment : null,
            null,
            row.Items.ToDictionary(item => standard.StagedItems.Contains(item.Key) ? ReferenceSchool.StagedKey(item.Key, row.Stage) : item.Key, item => item.Value, StringComparer.Ordinal),
            row.SchoolType,
            row.OrganiserType);
    }

    private static IEnumerable<IndicatorAssessment> Indicators(CountyAssessment county) => county.Stages.SelectMany(stage => stage.Indicators);

    private static void AssertSame(IReadOnlyList<CountyAssessment> one, IReadOnlyList<CountyAssessment> other, Func<CountyAssessment, string> text)
    {
        Assert.Equal(one.Count, other.Count);
        Assert.All(one, (county, at) => Assert.Equal(text(county), text(other[at])));
    }

    private static void AssertClose(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.Equal(expected ?? 0, actual ?? 0, Math.Max(1e-9 * Math.Abs(expected ?? 0), 1e-13));
    }
}
