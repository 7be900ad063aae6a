namespace Junheng.Formulas.Types;

/// <summary>A setting that formulas name by <c>$id</c>; it is a constant once a formula is bound.</summary>
public sealed record FormulaSetting
{
    /// <summary>A setting.</summary>
    /// <param name="id">Its dotted id, e.g. <c>scope.teaching_point_min</c>.</param>
    /// <param name="value">A number, truth value, text or date.</param>
    /// <param name="unit">The unit of a number; null adapts to whatever it is added to or compared with, as a literal does.</param>
    /// <exception cref="ArgumentException">The value is missing or undefined, or the id is not dotted names.</exception>
    public FormulaSetting(string id, FormulaValue value, Unit? unit = null)
    {
        if (!id.Split('.').All(part => part.Length > 0 && FormulaNames.IsStart(part[0]) && part.All(FormulaNames.IsPart)))
        {
            throw new ArgumentException($"'{id}' cannot be a setting's id.", nameof(id));
        }

        (Id, Value, Unit) = (id, value, unit);
        Kind = value switch
        {
            FormulaValue.Number => FormulaKind.Number,
            FormulaValue.Truth => FormulaKind.Truth,
            FormulaValue.Text => FormulaKind.Text,
            FormulaValue.Date => FormulaKind.Date,
            _ => throw new ArgumentException($"Setting '{id}' has no value.", nameof(value)),
        };
    }

    /// <summary>Its dotted id.</summary>
    public string Id { get; }

    /// <summary>Its value.</summary>
    public FormulaValue Value { get; }

    /// <summary>The unit of a number, or null when it adapts.</summary>
    public Unit? Unit { get; }

    /// <summary>What its value is.</summary>
    public FormulaKind Kind { get; }
}
