using Junheng.Assessment.Units;
using Junheng.Domain.Outcomes;

namespace Junheng.Assessment.Resources;

/// <summary>The first two moments of an indicator in a block, unscaled.</summary>
/// <param name="Known">Units that have item and enrolment.</param>
/// <param name="Units">Units in the block.</param>
/// <param name="Mean">Σx/Σp over the known ones; not a number when there is none.</param>
/// <param name="Variance">Σp(x/p − mean)²/Σp over the known ones.</param>
internal readonly record struct Moments(int Known, int Units, double Mean, double Variance);

/// <summary>Turns moments into mean, coefficient and verdict; anything a double can't carry safely is done again exactly.</summary>
internal static class SpreadJudge
{
    public static IndicatorSpread Judge(UnitTable table, StageBlock block, int indicator, IndicatorNumbers numbers, Moments moments)
    {
        if (moments.Known == 0)
        {
            return new IndicatorSpread(null, null, CvReason.Missing, WithoutVerdict(numbers, Verdict.Undecided));
        }

        var isWhole = moments.Known == moments.Units;
        var isSafe = moments.Mean is > 1 / NearTie.LargestSafeMean and < NearTie.LargestSafeMean && double.IsFinite(moments.Variance);
        var exact = isSafe ? null : ExactSpread.Of(table, block, indicator);
        var mean = exact is null ? moments.Mean * numbers.ScaleFactor : (exact.Mean!.Value * numbers.Scale).ToDouble();
        var cv = exact is null ? Math.Sqrt(moments.Variance) / moments.Mean : exact.Cv;
        if (cv is null)
        {
            var reason = isWhole ? CvReason.ZeroMean : CvReason.Missing;
            return new IndicatorSpread(mean, null, reason, WithoutVerdict(numbers, Verdict.Undecided));
        }

        return isWhole
            ? new IndicatorSpread(mean, cv, CvReason.None, Against(table, block, indicator, numbers, cv.Value, exact))
            : new IndicatorSpread(mean, cv, CvReason.Missing, WithoutVerdict(numbers, Verdict.Undecided));
    }

    /// <summary>In a stage without units: undecided, or no verdict at all where there is no limit.</summary>
    public static IndicatorSpread WithoutUnits(IndicatorNumbers numbers) => new(null, null, CvReason.NoUnits, WithoutVerdict(numbers, Verdict.Undecided));

    private static Verdict Against(UnitTable table, StageBlock block, int indicator, IndicatorNumbers numbers, double cv, ExactSpread? exact)
    {
        if (numbers.CvLimit is not { } limit)
        {
            return Verdict.NotApplicable;
        }

        var isAtMost = exact is not null || NearTie.Is(cv, numbers.CvLimitFactor)
            ? (exact ?? ExactSpread.Of(table, block, indicator)).IsAtMost(limit)
            : cv < numbers.CvLimitFactor;
        return isAtMost ? Verdict.Met : Verdict.NotMet;
    }

    private static Verdict WithoutVerdict(IndicatorNumbers numbers, Verdict verdict) => numbers.CvLimit is null ? Verdict.NotApplicable : verdict;
}
