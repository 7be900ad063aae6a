using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Tests.Statistics;

/// <summary>The school table: one row per school, recognised by its enrolments per stage.</summary>
public class SchoolTableTests
{
    [Theory]
    [InlineData("enrolment_junior")]
    [InlineData("enrolment_primary")]
    public void A_table_with_the_enrolment_of_a_stage_is_a_school_table(string other)
    {
        var sheet = SchoolSheet.Schools().WithoutRows(2, 4).Without(other);

        Assert.Equal(TableLayout.School, Reading.Of([sheet.Csv()], allowMissing: true).Table!.Parts[0].Layout);
    }

    [Fact]
    public void Columns_of_stages_that_no_school_has_may_be_absent() =>
        Assert.Empty(SchoolSheet.Schools().WithoutRows(3, 4).Without("enrolment_junior", "enrolment_senior", "above_degree_teachers_junior", "backbone_teachers_junior", "pe_art_teachers_junior").IsAccepted());

    [Fact]
    public void Item_columns_of_stages_that_no_school_has_may_be_absent_beside_their_blank_enrolment() =>
        Assert.Empty(SchoolSheet.Schools().WithoutRows(3, 4).Without("above_degree_teachers_junior", "backbone_teachers_junior", "pe_art_teachers_junior").IsAccepted());

    [Fact]
    public void Columns_of_stages_that_some_school_has_may_not_be_absent()
    {
        SchoolSheet.Schools().Without("enrolment_senior").IsRefused("input.missing-item-column P1");
        SchoolSheet.Schools().Without("enrolment_junior", "pe_art_teachers_primary").IsRefused("input.missing-item-column O1", "input.missing-item-column O1");
        Reading.Of([SchoolSheet.Schools().Without("enrolment_senior").Csv()], allowMissing: true).Accepted();
    }

    [Fact]
    public void A_positive_value_of_a_stage_that_the_type_has_not_is_refused()
    {
        SchoolSheet.Schools().Set(2, "enrolment_junior", 10).Set(2, "pe_art_teachers_junior", 1).Set(4, "enrolment_primary", 5)
            .IsRefused("input.stage-not-taught E2", "input.stage-not-taught L2", "input.stage-not-taught D4");
        Assert.Empty(SchoolSheet.Schools().Set(2, "enrolment_junior", 0).Set(2, "pe_art_teachers_junior", 0).IsAccepted());
    }

    [Theory]
    [InlineData("special")]
    [InlineData("vocational")]
    [InlineData("twelve_year")]
    public void Schools_of_any_stage_are_never_refused_for_one(string type) =>
        Assert.Empty(SchoolSheet.Schools().Set(3, "school_type", type).Set(3, "enrolment_senior", 100).IsAccepted());

    [Theory]
    [InlineData(400, null, null, SchoolType.Primary)]
    [InlineData(400, 0, null, SchoolType.Primary)]
    [InlineData(null, 300, null, SchoolType.Junior)]
    [InlineData(400, 300, null, SchoolType.NineYear)]
    [InlineData(null, 300, 200, SchoolType.CompleteSecondary)]
    [InlineData(400, 300, 200, SchoolType.TwelveYear)]
    [InlineData(0, null, null, SchoolType.Primary)]
    public void Types_are_told_from_the_stages_with_a_warning(int? primary, int? junior, int? senior, SchoolType type)
    {
        var sheet = SchoolSheet.Schools().Without("school_type").Set(3, "enrolment_primary", primary).Set(3, "enrolment_junior", junior).Set(3, "enrolment_senior", senior);
        if (!type.CanHave(Stage.Junior))
        {
            sheet.Set(3, "above_degree_teachers_junior", null).Set(3, "backbone_teachers_junior", null).Set(3, "pe_art_teachers_junior", null);
        }

        if (!type.CanHave(Stage.Primary))
        {
            sheet.Set(3, "above_degree_teachers_primary", null).Set(3, "backbone_teachers_primary", null).Set(3, "pe_art_teachers_primary", null);
        }

        Assert.Equal(["input.no-type-column"], sheet.IsAccepted());
        Assert.Equal(type, Reading.Of(sheet.Csv()).Accepted().Parts[0].SchoolTypes![1]);
    }

    [Fact]
    public void A_blank_type_is_told_from_the_stages_with_a_warning()
    {
        var sheet = SchoolSheet.Schools().Set(3, "school_type", null);

        Assert.Equal(["input.blank-type"], sheet.IsAccepted());
        Assert.Equal(SchoolType.NineYear, Reading.Of(sheet.Csv()).Accepted().Parts[0].SchoolTypes![1]);
    }

