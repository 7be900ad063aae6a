using Junheng.Domain.Schools;

namespace Junheng.Documents.Tests.Statistics;

/// <summary>The unit table: one row per school and stage.</summary>
public class UnitTableTests
{
    [Fact]
    public void Item_columns_that_the_standard_needs_may_be_absent_only_by_leave()
    {
        var bytes = SchoolSheet.Units().Without("multimedia_rooms", "equipment_yuan").Csv();

        Assert.Equal(2, Reading.Of(bytes).Errors().Length);
        var part = Reading.Of([bytes], allowMissing: true).Accepted().Parts[0];
        Assert.Null(part.Figure("multimedia_rooms"));
    }

    [Fact]
    public void Key_columns_may_never_be_absent() =>
        Assert.Equal(2, Reading.Of([SchoolSheet.Units().Without("county_code", "enrolment").Csv()], allowMissing: true).Errors().Length);

    [Fact]
    public void A_double_item_column_is_refused_even_by_leave() =>
        Assert.Equal(["input.double-column M1"], Reading.Of([SchoolSheet.Units().With("equipment_yuan", 1).Csv()], allowMissing: true).Errors());

    [Fact]
    public void Blank_figures_are_missing_and_not_zero()
    {
        var sheet = SchoolSheet.Units().Set(2, "enrolment", null).Set(3, "backbone_teachers", 0);

        Assert.Empty(sheet.IsAccepted());
        var part = Reading.Of(sheet.Csv()).Accepted().Parts[0];
        Assert.Equal((null, 0), (part.Figure("enrolment")!.Value(0), part.Figure("backbone_teachers")!.Value(1)));
    }

    [Fact]
    public void Negative_zero_is_zero()
    {
        var part = Reading.Of(SchoolSheet.Units().Set(2, "backbone_teachers", "-0").Set(3, "backbone_teachers", "-0.0").Csv()).Accepted().Parts[0];

        Assert.False(double.IsNegative(part.Figure("backbone_teachers")!.Values[0]) || double.IsNegative(part.Figure("backbone_teachers")!.Values[1]));
    }

    [Fact]
    public void Numbers_stored_as_text_are_read_with_a_note()
    {
        var reading = Reading.Of(SchoolSheet.Units().Set(2, "enrolment", "500").Set(3, "sports_area_m2", "3,200.5").Xlsx());

        Assert.Equal(["input.number-as-text D2", "input.thousands-separator I3"], reading.Remarks());
        Assert.Equal((500, 3200.5), (reading.Accepted().Parts[0].Figure("enrolment")!.Value(0), reading.Accepted().Parts[0].Figure("sports_area_m2")!.Value(1)));
    }

    [Theory]
    [InlineData("小学", Stage.Primary)]
    [InlineData("小学 ", Stage.Primary)]
    [InlineData("　初中", Stage.Junior)]
    [InlineData("ｊｕｎｉｏｒ", Stage.Junior)]
    public void Stages_are_read_in_both_languages_with_blanks_around(string text, Stage stage)
    {
        var part = Reading.Of(SchoolSheet.Units().Set(2, "stage", text).Set(2, "school_type", null).Xlsx()).Accepted().Parts[0];

        Assert.Equal(stage, part.Stages![0]);
    }

    [Fact]
    public void Blanks_around_codes_do_not_count()
    {
        SchoolSheet.Units().Set(3, "school_code", "　2101010001 ").IsRefused("input.duplicate B3");
        Assert.Single(Reading.Of(SchoolSheet.Units().Set(3, "county_code", " 210101\t").Csv()).Accepted().Counties);
    }

    [Fact]
    public void County_codes_need_not_be_in_any_register() =>
        Assert.Empty(SchoolSheet.Units().Set(2, "county_code", "甲县").Set(3, "county_code", "ZZ-9").IsAccepted());

    [Fact]
    public void Without_school_types_the_rows_count_with_a_warning()
    {
        Assert.Equal(["input.no-type-column"], SchoolSheet.Units().Without("school_type").IsAccepted());
        Assert.Equal(["input.blank-type"], SchoolSheet.Units().Set(2, "school_type", null).IsAccepted());
    }

    [Theory]
    [InlineData("九年一贯制学校", SchoolType.NineYear)]
    [InlineData("教学点", SchoolType.TeachingPoint)]
    [InlineData("特殊教育", SchoolType.Special)]
    [InlineData("vocational", SchoolType.Vocational)]
    public void School_types_are_read_in_both_languages(string text, SchoolType type) =>
        Assert.Equal(type, Reading.Of(SchoolSheet.Units().Set(2, "school_type", text).Csv()).Accepted().Parts[0].SchoolTypes![0]);

    [Fact]
    public void Unknown_codes_are_refused() =>
        SchoolSheet.Units().Set(2, "school_type", "私塾").With("organiser_type", 11).With("locale", "郊区").Set(3, "organiser_type", 10).Set(4, "organiser_type", "民办").Set(3, "locale", "乡村").Set(4, "locale", null)
            .IsRefused("input.unknown-school-type L2", "input.unknown-organiser-type M2", "input.unknown-locale N2");

    [Fact]
    public void A_nine_year_school_is_two_rows_with_one_code() =>
        Assert.Empty(SchoolSheet.Units().Set(2, "school_code", "9").Set(2, "school_type", "nine_year").Set(4, "school_code", "9").Set(4, "school_type", "nine_year").IsAccepted());

    [Fact]
    public void A_stage_that_the_type_has_not_is_questioned() =>
        Assert.Equal(["input.stage-against-type C4"], SchoolSheet.Units().Set(4, "school_type", "primary").IsAccepted());

    [Fact]
    public void The_parent_column_is_information_only() =>
        Assert.Empty(SchoolSheet.Units().With("parent_school_code", "unknown").IsAccepted());

    [Fact]
    public void Flags_are_one_or_zero_or_blank()
    {
        var sheet = SchoolSheet.Units().With("centre_city", 1).Set(3, "centre_city", "否").Set(4, "centre_city", null);

        Assert.Empty(sheet.IsAccepted());
        var flags = Reading.Of(sheet.Xlsx()).Accepted().Parts[0].Figure("centre_city")!;
        Assert.Equal((1, 0, null), (flags.Value(0), flags.Value(1), flags.Value(2)));
        SchoolSheet.Units().With("centre_city", 2).Set(3, "centre_city", "1").Set(4, "centre_city", "也许").IsRefused("input.unknown-flag M2", "input.unknown-flag M4");
    }

    [Fact]
    public void Latitude_and_longitude_may_be_negative()
    {
        Assert.Empty(SchoolSheet.Units().With("lat", -41.5).With("lon", -123.4).IsAccepted());
        Assert.Equal(["input.absurd-place M2"], SchoolSheet.Units().With("lat", 41).With("lon", 123).Set(2, "lat", 123).IsAccepted());
    }

    [Fact]
    public void Numbers_in_names_and_types_are_no_codes_that_lost_zeros() =>
        Assert.Empty(Reading.Of(SchoolSheet.Units().With("school_name", 72).With("organiser_type", 7).With("township", 1e16).Xlsx()).Remarks());
}
