using System.Numerics;
using Junheng.Domain.Numbers;

namespace Junheng.Formulas.Evaluation;

/// <summary>
/// A sum of many fractions: numerators are added up per denominator first, so that a national sum of ratios costs one common denominator
/// for each different enrolment, not one for each school.
/// </summary>
internal sealed class ExactSum
{
    private readonly Dictionary<BigInteger, BigInteger> _numerators = [];

    /// <summary>The sum, 0 of nothing; undefined beyond <see cref="FormulaLimits.ValueBits"/>.</summary>
    public FormulaValue Total
    {
        get
        {
            var total = Rational.Zero;
            foreach (var (denominator, numerator) in _numerators)
            {
                total += Rational.FromFraction(numerator, denominator);
                if (Arithmetic.Bounded(total) is FormulaValue.Undefined beyond)
                {
                    return beyond;
                }
            }

            return FormulaValue.Of(total);
        }
    }

    public void Add(Rational value) =>
        _numerators[value.Denominator] = _numerators.GetValueOrDefault(value.Denominator) + value.Numerator;
}
