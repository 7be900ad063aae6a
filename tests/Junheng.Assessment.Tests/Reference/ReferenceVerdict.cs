namespace Junheng.Assessment.Tests.Reference;

/// <summary>The four verdicts of the public contract.</summary>
public enum ReferenceVerdict
{
    Met,
    NotMet,
    NotApplicable,
    Undecided,
}

/// <summary>How verdicts are written and combined.</summary>
public static class ReferenceVerdicts
{
    /// <summary>The word of the public contract: met, not_met, not_applicable, undecided.</summary>
    public static string Text(this ReferenceVerdict verdict) => verdict switch
    {
        ReferenceVerdict.Met => "met",
        ReferenceVerdict.NotMet => "not_met",
        ReferenceVerdict.NotApplicable => "not_applicable",
        _ => "undecided",
    };

    /// <summary>not_met if any is, else undecided if any is, else met; not_applicable is ignored (all ignored: not_applicable).</summary>
    public static ReferenceVerdict Combine(IEnumerable<ReferenceVerdict> verdicts)
    {
        var counted = verdicts.Where(verdict => verdict != ReferenceVerdict.NotApplicable).ToList();
        if (counted.Count == 0)
        {
            return ReferenceVerdict.NotApplicable;
        }

        return counted.Contains(ReferenceVerdict.NotMet) ? ReferenceVerdict.NotMet
            : counted.Contains(ReferenceVerdict.Undecided) ? ReferenceVerdict.Undecided
            : ReferenceVerdict.Met;
    }

    /// <summary>met where the test holds, else not_met.</summary>
    public static ReferenceVerdict Of(bool holds) => holds ? ReferenceVerdict.Met : ReferenceVerdict.NotMet;
}
