using System.Collections.Immutable;
using Junheng.Formulas.Types;

namespace Junheng.Formulas;

/// <summary>One step of how a value came about; its children are the steps that it used, in the order written.</summary>
/// <param name="Text">The part of the formula, in canonical text.</param>
/// <param name="Value">What it gave.</param>
/// <param name="Unit">The unit of its number; null for other kinds and for literals.</param>
/// <param name="Entity">The entity that it was evaluated for; for a column, the entity that holds it.</param>
/// <param name="Column">The column that was read, for a step that reads one; else null.</param>
/// <param name="Children">The steps that it used.
/// Parts that did not matter (the other branch of <c>if</c>, the right of a decided <c>and</c>) are absent.</param>
/// <param name="OmittedMembers">For an aggregate, how many members have no step here,
/// beyond <see cref="FormulaLimits.TracedMembers"/> or <see cref="FormulaLimits.TracedSteps"/>.</param>
public sealed record FormulaTrace(
    string Text,
    FormulaValue Value,
    Unit? Unit,
    IFormulaEntity Entity,
    FormulaColumn? Column,
    ImmutableArray<FormulaTrace> Children,
    int OmittedMembers = 0);
