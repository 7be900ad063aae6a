using Junheng.Application.Samples;

namespace Junheng.Application.Tests.Samples;

public sealed class SampleCountyLayoutTests
{
    private static readonly SampleTable Table = SampleCounty.Schools(1);
    private static readonly List<SampleRow> Rows = SampleRows.Of(Table);

    private static readonly string[] WholeNumbers =
    [
        "organiser_type", "report_year", "classes", "grades", "largest_class", "built_year", "equipment_yuan", "multimedia_rooms", "computers",
        "books", "shared_pe_art_teachers",
    ];

    private static readonly Dictionary<string, string> StagesOfType = new()
    {
        ["primary"] = "primary",
        ["teaching_point"] = "primary",
        ["junior"] = "junior",
        ["nine_year"] = "primary junior",
        ["complete_secondary"] = "junior senior",
        ["twelve_year"] = "primary junior senior",
        ["special"] = "primary junior",
        ["vocational"] = "senior",
    };

    [Fact]
    public void Every_row_has_one_cell_a_column_and_every_column_a_name_of_its_own()
    {
        Assert.All(Table.Rows, r => Assert.Equal(Table.Columns.Length, r.Length));
        Assert.Equal(Table.Columns.Length, Table.Columns.Distinct().Count());
    }

    [Fact]
    public void A_year_has_60_to_75_schools_with_codes_of_ten_digits_that_are_used_once()
    {
        var years = Rows.GroupBy(r => r["report_year"]).ToArray();
        Assert.Equal(["2021", "2022", "2023", "2024", "2025", "2026"], years.Select(y => y.Key));
        Assert.All(years, y => Assert.InRange(y.Count(), 60, 75));
        Assert.All(years, y => Assert.Equal(y.Count(), y.Select(r => r["school_code"]).Distinct().Count()));
        Assert.All(Rows, r => Assert.Matches("^990121[0-9]{4}$", r["school_code"]));
    }

    [Fact]
    public void All_school_types_locales_and_kinds_of_organiser_occur()
    {
        Assert.Equal(StagesOfType.Keys.Order(), Rows.Select(r => r["school_type"]).Distinct().Order());
        Assert.Equal(["rural", "town", "urban"], Rows.Select(r => r["locale"]).Distinct().Order());
        Assert.Equal(["10", "5", "7"], Rows.Select(r => r["organiser_type"]).Distinct().Order(StringComparer.Ordinal));
        var points = Rows.Where(r => r["report_year"] == "2026" && r["school_type"] == "teaching_point").ToArray();
        Assert.Contains(points, p => p.Number("enrolment_primary") < 50);
        Assert.Contains(points, p => p.Number("enrolment_primary") >= 50);
    }

    [Fact]
    public void Cells_are_filled_for_the_stages_a_type_has_and_blank_for_the_others() => Assert.All(Rows, row =>
    {
        var stages = StagesOfType[row["school_type"]].Split(' ');
        foreach (var column in Table.Columns.Where(c => c.Split('_')[0] is "fitness" or "monitored" or "courses"))
            Assert.True(row[column].Length == 0 || stages.Contains(column.Split('_')[^1])); // no grade to monitor, or a school that is not tested
        foreach (var column in Table.Columns.Where(c => c.Split('_')[^1] is "primary" or "junior" or "senior" && c.Split('_')[0] is not ("fitness" or "monitored" or "courses")))
            Assert.Equal(stages.Contains(column.Split('_')[^1]), row[column].Length > 0);
    });

    [Fact]
    public void Persons_rooms_and_yuan_are_whole_and_areas_have_at_most_two_decimals() => Assert.All(Rows, row =>
    {
        foreach (var column in Table.Columns.Where(c => WholeNumbers.Contains(c) || c.Contains("_teachers") || c.Contains("enrolment_")))
            Assert.Matches("^[0-9]*$", row[column]);
        foreach (var column in Table.Columns.Where(c => c.Contains("_m2"))) Assert.Matches(@"^([0-9]+(\.[0-9]{1,2})?)?$", row[column]);
        Assert.Matches(@"^(0(\.[0-9]{1,2})?)$", row["migrant_share"]);
        Assert.Matches(@"^[0-9]{2,3}(\.[0-9]{1,4})?$", row["lat"]);
        Assert.Matches(@"^[0-9]{2,3}(\.[0-9]{1,4})?$", row["lon"]);
    });

    [Fact]
    public void No_teacher_item_exceeds_the_full_time_teachers_and_no_gym_the_teaching_area() => Assert.All(Rows, row =>
    {
        foreach (var stage in new[] { "primary", "junior" })
            foreach (var item in new[] { "above_degree", "backbone", "pe_art", "mid_title" })
                Assert.True(row.Number($"{item}_teachers_{stage}") <= row.Number($"full_time_teachers_{stage}"));
        Assert.True(row.Number("indoor_sports_area_m2") < row.Number("teaching_area_m2"));
    });

    [Fact]
    public void The_largest_class_is_no_smaller_than_the_mean_class_of_a_one_stage_school() =>
        Assert.All(Rows.Where(r => r["school_type"] is "primary" or "junior" or "teaching_point"), row =>
            Assert.True(row.Number("largest_class") * row.Number("classes") >= row.Number("enrolment_primary") + row.Number("enrolment_junior")));

    [Fact]
    public void Campuses_name_a_school_of_the_same_year()
    {
        var campuses = Rows.Where(r => r["parent_school_code"].Length > 0).ToArray();
        Assert.Equal(2, campuses.Select(c => c["school_code"]).Distinct().Count());
        Assert.All(campuses, c => Assert.Contains(Rows, r => r["report_year"] == c["report_year"] && r["school_code"] == c["parent_school_code"]));
    }
}
