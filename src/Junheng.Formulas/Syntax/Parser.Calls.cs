using System.Collections.Immutable;

namespace Junheng.Formulas.Syntax;

/// <summary>What begins with a name: a column, a function call or an aggregate.</summary>
internal sealed partial class Parser
{
    private TokenKind Next => tokens[Math.Min(_at + 1, tokens.Count - 1)].Kind;

    private SyntaxNode? ParseName()
    {
        var name = Current;
        if (Next == TokenKind.Dot)
        {
            return Fail(SyntaxErrors.CollectionAlone(name));
        }

        if (Next != TokenKind.Open)
        {
            _at++;
            return Node(new NameSyntax(name.Span, name.Content));
        }

        _at += 2;
        var isFunction = Operators.Functions.TryGetValue(name.Content, out var function);
        if (Operators.Aggregates.TryGetValue(name.Content, out var aggregate)
            && (!isFunction || (Current.Kind == TokenKind.Name && Next is TokenKind.Dot or TokenKind.Colon or TokenKind.Where)))
        {
            return ParseAggregate(name, aggregate);
        }

        return isFunction
            ? ParseCall(name, function)
            : Fail(SyntaxErrors.UnknownFunction(
                name.Span, name.Content, NameSuggestions.Nearest(name.Content, Operators.Functions.Keys.Union(Operators.Aggregates.Keys))));
    }

    private SyntaxNode? ParseCall(Token name, FormulaFunction function)
    {
        var arguments = ImmutableArray.CreateBuilder<SyntaxNode>();
        do
        {
            if (ParseExpression(Operators.OrLevel) is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
        }
        while (Accept(TokenKind.Comma));

        var span = TextSpan.Between(name.Span, Current.Span);
        if (!Expect(TokenKind.Close, ")"))
        {
            return null;
        }

        var (least, most, wanted) = function switch
        {
            FormulaFunction.If => (3, 3, "3"),
            FormulaFunction.Round => (1, 2, "1–2"),
            FormulaFunction.AddYears => (2, 2, "2"),
            FormulaFunction.Min or FormulaFunction.Max => (2, FormulaLimits.Nodes, "≥ 2"),
            _ => (1, 1, "1"),
        };
        return arguments.Count < least || arguments.Count > most
            ? Fail(SyntaxErrors.ArgumentCount(span, name.Content, wanted, arguments.Count))
            : Node(new CallSyntax(span, function, arguments.DrainToImmutable()));
    }

    private SyntaxNode? ParseAggregate(Token name, AggregateFunction function)
    {
        var collection = Current;
        if (!Expect(TokenKind.Name, Shape(function)))
        {
            return null;
        }

        SyntaxNode? body = null;
        SyntaxNode? where = null;
        var bodyStart = Current;
        if (Accept(TokenKind.Dot))
        {
            body = Current.Kind == TokenKind.Name ? Node(new NameSyntax(Current.Span, Current.Content)) : null;
            if (!Expect(TokenKind.Name, Shape(function)))
            {
                return null;
            }
        }
        else if (Accept(TokenKind.Colon))
        {
            body = ParseExpression(Operators.OrLevel);
        }

        if (Error is null && Accept(TokenKind.Where))
        {
            where = ParseExpression(Operators.OrLevel);
        }

        var at = Error is null ? ParseAt() : null;
        var end = Current.Span;
        if (Error is not null || !Expect(TokenKind.Close, ")"))
        {
            return null;
        }

        if (at is null)
        {
            at = ParseAt();
            end = at?.Span ?? end;
        }

        var takesBody = function is not (AggregateFunction.Count or AggregateFunction.Share or AggregateFunction.Exists);
        var needsWhere = function is AggregateFunction.Share or AggregateFunction.Exists;
        if (takesBody != body is not null || (needsWhere && where is null))
        {
            return Fail(SyntaxErrors.AggregateShape(takesBody || body is null ? collection.Span : bodyStart.Span, name.Content, Shape(function)));
        }

        var span = TextSpan.Between(name.Span, end);
        return Error is null ? Node(new AggregateSyntax(span, function, collection.Content, collection.Span, body, where, at)) : null;
    }

    /// <summary><c>at date'…'</c> or <c>at $setting</c>; null without an error when there is none.</summary>
    private SyntaxNode? ParseAt()
    {
        if (!Accept(TokenKind.At))
        {
            return null;
        }

        return Current.Kind is TokenKind.Date or TokenKind.Setting ? ParseLiteral() : Fail(SyntaxErrors.Expected(Current, "date'2026-09-01'", text));
    }

    private static string Shape(AggregateFunction function) => function switch
    {
        AggregateFunction.Count => "count(classes where pupils > 45)",
        AggregateFunction.Share => "share(teachers where certified)",
        AggregateFunction.Exists => "exists(classes where pupils > 45)",
        _ => $"{Operators.Name(function)}(units.enrolment)",
    };
}
