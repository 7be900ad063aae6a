using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;

namespace Junheng.Application.Regions;

/// <summary>The counties of a region as judged together for one report year.</summary>
/// <param name="Node">The region.</param>
/// <param name="Trail">From the nation down to the region.</param>
/// <param name="Tree">All regions.</param>
/// <param name="Basis">By what was judged, with the year named where there is one.</param>
/// <param name="Years">The report years that any of its counties has, newest first.</param>
/// <param name="Judged">The result over every county on record; the region's own are in <paramref name="Counties"/>.</param>
/// <param name="Counties">The counties that may be seen, by code.</param>
/// <param name="Hidden">How many counties of the region may not be seen by the reader.</param>
public sealed record RegionOnFile(
    RegionNode Node,
    ImmutableArray<RegionNode> Trail,
    RegionTree Tree,
    Basis Basis,
    ImmutableArray<int> Years,
    JudgedCounties Judged,
    ImmutableArray<CountyInRegion> Counties,
    int Hidden)
{
    /// <summary>The report year judged; 0 where there is none.</summary>
    public int Year => Basis.Year ?? 0;

    /// <summary>The standard on the evaluation date.</summary>
    public StandardInForce InForce => Judged.Result.InForce;

    /// <summary>The counties that have a return of the year.</summary>
    public IEnumerable<CountyInRegion> Reported => Counties.Where(county => county.Outline is not null);
}

/// <summary>A county in a region.</summary>
/// <param name="Node">The county.</param>
/// <param name="City">The city that it lies in; null where none is known.</param>
/// <param name="Province">The province.</param>
/// <param name="Index">Its position in the result; −1 where it has no return of the year.</param>
/// <param name="Outline">How it stands; null where it has no return of the year.</param>
public sealed record CountyInRegion(RegionNode Node, RegionNode? City, RegionNode? Province, int Index, CountyOutline? Outline)
{
    /// <summary>The name to show: the code where there is no name.</summary>
    public string Name => Node.Name is { Length: > 0 } registered ? registered : Outline?.Name is { Length: > 0 } name ? name : Node.Code;
}

/// <summary>Every county on record judged by one standard in force.</summary>
/// <param name="Result">The result.</param>
/// <param name="ResultId">The id that pages carry.</param>
/// <param name="Outlines">One a county of the result, in its order.</param>
public sealed record JudgedCounties(AssessmentResult Result, string ResultId, ImmutableArray<CountyOutline> Outlines);
