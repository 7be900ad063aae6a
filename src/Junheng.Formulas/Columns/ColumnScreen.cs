using System.Diagnostics.CodeAnalysis;

namespace Junheng.Formulas.Columns;

/// <summary>
/// A truth formula compiled to passes over columns of doubles that know how far off they may be: it sorts out at once the rows that need no exact
/// evaluation. Whole numbers below 2⁵³ are followed exactly, everything else with a bound on its error; where the bound leaves a comparison open,
/// the row is doubtful and <see cref="BoundFormula.Evaluate"/> decides. Immutable; safe for many threads.
/// </summary>
public sealed class ColumnScreen
{
    /// <summary>The formula is false for the row.</summary>
    public const byte False = 0;

    /// <summary>The formula is true for the row.</summary>
    public const byte True = 1;

    /// <summary>The formula is missing or undefined for the row.</summary>
    public const byte Absent = 2;

    /// <summary>Doubles can't tell: evaluate the row exactly.</summary>
    public const byte Doubtful = 3;

    private readonly ScreenTruth _root;

    private ColumnScreen(BoundFormula formula, ScreenTruth root) => (Formula, _root) = (formula, root);

    /// <summary>The formula that it was compiled from.</summary>
    public BoundFormula Formula { get; }

    /// <summary>
    /// Compiles arithmetic, comparisons, <c>and</c>, <c>or</c>, <c>not</c>, <c>in</c>, <c>if</c>, <c>abs</c>, <c>min</c>, <c>max</c> and
    /// <c>is missing</c> of a column, over columns of the formula's own level and of the levels above. False for anything else (aggregates, rounding,
    /// dates): those formulas are evaluated entity by entity.
    /// </summary>
    public static bool TryCompile(BoundFormula formula, [NotNullWhen(true)] out ColumnScreen? screen)
    {
        var root = formula.Kind == Types.FormulaKind.Truth ? ScreenCompiler.Truth(formula.Root) : null;
        screen = root is null ? null : new ColumnScreen(formula, root);
        return screen is not null;
    }

    /// <summary>Writes <see cref="False"/>, <see cref="True"/>, <see cref="Absent"/> or <see cref="Doubtful"/> for every row. Linear in the rows.</summary>
    /// <param name="batch">The rows; it is asked for the columns of <see cref="Formula"/> only, also for those of levels above.</param>
    /// <param name="truths">One byte a row, in the order of the rows.</param>
    /// <exception cref="ArgumentException"><paramref name="truths"/> has another length than the batch has rows.</exception>
    public void Evaluate(IColumnBatch batch, Span<byte> truths)
    {
        if (truths.Length != batch.RowCount)
        {
            throw new ArgumentException("One byte a row.", nameof(truths));
        }

        var block = new ScreenBlock(batch);
        for (var start = 0; start < truths.Length; start += ScreenBlock.MostRows)
        {
            block.MoveTo(start, Math.Min(ScreenBlock.MostRows, truths.Length - start));
            _root.Write(block, truths.Slice(start, block.Count));
        }
    }
}
