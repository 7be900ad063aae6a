using Junheng.Assessment.Consistency;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Tests.Consistency;

/// <summary>How rules read figures: exact, per stage, beside last year; a blank asks nothing.</summary>
public sealed class RuleTests
{
    [Theory]
    [InlineData(60, false)]
    [InlineData(59, true)]
    [InlineData(61, true)]
    public void Grades_must_add_up_to_enrolment(double enrolment, bool isAsked)
    {
        var row = Primary();
        row["enrolment_primary"] = enrolment;

        Assert.Equal(isAsked, Asks("check.grades-sum-primary", row));
    }

    [Fact]
    public void A_blank_grade_asks_nothing()
    {
        var row = Primary();
        row["enrolment_primary"] = 999;
        row.Figures.Remove("pupils_grade_4");

        Assert.False(Asks("check.grades-sum-primary", row));
    }

    [Fact]
    public void A_nine_year_school_is_asked_about_the_stage_that_is_wrong()
    {
        var row = Primary();
        row.Type = SchoolType.NineYear;
        (row["pupils_grade_7"], row["pupils_grade_8"], row["pupils_grade_9"], row["enrolment_junior"]) = (20, 20, 20, 70);

        var hit = Assert.Single(CheckRun.Of([row]).Hits, hit => hit.Rule.Group == CheckGroup.Accounting);

        Assert.Equal("check.grades-sum-junior", hit.Rule.Id);
        Assert.Equal(Stage.Junior, hit.Stage);
        Assert.Equal(["enrolment_junior", "pupils_grade_7", "pupils_grade_8", "pupils_grade_9"], hit.Cells.Select(cell => cell.Column));
        Assert.Contains("add up to 60 pupils, enrolment is 70", hit.Message.En, StringComparison.Ordinal);
        Assert.Contains("合计 60 人，在校生数 70 人", hit.Message.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100.30, 100.00, false)] // 0.05 m² of rounding are allowed: 40.10 + 30.10 + 30.10 = 100.30
    [InlineData(100.25, 100.00, false)]
    [InlineData(100.24, 100.00, true)]
    public void Parts_of_an_area_are_compared_exactly(double teaching, double unused, bool isAsked)
    {
        var row = Primary();
        (row["classroom_area_m2"], row["laboratory_area_m2"], row["library_area_m2"], row["teaching_area_m2"]) = (40.10, 30.10, 30.10, teaching);

        Assert.Equal(isAsked, Asks("check.teaching-parts-within", row));
        Assert.True(unused < teaching);
    }

    [Theory]
    [InlineData(200, 172, false)] // 0.9 · 200 − 8 = 172
    [InlineData(200, 171, true)]
    [InlineData(200, 228, false)] // 1.1 · 200 + 8 = 228
    [InlineData(200, 229, true)]
    [InlineData(6, 0, false)] // a handful says nothing
    public void A_cohort_may_change_within_the_band_and_the_allowance(double before, double now, bool isAsked)
    {
        var (last, row) = TwoYears();
        last["pupils_grade_3"] = before;
        row["pupils_grade_4"] = now;

        Assert.Equal(isAsked, Asks("check.survival-primary", last, row));
    }

    [Fact]
    public void Only_the_judged_year_is_asked_about_and_only_the_year_before_is_compared()
    {
        var (last, row) = TwoYears();
        last["enrolment_primary"] = 999;
        var old = row.In(2020);
        old["enrolment_primary"] = 555;

        var result = CheckRun.Of([last, row, old]);

        Assert.DoesNotContain(result.Hits, hit => hit.Rule.Id == "check.grades-sum-primary");
        Assert.Contains(result.Hits, hit => hit.Rule.Id == "check.enrolment-jump" && hit.Cells.Any(cell => cell.ReportYear == 2025 && cell.Value == "999"));
        Assert.Equal(1, result.Schools);
    }

    [Fact]
    public void Without_last_year_nothing_is_asked_about_time() =>
        Assert.DoesNotContain(CheckRun.Of([TwoYears().Now]).Hits, hit => hit.Rule.Group == CheckGroup.Time);

