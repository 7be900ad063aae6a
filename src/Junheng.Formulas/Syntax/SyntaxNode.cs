using System.Collections.Immutable;
using Junheng.Domain.Numbers;

namespace Junheng.Formulas.Syntax;

/// <summary>A part of a formula as written, before names mean anything.</summary>
/// <param name="Span">Where it stands, without surrounding parentheses.</param>
internal abstract record SyntaxNode(TextSpan Span);

internal sealed record NumberSyntax(TextSpan Span, Rational Value) : SyntaxNode(Span);

internal sealed record TextSyntax(TextSpan Span, string Value) : SyntaxNode(Span);

internal sealed record TruthSyntax(TextSpan Span, bool Value) : SyntaxNode(Span);

internal sealed record DateSyntax(TextSpan Span, DateOnly Value) : SyntaxNode(Span);

internal sealed record NameSyntax(TextSpan Span, string Name) : SyntaxNode(Span);

internal sealed record SettingSyntax(TextSpan Span, string Id) : SyntaxNode(Span);

internal sealed record UnarySyntax(TextSpan Span, UnaryOperator Operator, SyntaxNode Operand) : SyntaxNode(Span);

internal sealed record BinarySyntax(TextSpan Span, BinaryOperator Operator, SyntaxNode Left, SyntaxNode Right) : SyntaxNode(Span);

/// <summary><c>operand in (item, …)</c>; the items are literals or settings.</summary>
internal sealed record InSyntax(TextSpan Span, SyntaxNode Operand, ImmutableArray<SyntaxNode> Items) : SyntaxNode(Span);

/// <summary><c>operand is missing</c>, or <c>is not missing</c> when negated.</summary>
internal sealed record MissingTestSyntax(TextSpan Span, SyntaxNode Operand, bool Negated) : SyntaxNode(Span);

internal sealed record CallSyntax(TextSpan Span, FormulaFunction Function, ImmutableArray<SyntaxNode> Arguments) : SyntaxNode(Span);

/// <summary><c>function(collection: body where condition) at date</c>; a body that is a bare name is written <c>collection.name</c>.</summary>
internal sealed record AggregateSyntax(
    TextSpan Span,
    AggregateFunction Function,
    string Collection,
    TextSpan CollectionSpan,
    SyntaxNode? Body,
    SyntaxNode? Where,
    SyntaxNode? At) : SyntaxNode(Span);
