using Junheng.Formulas.Syntax;

namespace Junheng.Formulas.Tests;

public sealed class BoundsTests
{
    [Fact]
    public void The_longest_text_is_read_and_one_more_is_refused()
    {
        var text = "1".PadRight(FormulaLimits.TextLength);
        Assert.Empty(FormulaParser.Parse(text).Errors);
        Assert.Equal("formula.too-long", Assert.Single(FormulaParser.Parse(text + " ").Errors).Rule);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("-", "")]
    [InlineData("not ", "")]
    [InlineData("abs(", ")")]
    [InlineData("if(p, 1, ", ")")]
    public void Nesting_is_read_up_to_the_bound(string open, string close)
    {
        var inner = open == "not " ? "p" : "1";
        Assert.Empty(FormulaParser.Parse(Nested(FormulaLimits.Depth)).Errors);
        Assert.Equal("formula.too-deep", Assert.Single(FormulaParser.Parse(Nested(FormulaLimits.Depth + 1)).Errors).Rule);

        string Nested(int depth) => string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));
    }

    [Fact]
    public void A_long_sum_is_not_deep() =>
        Assert.Empty(Formula.Compile(string.Join('+', Enumerable.Repeat("a", 500)), SchoolWorld.Schema, "unit").Errors);

    [Fact]
    public void The_number_of_parts_is_bounded()
    {
        Assert.Empty(FormulaParser.Parse(string.Join('+', Enumerable.Repeat("1", FormulaLimits.Nodes / 2))).Errors);
        var error = Assert.Single(FormulaParser.Parse(string.Join('+', Enumerable.Repeat("1", (FormulaLimits.Nodes / 2) + 1))).Errors);
        Assert.Equal("formula.too-many-parts", error.Rule);
    }

    [Fact]
    public void The_digits_of_a_number_are_bounded()
    {
        var most = new string('9', FormulaLimits.Digits);
        Assert.Empty(FormulaParser.Parse($"{most}.{most}").Errors);
        Assert.Equal("formula.too-many-digits", Assert.Single(FormulaParser.Parse(most + "9").Errors).Rule);
        Assert.Equal("formula.too-many-digits", Assert.Single(FormulaParser.Parse($"1.{most}9").Errors).Rule);
    }

    [Fact]
    public void The_errors_of_one_formula_are_bounded() =>
        Assert.Equal(FormulaLimits.Errors, Formula.Compile(string.Join('+', Enumerable.Repeat("zz", 300)), SchoolWorld.Schema, "unit").Errors.Length);
}
