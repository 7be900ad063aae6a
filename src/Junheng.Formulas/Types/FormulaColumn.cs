using System.Collections.Immutable;

namespace Junheng.Formulas.Types;

/// <summary>A named column of an entity type.</summary>
/// <param name="Name">Its name in formulas: letters, digits and _, not starting with a digit.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Unit">The unit of its numbers; <see cref="Types.Unit.One"/> for plain numbers and for other kinds.</param>
public sealed record FormulaColumn(string Name, FormulaKind Kind, Unit Unit)
{
    /// <summary>The texts that it may hold, or empty when open; a formula that compares it with another text is refused.</summary>
    public ImmutableArray<string> Codes { get; init; } = [];

    /// <summary>The name of its entity type; empty until it belongs to a <see cref="FormulaSchema"/>.</summary>
    public string Entity { get; internal init; } = "";

    /// <summary>Its position among the columns of its entity type, from 0; −1 until it belongs to a <see cref="FormulaSchema"/>.</summary>
    public int Index { get; internal init; } = -1;

    /// <summary>A column of numbers.</summary>
    public static FormulaColumn Number(string name, Unit unit) => new(name, FormulaKind.Number, unit);

    /// <summary>A column of truth values.</summary>
    public static FormulaColumn Truth(string name) => new(name, FormulaKind.Truth, Unit.One);

    /// <summary>A column of texts, with the closed list of its texts where there is one.</summary>
    public static FormulaColumn Text(string name, params ReadOnlySpan<string> codes) => new(name, FormulaKind.Text, Unit.One) { Codes = [.. codes] };

    /// <summary>A column of dates.</summary>
    public static FormulaColumn Date(string name) => new(name, FormulaKind.Date, Unit.One);

    /// <summary>Same column of the same entity type.</summary>
    public bool Equals(FormulaColumn? other) => other is not null && Index == other.Index && Kind == other.Kind
        && string.Equals(Name, other.Name, StringComparison.Ordinal)
        && string.Equals(Entity, other.Entity, StringComparison.Ordinal) && Unit.Equals(other.Unit);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Entity, Name);

    /// <summary><c>entity.name</c>.</summary>
    public override string ToString() => Entity.Length == 0 ? Name : $"{Entity}.{Name}";
}
