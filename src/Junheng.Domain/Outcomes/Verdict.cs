namespace Junheng.Domain.Outcomes;

/// <summary>
/// What a test says: the four answers of the evaluation. <c>default</c> is <see cref="Undecided"/>, so that a forgotten verdict never reads as a pass.
/// </summary>
public enum Verdict : byte
{
    /// <summary>It cannot be said: something that the test needs is missing or contradictory.</summary>
    Undecided = 0,

    /// <summary>The requirement is met (达标).</summary>
    Met = 1,

    /// <summary>The requirement is not met (未达标).</summary>
    NotMet = 2,

    /// <summary>The requirement does not apply here (不适用); ignored when verdicts are combined.</summary>
    NotApplicable = 3,
}

/// <summary>How verdicts combine from units to stages, parts and the county.</summary>
public static class Verdicts
{
    /// <summary>
    /// <see cref="Verdict.NotMet"/> if any is not met, else <see cref="Verdict.Undecided"/> if any is undecided, else <see cref="Verdict.Met"/>;
    /// <see cref="Verdict.NotApplicable"/> is ignored, and is the answer when nothing else is there.
    /// </summary>
    public static Verdict Combine(IEnumerable<Verdict> verdicts)
    {
        var combined = Verdict.NotApplicable;
        foreach (var verdict in verdicts)
        {
            combined = Combine(combined, verdict);
            if (combined == Verdict.NotMet)
            {
                break; // nothing outweighs it
            }
        }

        return combined;
    }

    /// <summary>The same rule for two verdicts.</summary>
    public static Verdict Combine(Verdict left, Verdict right) => (left, right) switch
    {
        (Verdict.NotMet, _) or (_, Verdict.NotMet) => Verdict.NotMet,
        (Verdict.Undecided, _) or (_, Verdict.Undecided) => Verdict.Undecided,
        (Verdict.NotApplicable, _) => right,
        (_, Verdict.NotApplicable) => left,
        _ => Verdict.Met,
    };

    /// <summary>The more favourable of two verdicts on the same requirement, as an easement (过渡性规定) allows: met, then not applicable, undecided, not met.</summary>
    public static Verdict MoreFavourable(Verdict left, Verdict right) => Rank(left) <= Rank(right) ? left : right;

    /// <summary>The public id: <c>met | not_met | not_applicable | undecided</c>.</summary>
    public static string Id(this Verdict verdict) => verdict switch
    {
        Verdict.Met => "met",
        Verdict.NotMet => "not_met",
        Verdict.NotApplicable => "not_applicable",
        _ => "undecided",
    };

    private static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.Met => 0,
        Verdict.NotApplicable => 1,
        Verdict.Undecided => 2,
        _ => 3,
    };
}
