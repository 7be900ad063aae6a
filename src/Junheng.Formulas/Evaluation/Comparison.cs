using Junheng.Formulas.Syntax;

namespace Junheng.Formulas.Evaluation;

/// <summary>Order of numbers and dates.</summary>
internal static class Comparison
{
    /// <summary>Whether the operator holds, given how the left compares with the right (&lt; 0, 0, &gt; 0).</summary>
    public static FormulaValue Holds(BinaryOperator op, int order) => FormulaValue.Of(op switch
    {
        BinaryOperator.Equal => order == 0,
        BinaryOperator.NotEqual => order != 0,
        BinaryOperator.Less => order < 0,
        BinaryOperator.LessOrEqual => order <= 0,
        BinaryOperator.Greater => order > 0,
        _ => order >= 0,
    });

    /// <summary>The largest or smallest of at least one number or date.</summary>
    public static FormulaValue Extreme(IEnumerable<FormulaValue> values, bool largest) => values.Aggregate((best, value) =>
    {
        var order = (best, value) switch
        {
            (FormulaValue.Number a, FormulaValue.Number b) => a.Value.CompareTo(b.Value),
            (FormulaValue.Date a, FormulaValue.Date b) => a.Value.CompareTo(b.Value),
            _ => 0,
        };
        return (largest ? order < 0 : order > 0) ? value : best;
    });
}
