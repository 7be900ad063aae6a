using Junheng.Application.Samples;

namespace Junheng.Application.Tests.Samples;

public sealed class SampleCountyItemsTests
{
    private static readonly SampleTable Table = SampleCounty.Items(1);
    private static readonly Dictionary<(string Item, string Field), string> Values = Table.Rows.ToDictionary(r => (r[1], r[2]), r => r[3]);

    private static readonly string[] Subjects = ["chinese", "mathematics", "science", "sport", "art", "moral"];

    /// <summary>Item and its fields, as the layout of the items file lists them.</summary>
    private static readonly string[] Fields =
    [
        "G1 conclusion", "G2 construction_standard staffing_standard funding_standard equipment_standard", "G3 schools_total schools_with_rooms",
        "G4 oversize_primary oversize_junior oversize_combined", "G5 oversize_classes_primary oversize_classes_junior",
        "G6 small_schools small_schools_funded", "G7 funds_yuan pupils",
        "G8 teacher_mean_salary_yuan civil_servant_mean_salary_yuan performance_pay_approved",
        "G9 trained_teachers full_time_teachers", "G10 conclusion",
        "G11 eligible_teachers rotated_teachers rotated_backbone_teachers", "G12 qualified_teachers full_time_teachers",
        "G13 urban_share_percent town_share_percent", "G14 places_total places_allocated places_rural rural_tilt",
        "G15 migrant_children in_public_schools in_purchased_places left_behind_care",
        "Q1 graduates entrants_three_years_ago transferred_in transferred_out died", "Q2 disabled_children enrolled_disabled_children",
        "Q3 schools_total schools_with_charter", "Q4 schools_total schools_at_five_percent", "Q5 conclusion", "Q6 schools_total schools_good",
        "Q7 conclusion", "Q8 conclusion", "Q9 " + string.Join(' ', Subjects.Select(s => $"{s}_level {s}_variance_rate")) + " monitoring_year",
        "recognition questionnaires_valid questionnaires_satisfied visited visited_satisfied",
        "veto.exam_admission occurred", "veto.school_choice occurred", "veto.key_schools_or_classes occurred", "veto.unfilled_posts occurred",
        "veto.major_incident occurred", "veto.serious_violation occurred", "veto.falsification occurred", "veto.tutoring_burden occurred",
        "prerequisite.basic_balance certified_on", "prerequisite.monitoring conclusion",
    ];

    [Fact]
    public void All_fields_of_all_items_are_listed_once_and_no_others()
    {
        var expected = Fields.Select(f => f.Split(' ')).SelectMany(f => f.Skip(1).Select(field => (f[0], field)));
        Assert.Equal(expected.Order(), Values.Keys.Order());
        Assert.Equal(["county_code", "item", "field", "value", "source"], Table.Columns);
        Assert.All(Table.Rows, r => Assert.True(r[0] == "990121" && r[4].Length > 0));
    }

    [Fact]
    public void Only_art_is_blank_because_it_has_not_been_monitored() =>
        Assert.Equal([("Q9", "art_level"), ("Q9", "art_variance_rate")], Values.Where(v => v.Value.Length == 0).Select(v => v.Key));

    [Fact]
    public void Sizes_and_classes_agree_with_the_school_table()
    {
        var rows = SampleRows.Of(SampleCounty.Schools(1)).Where(r => r["report_year"] == "2026").ToArray();
        Assert.Equal(rows.Count(r => r["school_type"] == "primary" && r.Number("enrolment_primary") > 2000), Number("G4", "oversize_primary"));
        Assert.Equal(0, Number("G4", "oversize_junior") + Number("G4", "oversize_combined"));
        Assert.Equal(rows.Count(r => r["enrolment_primary"].Length > 0 && r.Number("largest_class") > 45), Number("G5", "oversize_classes_primary"));
        Assert.Equal(rows.Count(r => r["enrolment_primary"].Length == 0 && r["enrolment_junior"].Length > 0 && r.Number("largest_class") > 50),
            Number("G5", "oversize_classes_junior"));
        Assert.Equal(1, Number("G4", "oversize_primary"));
        Assert.Equal(1, Number("G5", "oversize_classes_primary"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20170419)]
    public void Rotation_is_enough_but_too_few_backbone_teachers_rotate(ulong seed)
    {
        var items = SampleCounty.Items(seed).Rows.Where(r => r[1] == "G11").ToDictionary(r => r[2], r => SampleCells.Number(r[3]));
        Assert.True(items["rotated_teachers"] >= 0.10m * items["eligible_teachers"]);
        Assert.True(items["rotated_backbone_teachers"] < 0.20m * items["rotated_teachers"]);
    }

    [Fact]
    public void The_other_counted_items_meet_their_norms()
    {
        Assert.True(Number("G7", "funds_yuan") >= 8000 * Number("G7", "pupils"));
        Assert.True(Number("G8", "teacher_mean_salary_yuan") >= Number("G8", "civil_servant_mean_salary_yuan"));
        Assert.True(Number("G13", "town_share_percent") >= 95);
        Assert.True(Number("G14", "places_allocated") >= 0.5m * Number("G14", "places_total"));
        Assert.True(Number("G15", "in_public_schools") + Number("G15", "in_purchased_places") >= 0.85m * Number("G15", "migrant_children"));
        var kept = Number("Q1", "graduates") - Number("Q1", "transferred_in") + Number("Q1", "transferred_out");
        Assert.InRange(kept / (Number("Q1", "entrants_three_years_ago") - Number("Q1", "died")), 0.95m, 1m);
        Assert.True(Number("Q2", "enrolled_disabled_children") >= 0.95m * Number("Q2", "disabled_children"));
        Assert.All(Subjects.Where(s => s != "art"), s => Assert.True(Number("Q9", s + "_level") >= 3 && Number("Q9", s + "_variance_rate") < 0.15m));
        Assert.True(Number("recognition", "questionnaires_satisfied") >= 0.85m * Number("recognition", "questionnaires_valid"));
        Assert.True(Number("recognition", "visited_satisfied") >= 0.85m * Number("recognition", "visited"));
    }

    private static decimal Number(string item, string field) => SampleCells.Number(Values[(item, field)]);
}
