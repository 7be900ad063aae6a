using Junheng.Formulas.Binding;
using Junheng.Formulas.Syntax;
using Junheng.Formulas.Types;

namespace Junheng.Formulas;

/// <summary>From text to a formula that can be evaluated, in one call.</summary>
public static class Formula
{
    /// <summary>Reads and binds a formula. Never throws, whatever the text.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="schema">What its names may mean.</param>
    /// <param name="level">The name of the entity type that it will be evaluated for.</param>
    /// <param name="expectedKind">What its values must be; null = anything.</param>
    /// <param name="expectedUnit">The unit that its numbers must have; null = any.</param>
    public static FormulaResult<BoundFormula> Compile(
        string text, FormulaSchema schema, string level, FormulaKind? expectedKind = null, Unit? expectedUnit = null)
    {
        var syntax = FormulaParser.Parse(text);
        return syntax.TryGet(out var read)
            ? FormulaBinder.Bind(read, schema, level, expectedKind, expectedUnit)
            : new FormulaResult<BoundFormula>.Invalid(syntax.Errors);
    }
}
