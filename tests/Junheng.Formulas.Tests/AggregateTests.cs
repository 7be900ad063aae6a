namespace Junheng.Formulas.Tests;

public sealed class AggregateTests
{
    private static readonly DateOnly LastYear = new(2025, 9, 1);

    [Theory]
    [InlineData("sum(classes.pupils)", "138")]
    [InlineData("count(classes)", "3")]
    [InlineData("count(classes where pupils > 45)", "1")]
    [InlineData("max(classes.pupils)", "50")]
    [InlineData("min(classes.pupils)", "43")]
    [InlineData("mean(classes.pupils)", "46")]
    [InlineData("sum(classes: pupils * 2 where pupils > $class.limit)", "100")]
    [InlineData("share(classes where pupils > 45) * 3", "1")]
    [InlineData("sum(classes: enrolment - pupils)", "276")]
    [InlineData("enrolment - sum(classes.pupils)", "0")]
    public void A_unit_aggregates_its_classes(string text, string expected)
    {
        var unit = SchoolWorld.Unit(("enrolment", 138)).With("classes", SchoolWorld.Class("1", 50), SchoolWorld.Class("2", 45), SchoolWorld.Class("3", 43));
        Assert.Equal(SchoolWorld.Number(expected), SchoolWorld.Evaluate(text, unit));
    }

    [Theory]
    [InlineData("sum(units.enrolment)", "600")]
    [InlineData("sum(units.enrolment where stage = 'primary')", "400")]
    [InlineData("sum(units.enrolment where stage = 'primary' and school_type = 'nine_year')", "300")]
    [InlineData("count(schools where sum(units.enrolment) > 150)", "1")]
    [InlineData("max(schools: sum(units.enrolment))", "500")]
    [InlineData("sum(entries.cost where state = 'closed')", "30")]
    [InlineData("count(entries where closed_on >= date'2026-01-01')", "1")]
    public void A_county_aggregates_through_the_levels_between(string text, string expected) =>
        Assert.Equal(SchoolWorld.Number(expected), SchoolWorld.Evaluate(text, County()));

    [Fact]
    public void The_latest_day_of_ledger_entries_is_a_date() =>
        Assert.Equal(FormulaValue.Of(new DateOnly(2026, 3, 1)), SchoolWorld.Evaluate("max(entries.closed_on)", County()));

    [Fact]
    public void A_share_of_teachers_is_exact()
    {
        var unit = SchoolWorld.Unit().With("teachers", SchoolWorld.Teacher("A", true), SchoolWorld.Teacher("B", false), SchoolWorld.Teacher("C", true));
        Assert.Equal(SchoolWorld.Fraction(2, 3), SchoolWorld.Evaluate("share(teachers where certified)", unit));
    }

    [Theory]
    [InlineData("exists(units where enrolment > 250)", true)]
    [InlineData("exists(units where enrolment > 300)", false)]
    [InlineData("exists(schools where sum(units.enrolment) > 450)", true)]
    [InlineData("exists(schools where not exists(units where stage = 'junior'))", true)]
    [InlineData("exists(schools where school_type = 'primary' and exists(units where stage = 'junior'))", false)]
    [InlineData("not exists(entries where state = 'lost') and count(schools where exists(units where enrolment > 150)) = 1", true)]
    public void One_member_that_meets_the_condition_is_enough_to_exist(string text, bool expected) =>
        Assert.Equal(FormulaValue.Of(expected), SchoolWorld.Evaluate(text, County()));

    [Theory]
    [InlineData(50, null, true)]
    [InlineData(null, 50, true)]
    [InlineData(40, 50, true)]
    [InlineData(40, 41, false)]
    public void A_known_member_decides_that_one_exists(int? first, int? second, bool expected)
    {
        var unit = SchoolWorld.Unit().With("classes", SchoolWorld.Class("1", first), SchoolWorld.Class("2", second));
        Assert.Equal(FormulaValue.Of(expected), SchoolWorld.Evaluate("exists(classes where pupils > 45)", unit));
    }

