namespace Junheng.Assessment.Tests.Reference;

/// <summary>Weights, indoor sports area, parents and refusals of school tables.</summary>
public sealed class ReferenceSplitTests
{
    [Theory]
    [InlineData("nine_year", "600", "300", null, "5000/930", "5500/930")]
    [InlineData("complete_secondary", null, "900", "600", null, "5000/1620")]
    [InlineData("twelve_year", "600", "450", "300", "5000/1491", "5500/1491")]
    [InlineData("primary", "600", null, null, "5000/600", null)]
    [InlineData(null, "600", "300", "", "5000/930", "5500/930")]
    [InlineData(null, "600", "0", "0", "5000/600", null)]
    public void Shared_items_follow_the_weights(string? type, string? primary, string? junior, string? senior, string? perPrimary, string? perJunior)
    {
        var row = School("S1", type, primary, junior, senior, ("teaching_area_m2", "5000"));
        var units = ReferenceSplit.ToUnits([row], 2017);
        Assert.Equal(Fraction(perPrimary), PerPupil(units, "primary"));
        Assert.Equal(Fraction(perJunior), PerPupil(units, "junior"));
    }

    [Fact]
    public void Indoor_sports_area_moves_from_teaching_to_sports_and_a_blank_makes_both_missing()
    {
        var unit = WithIndoorArea("150");
        Assert.Equal((ReferenceNumber.Of(750), ReferenceNumber.Of(950)), (unit.Amount("teaching_area_m2"), unit.Amount("sports_area_m2")));
        var blank = WithIndoorArea(null);
        Assert.Equal((null, null), (blank.Amount("teaching_area_m2"), blank.Amount("sports_area_m2")));
    }

    [Fact]
    public void A_missing_enrolment_makes_the_split_items_missing_in_all_stages_but_not_the_staged_ones()
    {
        var row = School("S1", "twelve_year", "600", "300", null, ("teaching_area_m2", "5000"), ("backbone_teachers_primary", "7"));
        var units = ReferenceSplit.ToUnits([row], 2017);
        Assert.All(units, unit => Assert.Null(unit.Amount("teaching_area_m2")));
        Assert.Equal(ReferenceNumber.Of(7), units[0].Amount("backbone_teachers"));
    }

    [Fact]
    public void Parts_are_added_to_their_parent_before_scope_and_split()
    {
        (string, string?)[] ofParent = [("sports_area_m2", "1000"), ("backbone_teachers_primary", "2"), ("backbone_teachers_junior", "3")];
        (string, string?)[] ofPart = [("sports_area_m2", "300"), ("backbone_teachers_primary", "1")];
        var parent = School("S1", "nine_year", "100", "100", null, ofParent);
        var part = School("S2", "teaching_point", "20", null, null, ofPart) with { ParentSchoolCode = "S1" };
        var units = ReferenceSplit.ToUnits([part, parent], 2017);
        Assert.Equal(["120", "100"], units.Select(unit => unit.Enrolment!.ToString()));
        Assert.Equal(["3", "3"], units.Select(unit => unit.Amount("backbone_teachers")!.ToString()));
        Assert.Equal(ReferenceNumber.Of(1300 * 120, 230), units[0].Amount("sports_area_m2"));
        Assert.Equal(["S1", "S1"], units.Select(unit => unit.SchoolCode));
    }

    [Fact]
    public void A_blank_of_a_part_makes_the_sum_missing()
    {
        var parent = School("S1", "primary", "100", null, null, ("sports_area_m2", "1000"));
        var part = School("S2", "teaching_point", null, null, null, ("sports_area_m2", null)) with { ParentSchoolCode = "S1" };
        var unit = Assert.Single(ReferenceSplit.ToUnits([parent, part], 2017));
        Assert.Equal((null, null), (unit.Enrolment, unit.Amount("sports_area_m2")));
    }

    [Fact]
    public void The_two_standards_split_different_items()
    {
        var row = School("S1", "nine_year", "600", "300", null, ("computers", "93"), ("multimedia_rooms", "93"));
        var unit2017 = ReferenceSplit.ToUnits([row], 2017)[0];
        var unit2012 = ReferenceSplit.ToUnits([row], 2012)[0];
        Assert.Equal((ReferenceNumber.Of(60), null), (unit2017.Amount("multimedia_rooms"), unit2017.Amount("computers")));
        Assert.Equal((null, ReferenceNumber.Of(60)), (unit2012.Amount("multimedia_rooms"), unit2012.Amount("computers")));
    }

    [Fact]
    public void Contradictory_tables_are_refused()
    {
        Refused(School("S1", null, "100", null, "100"));
        Refused(School("S1", "primary", "100", "1", null));
        Refused(School("S1", "primary", "100", null, null, ("backbone_teachers_junior", "1")));
        Refused(School("S1", "primary", "100", null, null) with { ParentSchoolCode = "S9" });
        Refused(School("S1", "primary", "100", null, null) with { ParentSchoolCode = "S1" });
        Refused(School("S1", "primary", "100", null, null), School("S1", "primary", "100", null, null));
        Refused(School("S1", "primary", "100", null, null), School("S2", "junior", null, "9", null) with { ParentSchoolCode = "S1" });
    }

    private static ReferenceUnit WithIndoorArea(string? indoor)
    {
        (string, string?)[] areas = [("teaching_area_m2", "900"), ("sports_area_m2", "800"), ("indoor_sports_area_m2", indoor)];
        return Assert.Single(ReferenceSplit.ToUnits([School("S1", "primary", "100", null, null, areas)], 2017));
    }

    private static void Refused(params ReferenceSchoolRow[] rows) => Assert.Throws<ReferenceRefusalException>(() => ReferenceSplit.ToUnits(rows, 2017));

    private static ReferenceSchoolRow School(
        string code, string? type, string? primary, string? junior, string? senior, params (string Item, string? Cell)[] items) =>
        new("C1", code, primary, junior, senior, items.ToDictionary(item => item.Item, item => item.Cell, StringComparer.Ordinal), type);

    private static ReferenceNumber? PerPupil(IReadOnlyList<ReferenceUnit> units, string stage) =>
        units.SingleOrDefault(unit => unit.Stage == stage) is { } unit ? unit.Amount("teaching_area_m2")! / unit.Enrolment! : null;

    private static ReferenceNumber? Fraction(string? text) =>
        text?.Split('/') is [var numerator, var denominator] ? ReferenceNumber.Parse(numerator) / ReferenceNumber.Parse(denominator) : null;
}
