using Junheng.Formulas.Types;

namespace Junheng.Formulas.Tests;

public sealed class UnitTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("m2/pupil", "m2/pupil")]
    [InlineData("person*hour/class", "hour*person/class")]
    [InlineData("pupil^2 / pupil", "pupil")]
    [InlineData("1/pupil/class", "1/class/pupil")]
    public void A_unit_is_a_product_of_known_dimensions(string text, string canonical)
    {
        var unit = SchoolWorld.Units.Parse(text);
        Assert.Equal(canonical, unit.ToString());
        Assert.Equal(unit, SchoolWorld.Units.Parse(canonical));
        Assert.Equal(unit.GetHashCode(), SchoolWorld.Units.Parse(canonical).GetHashCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("acre")]
    [InlineData("m2//pupil")]
    [InlineData("m2*")]
    [InlineData("m2^0")]
    [InlineData("m2^99999999999")]
    public void Anything_else_is_no_unit(string text) => Assert.False(SchoolWorld.Units.TryParse(text, out _));

    [Theory]
    [InlineData("100 * above_degree_teachers / enrolment", "person/pupil")]
    [InlineData("teaching_area * 2 + 5", "m2")]
    [InlineData("teaching_area / enrolment - 3.825", "m2/pupil")]
    [InlineData("1 / enrolment", "1/pupil")]
    [InlineData("enrolment / enrolment", "1")]
    [InlineData("if(enrolment > 50, teaching_area, 0)", "m2")]
    [InlineData("max(0, teaching_area)", "m2")]
    [InlineData("round(teaching_area / 3, 2)", "m2")]
    [InlineData("count(classes)", "class")]
    [InlineData("share(teachers where certified)", "1")]
    [InlineData("mean(classes.pupils)", "pupil")]
    [InlineData("sum(teachers.training_hours) / count(teachers)", "hour/person")]
    public void Products_and_quotients_combine_units(string text, string unit) =>
        Assert.Equal(SchoolWorld.Units.Parse(unit), SchoolWorld.Compile(text).Unit);

    [Fact]
    public void A_formula_of_literals_has_no_unit_yet() => Assert.Null(SchoolWorld.Compile("2 * 3").Unit);

    [Theory]
    [InlineData("enrolment + teaching_area", 0, 25)]
    [InlineData("1 + (enrolment - above_degree_teachers)", 5, 33)]
    [InlineData("enrolment > teaching_area", 0, 25)]
    [InlineData("max(1, enrolment, teaching_area)", 0, 32)]
    [InlineData("if(p, enrolment, teaching_area)", 0, 31)]
    [InlineData("teaching_area < $class.limit", 0, 28)]
    [InlineData("count(classes) + count(teachers)", 0, 32)]
    public void Different_units_are_refused_at_their_place(string text, int start, int length)
    {
        var error = SchoolWorld.FirstError(text);
        Assert.Equal(("formula.unit-mismatch", start, length), (error.Rule, error.Start, error.Length));
    }

    [Fact]
    public void The_message_names_both_units_in_both_languages()
    {
        var error = SchoolWorld.FirstError("enrolment + teaching_area");
        Assert.Equal("Different units: 'enrolment' is in pupil, 'teaching_area' in m2.", error.Message.En);
        Assert.Equal("单位不同：“enrolment”的单位是 pupil，“teaching_area”的单位是 m2。", error.Message.Zh);
    }

    [Fact]
    public void The_unit_that_a_formula_should_have_is_checked()
    {
        var wanted = SchoolWorld.Units.Parse("person/pupil");
        Assert.Empty(Formula.Compile("above_degree_teachers / enrolment", SchoolWorld.Schema, "unit", FormulaKind.Number, wanted).Errors);
        Assert.Empty(Formula.Compile("0", SchoolWorld.Schema, "unit", FormulaKind.Number, wanted).Errors);
        var error = Assert.Single(Formula.Compile("teaching_area / enrolment", SchoolWorld.Schema, "unit", FormulaKind.Number, wanted).Errors);
        Assert.Equal("formula.wrong-unit", error.Rule);
    }
}
