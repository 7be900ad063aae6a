using Junheng.Domain.Numbers;
using Junheng.Formulas.Syntax;

namespace Junheng.Formulas.Evaluation;

/// <summary>Exact arithmetic that always gives a value.</summary>
internal static class Arithmetic
{
    public static FormulaValue Apply(BinaryOperator op, Rational left, Rational right, FormulaValue? atZero = null) => op switch
    {
        BinaryOperator.Add => Bounded(left + right),
        BinaryOperator.Subtract => Bounded(left - right),
        BinaryOperator.Multiply => Bounded(left * right),
        _ => right.Sign == 0 ? atZero ?? Reasons.DivisionByZero : Bounded(left / right),
    };

    public static FormulaValue Apply(FormulaFunction function, Rational value, int digits) => function switch
    {
        FormulaFunction.Ceil => FormulaValue.Of(Rational.FromInteger(value.Ceiling())),
        FormulaFunction.Floor => FormulaValue.Of(Rational.FromInteger(value.Floor())),
        FormulaFunction.Round => Bounded(value.Round(digits)),
        _ => FormulaValue.Of(value.Sign < 0 ? -value : value),
    };

    /// <summary>
    /// The same day some years later, or earlier when negative; 28 February for a 29 February in a common year;
    /// undefined outside the years 1 to 9999.
    /// </summary>
    public static FormulaValue AddYears(DateOnly day, Rational years)
    {
        var added = (int)years.Numerator;
        return day.Year + added < DateOnly.MinValue.Year || day.Year + added > DateOnly.MaxValue.Year
            ? Reasons.NoSuchDay
            : FormulaValue.Of(day.AddYears(added));
    }

    /// <summary>The number, or undefined when it is beyond <see cref="FormulaLimits.ValueBits"/>.</summary>
    public static FormulaValue Bounded(Rational value) =>
        value.Numerator.GetBitLength() > FormulaLimits.ValueBits || value.Denominator.GetBitLength() > FormulaLimits.ValueBits
            ? Reasons.TooLarge
            : FormulaValue.Of(value);
}
