using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Formulas.Binding;
using Junheng.Formulas.Syntax;
using Junheng.Formulas.Types;

namespace Junheng.Formulas.Columns;

/// <summary>A constant plus terms, over at most one column. A constant beside a denominator is part of the numerator.</summary>
internal sealed record LinearSum(ImmutableArray<LinearTerm> Terms, Rational Constant, FormulaColumn? Denominator)
{
    public bool IsConstant => Terms.IsEmpty && Denominator is null;

    public LinearSum Times(Rational factor) =>
        new([.. Terms.Select(term => term with { Coefficient = term.Coefficient * factor })], Constant * factor, Denominator);
}

/// <summary>Reads a bound formula as a linear sum over a column, from the leaves up; null as soon as it is none.</summary>
internal static class LinearRecogniser
{
    public static LinearSum? Recognise(BoundNode node) => node switch
    {
        ConstantNode { Value: FormulaValue.Number(var value) } => new LinearSum([], value, null),
        ColumnNode { Kind: FormulaKind.Number, LevelsUp: 0 } column
            => new LinearSum([new LinearTerm(Rational.One, column.Column)], Rational.Zero, null),
        UnaryNode { Operator: UnaryOperator.Negate } unary => Recognise(unary.Operand)?.Times(-1),
        BinaryNode { Kind: FormulaKind.Number } binary when Recognise(binary.Left) is { } left && Recognise(binary.Right) is { } right
            => Combine(binary.Operator, left, right),
        _ => null,
    };

    private static LinearSum? Combine(BinaryOperator op, LinearSum left, LinearSum right) => op switch
    {
        BinaryOperator.Add => Add(left, right),
        BinaryOperator.Subtract => Add(left, right.Times(-1)),
        BinaryOperator.Multiply when left.IsConstant => right.Times(left.Constant),
        BinaryOperator.Multiply when right.IsConstant => left.Times(right.Constant),
        BinaryOperator.Divide => Divide(left, right),
        _ => null,
    };

    private static LinearSum? Add(LinearSum left, LinearSum right)
    {
        if (!Equals(left.Denominator, right.Denominator))
        {
            return null;
        }

        var terms = left.Terms.ToBuilder();
        foreach (var term in right.Terms)
        {
            var same = IndexOf(terms, term.Column);
            if (same < 0)
            {
                terms.Add(term);
            }
            else
            {
                terms[same] = term with { Coefficient = terms[same].Coefficient + term.Coefficient };
            }
        }

        return new LinearSum(terms.DrainToImmutable(), left.Constant + right.Constant, left.Denominator);
    }

    private static int IndexOf(ImmutableArray<LinearTerm>.Builder terms, FormulaColumn column)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i].Column.Equals(column))
            {
                return i;
            }
        }

        return -1;
    }

    private static LinearSum? Divide(LinearSum left, LinearSum right) => right switch
    {
        { IsConstant: true } when right.Constant.Sign != 0 => left.Times(Rational.One / right.Constant),
        { Denominator: null, Constant.Sign: 0, Terms: [{ Coefficient.Sign: not 0 } only] } when left.Denominator is null
            => left.Times(Rational.One / only.Coefficient) with { Denominator = only.Column },
        _ => null,
    };
}
