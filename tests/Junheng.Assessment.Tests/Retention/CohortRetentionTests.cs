using Junheng.Assessment.Retention;
using Junheng.Documents.Definitions;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Statistics;

namespace Junheng.Assessment.Tests.Retention;

/// <summary>Retention by cohort from the annual tables (巩固率, S008).</summary>
public sealed class CohortRetentionTests
{
    private static readonly Rational _norm = Rational.FromInteger(95);
    private static readonly Cohort _junior = WatchedFile.BesideProgram().Cohorts.Single(cohort => cohort.Id == "junior");
    private static readonly Cohort _nine = WatchedFile.BesideProgram().Cohorts.Single(cohort => cohort.Id == "nine_year");

    /// <summary>The worked example of Q1 in docs/method/items.md: 3120 graduating, 60 in, 75 out, 3240 entered, 2 died.</summary>
    [Fact]
    public void The_example_of_the_item_comes_out_from_two_schools_of_two_years()
    {
        var retention = CohortRetention.Of(Whole(), _junior, 2026, _norm);

        Assert.Equal(Rational.FromInteger(100) * Rational.FromFraction(3135, 3238), retention.Rate);
        Assert.Equal(Verdict.Met, retention.Verdict);
        Assert.Empty(retention.Missing);
        Assert.Equal([3120, 60, 75, 3240, 2], retention.Parts.Select(part => (int)part.Total!.Value.Numerator));
    }

    [Fact]
    public void A_school_says_how_many_pupils_nobody_accounts_for()
    {
        var school = CohortRetention.Of(Whole(), _junior, 2026, _norm).Schools.Single(each => each.SchoolCode == "B");

        // 2240 entered, 40 came, 50 left, 1 died: 2229 should be there, 2130 are.
        Assert.Equal(Rational.FromInteger(99), school.Unaccounted);
        Assert.Equal(Rational.FromInteger(100) * Rational.FromFraction(2140, 2239), school.Rate);
    }

    [Fact]
    public void One_blank_cell_makes_the_county_missing_and_names_the_school()
    {
        var retention = CohortRetention.Of(
            CohortTables.Of(
                (2024, "A", [("enrolment_junior", 3000), ("pupils_grade_7", 1000)]),
                (2024, "B", [("enrolment_junior", 6600)]),
                (2026, "A", [("enrolment_junior", 3000), ("pupils_grade_9", 990), ("cohort_moved_in_junior", 20), ("cohort_moved_out_junior", 25), ("cohort_died_junior", 1)]),
                (2026, "B", [("enrolment_junior", 6500), ("pupils_grade_9", 2130), ("cohort_moved_in_junior", 40), ("cohort_moved_out_junior", 50), ("cohort_died_junior", 1)])),
            _junior,
            2026,
            _norm);

        Assert.Null(retention.Rate);
        Assert.Equal(Verdict.Undecided, retention.Verdict);
        var gap = Assert.Single(retention.Missing);
        Assert.Equal(("pupils_grade_7", 2024, false), (gap.Column, gap.Year, gap.IsYearAbsent));
        Assert.Equal(["B校"], gap.Schools);
        Assert.Equal(Rational.FromInteger(100) * Rational.FromFraction(995, 999), retention.Schools.Single(school => school.SchoolCode == "A").Rate);
    }

    [Fact]
    public void A_year_that_is_not_on_record_is_said_to_be_absent()
    {
        var retention = CohortRetention.Of(Whole(), _junior, 2025, _norm);

        Assert.Null(retention.Rate);
        Assert.Contains(retention.Missing, gap => gap is { Column: "pupils_grade_7", Year: 2023, IsYearAbsent: true });
    }

    [Fact]
    public void The_nine_years_take_the_moves_of_both_stages_in_their_years()
    {
        var retention = CohortRetention.Of(
            CohortTables.Of(
                (2018, "N", [("enrolment_primary", 600), ("enrolment_junior", 300), ("pupils_grade_1", 100)]),
                (2023, "N", [("enrolment_primary", 600), ("enrolment_junior", 300), ("cohort_moved_in_primary", 4), ("cohort_moved_out_primary", 6), ("cohort_died_primary", 1)]),
                (2026, "N", [("enrolment_primary", 600), ("enrolment_junior", 300), ("pupils_grade_9", 95), ("cohort_moved_in_junior", 2), ("cohort_moved_out_junior", 3), ("cohort_died_junior", 0)])),
            _nine,
            2026,
            _nine.Norm);

        Assert.Equal(Rational.FromInteger(100) * Rational.FromFraction(95 - 6 + 9, 99), retention.Rate);
        Assert.Equal(Verdict.Met, retention.Verdict);
        Assert.Equal([2026, 2023, 2018], retention.Parts.SelectMany(part => part.Columns).Select(column => column.Year).Distinct().OrderDescending());
    }

    [Fact]
    public void A_cohort_that_ends_below_its_norm_is_not_met()
    {
        var retention = CohortRetention.Of(Whole(), _junior, 2026, Rational.FromInteger(97));

        Assert.Equal(Verdict.NotMet, retention.Verdict);
    }

    [Theory]
    [InlineData("ratios: []\ncohorts:\n  - {id: x, title: {zh: 甲, en: a}, first_grade: 0, last_grade: 9, source: S, mark: '1'}")]
    [InlineData("ratios: []\ncohorts:\n  - {id: x, title: {zh: 甲, en: a}, first_grade: 1, last_grade: 10, source: S, mark: '1'}")]
    [InlineData("ratios: []\ncohorts:\n  - {id: x, title: {zh: 甲, en: a}, first_grade: 1, last_grade: 9, mark: '1'}")]
    [InlineData("ratios: []\ncohorts: []\nmore: 1")]
    public void An_unsound_definition_is_not_used(string yaml) => Assert.Null(WatchedFile.Read(yaml, "watched.yaml"));

    private static StatisticsTable Whole() => CohortTables.Of(
        (2024, "A", [("enrolment_junior", 3000), ("pupils_grade_7", 1000)]),
        (2024, "B", [("enrolment_junior", 6600), ("pupils_grade_7", 2240)]),
        (2025, "A", [("enrolment_junior", 3000)]),
        (2025, "B", [("enrolment_junior", 6600)]),
        (2026, "A", [("enrolment_junior", 3000), ("pupils_grade_9", 990), ("cohort_moved_in_junior", 20), ("cohort_moved_out_junior", 25), ("cohort_died_junior", 1)]),
        (2026, "B", [("enrolment_junior", 6500), ("pupils_grade_9", 2130), ("cohort_moved_in_junior", 40), ("cohort_moved_out_junior", 50), ("cohort_died_junior", 1)]));
}
