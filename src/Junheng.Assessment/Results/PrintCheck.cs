using Junheng.Assessment.Resources;
using Junheng.Assessment.Units;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;

namespace Junheng.Assessment.Results;

/// <summary>Whether a printed figure would give another verdict than the exact one (舍入敏感): readers of the form must be warned.</summary>
internal static class PrintCheck
{
    /// <summary>For a coefficient against its limit.</summary>
    public static bool CvFlips(UnitTable table, StageBlock block, int indicator, IndicatorNumbers numbers, IndicatorSpread spread, int digits)
    {
        if (numbers.CvLimit is not { } limit || spread.Verdict is not (Verdict.Met or Verdict.NotMet) || spread.Cv is not { } cv
            || Math.Abs(cv - limit.ToDouble()) > OneUnit(digits))
        {
            return false;
        }

        return ExactSpread.Of(table, block, indicator).Rounded(digits) <= limit != (spread.Verdict == Verdict.Met);
    }

    /// <summary>For a unit's value against norm and floor.</summary>
    public static bool ValueFlips(UnitTable table, int unit, int indicator, IndicatorNumbers numbers, int digits)
    {
        if (!table.HasEnrolment(unit) || !table.HasNumerator(unit, indicator))
        {
            return false;
        }

        var approximate = table.Numerator(indicator)[unit] / table.Enrolment[unit] * numbers.ScaleFactor;
        return Flips(numbers.Norm) || Flips(numbers.Floor);

        bool Flips(Rational? threshold)
        {
            if (threshold is not { } value || Math.Abs(approximate - value.ToDouble()) > OneUnit(digits))
            {
                return false;
            }

            var exact = numbers.Scale * table.ExactNumerator(unit, indicator)!.Value / table.ExactEnrolment(unit)!.Value;
            return exact >= value != exact.Round(digits) >= value;
        }
    }

    private static double OneUnit(int digits) => Math.Pow(10, -digits);
}
