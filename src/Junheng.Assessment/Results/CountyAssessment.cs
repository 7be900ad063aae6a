using System.Collections.Immutable;
using Junheng.Assessment.Dispersion;
using Junheng.Assessment.Items;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Units;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Assessment.Results;

/// <summary>How a county stands, with every reason: what pages, workbooks and the public JSON show.</summary>
/// <param name="Code">County code.</param>
/// <param name="Name">County name; empty when not given.</param>
/// <param name="ReportYear">The report year judged; 0 when rows carry none.</param>
/// <param name="Verdict">Strict verdict.</param>
/// <param name="EasedVerdict">Verdict with the easements in force.</param>
/// <param name="Parts">The parts of the verdict, in the standard's order.</param>
/// <param name="Stages">The stages, in the standard's order.</param>
/// <param name="Units">The units in scope, sorted by school code, then stage.</param>
/// <param name="Excluded">What is out of scope, sorted the same way.</param>
/// <param name="Items">The evaluation items, in the standard's order.</param>
/// <param name="EasementsUsed">Easements that units or items used, each with how many.</param>
public sealed record CountyAssessment(
    string Code,
    string Name,
    int ReportYear,
    Verdict Verdict,
    Verdict EasedVerdict,
    ImmutableArray<PartAssessment> Parts,
    ImmutableArray<StageAssessment> Stages,
    ImmutableArray<UnitAssessment> Units,
    ImmutableArray<ExcludedUnit> Excluded,
    ImmutableArray<ItemResult> Items,
    ImmutableArray<EasementUse> EasementsUsed);

/// <summary>A part of the county verdict.</summary>
/// <param name="Part">The part.</param>
/// <param name="Verdict">Strict.</param>
/// <param name="EasedVerdict">With easements.</param>
public sealed record PartAssessment(StandardPart Part, Verdict Verdict, Verdict EasedVerdict);

/// <summary>One stage of a county.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Block">Index of its block in the view.</param>
/// <param name="Units">Units in scope.</param>
/// <param name="Meeting">Units that meet; null where the standard judges no unit.</param>
/// <param name="NotMeeting">Units that do not; null likewise.</param>
/// <param name="Undecided">Units that cannot be decided; null likewise.</param>
/// <param name="Indicators">One an indicator, in the standard's order.</param>
/// <param name="Composite">The composite coefficient; null where the standard has none.</param>
public sealed record StageAssessment(
    Stage Stage,
    int Block,
    int Units,
    int? Meeting,
    int? NotMeeting,
    int? Undecided,
    ImmutableArray<IndicatorAssessment> Indicators,
    CompositeCv? Composite);

/// <summary>An indicator at one stage of a county.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Numbers">Its numbers in force.</param>
/// <param name="Spread">Mean, coefficient and verdict.</param>
/// <param name="RoundingSensitive">Whether the printed coefficient would give another verdict.</param>
/// <param name="Other">Other measures, for information; over the units that have the figures.</param>
public sealed record IndicatorAssessment(Indicator Indicator, IndicatorNumbers Numbers, IndicatorSpread Spread, bool RoundingSensitive, DispersionSummary Other);

/// <summary>One unit.</summary>
/// <param name="Unit">Its index in the view.</param>
/// <param name="SchoolCode">Its school.</param>
/// <param name="SchoolName">The school's name; empty when not given.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Verdict">Strict.</param>
/// <param name="EasedVerdict">With easements.</param>
/// <param name="Excepted">The indicator that the unit passes with by its floor; null when it needs none or does not pass.</param>
/// <param name="RoundingSensitive">Indicators whose printed value would give another verdict.</param>
/// <param name="Findings">One an indicator that is not met or undecided.</param>
public sealed record UnitAssessment(
    int Unit,
    string SchoolCode,
    string SchoolName,
    Stage Stage,
    Verdict Verdict,
    Verdict EasedVerdict,
    Indicator? Excepted,
    ImmutableArray<Indicator> RoundingSensitive,
    ImmutableArray<IndicatorFinding> Findings);

/// <summary>An indicator that a unit does not meet, or that cannot be decided.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Numbers">Its numbers in force.</param>
/// <param name="Value">The exact value; null when undecided.</param>
/// <param name="Standing">How the unit stands.</param>
/// <param name="Verdict">Not met or undecided.</param>
/// <param name="Missing">What is missing; empty when the value is known.</param>
/// <param name="ShortfallToNorm">What is lacking to the norm in the item's own unit, whole things rounded up; null when undecided.</param>
/// <param name="ShortfallToFloor">What is lacking to the floor; 0 within it; null when undecided or without a floor.</param>
public sealed record IndicatorFinding(
    Indicator Indicator,
    IndicatorNumbers Numbers,
    Rational? Value,
    Standing Standing,
    Verdict Verdict,
    ImmutableArray<string> Missing,
    Rational? ShortfallToNorm,
    Rational? ShortfallToFloor);

/// <summary>That an easement was used.</summary>
/// <param name="Easement">The easement.</param>
/// <param name="Times">By how many units or items.</param>
public sealed record EasementUse(Easement Easement, int Times);
