using Junheng.Formulas.Types;

namespace Junheng.Formulas;

/// <summary>
/// One thing that a formula is evaluated for: a class, a unit, a school, a county. It must not change during an evaluation.
/// </summary>
public interface IFormulaEntity
{
    /// <summary>
    /// How people know it among its siblings, e.g. a school's name or a class's number: used in traces and in the names of what is missing.
    /// </summary>
    string Label { get; }

    /// <summary>The entity one level above, or null when it is not at hand (what is read from it is then missing).</summary>
    IFormulaEntity? Parent { get; }

    /// <summary>The value of a column of this entity's type: of the column's kind and unit, or missing, or undefined.
    /// A missing value may name what is missing; without names the column's name is used.</summary>
    FormulaValue Value(FormulaColumn column);

    /// <summary>
    /// The entities just below in a collection (an empty list: it is known that there are none), or null when they were not reported,
    /// which is missing.
    /// </summary>
    /// <param name="collection">The plural of an entity type whose parent is this entity's type.</param>
    /// <param name="at">The day whose state is asked for; null = the state that the evaluation is about.</param>
    IReadOnlyList<IFormulaEntity>? Children(string collection, DateOnly? at);
}
