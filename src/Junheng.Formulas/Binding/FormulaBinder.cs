using Junheng.Formulas.Syntax;
using Junheng.Formulas.Types;

namespace Junheng.Formulas.Binding;

/// <summary>Gives the names of a formula their meaning and checks kinds and units.</summary>
public static class FormulaBinder
{
    /// <summary>
    /// The formula bound to a level of a schema, or everything wrong with it (at most <see cref="FormulaLimits.Errors"/>), in order of position.
    /// </summary>
    /// <param name="syntax">The formula as read.</param>
    /// <param name="schema">What its names may mean.</param>
    /// <param name="level">The name of the entity type that it will be evaluated for.</param>
    /// <param name="expectedKind">What its values must be; null = anything.</param>
    /// <param name="expectedUnit">The unit that its numbers must have; null = any. A formula of literals only suits every unit.</param>
    public static FormulaResult<BoundFormula> Bind(
        FormulaSyntax syntax, FormulaSchema schema, string level, FormulaKind? expectedKind = null, Unit? expectedUnit = null)
    {
        if (schema.Entity(level) is not { } entity)
        {
            var meant = NameSuggestions.Nearest(level, schema.Entities.Select(known => known.Name));
            return new FormulaResult<BoundFormula>.Invalid([BindingErrors.UnknownLevel(level, meant)]);
        }

        var binder = new Binder(schema);
        var root = binder.Bind(syntax.Root, entity);
        if (root is not null && expectedKind is { } kind && root.Kind != kind)
        {
            binder.Report(BindingErrors.WrongKind(syntax.Root, kind, root.Kind));
        }
        else if (root is { Kind: FormulaKind.Number, Unit: { } unit } && expectedUnit is not null && !unit.Equals(expectedUnit))
        {
            binder.Report(BindingErrors.WrongUnit(syntax.Root, expectedUnit, unit));
        }

        return binder.Errors.Count == 0 && root is not null
            ? new FormulaResult<BoundFormula>.Valid(new BoundFormula(syntax, entity, root))
            : new FormulaResult<BoundFormula>.Invalid([.. binder.Errors.OrderBy(error => error.Start).Take(FormulaLimits.Errors)]);
    }
}
