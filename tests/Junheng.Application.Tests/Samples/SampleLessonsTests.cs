using Junheng.Application.Samples;

namespace Junheng.Application.Tests.Samples;

/// <summary>Every planted lesson is really there, for several seeds, by a calculation that shares nothing with the generator.</summary>
public sealed class SampleLessonsTests
{
    public static TheoryData<ulong> Seeds => [0, 1, 2, 20170419, ulong.MaxValue];

    private static readonly Dictionary<ulong, (SampleTable Table, List<JudgedUnit> Units)> Known = [];

    private static (SampleTable Table, List<JudgedUnit> Units) County(ulong seed)
    {
        lock (Known)
        {
            if (Known.TryGetValue(seed, out var county)) return county;
            var table = SampleCounty.Schools(seed);
            return Known[seed] = (table, JudgedUnits.Of(table, 2026));
        }
    }

    private static SampleLesson Lesson(string id) => SampleLessons.All.Single(l => l.Id == id);

    private static JudgedUnit Unit(ulong seed, string lesson) =>
        County(seed).Units.Single(u => u.Code == Lesson(lesson).SchoolCode && u.Stage == Lesson(lesson).Stage);

    private static SampleRow Row(ulong seed, string lesson, string year = "2026") =>
        SampleRows.Of(County(seed).Table).Single(r => r["school_code"] == Lesson(lesson).SchoolCode && r["report_year"] == year);

