namespace Junheng.Assessment.Tests.Reference;

/// <summary>Computes and judges the CV of one indicator over the units of one stage.</summary>
public static class ReferenceSpreadJudge
{
    private const int PrintedDecimals = 3;

    /// <summary>The spread over units that are all in scope and of that stage.</summary>
    public static ReferenceSpread Judge(ReferenceIndicator indicator, string stage, IReadOnlyList<ReferenceUnit> units, ReferenceStandard standard)
    {
        var limit = standard.Year == 2017 ? standard.CvLimits[stage] : null;
        var known = KnownShares(indicator, units);
        var reason = units.Count == 0 ? "no_units" : known.Count < units.Count ? "missing" : null;
        if (known.Count == 0)
        {
            return new(indicator.Id, null, null, null, null, limit, reason, Undecided(limit), false, null, null, null);
        }

        var cvSquared = ReferenceDispersion.WeightedCvSquared(known);
        if (cvSquared is null)
        {
            reason ??= "zero_mean";
        }

        var printed = cvSquared is null ? null : ReferenceSquareRoot.Printed(cvSquared, PrintedDecimals);
        var verdict = Undecided(limit);
        var sensitive = false;
        if (reason is null && limit is not null)
        {
            var holds = cvSquared! <= limit * limit;
            verdict = ReferenceVerdicts.Of(holds);
            sensitive = printed! <= limit != holds;
        }

        return new(
            indicator.Id,
            indicator.Scale * ReferenceDispersion.Mean(known),
            cvSquared,
            Root(cvSquared),
            printed,
            limit,
            reason,
            verdict,
            sensitive,
            Root(ReferenceDispersion.UnweightedCvSquared(known)),
            ReferenceDispersion.Gini(known)?.ToDouble(),
            ReferenceDispersion.Theil(known));
    }

    /// <summary>The units that have both the item and the enrolment.</summary>
    private static List<ReferenceShare> KnownShares(ReferenceIndicator indicator, IReadOnlyList<ReferenceUnit> units)
    {
        var known = new List<ReferenceShare>();
        foreach (var unit in units)
        {
            if (unit.Enrolment is { } pupils && unit.Amount(indicator.Item) is { } amount)
            {
                known.Add(new(amount, pupils));
            }
        }

        return known;
    }

    /// <summary>Undecided where there is a limit to be judged by; no verdict at all where there is none.</summary>
    private static ReferenceVerdict? Undecided(ReferenceNumber? limit) => limit is null ? null : ReferenceVerdict.Undecided;

    private static double? Root(ReferenceNumber? square) => square is null ? null : ReferenceSquareRoot.ToDouble(square);
}
