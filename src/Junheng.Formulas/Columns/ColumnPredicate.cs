using System.Diagnostics.CodeAnalysis;
using Junheng.Formulas.Types;

namespace Junheng.Formulas.Columns;

/// <summary>
/// A truth formula compiled to a few passes over columns: what judges a scope rule for every school of a nation in a millisecond.
/// It gives what <see cref="BoundFormula.Evaluate"/> gives for each row, if each row's figure is the shortest decimal of its double.
/// Immutable; safe for many threads.
/// </summary>
public sealed class ColumnPredicate
{
    /// <summary>What is written for a row where the formula is false.</summary>
    public const byte False = 0;

    /// <summary>What is written for a row where the formula is true.</summary>
    public const byte True = 1;

    /// <summary>What is written for a row where the formula is missing.</summary>
    public const byte Missing = 2;

    private readonly PredicateNode _root;

    private ColumnPredicate(BoundFormula formula, PredicateNode root) => (Formula, _root) = (formula, root);

    /// <summary>The formula that it was compiled from.</summary>
    public BoundFormula Formula { get; }

    /// <summary>
    /// Compiles comparisons of a number column with a constant, of a text column with texts (<c>=</c>, <c>!=</c>, <c>in</c>), <c>is missing</c>,
    /// <c>and</c>, <c>or</c>, <c>not</c> and constants. False for anything else: those formulas are evaluated entity by entity.
    /// </summary>
    public static bool TryCompile(BoundFormula formula, [NotNullWhen(true)] out ColumnPredicate? predicate)
    {
        var root = formula.Kind == FormulaKind.Truth ? PredicateCompiler.Compile(formula.Root) : null;
        predicate = root is null ? null : new ColumnPredicate(formula, root);
        return predicate is not null;
    }

    /// <summary>Writes <see cref="False"/>, <see cref="True"/> or <see cref="Missing"/> for every row. Linear in the rows.</summary>
    /// <param name="batch">The rows; it is asked for the columns of <see cref="Formula"/> only.</param>
    /// <param name="truths">One byte a row, in the order of the rows.</param>
    /// <exception cref="ArgumentException"><paramref name="truths"/> or a column has another length than the batch has rows.</exception>
    public void Evaluate(IColumnBatch batch, Span<byte> truths)
    {
        if (truths.Length != batch.RowCount)
        {
            throw new ArgumentException("One byte a row.", nameof(truths));
        }

        _root.Write(batch, truths);
    }
}
