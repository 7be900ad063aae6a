using Junheng.Assessment.Units;
using Junheng.Domain.Numbers;

namespace Junheng.Assessment.Resources;

/// <summary>
/// A norm or floor as a plain ratio numerator ÷ enrolment. Far from it a double decides; within <see cref="NearTie"/> of it exact arithmetic does,
/// in 128-bit whole numbers where the cells are short decimals and in rationals otherwise.
/// </summary>
internal sealed class RatioThreshold
{
    private readonly Rational _exact;
    private readonly long _numerator;
    private readonly long _denominator;

    /// <param name="threshold">The norm or floor as the standard prints it.</param>
    /// <param name="scale">What a ratio is multiplied by before it is compared with it.</param>
    public RatioThreshold(Rational threshold, Rational scale)
    {
        _exact = threshold / scale;
        Ratio = _exact.ToDouble();
        var fits = _exact.Numerator <= long.MaxValue && _exact.Numerator >= long.MinValue && _exact.Denominator <= long.MaxValue;
        (_numerator, _denominator) = fits ? ((long)_exact.Numerator, (long)_exact.Denominator) : (0, 0);
    }

    /// <summary>The threshold as the nearest double.</summary>
    public double Ratio { get; }

    /// <summary>Whether a unit that has both figures reaches the threshold.</summary>
    public bool IsReachedBy(UnitTable table, int unit, int indicator)
    {
        var pupils = table.Enrolment[unit];
        var ratio = table.Numerator(indicator)[unit] / pupils;
        return pupils < NearTie.SmallestSafeEnrolment || NearTie.Is(ratio, Ratio) ? IsReachedExactly(table, unit, indicator) : ratio > Ratio;
    }

    private bool IsReachedExactly(UnitTable table, int unit, int indicator)
    {
        if (_denominator > 0 && table.IsVerbatim(indicator)
            && ShortDecimal.TryScale(table.Numerator(indicator)[unit], out var amount)
            && ShortDecimal.TryScale(table.Enrolment[unit], out var pupils))
        {
            return (Int128)amount * _denominator >= (Int128)pupils * _numerator;
        }

        return table.ExactNumerator(unit, indicator)!.Value >= _exact * table.ExactEnrolment(unit)!.Value;
    }
}
