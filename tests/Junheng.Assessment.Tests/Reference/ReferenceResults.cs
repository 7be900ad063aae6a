namespace Junheng.Assessment.Tests.Reference;

/// <summary>A unit that the standard leaves out.</summary>
public sealed record ReferenceExclusion(string SchoolCode, string Stage, string Reason);

/// <summary>
/// One indicator of one unit. <c>Value</c> is null where something is missing; <c>Missing</c> is ["enrolment"] or [the item]. Norm and floor are
/// null under
/// 2012, where the verdict is undecided (something missing) or not_applicable. Shortfalls are in the item's own unit and null unless the indicator
/// is not_met;
/// the shortfall to the floor of an indicator within its floor is 0.
/// </summary>
public sealed record ReferenceFinding(
    string Indicator,
    string Item,
    ReferenceNumber? Value,
    ReferenceNumber? Norm,
    ReferenceNumber? Floor,
    ReferenceVerdict Verdict,
    bool WithinFloor,
    IReadOnlyList<string> Missing,
    ReferenceNumber? ShortfallToNorm,
    ReferenceNumber? ShortfallToFloor,
    bool RoundingSensitive);

/// <summary>
/// One unit in scope with every indicator in the order of the standard. <c>Excepted</c>: met by the 85 % exception.
/// </summary>
public sealed record ReferenceUnitResult(
    string SchoolCode,
    string Stage,
    ReferenceVerdict Verdict,
    bool Excepted,
    IReadOnlyList<ReferenceFinding> Indicators)
{
    /// <summary>The indicator of that id.</summary>
    public ReferenceFinding this[string indicator] => Indicators.Single(finding => finding.Indicator == indicator);

    /// <summary>Ids of the indicators whose printed value would give another verdict on norm or floor.</summary>
    public IReadOnlyList<string> RoundingSensitive => [.. Indicators.Where(finding => finding.RoundingSensitive).Select(finding => finding.Indicator)];
}

/// <summary>
/// How one indicator is spread over the units of a stage. <c>CvLimit</c> and <c>CvVerdict</c> are null under 2012. <c>CvPrinted</c>: 3 decimals of
/// the exact
/// root. Gini, Theil (natural logarithm) and the unweighted CV (divisor n) are null wherever the mean is not positive or nothing is known.
/// </summary>
public sealed record ReferenceSpread(
    string Indicator,
    ReferenceNumber? Mean,
    ReferenceNumber? CvSquared,
    double? Cv,
    ReferenceNumber? CvPrinted,
    ReferenceNumber? CvLimit,
    string? CvReason,
    ReferenceVerdict? CvVerdict,
    bool RoundingSensitive,
    double? UnweightedCvN,
    double? Gini,
    double? Theil);

/// <summary>
/// The composite CV of 2012: the mean of the eight CVs lies between <c>Lower</c> and <c>Upper</c> (equal where all roots are rational).
/// </summary>
public sealed record ReferenceComposite(
    ReferenceNumber? Lower,
    ReferenceNumber? Upper,
    double? Cv,
    ReferenceNumber? CvPrinted,
    ReferenceNumber CvLimit,
    ReferenceVerdict CvVerdict,
    bool RoundingSensitive);

/// <summary>One stage of a county; the three counts are null under 2012, the composite is null under 2017.</summary>
public sealed record ReferenceStageResult(
    string Stage,
    int Units,
    int? UnitsMeeting,
    int? UnitsNotMeeting,
    int? UnitsUndecided,
    IReadOnlyList<ReferenceSpread> Indicators,
    ReferenceComposite? Composite,
    ReferenceVerdict Verdict)
{
    /// <summary>The indicator of that id.</summary>
    public ReferenceSpread this[string indicator] => Indicators.Single(spread => spread.Indicator == indicator);
}

/// <summary>
/// One county. <c>ResourceAllocation</c> is given under 2017, <c>InterSchoolBalance</c> under 2012. Units and exclusions are sorted by school code
/// (ordinal),
/// primary before junior.
/// </summary>
public sealed record ReferenceCounty(
    string Code,
    IReadOnlyList<ReferenceExclusion> Excluded,
    ReferenceStageResult Primary,
    ReferenceStageResult Junior,
    IReadOnlyList<ReferenceUnitResult> Units,
    ReferenceVerdict? ResourceAllocation,
    ReferenceVerdict? InterSchoolBalance)
{
    /// <summary>The stage "primary" or "junior".</summary>
    public ReferenceStageResult Stage(string stage) => stage == ReferenceStages.Primary ? Primary : Junior;

    /// <summary>The unit of that school and stage.</summary>
    public ReferenceUnitResult Unit(string schoolCode, string stage) => Units.Single(unit => unit.SchoolCode == schoolCode && unit.Stage == stage);
}
