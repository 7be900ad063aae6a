namespace Junheng.Formulas.Evaluation;

/// <summary>Three-valued <c>and</c> and <c>or</c>: one decisive part decides, whatever is not known about the other.</summary>
internal static class Kleene
{
    /// <summary>True when the value alone decides: false for <c>and</c>, true for <c>or</c>.</summary>
    public static bool Decides(FormulaValue value, bool decisive) => value is FormulaValue.Truth(var truth) && truth == decisive;

    /// <summary>The two parts combined; <paramref name="decisive"/> is the truth value that decides alone.</summary>
    public static FormulaValue Combine(FormulaValue left, FormulaValue right, bool decisive) =>
        Decides(left, decisive) || Decides(right, decisive) ? FormulaValue.Of(decisive) : Absence.Of(left, right) ?? FormulaValue.Of(!decisive);
}