    [Fact]
    public void An_unknown_type_is_refused_and_not_told_from_the_stages() =>
        SchoolSheet.Schools().Set(3, "school_type", "中学").IsRefused("input.unknown-school-type C3");

    [Fact]
    public void Primary_and_senior_without_junior_is_refused() =>
        SchoolSheet.Schools().Without("school_type").Set(3, "enrolment_junior", 0).Set(3, "enrolment_senior", 50).IsRefused("input.no-school-type B3");

    [Fact]
    public void Senior_pupils_only_are_refused_without_a_type() =>
        SchoolSheet.Schools().Set(4, "school_type", null).Set(4, "enrolment_junior", null).IsRefused("input.senior-only C4");

    [Fact]
    public void A_school_without_type_and_enrolment_counts_with_a_warning() =>
        Assert.Equal(
            ["input.unknown-stages C3", "input.blank-type"],
            SchoolSheet.Schools().Set(3, "school_type", null).Set(3, "enrolment_primary", null).Set(3, "enrolment_junior", null).IsAccepted());

    [Fact]
    public void A_missing_enrolment_is_read_as_missing()
    {
        var sheet = SchoolSheet.Schools().Set(3, "enrolment_junior", null);

        Assert.Empty(sheet.IsAccepted());
        Assert.Null(Reading.Of(sheet.Csv()).Accepted().Parts[0].Figure("enrolment_junior")!.Value(1));
    }

    [Fact]
    public void Indoor_sports_rooms_are_part_of_the_teaching_area() =>
        SchoolSheet.Schools().With("indoor_sports_area_m2", 300).Set(3, "indoor_sports_area_m2", 4501).IsRefused("input.indoor-exceeds-teaching Q3");

    [Fact]
    public void Campuses_name_their_school()
    {
        Assert.Empty(Campus("2101010001").IsAccepted());
        Campus("2101019999").IsRefused("input.unknown-parent Q5");
        Campus("2101010009").IsRefused("input.unknown-parent Q5");
    }

    [Fact]
    public void Chains_of_campuses_lead_to_the_school_and_rings_are_refused()
    {
        Assert.Empty(Campus("2101010001").Row("210101", "2101010008", "primary", 20, null, null, 1, null, 1, null, 1, null, 100, 100, 20000, 1, "2101010009").IsAccepted());
        Campus("2101010008").Row("210101", "2101010008", "primary", 20, null, null, 1, null, 1, null, 1, null, 100, 100, 20000, 1, "2101010009")
            .IsRefused("input.unknown-parent Q5", "input.unknown-parent Q6");
    }

    [Fact]
    public void A_campus_of_another_year_or_county_is_not_found()
    {
        Campus("2101010001").Set(5, "county_code", "210102").IsRefused("input.unknown-parent Q5");
        Campus("2101010001").With("report_year", 2026).Set(5, "report_year", 2025).IsRefused("input.unknown-parent Q5");
    }

    [Fact]
    public void Pupils_of_a_campus_are_not_lost_in_a_school_without_their_stage() =>
        Campus("2101010001").Set(5, "school_type", "nine_year").Set(5, "enrolment_junior", 20).Set(5, "above_degree_teachers_junior", 1).IsRefused("input.stage-not-taught E5");

    [Fact]
    public void Without_types_a_school_has_the_stages_of_its_campuses()
    {
        var sheet = Campus("2101010001").Without("school_type").Set(5, "enrolment_primary", null).Set(5, "above_degree_teachers_primary", null)
            .Set(5, "backbone_teachers_primary", null).Set(5, "pe_art_teachers_primary", null).Set(5, "enrolment_junior", 60);

        Assert.Equal(["input.no-type-column"], sheet.IsAccepted());
        Assert.Equal(SchoolType.NineYear, Reading.Of(sheet.Csv()).Accepted().Parts[0].SchoolTypes![0]);
    }

    [Fact]
    public void A_parent_in_a_file_that_could_not_be_read_is_not_called_unknown() =>
        Assert.Equal(["file.empty"], Reading.Of([Campus("elsewhere").Csv(), []]).Errors());

    private static SchoolSheet Campus(string parent) => SchoolSheet.Schools()
        .Row("210101", "2101010009", "primary", 60, null, null, 3, null, 1, null, 1, null, 300, 500, 90000, 2)
        .With("parent_school_code", null).Set(5, "parent_school_code", parent);
}
