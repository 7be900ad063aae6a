using System.Globalization;
using Junheng.Formulas.Syntax;

namespace Junheng.Formulas.Tests;

/// <summary>A formula as a fully bracketed list: two formulas with one shape are the same formula.</summary>
internal static class SyntaxShape
{
    public static string Of(SyntaxNode node) => node switch
    {
        NumberSyntax number => number.Value.ToString(),
        TextSyntax text => $"'{text.Value}'",
        TruthSyntax truth => truth.Value ? "true" : "false",
        DateSyntax date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        NameSyntax name => name.Name,
        SettingSyntax setting => "$" + setting.Id,
        UnarySyntax unary => $"({(unary.Operator == UnaryOperator.Not ? "not" : "neg")} {Of(unary.Operand)})",
        BinarySyntax binary => $"({Operators.Sign(binary.Operator)} {Of(binary.Left)} {Of(binary.Right)})",
        InSyntax inList => $"(in {Of(inList.Operand)} {string.Join(' ', inList.Items.Select(Of))})",
        MissingTestSyntax test => $"({(test.Negated ? "present" : "missing")} {Of(test.Operand)})",
        CallSyntax call => $"({Operators.Name(call.Function)} {string.Join(' ', call.Arguments.Select(Of))})",
        AggregateSyntax all => $"({Operators.Name(all.Function)} {all.Collection}{Part("", all.Body)}{Part(":where ", all.Where)}{Part(":at ", all.At)})",
        _ => throw new ArgumentException("An unknown part."),
    };

    private static string Part(string label, SyntaxNode? node) => node is null ? "" : $" {label}{Of(node)}";
}
