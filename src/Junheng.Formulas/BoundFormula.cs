using System.Collections.Immutable;
using Junheng.Formulas.Binding;
using Junheng.Formulas.Evaluation;
using Junheng.Formulas.Syntax;
using Junheng.Formulas.Types;

namespace Junheng.Formulas;

/// <summary>A formula that is known to make sense for the entities of one level. Immutable; safe for many threads.</summary>
public sealed class BoundFormula
{
    internal BoundFormula(FormulaSyntax syntax, FormulaEntityType level, BoundNode root)
    {
        (Syntax, Level, Root) = (syntax, level, root);
        var reads = new FormulaReads(root);
        (Columns, Settings) = (reads.Columns, reads.Settings);
    }

    /// <summary>The formula as read.</summary>
    public FormulaSyntax Syntax { get; }

    /// <summary>The entity type that it is for.</summary>
    public FormulaEntityType Level { get; }

    /// <summary>What its values are, where they are not missing or undefined.</summary>
    public FormulaKind Kind => Root.Kind;

    /// <summary>The unit of its numbers; null for other kinds and for a formula of literals only.</summary>
    public Unit? Unit => Root.Unit;

    /// <summary>The columns that it reads, of any level, each once, in order of first appearance.</summary>
    public ImmutableArray<FormulaColumn> Columns { get; }

    /// <summary>The ids of the settings that it was bound with, each once, in order of first appearance.</summary>
    public ImmutableArray<string> Settings { get; }

    internal BoundNode Root { get; }

    /// <summary>
    /// Its exact value for one entity. Total: never throws unless the entity does. Cost: its nodes × the entities that its aggregates visit.
    /// </summary>
    /// <param name="entity">An entity of type <see cref="Level"/>.</param>
    /// <param name="at">The day whose state aggregates ask for where the formula names none; null = whatever the entities hold.</param>
    public FormulaValue Evaluate(IFormulaEntity entity, DateOnly? at = null) => new Evaluator(traced: false).Evaluate(Root, entity, at);

    /// <summary>The same value with every step that led to it.</summary>
    /// <param name="entity">An entity of type <see cref="Level"/>.</param>
    /// <param name="at">As for <see cref="Evaluate"/>.</param>
    public FormulaTrace Trace(IFormulaEntity entity, DateOnly? at = null) => new Evaluator(traced: true).Trace(Root, entity, at);

    /// <summary>The canonical text.</summary>
    public override string ToString() => Syntax.ToString();
}
