using System.Collections.Immutable;
using System.Numerics;
using Junheng.Formulas.Syntax;
using Junheng.Formulas.Types;

namespace Junheng.Formulas.Binding;

/// <summary>Function calls and aggregates.</summary>
internal sealed partial class Binder
{
    private CallNode? BindCall(CallSyntax node, FormulaEntityType level)
    {
        var arguments = node.Arguments.Select(argument => Bind(argument, level)).ToImmutableArray();
        if (arguments.Any(argument => argument is null))
        {
            return null;
        }

        return node.Function switch
        {
            FormulaFunction.If => BindIf(node, arguments!),
            FormulaFunction.Round => BindRound(node, arguments!),
            FormulaFunction.Min or FormulaFunction.Max => BindExtreme(node, arguments!),
            FormulaFunction.AddYears => BindAddYears(node, arguments!),
            _ => Require(arguments[0], FormulaKind.Number) is { } number
                ? new CallNode(node, FormulaKind.Number, number.Unit, node.Function, arguments!, 0)
                : null,
        };
    }

    private CallNode? BindIf(CallSyntax node, ImmutableArray<BoundNode> arguments)
    {
        var (condition, then, otherwise) = (Require(arguments[0], FormulaKind.Truth), arguments[1], Require(arguments[2], arguments[1].Kind));
        return condition is not null && otherwise is not null && SameUnit(node, then, otherwise)
            ? new CallNode(node, then.Kind, then.Unit ?? otherwise.Unit, node.Function, arguments, 0)
            : null;
    }

    private CallNode? BindRound(CallSyntax node, ImmutableArray<BoundNode> arguments)
    {
        var digits = 0;
        if (arguments.Length == 2)
        {
            if (node.Arguments[1] is not NumberSyntax { Value: { IsInteger: true } written } || written > FormulaLimits.RoundingDigits)
            {
                Report(BindingErrors.RoundingDigits(node.Arguments[1]));
                return null;
            }

            digits = (int)written.Numerator;
        }

        return Require(arguments[0], FormulaKind.Number) is { } number
            ? new CallNode(node, FormulaKind.Number, number.Unit, node.Function, [number], digits)
            : null;
    }

    private CallNode? BindExtreme(CallSyntax node, ImmutableArray<BoundNode> arguments)
    {
        var first = arguments[0];
        if (!Ordered(first))
        {
            return null;
        }

        var unit = first.Unit;
        var witness = first;
        foreach (var argument in arguments.Skip(1))
        {
            if (Require(argument, first.Kind) is null || !SameUnit(node, witness, argument))
            {
                return null;
            }

            (witness, unit) = unit is null ? (argument, argument.Unit) : (witness, unit);
        }

        return new CallNode(node, first.Kind, unit, node.Function, arguments, 0);
    }

    private CallNode? BindAddYears(CallSyntax node, ImmutableArray<BoundNode> arguments)
    {
        var date = Require(arguments[0], FormulaKind.Date);
        return Years(arguments[1]) && date is not null ? new CallNode(node, FormulaKind.Date, null, node.Function, arguments, 0) : null;
    }

    /// <summary>True for a whole number, written out or given by a setting of any unit, within <see cref="FormulaLimits.Years"/>.</summary>
    private bool Years(BoundNode node)
    {
        if (Require(node, FormulaKind.Number) is null)
        {
            return false;
        }

        var written = node is ConstantNode or UnaryNode { Operand: ConstantNode { Syntax: NumberSyntax } } ? ConstantFolding.Fold(node) : null;
        if (written is FormulaValue.Number { Value: { IsInteger: true } years } && BigInteger.Abs(years.Numerator) <= FormulaLimits.Years)
        {
            return true;
        }

        Report(BindingErrors.YearsToAdd(node.Syntax));
        return false;
    }

    private bool Ordered(BoundNode node)
    {
        if (node.Kind is FormulaKind.Number or FormulaKind.Date)
        {
            return true;
        }

        Report(BindingErrors.NotOrdered(node.Syntax, node.Kind));
        return false;
    }

    private AggregateNode? BindAggregate(AggregateSyntax node, FormulaEntityType level)
    {
        var member = schema.EntityOfCollection(node.Collection);
        if (member is null || schema.PathDown(level, member) is not { } path)
        {
            var below = schema.Entities.Where(entity => schema.PathDown(level, entity) is not null).Select(entity => entity.Collection).ToList();
            Report(BindingErrors.UnknownCollection(node, level, NameSuggestions.Nearest(node.Collection, below) ?? below.FirstOrDefault()));
            return null;
        }

        var body = node.Body is null ? null : BindBody(node, node.Body, member);
        var where = node.Where is null ? null : Require(Bind(node.Where, member), FormulaKind.Truth);
        var at = node.At is null ? null : Require(Bind(node.At, level), FormulaKind.Date) as ConstantNode;
        if ((node.Body is not null && body is null) || (node.Where is not null && where is null) || (node.At is not null && at is null))
        {
            return null;
        }

        var (kind, unit) = node.Function switch
        {
            AggregateFunction.Count => (FormulaKind.Number, member.CountUnit),
            AggregateFunction.Share => (FormulaKind.Number, Unit.One),
            AggregateFunction.Exists => (FormulaKind.Truth, null),
            _ => (body!.Kind, body.Unit),
        };
        var date = at?.Value is FormulaValue.Date(var day) ? day : (DateOnly?)null;
        return new AggregateNode(node, kind, unit, node.Function, path, body, where, date);
    }

    /// <summary>What is aggregated. A bare column must be the member's own: one of a level above would be counted once a member.</summary>
    private BoundNode? BindBody(AggregateSyntax node, SyntaxNode syntax, FormulaEntityType member)
    {
        var body = syntax is NameSyntax name ? BindName(name, member, ownOnly: true) : Bind(syntax, member);
        if (node.Function is AggregateFunction.Min or AggregateFunction.Max)
        {
            return body is not null && Ordered(body) ? body : null;
        }

        return Require(body, FormulaKind.Number);
    }
}
