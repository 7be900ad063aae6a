using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Junheng.Domain.Numbers;
using Junheng.Formulas.Syntax;

namespace Junheng.Formulas.Tests;

/// <summary>Random formulas as the parser could have read them; kinds and units need not fit.</summary>
internal static class RandomFormulas
{
    private static readonly Gen<SyntaxNode> Numbers =
        from digits in Gen.Choose(0, 100000)
        from decimals in Gen.Choose(0, 4)
        select (SyntaxNode)new NumberSyntax(default, Rational.FromFraction(digits, System.Numerics.BigInteger.Pow(10, decimals)));

    private static readonly Gen<SyntaxNode> Texts = Gen.Elements("", "primary", "it's", "''", "小学", "a\nb", "(and", "𠮷").Select(text => (SyntaxNode)new TextSyntax(default, text));

    private static readonly Gen<SyntaxNode> Dates = Gen.Choose(0, 3000000).Select(day => (SyntaxNode)new DateSyntax(default, DateOnly.FromDayNumber(day)));

    private static readonly Gen<SyntaxNode> Settings = Gen.Elements("x", "scope.teaching_point_min", "a.b.c").Select(id => (SyntaxNode)new SettingSyntax(default, id));

    private static readonly Gen<SyntaxNode> Literals = Gen.OneOf(
        Numbers, Texts, Dates, Settings, Gen.Elements(true, false).Select(truth => (SyntaxNode)new TruthSyntax(default, truth)));

    private static readonly Gen<SyntaxNode> Names = Gen.Elements("a", "b_2", "enrolment", "date", "if", "sum", "units", "班额").Select(name => (SyntaxNode)new NameSyntax(default, name));

    public static Gen<SyntaxNode> OfSize(int size)
    {
        var leaf = Gen.OneOf(Literals, Names);
        if (size <= 1)
        {
            return leaf;
        }

        var half = OfSize(size / 2);
        return Gen.OneOf(leaf, Unaries(half), Binaries(half), Binaries(half), Tests(half), Calls(half), Aggregates(half));
    }

    private static Gen<SyntaxNode> Unaries(Gen<SyntaxNode> inner) =>
        from op in Gen.Elements(Enum.GetValues<UnaryOperator>())
        from operand in inner
        select (SyntaxNode)new UnarySyntax(default, op, operand);

    private static Gen<SyntaxNode> Binaries(Gen<SyntaxNode> inner) =>
        from op in Gen.Elements(Enum.GetValues<BinaryOperator>())
        from left in inner
        from right in inner
        select (SyntaxNode)new BinarySyntax(default, op, left, right);

    private static Gen<SyntaxNode> Tests(Gen<SyntaxNode> inner) => Gen.OneOf(
        from operand in inner
        from negated in Gen.Elements(true, false)
        select (SyntaxNode)new MissingTestSyntax(default, operand, negated),
        from operand in inner
        from items in Gen.OneOf(Literals, Numbers.Select(number => (SyntaxNode)new UnarySyntax(default, UnaryOperator.Negate, number))).NonEmptyListOf()
        select (SyntaxNode)new InSyntax(default, operand, [.. items.Take(5)]));

    private static Gen<SyntaxNode> Calls(Gen<SyntaxNode> inner) =>
        from function in Gen.Elements(Enum.GetValues<FormulaFunction>())
        from first in inner
        from second in inner
        from third in inner
        select (SyntaxNode)new CallSyntax(default, function, function switch
        {
            FormulaFunction.If => [first, second, third],
            FormulaFunction.Min or FormulaFunction.Max or FormulaFunction.Round or FormulaFunction.AddYears => [first, second],
            _ => ImmutableArray.Create(first),
        });

    private static Gen<SyntaxNode> Aggregates(Gen<SyntaxNode> inner) =>
        from function in Gen.Elements(Enum.GetValues<AggregateFunction>())
        from body in inner
        from condition in inner
        from conditional in Gen.Elements(true, false)
        from at in Gen.OneOf(Dates, Settings)
        from dated in Gen.Elements(true, false)
        select (SyntaxNode)new AggregateSyntax(
            default,
            function,
            "units",
            default,
            function is AggregateFunction.Count or AggregateFunction.Share or AggregateFunction.Exists ? null : body,
            conditional || function is AggregateFunction.Share or AggregateFunction.Exists ? condition : null,
            dated ? at : null);
}
