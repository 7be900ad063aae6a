using System.Collections.Immutable;
using Junheng.Formulas.Syntax;
using Junheng.Formulas.Types;

namespace Junheng.Formulas.Binding;

/// <summary>A part of a formula whose names, kinds and units are known.</summary>
/// <param name="Syntax">What it was written as.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Unit">The unit of a number; null when it consists of literals only and adapts.</param>
internal abstract record BoundNode(SyntaxNode Syntax, FormulaKind Kind, Unit? Unit)
{
    private string? _text;

    /// <summary>Its canonical text.</summary>
    public string Text => _text ??= SyntaxPrinter.Print(Syntax);
}

/// <summary>A literal, or a setting resolved to its value.</summary>
internal sealed record ConstantNode(SyntaxNode Syntax, FormulaKind Kind, Unit? Unit, FormulaValue Value) : BoundNode(Syntax, Kind, Unit);

/// <summary>A column of the entity itself, or of the entity some levels up.</summary>
internal sealed record ColumnNode(SyntaxNode Syntax, FormulaColumn Column, int LevelsUp)
    : BoundNode(Syntax, Column.Kind, Column.Kind == FormulaKind.Number ? Column.Unit : null);

internal sealed record UnaryNode(SyntaxNode Syntax, FormulaKind Kind, Unit? Unit, UnaryOperator Operator, BoundNode Operand)
    : BoundNode(Syntax, Kind, Unit);

internal sealed record BinaryNode(SyntaxNode Syntax, FormulaKind Kind, Unit? Unit, BinaryOperator Operator, BoundNode Left, BoundNode Right)
    : BoundNode(Syntax, Kind, Unit);

/// <summary>Whether a value is one of some constants.</summary>
internal sealed record InNode(SyntaxNode Syntax, BoundNode Operand, ImmutableArray<FormulaValue> Items) : BoundNode(Syntax, FormulaKind.Truth, null);

internal sealed record MissingTestNode(SyntaxNode Syntax, BoundNode Operand, bool Negated) : BoundNode(Syntax, FormulaKind.Truth, null);

/// <summary>
/// A call; <c>round</c> carries its digits, its arguments are then only the number. The second argument of <c>add_years</c> is a constant.
/// </summary>
internal sealed record CallNode(
    SyntaxNode Syntax,
    FormulaKind Kind,
    Unit? Unit,
    FormulaFunction Function,
    ImmutableArray<BoundNode> Arguments,
    int Digits) : BoundNode(Syntax, Kind, Unit);

/// <summary>An aggregate over the entities at the end of a path of collections.</summary>
internal sealed record AggregateNode(
    SyntaxNode Syntax,
    FormulaKind Kind,
    Unit? Unit,
    AggregateFunction Function,
    ImmutableArray<string> Path,
    BoundNode? Body,
    BoundNode? Where,
    DateOnly? At) : BoundNode(Syntax, Kind, Unit);
