using System.Globalization;
using System.Numerics;
using System.Text;
using Junheng.Domain.Numbers;

namespace Junheng.Formulas.Syntax;

/// <summary>Writes canonical text: single spaces, only the parentheses that are needed, decimals without needless zeros.</summary>
internal static class SyntaxPrinter
{
    public static string Print(SyntaxNode node)
    {
        var text = new StringBuilder();
        Write(text, node, Operators.OrLevel);
        return text.ToString();
    }

    private static int Level(SyntaxNode node) => node switch
    {
        BinarySyntax binary => Operators.Level(binary.Operator),
        UnarySyntax unary => unary.Operator == UnaryOperator.Not ? Operators.NotLevel : Operators.NegationLevel,
        InSyntax or MissingTestSyntax => Operators.ComparisonLevel,
        _ => Operators.PrimaryLevel,
    };

    /// <summary>Writes a part, in parentheses when it binds less than <paramref name="minimum"/>.</summary>
    private static void Write(StringBuilder text, SyntaxNode node, int minimum)
    {
        var wraps = Level(node) < minimum;
        text.Append(wraps ? "(" : "");
        WriteBare(text, node);
        text.Append(wraps ? ")" : "");
    }

    private static void WriteBare(StringBuilder text, SyntaxNode node)
    {
        switch (node)
        {
            case NumberSyntax number:
                text.Append(Decimal(number.Value));
                break;
            case TextSyntax literal:
                text.Append('\'').Append(literal.Value.Replace("'", "''", StringComparison.Ordinal)).Append('\'');
                break;
            case TruthSyntax truth:
                text.Append(truth.Value ? "true" : "false");
                break;
            case DateSyntax date:
                text.Append(CultureInfo.InvariantCulture, $"date'{date.Value:yyyy-MM-dd}'");
                break;
            case NameSyntax name:
                text.Append(name.Name);
                break;
            case SettingSyntax setting:
                text.Append('$').Append(setting.Id);
                break;
            case UnarySyntax unary:
                text.Append(unary.Operator == UnaryOperator.Not ? "not " : "-");
                Write(text, unary.Operand, Level(unary));
                break;
            case BinarySyntax binary:
                var level = Operators.Level(binary.Operator);
                Write(text, binary.Left, level == Operators.ComparisonLevel ? level + 1 : level);
                text.Append(' ').Append(Operators.Sign(binary.Operator)).Append(' ');
                Write(text, binary.Right, level + 1);
                break;
            case InSyntax inList:
                Write(text, inList.Operand, Operators.SumLevel);
                text.Append(" in ");
                WriteList(text, inList.Items);
                break;
            case MissingTestSyntax test:
                Write(text, test.Operand, Operators.SumLevel);
                text.Append(test.Negated ? " is not missing" : " is missing");
                break;
            case CallSyntax call:
                text.Append(Operators.Name(call.Function));
                WriteList(text, call.Arguments);
                break;
            case AggregateSyntax aggregate:
                WriteAggregate(text, aggregate);
                break;
        }
    }

    private static void WriteList(StringBuilder text, IEnumerable<SyntaxNode> items)
    {
        var separator = "(";
        foreach (var item in items)
        {
            text.Append(separator);
            Write(text, item, Operators.OrLevel);
            separator = ", ";
        }

        text.Append(')');
    }

    private static void WriteAggregate(StringBuilder text, AggregateSyntax aggregate)
    {
        text.Append(Operators.Name(aggregate.Function)).Append('(').Append(aggregate.Collection);
        if (aggregate.Body is { } body)
        {
            text.Append(body is NameSyntax ? "." : ": ");
            Write(text, body, Operators.OrLevel);
        }

        if (aggregate.Where is { } where)
        {
            text.Append(" where ");
            Write(text, where, Operators.OrLevel);
        }

        text.Append(')');
        if (aggregate.At is { } at)
        {
            text.Append(" at ");
            Write(text, at, Operators.OrLevel);
        }
    }

    /// <summary>The decimal expansion of a value that came from a decimal.</summary>
    private static string Decimal(Rational value)
    {
        var decimals = 0;
        var scaled = value;
        for (; !scaled.IsInteger; decimals++)
        {
            scaled *= 10;
        }

        var digits = BigInteger.Abs(scaled.Numerator).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return decimals == 0 ? digits : $"{digits[..^decimals]}.{digits[^decimals..]}";
    }
}
