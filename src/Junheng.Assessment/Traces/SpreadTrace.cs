using System.Collections.Immutable;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Results;
using Junheng.Domain.Numbers;

namespace Junheng.Assessment.Traces;

/// <summary>How a coefficient of variation comes about: each unit's part in it.</summary>
/// <param name="Pupils">Σ enrolment of the units that have both figures.</param>
/// <param name="Amount">Σ numerator.</param>
/// <param name="Mean">Amount ÷ pupils × scale, exactly; null when no unit has both.</param>
/// <param name="CvSquared">CV², exactly; null where undefined.</param>
/// <param name="Units">One a unit of the block, in its order.</param>
public sealed record SpreadTrace(Rational Pupils, Rational Amount, Rational? Mean, Rational? CvSquared, ImmutableArray<UnitShare> Units)
{
    /// <summary>Traces an indicator in a stage block.</summary>
    /// <param name="result">The result.</param>
    /// <param name="block">Index of the block in the view.</param>
    /// <param name="indicator">Index of the indicator.</param>
    public static SpreadTrace Of(AssessmentResult result, int block, int indicator)
    {
        var (table, units) = (result.Units, result.Units.Blocks[block]);
        var exact = ExactSpread.Of(table, units, indicator);
        var scale = result.InForce.Standard.Indicators[indicator].Scale;
        var limit = result.InForce.Plan[units.Stage].Indicators[indicator].CvLimit;
        var (pupils, mean) = (exact.Pupils.ToDouble(), exact.Amount.ToDouble() / exact.Pupils.ToDouble());
        var variance = exact.CvSquared is { } cvSquared ? cvSquared.ToDouble() * mean * mean : 0;
        var shares = ImmutableArray.CreateBuilder<UnitShare>(units.Count);
        for (var unit = units.Start; unit < units.End; unit++)
        {
            shares.Add(Share(unit));
        }

        return new SpreadTrace(exact.Pupils, exact.Amount, exact.Mean is { } ratio ? scale * ratio : null, exact.CvSquared, shares.MoveToImmutable());

        UnitShare Share(int unit)
        {
            if (!table.HasEnrolment(unit) || !table.HasNumerator(unit, indicator))
            {
                return new UnitShare(unit, null, null, null, null);
            }

            var (p, x) = (table.Enrolment[unit], table.Numerator(indicator)[unit]);
            var deviation = (x / p) - mean;
            var rest = exact.Without(table.ExactEnrolment(unit)!.Value, table.ExactNumerator(unit, indicator)!.Value);
            var isDefined = rest.Units > 0 && rest.Amount.Sign > 0;
            return new UnitShare(
                unit,
                x / p * scale.ToDouble(),
                variance > 0 ? p * deviation * deviation / pupils / variance : 0,
                isDefined ? rest.Cv : null,
                isDefined && limit is { } most ? rest.IsAtMost(most) : null);
        }
    }
}

/// <summary>One unit's part in a coefficient of variation.</summary>
/// <param name="Unit">Index of the unit in the view.</param>
/// <param name="Value">Its value; null when a figure is missing.</param>
/// <param name="Share">Its part of the variance, 0 to 1; null when it does not enter.</param>
/// <param name="CvWithout">What the coefficient would be without it, recomputed exactly; null when it does not enter or nothing would be left.</param>
/// <param name="IsWithinLimitWithout">Whether that would be at most the limit, decided exactly; null likewise, or without a limit.</param>
public sealed record UnitShare(int Unit, double? Value, double? Share, double? CvWithout, bool? IsWithinLimitWithout);
