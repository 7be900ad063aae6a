namespace Junheng.Assessment.Tests.Reference;

/// <summary>Scope, missing figures and the combination of verdicts, as the public contract words them.</summary>
public sealed class ReferenceVerdictTests
{
    private static readonly ReferenceStandard Standard2017 = ReferenceStandard.QualityBalance2017;
    private static readonly ReferenceStandard Standard2012 = ReferenceStandard.BasicBalance2012;

    [Theory]
    [InlineData("special", "0", null, "no_pupils", "no_pupils")]
    [InlineData("special", "10", null, "special", "special")]
    [InlineData("special", null, null, "special", "special")]
    [InlineData("vocational", "900", 10, "vocational", "vocational")]
    [InlineData("teaching_point", "49", 10, "teaching_point_under_50", "teaching_point_under_50")]
    [InlineData("teaching_point", "50", 10, null, "teaching_point")]
    [InlineData("teaching_point", null, 7, null, "teaching_point")]
    [InlineData("primary", "49", 10, null, "organiser")]
    [InlineData("primary", "49", 6, null, "organiser")]
    [InlineData("primary", "49", 7, null, null)]
    [InlineData("primary", "49", 8, null, null)]
    [InlineData("primary", "49", null, null, null)]
    [InlineData(null, "49", null, null, null)]
    public void Scope_names_the_first_reason(string? type, string? pupils, int? organiser, string? reason2017, string? reason2012)
    {
        var row = ReferenceTable.Unit("S1", "primary") with { SchoolType = type, Enrolment = pupils, OrganiserType = organiser };
        Assert.Equal(reason2017, ReferenceScope.ReasonOutside(row.ToUnit(), Standard2017));
        Assert.Equal(reason2012, ReferenceScope.ReasonOutside(row.ToUnit(), Standard2012));
    }

    [Theory]
    [InlineData("84", "20", "18", ReferenceVerdict.Met)]
    [InlineData("80", "20", "18", ReferenceVerdict.Met)] // one below its norm, above its floor
    [InlineData("80", "19", "18", ReferenceVerdict.NotMet)] // two below
    [InlineData("70", "20", "18", ReferenceVerdict.NotMet)] // one below its floor
    [InlineData("80", null, "18", ReferenceVerdict.Undecided)]
    [InlineData("84", null, "18", ReferenceVerdict.Undecided)]
    [InlineData("80", null, "17", ReferenceVerdict.NotMet)]
    [InlineData("70", null, null, ReferenceVerdict.NotMet)]
    public void A_unit_falls_by_two_norms_or_one_floor_whatever_is_missing(string degree, string? backbone, string? art, ReferenceVerdict verdict)
    {
        var row = ReferenceTable.Unit("S1", "primary", ("above_degree_teachers", degree), ("backbone_teachers", backbone), ("pe_art_teachers", art));
        Assert.Equal(verdict, ReferenceTable.County(Standard2017, row).Unit("S1", "primary").Verdict);
    }

    [Fact]
    public void A_unit_without_enrolment_is_undecided_and_leaves_every_cv_undecided()
    {
        var county = ReferenceTable.County(
            Standard2017, ReferenceTable.Unit("S1", "primary"), ReferenceTable.Unit("S2", "primary") with { Enrolment = null });
        Assert.All(county.Unit("S2", "primary").Indicators, finding => Assert.Equal(["enrolment"], finding.Missing));
        Assert.All(
            county.Primary.Indicators,
            spread => Assert.Equal((0.0, "missing", ReferenceVerdict.Undecided), (spread.Cv, spread.CvReason, spread.CvVerdict)));
        Assert.Equal((2, 1, 0, 1), (county.Primary.Units, county.Primary.UnitsMeeting, county.Primary.UnitsNotMeeting, county.Primary.UnitsUndecided));
    }

    [Fact]
    public void An_item_that_nobody_reports_has_no_cv()
    {
        var spread = ReferenceTable.County(Standard2017, ReferenceTable.Unit("S1", "primary", ("sports_area_m2", " "))).Primary["R5"];
        Assert.Equal((null, null, "missing", ReferenceVerdict.Undecided), (spread.Mean, spread.Cv, spread.CvReason, spread.CvVerdict!.Value));
    }

    [Fact]
    public void A_zero_mean_has_no_cv_even_for_one_unit()
    {
        var spread = ReferenceTable.County(Standard2017, ReferenceTable.Unit("S1", "primary", ("multimedia_rooms", "0"))).Primary["R7"];
        Assert.Equal((ReferenceNumber.Zero, null, "zero_mean"), (spread.Mean, spread.Cv, spread.CvReason));
        Assert.Equal(ReferenceVerdict.Undecided, spread.CvVerdict);
    }

    [Fact]
    public void One_unit_has_cv_zero_and_a_stage_without_units_is_undecided()
    {
        var county = ReferenceTable.County(Standard2017, ReferenceTable.Unit("S1", "primary"));
        Assert.All(county.Primary.Indicators, spread => Assert.Equal((0.0, ReferenceVerdict.Met), (spread.Cv, spread.CvVerdict)));
        Assert.All(county.Junior.Indicators, spread => Assert.Equal((null, "no_units"), (spread.Cv, spread.CvReason)));
        Assert.Equal(
            (ReferenceVerdict.Met, ReferenceVerdict.Undecided, ReferenceVerdict.Undecided),
            (county.Primary.Verdict, county.Junior.Verdict, county.ResourceAllocation!.Value));
    }

    [Fact]
    public void Excluded_units_enter_no_mean_and_nothing_they_lack_matters()
    {
        var county = ReferenceTable.County(
            Standard2017,
            ReferenceTable.Unit("S2", "primary"),
            ReferenceTable.Unit("S1", "primary", ("books", null), ("sports_area_m2", null)) with { SchoolType = "special" },
            ReferenceTable.Unit("S3", "junior"));
        Assert.Equal([new ReferenceExclusion("S1", "primary", "special")], county.Excluded);
        Assert.Equal(ReferenceVerdict.Met, county.ResourceAllocation);
    }

    [Fact]
    public void Basic_balance_judges_only_the_composite()
    {
        var primary = ReferenceTable.Unit("S1", "primary", ("books", "1"));
        var county = ReferenceTable.County(Standard2012, primary, ReferenceTable.Unit("S2", "primary"), ReferenceTable.Unit("S1", "junior"));
        Assert.All(county.Primary.Indicators, spread => Assert.Null(spread.CvVerdict));
        Assert.True(county.Primary["B5"].Cv > 0.65);
        Assert.Equal((ReferenceVerdict.Met, ReferenceVerdict.Met), (county.Primary.Composite!.CvVerdict, county.InterSchoolBalance!.Value));
        Assert.Equal(ReferenceVerdict.NotApplicable, county.Unit("S1", "primary").Verdict);
        Assert.Null(county.ResourceAllocation);
    }

    [Fact]
    public void A_missing_item_leaves_the_composite_undecided()
    {
        var county = ReferenceTable.County(Standard2012, ReferenceTable.Unit("S1", "primary", ("books", null)), ReferenceTable.Unit("S2", "primary"));
        Assert.Equal((0.0, ReferenceVerdict.Undecided), (county.Primary.Composite!.Cv, county.Primary.Composite.CvVerdict));
        Assert.Equal((ReferenceVerdict.Undecided, 0), (county.Unit("S1", "primary")["B5"].Verdict, county.Junior.Units));
    }
}