    [Fact]
    public void Where_no_known_member_decides_a_missing_one_makes_exists_missing()
    {
        var unit = SchoolWorld.Unit().With("classes", SchoolWorld.Class("1", 40), SchoolWorld.Class("2", null), SchoolWorld.Class("3", null));
        Assert.Equal(FormulaValue.MissingOf("2.pupils", "3.pupils"), SchoolWorld.Evaluate("exists(classes where pupils > 45)", unit));
        Assert.Equal(FormulaValue.MissingOf("2.pupils", "3.pupils"), SchoolWorld.Evaluate("exists(classes where 1 / (pupils - 40) > 45)", unit));
    }

    [Fact]
    public void Exists_is_false_of_nothing_and_missing_of_what_was_not_reported()
    {
        Assert.Equal(FormulaValue.False, SchoolWorld.Evaluate("exists(classes where pupils > 45)", SchoolWorld.Unit().With("classes")));
        Assert.Equal(FormulaValue.MissingOf("classes"), SchoolWorld.Evaluate("exists(classes where pupils > 45)", SchoolWorld.Unit()));
    }

    [Fact]
    public void One_reported_member_decides_although_a_sister_reported_none()
    {
        var school = new TestEntity("school", "S").With("units", SchoolWorld.Unit(), SchoolWorld.Unit().With("classes", SchoolWorld.Class("1", 50)));
        Assert.Equal(FormulaValue.True, SchoolWorld.Evaluate("exists(classes where pupils > 45)", school));
        Assert.Equal(FormulaValue.MissingOf("U.classes"), SchoolWorld.Evaluate("exists(classes where pupils > 50)", school));
    }

    [Fact]
    public void An_undefined_condition_leaves_exists_undefined_unless_another_decides()
    {
        var unit = SchoolWorld.Unit().With("classes", SchoolWorld.Class("1", 40), SchoolWorld.Class("2", 41));
        Assert.Equal(FormulaValue.True, SchoolWorld.Evaluate("exists(classes where 1 / (pupils - 40) = 1)", unit));
        Assert.IsType<FormulaValue.Undefined>(SchoolWorld.Evaluate("exists(classes where 1 / (pupils - 40) = 2)", unit));
    }

    [Theory]
    [InlineData("sum(classes.pupils)")]
    [InlineData("max(classes.pupils)")]
    [InlineData("mean(classes.pupils)")]
    [InlineData("count(classes where pupils > 45)")]
    [InlineData("share(classes where pupils > 45)")]
    public void A_missing_member_makes_the_whole_missing_and_is_named(string text)
    {
        var unit = SchoolWorld.Unit().With("classes", SchoolWorld.Class("1", 50), SchoolWorld.Class("2", null));
        Assert.Equal(FormulaValue.MissingOf("2.pupils"), SchoolWorld.Evaluate(text, unit));
    }

    [Fact]
    public void What_a_condition_leaves_out_may_be_missing()
    {
        var unit = SchoolWorld.Unit().With("teachers", SchoolWorld.Teacher("A", true, 90), SchoolWorld.Teacher("B", false));
        Assert.Equal(SchoolWorld.Number("90"), SchoolWorld.Evaluate("sum(teachers.training_hours where certified)", unit));
    }

    [Fact]
    public void Many_missing_members_are_named_up_to_the_bound()
    {
        var unit = SchoolWorld.Unit().With("classes", [.. Enumerable.Range(1, 50).Select(number => SchoolWorld.Class($"{number}", null))]);
        var missing = Assert.IsType<FormulaValue.Missing>(SchoolWorld.Evaluate("sum(classes.pupils)", unit));
        Assert.Equal(FormulaLimits.MissingNames + 1, missing.Names.Length);
        Assert.Equal(("1.pupils", "…"), (missing.Names[0], missing.Names[^1]));
    }

    [Fact]
    public void A_collection_that_was_not_reported_is_missing_not_empty()
    {
        Assert.Equal(FormulaValue.MissingOf("classes"), SchoolWorld.Evaluate("count(classes)", SchoolWorld.Unit()));
        Assert.Equal(SchoolWorld.Number("0"), SchoolWorld.Evaluate("count(classes)", SchoolWorld.Unit().With("classes")));
    }

