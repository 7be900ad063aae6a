using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Formulas.Binding;
using Junheng.Formulas.Syntax;
using Junheng.Formulas.Types;

namespace Junheng.Formulas.Columns;

/// <summary>Turns a bound truth formula into passes over columns; null for what it does not know.</summary>
internal static class PredicateCompiler
{
    public static PredicateNode? Compile(BoundNode node) => ConstantFolding.Fold(node) switch
    {
        FormulaValue.Truth truth => new ConstantPredicate(truth.Value ? ColumnPredicate.True : ColumnPredicate.False),
        not null => null,
        null => node switch
        {
            BinaryNode { Operator: BinaryOperator.And or BinaryOperator.Or } joined => CompileJoined(joined),
            BinaryNode comparison => CompileComparison(comparison),
            UnaryNode { Operator: UnaryOperator.Not } not => Not(Compile(not.Operand)),
            InNode { Operand: ColumnNode { LevelsUp: 0, Kind: FormulaKind.Text } column } inList
                => new CodePredicate(
                    column.Column, [.. inList.Items.OfType<FormulaValue.Text>().Select(text => text.Value)], ColumnPredicate.Missing),
            MissingTestNode test => CompileMissingTest(test),
            _ => null,
        },
    };

    private static JoinedPredicate? CompileJoined(BinaryNode node)
    {
        var parts = ImmutableArray.CreateBuilder<PredicateNode>();
        return Flatten(node, node.Operator, parts)
            ? new JoinedPredicate(parts.DrainToImmutable(), node.Operator == BinaryOperator.And ? ColumnPredicate.False : ColumnPredicate.True)
            : null;
    }

    private static bool Flatten(BoundNode node, BinaryOperator op, ImmutableArray<PredicateNode>.Builder parts)
    {
        if (node is BinaryNode joined && joined.Operator == op)
        {
            return Flatten(joined.Left, op, parts) && Flatten(joined.Right, op, parts);
        }

        if (Compile(node) is not { } part)
        {
            return false;
        }

        parts.Add(part);
        return true;
    }

    private static PredicateNode? CompileMissingTest(MissingTestNode node)
    {
        var (missing, known) = (ColumnPredicate.True, ColumnPredicate.False);
        PredicateNode? test = node.Operand switch
        {
            ColumnNode { LevelsUp: 0, Kind: FormulaKind.Number } column => new NumberMissingPredicate(column.Column),
            ColumnNode { LevelsUp: 0, Kind: FormulaKind.Text } column => new CodePredicate(column.Column, [], missing),
            { Kind: FormulaKind.Truth } truth when Compile(truth) is { } inner => new MappedPredicate(inner, known, known, missing),
            _ => null,
        };
        return node.Negated ? Not(test) : test;
    }

    private static PredicateNode? CompileComparison(BinaryNode node) => (node.Left, node.Right) switch
    {
        (ColumnNode { LevelsUp: 0 } column, var other) => CompileComparison(column, node.Operator, ConstantFolding.Fold(other)),
        (var other, ColumnNode { LevelsUp: 0 } column) => CompileComparison(column, Mirrored(node.Operator), ConstantFolding.Fold(other)),
        _ => null,
    };

    private static PredicateNode? CompileComparison(ColumnNode column, BinaryOperator op, FormulaValue? constant) => (constant, op) switch
    {
        (FormulaValue.Number number, _) => CompileNumber(column.Column, op, number.Value),
        (FormulaValue.Text text, BinaryOperator.Equal) => new CodePredicate(column.Column, [text.Value], ColumnPredicate.Missing),
        (FormulaValue.Text text, BinaryOperator.NotEqual) => Not(new CodePredicate(column.Column, [text.Value], ColumnPredicate.Missing)),
        _ => null,
    };

    /// <summary>
    /// Doubles are ordered as the decimals that they stand for, except where both fall on one double: there the shortest decimal of that double
    /// is compared with the exact constant once and for all, and the operator chosen so that the loop gives the exact answer.
    /// </summary>
    private static PredicateNode? CompileNumber(FormulaColumn column, BinaryOperator op, Rational exact)
    {
        var nearest = exact.ToDouble();
        if (!double.IsFinite(nearest))
        {
            return null;
        }

        var tie = Rational.FromShortestDecimal(nearest).CompareTo(exact);
        return op switch
        {
            BinaryOperator.Less => Less(column, nearest, includesTie: tie < 0),
            BinaryOperator.LessOrEqual => Less(column, nearest, includesTie: tie <= 0),
            BinaryOperator.GreaterOrEqual => Not(Less(column, nearest, includesTie: tie < 0)),
            BinaryOperator.Greater => Not(Less(column, nearest, includesTie: tie <= 0)),
            BinaryOperator.Equal => Equal(column, nearest, tie == 0),
            _ => Not(Equal(column, nearest, tie == 0)),
        };
    }

    private static PredicateNode Less(FormulaColumn column, double constant, bool includesTie) => includesTie
        ? new NumberPredicate<LessOrEqualTest>(column, constant)
        : new NumberPredicate<LessTest>(column, constant);

    /// <summary>Where no double stands for the constant, nothing equals it, but a missing number still gives missing.</summary>
    private static NumberPredicate<EqualTest> Equal(FormulaColumn column, double constant, bool isExact) =>
        new(column, isExact ? constant : double.NaN);

    private static MappedPredicate? Not(PredicateNode? inner) =>
        inner is null ? null : new MappedPredicate(inner, ColumnPredicate.True, ColumnPredicate.False, ColumnPredicate.Missing);

    private static BinaryOperator Mirrored(BinaryOperator op) => op switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => op,
    };
}
