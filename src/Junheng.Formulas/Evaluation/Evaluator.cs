using System.Collections.Immutable;
using Junheng.Formulas.Binding;
using Junheng.Formulas.Syntax;
using Junheng.Formulas.Types;

namespace Junheng.Formulas.Evaluation;

/// <summary>Evaluates bound parts exactly. One instance is for one evaluation; when traced it keeps every step.</summary>
internal sealed partial class Evaluator(bool traced)
{
    private List<FormulaTrace>? _steps = traced ? [] : null;

    /// <summary>How many parts were evaluated: a measure of the work done.</summary>
    public long Steps { get; private set; }

    public FormulaTrace Trace(BoundNode node, IFormulaEntity entity, DateOnly? at)
    {
        Evaluate(node, entity, at);
        return _steps![^1];
    }

    public FormulaValue Evaluate(BoundNode node, IFormulaEntity entity, DateOnly? at)
    {
        Steps++;
        if (_steps is null)
        {
            return EvaluateBare(node, entity, at);
        }

        var (outer, omittedOuter) = (_steps, _omitted);
        (_steps, _omitted) = ([], 0);
        var value = EvaluateBare(node, entity, at);
        var column = node as ColumnNode;
        var holder = column is null ? entity : Ancestor(entity, column.LevelsUp) ?? entity;
        outer.Add(new FormulaTrace(node.Text, value, node.Unit, holder, column?.Column, [.. _steps], _omitted));
        (_steps, _omitted) = (outer, omittedOuter);
        return value;
    }

    private FormulaValue EvaluateBare(BoundNode node, IFormulaEntity entity, DateOnly? at) => node switch
    {
        ConstantNode constant => constant.Value,
        ColumnNode column => EvaluateColumn(column, entity),
        UnaryNode unary => EvaluateUnary(unary, Evaluate(unary.Operand, entity, at)),
        BinaryNode binary => EvaluateBinary(binary, entity, at),
        InNode inList => EvaluateIn(inList, Evaluate(inList.Operand, entity, at)),
        MissingTestNode test => FormulaValue.Of(Evaluate(test.Operand, entity, at) is FormulaValue.Missing != test.Negated),
        CallNode call => EvaluateCall(call, entity, at),
        AggregateNode aggregate => EvaluateAggregate(aggregate, entity, aggregate.At ?? at),
        _ => Reasons.WrongKind(node.Text),
    };

    private static FormulaValue EvaluateColumn(ColumnNode node, IFormulaEntity entity)
    {
        var value = Ancestor(entity, node.LevelsUp)?.Value(node.Column);
        return value switch
        {
            null or FormulaValue.Missing { Names.IsDefaultOrEmpty: true } => FormulaValue.MissingOf(node.Column.Name),
            FormulaValue.Missing or FormulaValue.Undefined => value,
            FormulaValue.Number when node.Kind == FormulaKind.Number => value,
            FormulaValue.Truth when node.Kind == FormulaKind.Truth => value,
            FormulaValue.Text when node.Kind == FormulaKind.Text => value,
            FormulaValue.Date when node.Kind == FormulaKind.Date => value,
            _ => Reasons.WrongKind(node.Column.Name),
        };
    }

    private static IFormulaEntity? Ancestor(IFormulaEntity entity, int levelsUp)
    {
        var at = entity;
        for (var level = 0; level < levelsUp && at is not null; level++)
        {
            at = at.Parent;
        }

        return at;
    }

    private static FormulaValue EvaluateUnary(UnaryNode node, FormulaValue operand) => operand switch
    {
        FormulaValue.Number number => FormulaValue.Of(-number.Value),
        FormulaValue.Truth truth => FormulaValue.Of(!truth.Value),
        FormulaValue.Missing or FormulaValue.Undefined => operand,
        _ => Reasons.WrongKind(node.Text),
    };

    private FormulaValue EvaluateBinary(BinaryNode node, IFormulaEntity entity, DateOnly? at)
    {
        var left = Evaluate(node.Left, entity, at);
        if (node.Operator is BinaryOperator.And or BinaryOperator.Or)
        {
            var decisive = node.Operator == BinaryOperator.Or;
            return Kleene.Decides(left, decisive) ? left : Kleene.Combine(left, Evaluate(node.Right, entity, at), decisive);
        }

        var right = Evaluate(node.Right, entity, at);
        return Absence.Of(left, right) ?? (left, right) switch
        {
            (FormulaValue.Number a, FormulaValue.Number b) when Operators.IsComparison(node.Operator)
                => Comparison.Holds(node.Operator, a.Value.CompareTo(b.Value)),
            (FormulaValue.Number a, FormulaValue.Number b) => Arithmetic.Apply(node.Operator, a.Value, b.Value),
            (FormulaValue.Date a, FormulaValue.Date b) => Comparison.Holds(node.Operator, a.Value.CompareTo(b.Value)),
            (FormulaValue.Text or FormulaValue.Truth, _) => Comparison.Holds(node.Operator, left.Equals(right) ? 0 : 1),
            _ => Reasons.WrongKind(node.Text),
        };
    }

    private static FormulaValue EvaluateIn(InNode node, FormulaValue operand) =>
        operand is FormulaValue.Missing or FormulaValue.Undefined ? operand : FormulaValue.Of(node.Items.Contains(operand));

    private FormulaValue EvaluateCall(CallNode node, IFormulaEntity entity, DateOnly? at)
    {
        var first = Evaluate(node.Arguments[0], entity, at);
        if (node.Function == FormulaFunction.If)
        {
            return first is FormulaValue.Truth condition ? Evaluate(node.Arguments[condition.Value ? 1 : 2], entity, at) : first;
        }

        if (node.Function is FormulaFunction.Min or FormulaFunction.Max)
        {
            var values = ImmutableArray.CreateBuilder<FormulaValue>(node.Arguments.Length);
            values.Add(first);
            foreach (var argument in node.Arguments.AsSpan()[1..])
            {
                values.Add(Evaluate(argument, entity, at));
            }

            return Absence.Of([.. values]) ?? Comparison.Extreme(values, largest: node.Function == FormulaFunction.Max);
        }

        if (node.Function == FormulaFunction.AddYears)
        {
            var years = Evaluate(node.Arguments[1], entity, at);
            return first is FormulaValue.Date day && years is FormulaValue.Number added ? Arithmetic.AddYears(day.Value, added.Value) : first;
        }

        return first is FormulaValue.Number number ? Arithmetic.Apply(node.Function, number.Value, node.Digits) : first;
    }
}