    [Fact]
    public void Of_nothing_the_sum_is_zero_and_the_rest_undefined()
    {
        var unit = SchoolWorld.Unit().With("classes");
        Assert.Equal(SchoolWorld.Number("0"), SchoolWorld.Evaluate("sum(classes.pupils)", unit));
        Assert.IsType<FormulaValue.Undefined>(SchoolWorld.Evaluate("mean(classes.pupils)", unit));
        Assert.IsType<FormulaValue.Undefined>(SchoolWorld.Evaluate("max(classes.pupils)", unit));
        Assert.IsType<FormulaValue.Undefined>(SchoolWorld.Evaluate("share(classes where pupils > 45)", unit));
    }

    [Fact]
    public void At_a_date_asks_for_the_state_of_that_day()
    {
        var unit = SchoolWorld.Unit().With("classes", SchoolWorld.Class("1", 50)).WithAt("classes", LastYear, SchoolWorld.Class("1", 48));
        Assert.Equal(SchoolWorld.Number("2"), SchoolWorld.Evaluate("sum(classes.pupils) - sum(classes.pupils) at date'2025-09-01'", unit));
        Assert.Equal(SchoolWorld.Number("48"), SchoolWorld.Compile("sum(classes.pupils)").Evaluate(unit, LastYear));
    }

    [Fact]
    public void What_exists_may_be_asked_for_another_day()
    {
        var unit = SchoolWorld.Unit().With("classes", SchoolWorld.Class("1", 40)).WithAt("classes", LastYear, SchoolWorld.Class("1", 48));
        Assert.Equal(FormulaValue.False, SchoolWorld.Evaluate("exists(classes where pupils > 45)", unit));
        Assert.Equal(FormulaValue.True, SchoolWorld.Evaluate("exists(classes where pupils > 45) at date'2025-09-01'", unit));
        Assert.Equal(FormulaValue.True, SchoolWorld.Compile("exists(classes where pupils > 45)").Evaluate(unit, LastYear));
    }

    [Fact]
    public void A_date_reaches_the_aggregates_inside()
    {
        var then = SchoolWorld.Unit().WithAt("classes", LastYear, SchoolWorld.Class("1", 48));
        var school = new TestEntity("school", "S").WithAt("units", LastYear, then);
        Assert.Equal(SchoolWorld.Number("48"), SchoolWorld.Evaluate("sum(units: sum(classes.pupils)) at date'2025-09-01'", school));
    }

    [Fact]
    public void A_mean_of_many_ratios_stays_exact_and_quick()
    {
        var units = Enumerable.Range(1, 3000).Select(n => SchoolWorld.Unit(("a", 1), ("b", (n % 500) + 1))).ToArray();
        var harmonic = Enumerable.Range(1, 500).Aggregate(Domain.Numbers.Rational.Zero, (sum, n) => sum + Domain.Numbers.Rational.FromFraction(1, n));
        var school = new TestEntity("school", "S").With("units", units);
        Assert.Equal(FormulaValue.Of(harmonic / 500), SchoolWorld.Evaluate("mean(units: a / b)", school));
    }

    private static TestEntity County()
    {
        var nineYear = new TestEntity("school", "九年一贯制学校", ("school_type", "nine_year")).With(
            "units",
            new TestEntity("unit", "小学", ("enrolment", 300), ("stage", "primary")),
            new TestEntity("unit", "初中", ("enrolment", 200), ("stage", "junior")));
        var primary = new TestEntity("school", "中心小学", ("school_type", "primary")).With(
            "units", new TestEntity("unit", "小学", ("enrolment", 100), ("stage", "primary")));
        return new TestEntity("county", "示例县").With("schools", nineYear, primary).With(
            "entries",
            new TestEntity("entry", "1", ("cost", 30), ("state", "closed"), ("closed_on", new DateOnly(2025, 12, 31))),
            new TestEntity("entry", "2", ("cost", 12), ("state", "open"), ("closed_on", new DateOnly(2026, 3, 1))));
    }
}
