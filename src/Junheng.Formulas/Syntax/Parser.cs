using System.Collections.Immutable;
using System.Globalization;
using Junheng.Domain.Numbers;

namespace Junheng.Formulas.Syntax;

/// <summary>
/// A Pratt parser over the tokens of one formula. Every method gives null once an error was found, and the first error stays.
/// The stack stays bounded: only prefixes nest, each counted against <see cref="FormulaLimits.Depth"/>.
/// </summary>
internal sealed partial class Parser(string text, List<Token> tokens)
{
    private int _at;
    private int _nodes;
    private int _depth;

    public FormulaError? Error { get; private set; }

    /// <summary>How many tokens were looked at as the start of something: a measure of the work done.</summary>
    public int Steps { get; private set; }

    private Token Current => tokens[_at];

    public SyntaxNode? ParseFormula()
    {
        var root = ParseExpression(Operators.OrLevel);
        return root is not null && Current.Kind != TokenKind.End ? Fail(SyntaxErrors.AfterEnd(Current, text)) : root;
    }

    private SyntaxNode? ParseExpression(int minimum)
    {
        var left = ParsePrefix(minimum);
        for (var compared = false; left is not null;)
        {
            Steps++;
            var token = Current;
            var level = InfixLevel(token.Kind);
            if (level < minimum)
            {
                return left;
            }

            if (level == Operators.ComparisonLevel && compared)
            {
                return Fail(SyntaxErrors.Chained(token, text));
            }

            compared = level == Operators.ComparisonLevel;
            _at++;
            left = ParseInfix(left, token);
        }

        return null;
    }

    private static int InfixLevel(TokenKind kind) => kind switch
    {
        TokenKind.In or TokenKind.Is => Operators.ComparisonLevel,
        _ => Operators.Binary(kind) is { } op ? Operators.Level(op) : 0,
    };

    private SyntaxNode? ParseInfix(SyntaxNode left, Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.In:
                return ParseIn(left);
            case TokenKind.Is:
                var negated = Accept(TokenKind.Not);
                var end = Current.Span;
                return Expect(TokenKind.Missing, "missing") ? Node(new MissingTestSyntax(TextSpan.Between(left.Span, end), left, negated)) : null;
            default:
                var op = Operators.Binary(token.Kind)!.Value;
                var right = ParseExpression(Operators.Level(op) + 1);
                return right is null ? null : Node(new BinarySyntax(TextSpan.Between(left.Span, right.Span), op, left, right));
        }
    }

    private SyntaxNode? ParseIn(SyntaxNode left)
    {
        if (!Expect(TokenKind.Open, "("))
        {
            return null;
        }

        var items = ImmutableArray.CreateBuilder<SyntaxNode>();
        do
        {
            var start = Current.Span;
            var negative = Accept(TokenKind.Minus);
            if ((negative && Current.Kind != TokenKind.Number) || ParseLiteral() is not { } item)
            {
                return Error is null ? Fail(SyntaxErrors.Expected(Current, "'…'", text)) : null;
            }

            items.Add(negative ? new UnarySyntax(TextSpan.Between(start, item.Span), UnaryOperator.Negate, item) : item);
        }
        while (Accept(TokenKind.Comma));

        var end = Current.Span;
        return Expect(TokenKind.Close, ")") ? Node(new InSyntax(TextSpan.Between(left.Span, end), left, items.DrainToImmutable())) : null;
    }

    private SyntaxNode? ParsePrefix(int minimum)
    {
        if (_depth > FormulaLimits.Depth)
        {
            return Fail(SyntaxErrors.TooDeep(Current.Span));
        }

        Steps++;
        _depth++;
        var node = Current.Kind switch
        {
            TokenKind.Not when minimum > Operators.NotLevel => Fail(SyntaxErrors.NotNeedsParentheses(Current.Span)),
            TokenKind.Not => ParseUnary(UnaryOperator.Not, Operators.NotLevel),
            TokenKind.Minus => ParseUnary(UnaryOperator.Negate, Operators.NegationLevel),
            TokenKind.Open => ParseParentheses(),
            TokenKind.Name => ParseName(),
            _ => ParseLiteral() ?? (Error is null ? Fail(SyntaxErrors.Unexpected(Current, text)) : null),
        };
        _depth--;
        return node;
    }

    private UnarySyntax? ParseUnary(UnaryOperator op, int level)
    {
        var start = tokens[_at++].Span;
        var operand = ParseExpression(level);
        return operand is null ? null : Node(new UnarySyntax(TextSpan.Between(start, operand.Span), op, operand));
    }

    private SyntaxNode? ParseParentheses()
    {
        _at++;
        var inner = ParseExpression(Operators.OrLevel);
        return inner is not null && Expect(TokenKind.Close, ")") ? inner : null;
    }

    /// <summary>A constant or setting; null without an error when something else stands here.</summary>
    private SyntaxNode? ParseLiteral()
    {
        var token = Current;
        SyntaxNode? literal = token.Kind switch
        {
            TokenKind.Number => new NumberSyntax(token.Span, Rational.ParseDecimal(token.Content)),
            TokenKind.Text => new TextSyntax(token.Span, token.Content),
            TokenKind.Date => new DateSyntax(token.Span, DateOnly.ParseExact(token.Content, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            TokenKind.True or TokenKind.False => new TruthSyntax(token.Span, token.Kind == TokenKind.True),
            TokenKind.Setting => new SettingSyntax(token.Span, token.Content),
            _ => null,
        };
        if (literal is null)
        {
            return null;
        }

        _at++;
        return Node(literal);
    }

    private T? Node<T>(T node)
        where T : SyntaxNode
    {
        if (++_nodes <= FormulaLimits.Nodes)
        {
            return node;
        }

        Fail(SyntaxErrors.TooManyNodes(node.Span));
        return null;
    }

    private bool Accept(TokenKind kind)
    {
        if (Current.Kind != kind)
        {
            return false;
        }

        _at++;
        return true;
    }

    private bool Expect(TokenKind kind, string shown)
    {
        if (Accept(kind))
        {
            return true;
        }

        Fail(SyntaxErrors.Expected(Current, shown, text));
        return false;
    }

    private SyntaxNode? Fail(FormulaError error)
    {
        Error ??= error;
        return null;
    }
}
