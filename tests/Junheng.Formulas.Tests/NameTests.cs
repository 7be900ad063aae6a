using Junheng.Formulas.Types;

namespace Junheng.Formulas.Tests;

public sealed class NameTests
{
    [Theory]
    [InlineData("enrolmnet + 1", "unknown-name", "Did you mean enrolment?")]
    [InlineData("pupils + 1", "unknown-name", "It is a column of 'class': aggregate it, e.g. sum(classes.pupils).")]
    [InlineData("zzzzzz", "unknown-name", "Check the column's name.")]
    [InlineData("enrolment < $scope.teaching_point_mim", "unknown-setting", "Did you mean $scope.teaching_point_min?")]
    [InlineData("count(clases)", "unknown-collection", "Did you mean classes?")]
    [InlineData("count(rooms)", "unknown-collection", "Did you mean classes?")]
    [InlineData("school_type = 'primry'", "unknown-code", "Did you mean 'primary'?")]
    [InlineData("school_type in ('primary', 'junior_college')", "unknown-code", "It may hold: primary, nine_year, teaching_point.")]
    public void An_unknown_name_is_answered_with_what_was_meant(string text, string rule, string remedy)
    {
        var error = SchoolWorld.FirstError(text);
        Assert.Equal(("formula." + rule, remedy), (error.Rule, error.Remedy.En));
    }

    [Theory]
    [InlineData("enrolment and p", "wrong-kind", 0, 9)]
    [InlineData("p + 1", "wrong-kind", 0, 1)]
    [InlineData("stage = 1", "wrong-kind", 8, 1)]
    [InlineData("stage < 'b'", "not-ordered", 0, 5)]
    [InlineData("max(stage, 'b')", "not-ordered", 4, 5)]
    [InlineData("round(a, 1.5)", "rounding-digits", 9, 3)]
    [InlineData("round(a, 13)", "rounding-digits", 9, 2)]
    [InlineData("round(a, b)", "rounding-digits", 9, 1)]
    [InlineData("add_years(a, 1)", "wrong-kind", 10, 1)]
    [InlineData("add_years(opened_on, p)", "wrong-kind", 21, 1)]
    [InlineData("add_years(opened_on, $census.day)", "wrong-kind", 21, 11)]
    [InlineData("add_years(opened_on, 1.5)", "years-to-add", 21, 3)]
    [InlineData("add_years(opened_on, 201)", "years-to-add", 21, 3)]
    [InlineData("add_years(opened_on, -201)", "years-to-add", 21, 4)]
    [InlineData("add_years(opened_on, a)", "years-to-add", 21, 1)]
    [InlineData("add_years(opened_on, 1 + 1)", "years-to-add", 21, 5)]
    [InlineData("add_years(opened_on, 1) + 1", "wrong-kind", 0, 23)]
    [InlineData("exists(classes where pupils)", "wrong-kind", 21, 6)]
    [InlineData("exists(classes where pupils > 45) + 1", "wrong-kind", 0, 33)]
    [InlineData("sum(classes: pupils > 3)", "wrong-kind", 13, 10)]
    [InlineData("count(classes where pupils)", "wrong-kind", 20, 6)]
    [InlineData("sum(classes.enrolment)", "unknown-name", 12, 9)]
    public void A_wrong_kind_is_refused_at_its_place(string text, string rule, int start, int length)
    {
        var error = SchoolWorld.FirstError(text);
        Assert.Equal(("formula." + rule, start, length), (error.Rule, error.Start, error.Length));
    }

    [Fact]
    public void All_wrong_names_show_at_once_in_order()
    {
        var errors = Formula.Compile("xx + yy * enrolment + zz", SchoolWorld.Schema, "unit").Errors;
        Assert.Equal([0, 5, 22], errors.Select(error => error.Start));
    }

    [Fact]
    public void The_kind_that_a_formula_should_have_is_checked() =>
        Assert.Equal("formula.wrong-kind", Assert.Single(Formula.Compile("a + 1", SchoolWorld.Schema, "unit", FormulaKind.Truth).Errors).Rule);

    [Fact]
    public void An_unknown_level_is_an_error_too() =>
        Assert.Equal("Did you mean school?", Assert.Single(Formula.Compile("1", SchoolWorld.Schema, "schol").Errors).Remedy.En);

    [Theory]
    [InlineData("missing")]
    [InlineData("2a")]
    [InlineData("a b")]
    [InlineData("")]
    public void A_column_needs_a_name_that_formulas_can_say(string name) =>
        Assert.Throws<ArgumentException>(() => new FormulaEntityType("unit", "units", null, [FormulaColumn.Number(name, Unit.One)]));

    [Fact]
    public void Levels_in_a_circle_are_refused() =>
        Assert.Throws<ArgumentException>(() => new FormulaSchema([new("x", "xs", "y", []), new("y", "ys", "x", [])]));
}
