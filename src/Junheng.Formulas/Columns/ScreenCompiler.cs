using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Formulas.Binding;
using Junheng.Formulas.Syntax;
using Junheng.Formulas.Types;

namespace Junheng.Formulas.Columns;

/// <summary>Turns a bound formula into the parts of a <see cref="ColumnScreen"/>; null for what it does not know.</summary>
internal static class ScreenCompiler
{
    public static ScreenTruth? Truth(BoundNode node) => node switch
    {
        ConstantNode { Value: FormulaValue.Truth(var truth) } => new ScreenFixed(truth),
        ColumnNode { Kind: FormulaKind.Truth } flag => new ScreenFlag(flag.Column),
        UnaryNode { Operator: UnaryOperator.Not } not => Truth(not.Operand) is { } inner ? new ScreenNot(inner) : null,
        BinaryNode { Operator: BinaryOperator.And or BinaryOperator.Or } joined => Joined(joined),
        BinaryNode comparison => Comparison(comparison),
        InNode { Operand: ColumnNode { Kind: FormulaKind.Text } column } inList => Codes(column, Texts(inList.Items), ColumnScreen.Absent),
        MissingTestNode test => MissingTest(test),
        CallNode { Function: FormulaFunction.If, Kind: FormulaKind.Truth, Arguments: [var condition, var whenTrue, var whenFalse] }
            => Truth(condition) is { } asked && Truth(whenTrue) is { } yes && Truth(whenFalse) is { } no ? new ScreenTruthChoice(asked, yes, no) : null,
        _ => null,
    };

    private static ScreenNumber? Number(BoundNode node) => node switch
    {
        ConstantNode { Value: FormulaValue.Number(var value) } => Constant(value),
        ColumnNode { Kind: FormulaKind.Number } column => new ScreenColumn(column.Column),
        UnaryNode { Operator: UnaryOperator.Negate } negated => Number(negated.Operand) is { } inner ? new ScreenSign(inner, isAbsolute: false) : null,
        BinaryNode { Kind: FormulaKind.Number } binary => Number(binary.Left) is { } left && Number(binary.Right) is { } right
            ? new ScreenArithmetic(binary.Operator, left, right)
            : null,
        CallNode { Kind: FormulaKind.Number } call => Call(call),
        _ => null,
    };

    private static ScreenNumber? Call(CallNode call)
    {
        switch (call.Function)
        {
            case FormulaFunction.Abs:
                return Number(call.Arguments[0]) is { } inner ? new ScreenSign(inner, isAbsolute: true) : null;
            case FormulaFunction.Min or FormulaFunction.Max:
                var parts = call.Arguments.Select(Number).OfType<ScreenNumber>().ToArray();
                return parts.Length == call.Arguments.Length ? new ScreenExtreme(parts, largest: call.Function == FormulaFunction.Max) : null;
            case FormulaFunction.If:
                return Truth(call.Arguments[0]) is { } condition && Number(call.Arguments[1]) is { } whenTrue && Number(call.Arguments[2]) is { } whenFalse
                    ? new ScreenChoice(condition, whenTrue, whenFalse)
                    : null;
            default:
                return null;
        }
    }

    private static ScreenConstant? Constant(Rational value)
    {
        var nearest = value.ToDouble();
        return !double.IsFinite(nearest) ? null : new ScreenConstant(nearest, value.IsInteger && Math.Abs(nearest) < 1L << 53 ? 0 : Math.Abs(nearest) * 2.3e-16);
    }

    private static ScreenJoin? Joined(BinaryNode node) => Truth(node.Left) is { } left && Truth(node.Right) is { } right
        ? new ScreenJoin(left, right, node.Operator == BinaryOperator.And ? ColumnScreen.False : ColumnScreen.True)
        : null;

    private static ScreenTruth? Comparison(BinaryNode node) => (node.Left, node.Right, node.Operator) switch
    {
        (ColumnNode { Kind: FormulaKind.Text } column, ConstantNode { Value: FormulaValue.Text(var text) }, BinaryOperator.Equal or BinaryOperator.NotEqual)
            => Codes(column, [text], ColumnScreen.Absent, node.Operator),
        (ConstantNode { Value: FormulaValue.Text(var text) }, ColumnNode { Kind: FormulaKind.Text } column, BinaryOperator.Equal or BinaryOperator.NotEqual)
            => Codes(column, [text], ColumnScreen.Absent, node.Operator),
        ({ Kind: FormulaKind.Number }, { Kind: FormulaKind.Number }, _) => Number(node.Left) is { } left && Number(node.Right) is { } right
            ? new ScreenComparison(node.Operator, left, right)
            : null,
        _ => null,
    };

    private static ScreenTruth Codes(ColumnNode column, ImmutableArray<string> texts, byte whenMissing, BinaryOperator op = BinaryOperator.Equal)
    {
        var codes = new ScreenCodes(column.Column, texts, whenMissing);
        return op == BinaryOperator.NotEqual ? new ScreenNot(codes) : codes;
    }

    private static ImmutableArray<string> Texts(ImmutableArray<FormulaValue> items) => [.. items.OfType<FormulaValue.Text>().Select(item => item.Value)];

    private static ScreenTruth? MissingTest(MissingTestNode node)
    {
        ScreenTruth? test = node.Operand switch
        {
            ColumnNode { Kind: FormulaKind.Number or FormulaKind.Truth } column => new ScreenMissing(column.Column),
            ColumnNode { Kind: FormulaKind.Text } column => new ScreenCodes(column.Column, [], ColumnScreen.True),
            _ => null,
        };
        return node.Negated && test is not null ? new ScreenNot(test) : test;
    }
}
