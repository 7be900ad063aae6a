namespace Junheng.Assessment.Tests.Reference;

/// <summary>Judges one unit: every indicator against norm and floor, then the unit.</summary>
public static class ReferenceUnitJudge
{
    private const int PrintedDecimals = 2;

    /// <summary>The verdict on one unit in scope.</summary>
    public static ReferenceUnitResult Judge(ReferenceUnit unit, ReferenceStandard standard)
    {
        var findings = standard.Indicators.Select(indicator => Find(unit, indicator)).ToList();
        var verdict = standard.Year == 2012 ? ReferenceVerdict.NotApplicable : Decide(findings);
        var excepted = verdict == ReferenceVerdict.Met && findings.Any(finding => finding.WithinFloor);
        return new(unit.SchoolCode, unit.Stage, verdict, excepted, findings);
    }

    /// <summary>
    /// not_met once two known indicators are below the norm or one is below its floor; else undecided if anything is missing; else met.
    /// </summary>
    private static ReferenceVerdict Decide(List<ReferenceFinding> findings)
    {
        var belowNorm = findings.Count(finding => finding.Verdict == ReferenceVerdict.NotMet);
        var belowFloor = findings.Any(finding => finding.Verdict == ReferenceVerdict.NotMet && !finding.WithinFloor);
        if (belowNorm >= 2 || belowFloor)
        {
            return ReferenceVerdict.NotMet;
        }

        return findings.Any(finding => finding.Verdict == ReferenceVerdict.Undecided) ? ReferenceVerdict.Undecided : ReferenceVerdict.Met;
    }

    private static ReferenceFinding Find(ReferenceUnit unit, ReferenceIndicator indicator)
    {
        var norm = indicator.Norms.GetValueOrDefault(unit.Stage);
        var floor = indicator.Floors.GetValueOrDefault(unit.Stage);
        if (unit.Enrolment is not { } pupils)
        {
            return Undecided(indicator, norm, floor, "enrolment");
        }

        if (unit.Amount(indicator.Item) is not { } amount)
        {
            return Undecided(indicator, norm, floor, indicator.Item);
        }

        var value = indicator.Value(amount, pupils);
        if (norm is null || floor is null)
        {
            return new(indicator.Id, indicator.Item, value, null, null, ReferenceVerdict.NotApplicable, false, [], null, null, false);
        }

        var met = value >= norm;
        return new(
            indicator.Id,
            indicator.Item,
            value,
            norm,
            floor,
            ReferenceVerdicts.Of(met),
            WithinFloor: !met && value >= floor,
            Missing: [],
            ShortfallToNorm: met ? null : Shortfall(indicator, norm, amount, pupils),
            ShortfallToFloor: met ? null : Shortfall(indicator, floor, amount, pupils),
            RoundingSensitive: PrintDiffers(value, norm) || PrintDiffers(value, floor));
    }

    private static ReferenceFinding Undecided(ReferenceIndicator indicator, ReferenceNumber? norm, ReferenceNumber? floor, string missing) =>
        new(indicator.Id, indicator.Item, null, norm, floor, ReferenceVerdict.Undecided, false, [missing], null, null, false);

    /// <summary>What the unit lacks of the item to reach the threshold; persons and rooms are rounded up, m² and yuan stay exact.</summary>
    private static ReferenceNumber Shortfall(ReferenceIndicator indicator, ReferenceNumber threshold, ReferenceNumber amount, ReferenceNumber pupils)
    {
        var lacking = threshold * pupils / indicator.Scale - amount;
        if (lacking.Sign <= 0)
        {
            return ReferenceNumber.Zero;
        }

        return indicator.WholeItems ? ReferenceNumber.Of(lacking.Ceiling()) : lacking;
    }

    private static bool PrintDiffers(ReferenceNumber value, ReferenceNumber threshold) =>
        value.Printed(PrintedDecimals) >= threshold != value >= threshold;
}
