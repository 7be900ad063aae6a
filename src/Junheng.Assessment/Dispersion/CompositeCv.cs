using System.Collections.Immutable;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Units;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;

namespace Junheng.Assessment.Dispersion;

/// <summary>The mean of several coefficients of variation against one limit (综合差异系数, 2012).</summary>
/// <param name="Cv">Arithmetic mean of the unrounded coefficients; null where one of them is undefined.</param>
/// <param name="Limit">What it must not exceed.</param>
/// <param name="Verdict">Undecided where a coefficient gives no verdict.</param>
public sealed record CompositeCv(double? Cv, Rational? Limit, Verdict Verdict)
{
    private const int EnclosureDigits = 100;

    /// <summary>Judges the composite of a block.</summary>
    public static CompositeCv Of(UnitTable table, StageBlock block, IReadOnlyList<int> indicators, IReadOnlyList<IndicatorSpread> spreads, Rational? limit)
    {
        var cvs = indicators.Select(k => spreads[k].Cv).ToList();
        double? mean = cvs.Count > 0 && cvs.TrueForAll(cv => cv is not null) ? cvs.Sum(cv => cv!.Value) / cvs.Count : null;
        var isWhole = indicators.All(k => spreads[k].Reason == CvReason.None);
        if (mean is not { } composite || !isWhole || limit is not { } most)
        {
            return new CompositeCv(mean, limit, Verdict.Undecided);
        }

        var asDouble = most.ToDouble();
        var isMet = NearTie.Is(composite, asDouble) ? MayBeAtMost(Squares(table, block, indicators), most) : composite < asDouble;
        return new CompositeCv(mean, limit, isMet ? Verdict.Met : Verdict.NotMet);
    }

    /// <summary>
    /// Whether Σ√qᵢ ÷ n ≤ limit, from squares qᵢ: rational roots exactly, others enclosed to 100 digits; an enclosure that still contains the limit counts as met.
    /// </summary>
    public static bool MayBeAtMost(ImmutableArray<Rational> squares, Rational limit)
    {
        var low = squares.Aggregate(Rational.Zero, (sum, square) => sum + ExactRoot.Enclose(square, EnclosureDigits).Low);
        return low <= limit * Rational.FromInteger(squares.Length);
    }

    private static ImmutableArray<Rational> Squares(UnitTable table, StageBlock block, IReadOnlyList<int> indicators) =>
        [.. indicators.Select(k => ExactSpread.Of(table, block, k).CvSquared!.Value)];
}
