using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Junheng.Domain.Numbers;
using Junheng.Formulas.Syntax;

namespace Junheng.Formulas.Tests;

public sealed class RandomFormulaTests
{
    [Fact]
    public void What_is_printed_reads_as_the_same_formula() =>
        Prop.ForAll(RandomFormulas.OfSize(64).ToArbitrary(), formula =>
        {
            var text = SyntaxPrinter.Print(formula);
            var read = FormulaParser.Parse(text).Required();
            Assert.Equal(SyntaxShape.Of(formula), SyntaxShape.Of(read.Root));
            Assert.Equal(text, read.ToString());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void Random_formulas_bind_or_say_why_and_evaluate() =>
        Prop.ForAll(RandomFormulas.OfSize(32).ToArbitrary(), formula =>
        {
            var result = Formula.Compile(SyntaxPrinter.Print(formula), SchoolWorld.Schema, "school");
            Assert.NotNull(result.TryGet(out var bound) ? bound.Evaluate(new TestEntity("school", "S")) : result.Errors[0].Message.Zh);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Arithmetic_agrees_with_fractions_that_are_never_reduced() =>
        Prop.ForAll(Arithmetic(5).ToArbitrary(), Gen.Choose(-9, 9).Three().ToArbitrary(), (formula, values) =>
        {
            var (a, b, c) = values;
            var unit = SchoolWorld.Unit(("a", a), ("b", b), ("c", c));
            var expected = formula.Value([a, b, c]);
            Assert.Equal(
                expected is var (above, below) ? FormulaValue.Of(Rational.FromFraction(above, below)) : SchoolWorld.Evaluate("1 / 0"),
                SchoolWorld.Evaluate(formula.Text, unit));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    /// <summary>An arithmetic formula with an evaluation that shares nothing with the product: fractions of whole numbers; null = a division by zero.</summary>
    private sealed record Sum(string Text, Func<int[], (BigInteger Above, BigInteger Below)?> Value)
    {
        public override string ToString() => Text;
    }

    private static Gen<Sum> Arithmetic(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Choose(0, 99).Select(tenths => new Sum($"{tenths / 10}.{tenths % 10}", _ => (tenths, 10))),
            Gen.Choose(0, 2).Select(column => new Sum("abc"[column].ToString(), values => (values[column], 1))));
        if (depth == 0)
        {
            return leaf;
        }

        var inner = Arithmetic(depth - 1);
        return Gen.OneOf(
            leaf,
            inner.Select(part => new Sum($"-({part.Text})", values => part.Value(values) is var (x, y) ? (-x, y) : null)),
            from left in inner
            from right in inner
            from op in Gen.Elements('+', '-', '*', '/')
            select new Sum($"({left.Text}) {op} ({right.Text})", values => Apply(op, left.Value(values), right.Value(values))));
    }

    private static (BigInteger Above, BigInteger Below)? Apply(char op, (BigInteger Above, BigInteger Below)? left, (BigInteger Above, BigInteger Below)? right) =>
        (op, left, right) switch
        {
            ('+', var (a, b), var (c, d)) => ((a * d) + (c * b), b * d),
            ('-', var (a, b), var (c, d)) => ((a * d) - (c * b), b * d),
            ('*', var (a, b), var (c, d)) => (a * c, b * d),
            ('/', var (a, b), var (c, d)) when !c.IsZero => (a * d, b * c),
            _ => null,
        };
}
