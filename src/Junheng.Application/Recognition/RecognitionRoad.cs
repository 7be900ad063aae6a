using System.Collections.Immutable;
using Junheng.Application.Regions;
using Junheng.Assessment.Standards;
using Junheng.Domain.Outcomes;

namespace Junheng.Application.Recognition;

/// <summary>The road map of a region to recognition (S010): each county's plan and state beside how it stands, and the sum of plans against the aims.</summary>
/// <param name="Rows">One a county: those planned first by year, then the others; by code.</param>
/// <param name="Years">One a year, from this year to the last of aims and plans.</param>
/// <param name="Targets">The aims that concern the region, by year.</param>
/// <param name="Easements">The standard's easements with the day each lapses.</param>
public sealed record RecognitionRoad(ImmutableArray<RoadRow> Rows, ImmutableArray<RoadYear> Years, ImmutableArray<RecognitionTarget> Targets, ImmutableArray<Easement> Easements)
{
    private const string Prerequisite = "prerequisite.";
    private const int LeastLastYear = 2035;

    /// <summary>The road of a region.</summary>
    /// <param name="region">Its counties as judged.</param>
    /// <param name="latest">The last entry of each county that has one.</param>
    /// <param name="targets">Every aim.</param>
    public static RecognitionRoad Of(RegionOnFile region, IEnumerable<RecognitionEntry> latest, IEnumerable<RecognitionTarget> targets)
    {
        var entries = latest.ToDictionary(entry => entry.Scope);
        var own = targets.Where(target => region.Trail.Any(node => node.Code == target.Region) || region.Counties.Any(county => county.Province?.Code == target.Region)).OrderBy(target => target.Year).ToImmutableArray();
        var rows = region.Counties
            .Select(county => Row(county, county.Node.Scope is { } scope ? entries.GetValueOrDefault(scope) : null))
            .OrderBy(row => row.Entry?.PlannedYear ?? int.MaxValue).ThenBy(row => row.County.Node.Code, StringComparer.Ordinal).ToImmutableArray();
        return new RecognitionRoad(rows, YearByYear(rows, own, region.InForce.Date.Year), own, region.InForce.Standard.Easements);
    }

    private static RoadRow Row(CountyInRegion county, RecognitionEntry? entry)
    {
        var outline = county.Outline;
        Verdict? prerequisites = outline is null ? null
            : outline.ItemsNotMet.Any(IsPrerequisite) ? Verdict.NotMet
            : outline.ItemsUndecided.Any(IsPrerequisite) ? Verdict.Undecided
            : Verdict.Met;
        return new RoadRow(county, entry, prerequisites, Readiness.Of(county), outline is { } known && known.EasedVerdict != known.Verdict);
    }

    private static bool IsPrerequisite(string item) => item.StartsWith(Prerequisite, StringComparison.Ordinal);

    private static ImmutableArray<RoadYear> YearByYear(ImmutableArray<RoadRow> rows, ImmutableArray<RecognitionTarget> targets, int first)
    {
        var last = rows.Select(row => row.Entry?.PlannedYear ?? 0).Concat(targets.Select(target => target.Year)).Append(LeastLastYear).Max();
        return
        [
            .. Enumerable.Range(first, Math.Max(1, last - first + 1)).Select(year =>
            {
                var planned = rows.Count(row => row.IsRecognised || row.Entry?.PlannedYear <= year);
                return new RoadYear(
                    year,
                    rows.Count(row => row.Entry?.PlannedYear == year && !row.IsRecognised),
                    planned,
                    rows.IsEmpty ? 0 : (double)planned / rows.Length,
                    targets.FirstOrDefault(target => target.Year == year && target.Share is not null));
            }),
        ];
    }
}

/// <summary>A county on the road.</summary>
/// <param name="County">The county.</param>
/// <param name="Entry">Where it says it stands; null where nothing is entered.</param>
/// <param name="Prerequisites">Whether the standard's prerequisites are met; null without a return of the year.</param>
/// <param name="Readiness">What stands in the way.</param>
/// <param name="LeansOnEasement">Whether its verdict is better with easements: it must reach the plain value when they lapse.</param>
public sealed record RoadRow(CountyInRegion County, RecognitionEntry? Entry, Verdict? Prerequisites, Readiness Readiness, bool LeansOnEasement)
{
    /// <summary>Whether it is recognised.</summary>
    public bool IsRecognised => Entry?.State == RecognitionState.NationalCertification;
}

/// <summary>A year of the road.</summary>
/// <param name="Year">The year.</param>
/// <param name="Planned">Counties planned for it that are not recognised yet.</param>
/// <param name="Sum">Counties recognised or planned by its end.</param>
/// <param name="Share">Their share of all counties.</param>
/// <param name="Target">An aim with a number for its end; null where there is none.</param>
public sealed record RoadYear(int Year, int Planned, int Sum, double Share, RecognitionTarget? Target)
{
    /// <summary>Whether the plans fall short of the aim.</summary>
    public bool IsShort => Target?.Share is { } share && Share < share;
}
