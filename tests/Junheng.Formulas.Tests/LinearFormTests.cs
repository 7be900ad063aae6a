using Junheng.Domain.Numbers;
using Junheng.Formulas.Columns;
using Junheng.Formulas.Types;

namespace Junheng.Formulas.Tests;

public sealed class LinearFormTests
{
    [Theory]
    [InlineData("100 * a / c", "100 · (1 a) / c")]
    [InlineData("a / c", "1 · (1 a) / c")]
    [InlineData("a / c * 100", "100 · (1 a) / c")]
    [InlineData("(a + b) / c", "1 · (1 a + 1 b) / c")]
    [InlineData("(a - 2 * b) / c", "1 · (1 a + -2 b) / c")]
    [InlineData("-(a - 2 * b) / c", "-1 · (1 a + -2 b) / c")]
    [InlineData("a / c + b / c", "1 · (1 a + 1 b) / c")]
    [InlineData("(0.5 * a + 0.25 * b) / (2 * c)", "1/8 · (2 a + 1 b) / c")]
    [InlineData("(a + b - b) / c", "1 · (1 a + 0 b) / c")]
    [InlineData("a * ($scope.teaching_point_min - 48) + b * 4", "2 · (1 a + 2 b) / ")]
    [InlineData("100 * above_degree_teachers / enrolment", "100 · (1 above_degree_teachers) / enrolment")]
    public void Linear_formulas_are_recognised(string text, string shape)
    {
        Assert.True(LinearForm.TryRecognise(SchoolWorld.Compile(text), out var form));
        var terms = string.Join(" + ", form.Terms.Select(term => $"{term.Coefficient} {term.Column.Name}"));
        Assert.Equal(shape, $"{form.Scale} · ({terms}) / {form.Denominator?.Name}");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("(a + 1) / c")]
    [InlineData("a * b / c")]
    [InlineData("a / b / c")]
    [InlineData("a / (b + c)")]
    [InlineData("a / c + b")]
    [InlineData("a / 0")]
    [InlineData("a / (0 * c)")]
    [InlineData("1 / c")]
    [InlineData("abs(a) / c")]
    [InlineData("a > 1")]
    [InlineData("sum(classes.pupils) / enrolment")]
    [InlineData("grounds / enrolment")]
    public void Others_are_not(string text) => Assert.False(LinearForm.TryRecognise(SchoolWorld.Compile(text), out _));

    [Fact]
    public void A_linear_form_gives_what_its_formula_gives()
    {
        var unit = SchoolWorld.Unit(("a", 7), ("b", 2.5), ("c", 397));
        foreach (var text in new[] { "100 * a / c", "(a - 2 * b) / c", "(0.3 * a + b / 7) / (3 * c) * 10" })
        {
            var formula = SchoolWorld.Compile(text);
            Assert.True(LinearForm.TryRecognise(formula, out var form));
            var sum = form.Terms.Aggregate(Rational.Zero, (total, term) => total + (term.Coefficient * Figure(term.Column)));
            Assert.Equal(formula.Evaluate(unit), FormulaValue.Of(form.Scale * sum / Figure(form.Denominator!)));
        }

        Rational Figure(FormulaColumn column) => ((FormulaValue.Number)unit.Value(column)).Value;
    }
}
