using System.Collections.Immutable;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Results;
using Junheng.Domain.Outcomes;

namespace Junheng.Application.Regions;

/// <summary>Counties, schools and coefficients of some counties, counted.</summary>
/// <param name="Counties">Counties that may be seen.</param>
/// <param name="Met">Counties that meet.</param>
/// <param name="NotMet">Counties that do not.</param>
/// <param name="Undecided">Counties that cannot be decided.</param>
/// <param name="NotReported">Counties without a return of the year.</param>
/// <param name="Units">School-stages in scope.</param>
/// <param name="UnitsMet">Of them, those that meet.</param>
/// <param name="UnitsNotMet">Those that do not.</param>
/// <param name="UnitsUndecided">Those that cannot be decided.</param>
/// <param name="Cvs">Coefficients with a limit, composites included.</param>
/// <param name="CvsAbove">Of them, those above it.</param>
/// <param name="CvsUndecided">Those that cannot be decided.</param>
public sealed record RegionTotals(
    int Counties, int Met, int NotMet, int Undecided, int NotReported, int Units, int UnitsMet, int UnitsNotMet, int UnitsUndecided, int Cvs, int CvsAbove, int CvsUndecided)
{
    /// <summary>Counts.</summary>
    public static RegionTotals Of(IReadOnlyCollection<CountyInRegion> counties)
    {
        var outlines = counties.Select(county => county.Outline).OfType<CountyOutline>().ToList();
        var stages = outlines.SelectMany(outline => outline.Stages).ToList();
        var cvs = outlines.SelectMany(Coefficients).ToList();
        return new RegionTotals(
            counties.Count,
            outlines.Count(outline => outline.Verdict == Verdict.Met),
            outlines.Count(outline => outline.Verdict == Verdict.NotMet),
            outlines.Count(outline => outline.Verdict == Verdict.Undecided),
            counties.Count - outlines.Count,
            stages.Sum(stage => stage.Units),
            stages.Sum(stage => stage.Meeting),
            stages.Sum(stage => stage.NotMeeting),
            stages.Sum(stage => stage.Undecided),
            cvs.Count,
            cvs.Count(verdict => verdict == Verdict.NotMet),
            cvs.Count(verdict => verdict == Verdict.Undecided));
    }

    /// <summary>The verdicts of a county's coefficients that have a limit.</summary>
    public static IEnumerable<Verdict> Coefficients(CountyOutline outline) => outline.Stages.SelectMany(stage => stage.Composite is { } composite
        ? [composite.Verdict]
        : stage.Spreads.Select(spread => spread.Verdict).Where(verdict => verdict != Verdict.NotApplicable));
}

/// <summary>A region straight below, with what its counties come to.</summary>
/// <param name="Node">The region.</param>
/// <param name="Totals">Its counties, counted.</param>
public sealed record RegionGroup(RegionNode Node, RegionTotals Totals);

/// <summary>In how many counties one coefficient lies above its limit.</summary>
/// <param name="Stage">Position of the stage in the standard.</param>
/// <param name="Indicator">Position of the indicator.</param>
/// <param name="Above">Counties above the limit.</param>
/// <param name="Undecided">Counties where it cannot be decided.</param>
public sealed record TroubleSpot(int Stage, int Indicator, int Above, int Undecided)
{
    /// <summary>One for each stage and indicator of the standard.</summary>
    public static ImmutableArray<TroubleSpot> Of(IEnumerable<CountyOutline> outlines, int stages, int indicators)
    {
        var all = outlines.ToList();
        return
        [
            .. from stage in Enumerable.Range(0, stages)
               from indicator in Enumerable.Range(0, indicators)
               let spreads = all.Select(outline => outline.Stages[stage].Spreads[indicator]).ToList()
               select new TroubleSpot(stage, indicator, spreads.Count(each => each.Verdict == Verdict.NotMet), spreads.Count(IsOpen)),
        ];
    }

    private static bool IsOpen(IndicatorSpread spread) => spread.Verdict == Verdict.Undecided;
}