    [Theory]
    [InlineData("built_area_m2", 100, false)]
    [InlineData("built_area_m2", 98.9, true)]
    [InlineData("rented_area_m2", 0, false)] // no record at all: only a large growth is asked about
    public void An_area_may_grow_by_what_was_built(string record, double built, bool isAsked)
    {
        var (last, row) = TwoYears();
        (last["teaching_area_m2"], row["teaching_area_m2"], row[record]) = (1000, 1100, built);

        Assert.Equal(isAsked, Asks("check.teaching-area-without-record", last, row));
    }

    [Fact]
    public void A_hit_names_its_cells_and_its_slot_stays_while_the_values_stay()
    {
        var row = Primary();
        row["enrolment_primary"] = 61;
        var hit = Hit("check.grades-sum-primary", row);
        var again = row.In(row.Year);
        again.Name = "改名小学";
        again["books"] = 3; // other columns, other cell addresses
        var other = row.In(row.Year);
        other["enrolment_primary"] = 62;

        Assert.Equal("enrolment_primary=61; pupils_grade_1=10; pupils_grade_2=10; pupils_grade_3=10; pupils_grade_4=10; pupils_grade_5=10; pupils_grade_6=10", hit.Content);
        Assert.Equal(hit.Slot, Hit("check.grades-sum-primary", again).Slot);
        Assert.NotEqual(hit.Slot, Hit("check.grades-sum-primary", other).Slot);
    }

    [Fact]
    public void A_hit_is_a_finding_with_all_of_its_cells()
    {
        var row = Primary();
        row["enrolment_primary"] = 61;

        var finding = Hit("check.grades-sum-primary", row).ToFinding(Language.Zh);

        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal("check.grades-sum-primary", finding.Rule);
        Assert.Equal("schools.csv", finding.Place.File);
        Assert.Matches(@"^[A-Z]+2(\+[A-Z]+2){6}$", finding.Place.Cell!);
        Assert.Equal("990101", finding.CountyCode);
        Assert.NotEmpty(finding.Remedy);
    }

    [Fact]
    public void Two_registers_are_compared_and_neither_is_overwritten()
    {
        var (a, b, c) = (Primary(), Primary("9901010002"), Primary("9901010003"));
        (a["roll_pupils_primary"], b["roll_pupils_primary"]) = (60, 80);

        var result = CheckRun.Of([a, b, c]);

        var source = Assert.Single(result.Sources, source => source.Rule.Id == "check.cross-roll");
        Assert.Equal((2, 1, 1, 0), (source.Compared, source.Equal, source.OnlyFirst, source.OnlySecond));
        Assert.Equal("9901010002", Assert.Single(result.Hits, hit => hit.Rule.Id == "check.cross-roll").SchoolCode);
    }

    [Fact]
    public void Every_soft_rule_asks_and_every_hard_rule_bids_in_both_languages() => Assert.All(CheckRun.Set.Rules, rule =>
    {
        Assert.Contains(rule.Kind == CheckKind.Soft ? "请核实" : "请", rule.Message.Text.Zh, StringComparison.Ordinal);
        Assert.Contains("lease", rule.Message.Text.En, StringComparison.Ordinal);
        Assert.All(new[] { "作假", "造假", "虚报", "弄虚", "fraud", "cheat", "false" }, word =>
            Assert.DoesNotContain(word, rule.Message.Text.Zh + rule.Message.Text.En + rule.Why.Zh + rule.Why.En, StringComparison.OrdinalIgnoreCase));
    });

    private static CheckRow Primary(string code = "9901010001")
    {
        var row = new CheckRow("990101", code, SchoolType.Primary, CleanCounties.Year) { Name = $"学校{code}" };
        for (var grade = 1; grade <= 6; grade++)
        {
            row[$"pupils_grade_{grade}"] = 10;
        }

        row["enrolment_primary"] = 60;
        return row;
    }

    private static (CheckRow Last, CheckRow Now) TwoYears()
    {
        var row = Primary();
        return (row.In(CleanCounties.Year - 1), row);
    }

    private static bool Asks(string rule, params CheckRow[] rows) => CheckRun.Of(rows).Hits.Any(hit => hit.Rule.Id == rule);

    private static CheckHit Hit(string rule, params CheckRow[] rows) => Assert.Single(CheckRun.Of(rows).Hits, hit => hit.Rule.Id == rule);
}
