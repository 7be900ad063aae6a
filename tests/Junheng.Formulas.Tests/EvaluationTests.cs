using Junheng.Domain.Numbers;

namespace Junheng.Formulas.Tests;

public sealed class EvaluationTests
{
    [Theory]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("7 - 10", "-3")]
    [InlineData("1.5 * 4", "6")]
    [InlineData("7 / 8", "0.875")]
    [InlineData("-(2 + 3)", "-5")]
    [InlineData("ceil(7 / 2)", "4")]
    [InlineData("ceil(-7 / 2)", "-3")]
    [InlineData("floor(-7 / 2)", "-4")]
    [InlineData("round(2.5)", "3")]
    [InlineData("round(-2.345, 2)", "-2.35")]
    [InlineData("abs(-3)", "3")]
    [InlineData("min(3, 1, 2)", "1")]
    [InlineData("max(3, 1, 2)", "3")]
    [InlineData("if(1 < 2, 10, 20)", "10")]
    [InlineData("if(1 > 2, 10, 20)", "20")]
    public void Arithmetic_is_exact(string text, string expected) => Assert.Equal(SchoolWorld.Number(expected), SchoolWorld.Evaluate(text));

    [Theory]
    [InlineData("1 = 1.0", true)]
    [InlineData("1 != 2", true)]
    [InlineData("1 / 3 < 0.3334", true)]
    [InlineData("2 <= 2", true)]
    [InlineData("2 > 2", false)]
    [InlineData("2 >= 2", true)]
    [InlineData("'a' = 'A'", false)]
    [InlineData("'a' != 'b'", true)]
    [InlineData("true = false", false)]
    [InlineData("date'2026-08-31' < date'2026-09-01'", true)]
    [InlineData("$census.day = date'2026-09-01'", true)]
    [InlineData("'b' in ('a', 'b')", true)]
    [InlineData("3 in (1, 2)", false)]
    [InlineData("-2 in (1, -2)", true)]
    [InlineData("not true", false)]
    [InlineData("max(date'2026-01-01', date'2026-09-01') = date'2026-09-01'", true)]
    public void Comparisons_give_truth_values(string text, bool expected) => Assert.Equal(FormulaValue.Of(expected), SchoolWorld.Evaluate(text));

    [Theory]
    [InlineData("add_years(date'2024-02-29', 1)", 2025, 2, 28)]
    [InlineData("add_years(date'2024-02-29', 4)", 2028, 2, 29)]
    [InlineData("add_years(date'2024-02-29', -124)", 1900, 2, 28)]
    [InlineData("add_years(date'2025-02-28', -1)", 2024, 2, 28)]
    [InlineData("add_years($census.day, 0)", 2026, 9, 1)]
    [InlineData("add_years($census.day, $scope.teaching_point_min)", 2076, 9, 1)]
    [InlineData("add_years(add_years(date'9799-12-31', 200), -200)", 9799, 12, 31)]
    [InlineData("add_years(date'0201-01-01', -200)", 1, 1, 1)]
    public void Years_are_added_by_the_calendar(string text, int year, int month, int day) =>
        Assert.Equal(FormulaValue.Of(new DateOnly(year, month, day)), SchoolWorld.Evaluate(text));

    [Theory]
    [InlineData("add_years(date'9999-01-01', 1)")]
    [InlineData("add_years(date'0200-12-31', -200)")]
    public void A_date_beyond_the_calendar_is_undefined(string text) =>
        Assert.Equal("beyond the bounds of the calendar", Assert.IsType<FormulaValue.Undefined>(SchoolWorld.Evaluate(text)).Reason.En);

    [Fact]
    public void Years_after_a_missing_or_undefined_date_are_so_too()
    {
        Assert.Equal(FormulaValue.MissingOf("opened_on"), SchoolWorld.Evaluate("add_years(opened_on, 3)", SchoolWorld.Unit()));
        Assert.IsType<FormulaValue.Undefined>(SchoolWorld.Evaluate("add_years(opened_on, 3)", SchoolWorld.Unit(("opened_on", 7))));
    }

    [Fact]
    public void The_years_may_be_a_setting_that_is_then_read()
    {
        var formula = SchoolWorld.Compile("add_years(opened_on, $scope.teaching_point_min) <= $census.day");
        Assert.Equal(FormulaValue.True, formula.Evaluate(SchoolWorld.Unit(("opened_on", new DateOnly(1976, 9, 1)))));
        Assert.Equal(FormulaValue.False, formula.Evaluate(SchoolWorld.Unit(("opened_on", new DateOnly(1976, 9, 2)))));
        Assert.Equal(["scope.teaching_point_min", "census.day"], formula.Settings);
    }

    [Fact]
    public void A_ratio_is_an_exact_fraction() =>
        Assert.Equal(
            SchoolWorld.Fraction(700, 397),
            SchoolWorld.Evaluate("100 * above_degree_teachers / enrolment", SchoolWorld.Unit(("above_degree_teachers", 7), ("enrolment", 397))));

    [Fact]
    public void Division_by_zero_is_undefined_with_its_reason() =>
        Assert.Equal("division by zero", Assert.IsType<FormulaValue.Undefined>(SchoolWorld.Evaluate("1 / (2 - 2)")).Reason.En);

    [Fact]
    public void A_number_beyond_the_bounds_is_undefined()
    {
        var factor = new string('9', FormulaLimits.Digits);
        var product = string.Join('*', Enumerable.Repeat(factor, 125));
        Assert.IsType<FormulaValue.Number>(SchoolWorld.Evaluate(product));
        var column = SchoolWorld.Unit(("a", Rational.FromInteger(System.Numerics.BigInteger.Pow(10, 4000))));
        Assert.IsType<FormulaValue.Number>(SchoolWorld.Evaluate("a", column));
        Assert.IsType<FormulaValue.Undefined>(SchoolWorld.Evaluate("a * a", column));
    }

    [Fact]
    public void A_value_of_another_kind_than_its_column_is_undefined() =>
        Assert.IsType<FormulaValue.Undefined>(SchoolWorld.Evaluate("a + 1", SchoolWorld.Unit(("a", "many"))));

    [Fact]
    public void A_row_reads_the_columns_of_the_levels_above()
    {
        var small = SchoolWorld.Class("1", 20);
        var unit = SchoolWorld.Unit(("enrolment", 80)).With("classes", small);
        _ = new TestEntity("school", "S", ("school_type", "teaching_point")).With("units", unit);
        Assert.Equal(SchoolWorld.Fraction(1, 4), SchoolWorld.Evaluate("if(school_type = 'teaching_point', pupils / enrolment, 0)", small));
    }

    [Fact]
    public void A_level_above_that_is_not_at_hand_is_missing() =>
        Assert.Equal(FormulaValue.MissingOf("school_type"), SchoolWorld.Evaluate("school_type = 'primary'", SchoolWorld.Unit()));

    [Fact]
    public void Only_the_chosen_branch_of_if_counts() =>
        Assert.Equal(SchoolWorld.Number("1"), SchoolWorld.Evaluate("if(true, 1, 1 / 0)"));

    [Fact]
    public void A_setting_is_a_constant_of_its_schema()
    {
        var formula = SchoolWorld.Compile("enrolment < $scope.teaching_point_min");
        Assert.Equal(FormulaValue.True, formula.Evaluate(SchoolWorld.Unit(("enrolment", 49))));
        Assert.Equal(FormulaValue.False, formula.Evaluate(SchoolWorld.Unit(("enrolment", 50))));
        Assert.Equal(["scope.teaching_point_min"], formula.Settings);
        Assert.Equal(["enrolment"], formula.Columns.Select(column => column.Name));
    }
}
