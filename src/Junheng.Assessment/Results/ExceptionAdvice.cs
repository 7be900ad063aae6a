using Junheng.Assessment.Standards;
using Junheng.Domain.Numbers;

namespace Junheng.Assessment.Results;

/// <summary>Which indicator a failing unit had best leave at its floor: the exception that saves most at given unit prices.</summary>
/// <param name="Indicator">The indicator to except.</param>
/// <param name="CostWithout">Cost of bringing every indicator to its norm, in yuan.</param>
/// <param name="Cost">Cost with this indicator only at its floor, in yuan.</param>
public sealed record ExceptionAdvice(Indicator Indicator, Rational CostWithout, Rational Cost)
{
    /// <summary>The best exception of a unit; null when it needs none, may make none, or a shortfall has no price.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="rule">The standard's unit rule.</param>
    /// <param name="prices">Yuan for one unit of an item.</param>
    public static ExceptionAdvice? Of(UnitAssessment unit, AtLeast rule, IReadOnlyDictionary<string, Rational> prices)
    {
        var below = unit.Findings.Where(finding => finding.ShortfallToNorm is not null).ToList();
        if (below.Count == 0 || rule.Count == rule.Indicators.Length || below.Any(finding => !prices.ContainsKey(finding.Indicator.Item)))
        {
            return null;
        }

        Rational Cost(IndicatorFinding finding, Rational? shortfall) => prices[finding.Indicator.Item] * (shortfall ?? finding.ShortfallToNorm!.Value);
        var total = below.Aggregate(Rational.Zero, (sum, finding) => sum + Cost(finding, finding.ShortfallToNorm));
        var best = below.MaxBy(finding => Cost(finding, finding.ShortfallToNorm) - Cost(finding, finding.ShortfallToFloor))!;
        return new ExceptionAdvice(best.Indicator, total, total - Cost(best, best.ShortfallToNorm) + Cost(best, best.ShortfallToFloor));
    }
}