    [Theory, MemberData(nameof(Seeds))]
    public void Two_crowded_primaries_fail_for_sports_area_alone_and_leased_area_would_save_the_second(ulong seed)
    {
        foreach (var unit in new[] { Unit(seed, "crowded-seat"), Unit(seed, "crowded-seat-leased") })
        {
            Assert.True(unit["R5"].BelowFloor);
            Assert.Equal(1, unit.Short);
        }
        var leased = Unit(seed, "crowded-seat-leased");
        Assert.Equal("1", Row(seed, "crowded-seat-leased")["centre_city"]);
        Assert.True(leased["R5"].Value + Row(seed, "crowded-seat-leased").Number("eased_sports_area_m2") / leased.Pupils >= 7.5m);
        Assert.Equal("", Row(seed, "crowded-seat")["eased_sports_area_m2"]);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_rural_junior_school_has_two_indicators_between_floor_and_norm(ulong seed)
    {
        var unit = Unit(seed, "two-below-norm");
        Assert.Equal(2, unit.Short);
        Assert.DoesNotContain(unit.Figures, f => f.BelowFloor);
        Assert.True(unit.NotMet);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void One_school_lies_just_below_the_85_percent_floor(ulong seed)
    {
        var figure = Unit(seed, "just-below-floor")["R4"];
        Assert.Equal(3.824m, figure.Value);
        Assert.True(figure.BelowFloor);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void One_value_prints_as_the_norm_but_is_below_it_and_that_decides(ulong seed)
    {
        var unit = Unit(seed, "prints-as-norm");
        Assert.Equal(4.20m, Math.Round(unit["R1"].Value!.Value, 2, MidpointRounding.AwayFromZero));
        Assert.Equal(4.196m, Math.Round(unit["R1"].Value!.Value, 3, MidpointRounding.AwayFromZero));
        Assert.False(unit["R1"].Meets);
        Assert.Equal(2, unit.Short);
        Assert.DoesNotContain(unit.Figures, f => f.BelowFloor);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_nine_year_school_meets_in_primary_and_fails_in_junior(ulong seed)
    {
        var code = Lesson("split-stages").SchoolCode;
        Assert.True(County(seed).Units.Single(u => u.Code == code && u.Stage == "primary").Meets);
        Assert.True(Unit(seed, "split-stages").NotMet);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_small_village_school_has_only_an_itinerant_arts_teacher(ulong seed)
    {
        var unit = Unit(seed, "small-school-arts");
        var row = Row(seed, "small-school-arts");
        Assert.InRange(unit.Pupils, 50, 99);
        Assert.Equal("rural", row["locale"]);
        Assert.Equal(0, unit["R3"].Value);
        Assert.Equal(1, unit.Short);
        Assert.True(100 * row.Number("shared_pe_art_teachers") / unit.Pupils >= 0.9m);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_primary_cv_of_sports_area_is_just_above_its_limit_and_every_other_cv_holds(ulong seed)
    {
        var units = County(seed).Units;
        Assert.InRange(JudgedUnits.Cv(units, "primary", "R5"), 0.5005, 0.51);
        foreach (var indicator in new[] { "R1", "R2", "R3", "R4", "R6", "R7" })
            Assert.InRange(JudgedUnits.Cv(units, "primary", indicator), 0.02, 0.40);
        foreach (var indicator in new[] { "R1", "R2", "R3", "R4", "R5", "R6", "R7" })
            Assert.InRange(JudgedUnits.Cv(units, "junior", indicator), 0.02, 0.42);
        Assert.InRange(JudgedUnits.Cv(units, "junior", Lesson("cv-comfortable").Indicator), 0.02, 0.25);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void One_cell_is_missing_and_leaves_its_school_undecided(ulong seed)
    {
        Assert.True(Unit(seed, "missing-cell").Undecided);
        Assert.Equal("", Row(seed, "missing-cell")["multimedia_rooms"]);
        Assert.Single(County(seed).Units.SelectMany(u => u.Figures), f => f.Missing);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void One_school_has_more_than_2000_pupils_and_another_a_class_over_45(ulong seed)
    {
        Assert.Equal(2140, Row(seed, "over-2000").Number("enrolment_primary"));
        Assert.InRange(Row(seed, "over-2000").Number("built_year"), 1900, 2010);
        Assert.Equal(48, Row(seed, "class-over-45").Number("largest_class"));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_value_exactly_at_the_norm_is_met(ulong seed)
    {
        var unit = Unit(seed, "exactly-at-norm");
        Assert.Equal(10.2m, unit["R5"].Value);
        Assert.True(unit.Meets);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_gym_inside_the_teaching_area_hides_that_the_school_meets_only_by_the_exception(ulong seed)
    {
        var unit = Unit(seed, "gym-inside");
        Assert.Equal(4.30m, unit["R4"].Value);
        Assert.True(Row(seed, "gym-inside").Number("teaching_area_m2") / unit.Pupils >= 4.5m);
        Assert.True(unit.Meets);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_main_site_meets_only_together_with_its_campus(ulong seed)
    {
        var row = Row(seed, "campus");
        Assert.True((row.Number("sports_area_m2") + row.Number("indoor_sports_area_m2")) / row.Number("enrolment_primary") < 6.375m);
        Assert.True(Unit(seed, "campus").Meets);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_new_school_lacks_grades_a_teaching_point_leaves_the_scope_and_a_village_school_is_merged(ulong seed)
    {
        Assert.Equal("4", Row(seed, "new-school")["grades"]);
        Assert.True(Unit(seed, "new-school")["R5"].Value > 10);
        Assert.InRange(Row(seed, "leaves-scope", "2024").Number("enrolment_primary"), 50, 99);
        Assert.InRange(Row(seed, "leaves-scope", "2025").Number("enrolment_primary"), 1, 49);
        var years = SampleRows.Of(County(seed).Table).Where(r => r["school_code"] == Lesson("merger").SchoolCode).Select(r => r["report_year"]);
        Assert.Equal(["2021", "2022", "2023"], years);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Only_the_schools_of_lessons_fail_and_at_least_70_percent_meet(ulong seed)
    {
        var units = County(seed).Units;
        var lessons = SampleLessons.All.Select(l => l.SchoolCode).ToHashSet();
        Assert.All(units.Where(u => u.NotMet), u => Assert.Contains(u.Code, lessons));
        Assert.Equal(7, units.Count(u => u.NotMet));
        Assert.True(units.Count(u => u.Meets) >= 0.7 * units.Count);
    }

    [Fact]
    public void Every_lesson_has_an_id_of_its_own_and_both_languages()
    {
        Assert.Equal(SampleLessons.All.Length, SampleLessons.All.Select(l => l.Id).Distinct().Count());
        Assert.All(SampleLessons.All, l => Assert.True(l.Chinese.Length > 0 && l.English.Length > 0));
    }
}
