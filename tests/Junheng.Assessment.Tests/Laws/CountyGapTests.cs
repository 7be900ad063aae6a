using Junheng.Assessment.Dispersion;
using Junheng.Assessment.Results;
using Junheng.Assessment.Tests.Agreement;
using Junheng.Assessment.Tests.Reference;

namespace Junheng.Assessment.Tests.Laws;

public class CountyGapTests
{
    /// <summary>The worked example of docs/method/regions.md, as teaching area of primary schools.</summary>
    [Fact]
    public void The_worked_example_of_the_method_page_comes_out()
    {
        var result = Of(("990101", "A1", 100, 400), ("990101", "A2", 100, 600), ("990102", "B1", 100, 800), ("990102", "B2", 100, 1000));

        var gap = CountyGap.Of(result.Units, [0, 1], 0, 3);

        Assert.Equal(2 / 7.0, gap.Between.WeightedCv!.Value, 1e-12);
        Assert.Equal(Math.Sqrt(5) / 7, gap.All!.Value, 1e-12);
        Assert.Equal(0.8, gap.ShareBetween!.Value, 1e-12);
        Assert.Equal([5.0, 9.0], gap.Counties.Select(county => county.Mean));
    }

    [Fact]
    public void One_county_has_no_gap_and_counties_of_one_school_have_nothing_else()
    {
        var result = Of(("990101", "A1", 100, 400), ("990102", "B1", 300, 900));

        Assert.Equal(0, CountyGap.Of(result.Units, [0], 0, 3).Between.WeightedCv);
        Assert.Equal(1.0, CountyGap.Of(result.Units, [0, 1], 0, 3).ShareBetween!.Value, 1e-12);
    }

    [Fact]
    public void A_county_without_the_figure_is_left_out_and_counted()
    {
        var result = Of(("990101", "A1", 100, 400), ("990101", "A2", 100, null), ("990102", "B1", 100, null));

        var gap = CountyGap.Of(result.Units, [0, 1], 0, 3);

        Assert.Equal([1, 1], gap.Counties.Select(county => county.Missing));
        Assert.Null(gap.Counties[1].Mean);
        Assert.Equal(1, gap.Between.Excluded);
    }

    [Fact]
    public void An_outline_says_what_the_county_says()
    {
        var result = Of(("990101", "A1", 100, 400), ("990101", "A2", 100, 600), ("990102", "B1", 100, null));
        for (var at = 0; at < result.CountyCount; at++)
        {
            var (county, outline) = (result.County(at), result.Outline(at));

            Assert.Equal((county.Code, county.Verdict, county.EasedVerdict), (outline.Code, outline.Verdict, outline.EasedVerdict));
            Assert.Equal(county.Stages.Select(stage => (stage.Meeting, stage.NotMeeting, stage.Undecided)), outline.Stages.Select(stage => ((int?)stage.Meeting, (int?)stage.NotMeeting, (int?)stage.Undecided)));
            Assert.Equal(county.Stages.SelectMany(stage => stage.Indicators.Select(each => each.Spread)), outline.Stages.SelectMany(stage => stage.Spreads));
        }
    }

    private static AssessmentResult Of(params (string County, string School, int Pupils, int? Area)[] units) => Product.Assess(
        ProductTable.OfUnits([.. units.Select(unit => new ReferenceUnitRow(
            unit.County,
            unit.School,
            ReferenceStages.Primary,
            CellText.Of(ReferenceNumber.Of(unit.Pupils)),
            ReferenceStandard.QualityBalance2017.Indicators.ToDictionary(
                indicator => indicator.Item, indicator => indicator.Item == "teaching_area_m2" ? unit.Area?.ToString(System.Globalization.CultureInfo.InvariantCulture) : "1", StringComparer.Ordinal)))]),
        Product.QualityBalance2017);
}
