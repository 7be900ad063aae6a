using System.Collections.Immutable;
using Junheng.Assessment.Dispersion;
using Junheng.Assessment.Resources;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Assessment.Results;

/// <summary>How a county stands without the reasons of each unit and without data findings: enough to compare many counties.</summary>
/// <param name="Code">County code.</param>
/// <param name="Name">County name; empty when not given.</param>
/// <param name="ReportYear">The report year judged; 0 when rows carry none, −1 when all are later than the date.</param>
/// <param name="Verdict">Strict verdict.</param>
/// <param name="EasedVerdict">Verdict with the easements in force.</param>
/// <param name="Parts">The parts of the verdict, in the standard's order.</param>
/// <param name="Stages">The stages, in the standard's order.</param>
/// <param name="ItemsNotMet">Ids of items not met.</param>
/// <param name="ItemsUndecided">Ids of items undecided.</param>
public sealed record CountyOutline(
    string Code,
    string Name,
    int ReportYear,
    Verdict Verdict,
    Verdict EasedVerdict,
    ImmutableArray<PartAssessment> Parts,
    ImmutableArray<StageOutline> Stages,
    ImmutableArray<string> ItemsNotMet,
    ImmutableArray<string> ItemsUndecided);

/// <summary>One stage of a county in outline.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Block">Index of its block in the view.</param>
/// <param name="Units">Units in scope.</param>
/// <param name="Meeting">Units that meet; 0 where the standard judges no unit.</param>
/// <param name="NotMeeting">Units that do not; 0 likewise.</param>
/// <param name="Undecided">Units that cannot be decided; 0 likewise.</param>
/// <param name="Spreads">Mean and coefficient an indicator, in the standard's order.</param>
/// <param name="Composite">The composite coefficient; null where the standard has none.</param>
public sealed record StageOutline(
    Stage Stage, int Block, int Units, int Meeting, int NotMeeting, int Undecided, ImmutableArray<IndicatorSpread> Spreads, CompositeCv? Composite);
