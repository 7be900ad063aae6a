using System.Collections.Immutable;
using Junheng.Assessment.Results;
using Junheng.Domain.Outcomes;

namespace Junheng.Application.Regions;

/// <summary>Which counties of the readiness list are wanted, in which order; null = everything.</summary>
/// <param name="Verdict">Only counties of this verdict.</param>
/// <param name="NotReported">Only counties without a return.</param>
/// <param name="Within">Only counties of this city or province.</param>
/// <param name="SortBy"><c>readiness</c>, <c>code</c>, <c>name</c>, <c>schools</c>, <c>cvs</c> or <c>items</c>.</param>
/// <param name="Descending">Largest first.</param>
/// <param name="Page">From 1.</param>
public sealed record ReadinessQuery(Verdict? Verdict = null, bool NotReported = false, string? Within = null, string SortBy = "readiness", bool Descending = false, int Page = 1);

/// <summary>How near a county is: what stands between it and a verdict of met.</summary>
/// <param name="County">The county.</param>
/// <param name="SchoolsFailing">School-stages that do not meet.</param>
/// <param name="CvsAbove">Coefficients above their limit.</param>
/// <param name="ItemsNotMet">Items not met.</param>
/// <param name="Open">School-stages, coefficients and items that cannot be decided.</param>
public sealed record Readiness(CountyInRegion County, int SchoolsFailing, int CvsAbove, int ItemsNotMet, int Open)
{
    /// <summary>How many things are not met.</summary>
    public int NotMet => SchoolsFailing + CvsAbove + ItemsNotMet;

    /// <summary>Of a county.</summary>
    public static Readiness Of(CountyInRegion county) => county.Outline is not { } outline
        ? new Readiness(county, 0, 0, 0, 0)
        : new Readiness(
            county,
            outline.Stages.Sum(stage => stage.NotMeeting),
            RegionTotals.Coefficients(outline).Count(verdict => verdict == Verdict.NotMet),
            outline.ItemsNotMet.Length,
            outline.Stages.Sum(stage => stage.Undecided) + RegionTotals.Coefficients(outline).Count(verdict => verdict == Verdict.Undecided) + outline.ItemsUndecided.Length);
}

/// <summary>A region's first page.</summary>
/// <param name="Totals">Its counties, counted.</param>
/// <param name="Groups">The regions straight below with theirs; empty in a city.</param>
/// <param name="Spots">Where coefficients lie above their limits.</param>
/// <param name="Rows">The readiness list as wanted, one page of it.</param>
/// <param name="Found">How many rows the list has as wanted.</param>
/// <param name="Pages">How many pages.</param>
public sealed record RegionOverview(
    RegionTotals Totals, ImmutableArray<RegionGroup> Groups, ImmutableArray<TroubleSpot> Spots, ImmutableArray<Readiness> Rows, int Found, int Pages)
{
    /// <summary>How many counties one page of the list shows.</summary>
    public const int RowsOnPage = 200;

    /// <summary>The overview of a region.</summary>
    public static RegionOverview Of(RegionOnFile region, ReadinessQuery query)
    {
        var below = region.Node.Level == RegionLevel.City ? [] : region.Tree.Below(region.Node);
        var standard = region.InForce.Standard;
        var wanted = Sorted(region.Counties.Where(county => IsWanted(county, query)).Select(Readiness.Of), query).ToList();
        return new RegionOverview(
            RegionTotals.Of(region.Counties),
            [
                .. below.Where(node => node.Level != RegionLevel.County)
                    .Select(node => new RegionGroup(node, RegionTotals.Of([.. region.Counties.Where(county => county.City == node || county.Province == node)])))
                    .Where(group => group.Totals.Counties > 0),
            ],
            TroubleSpot.Of(region.Reported.Select(county => county.Outline!), standard.Stages.Length, standard.Indicators.Length),
            [.. wanted.Skip((query.Page - 1) * RowsOnPage).Take(RowsOnPage)],
            wanted.Count,
            Math.Max(1, (wanted.Count + RowsOnPage - 1) / RowsOnPage));
    }

    private static bool IsWanted(CountyInRegion county, ReadinessQuery query) =>
        (query.Verdict is null || county.Outline?.Verdict == query.Verdict)
        && (!query.NotReported || county.Outline is null)
        && (query.Within is null || county.City?.Code == query.Within || county.Province?.Code == query.Within);

    private static IEnumerable<Readiness> Sorted(IEnumerable<Readiness> rows, ReadinessQuery query)
    {
        IOrderedEnumerable<Readiness> By<T>(Func<Readiness, T> key, IComparer<T>? comparer = null) => query.Descending ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer);
        return (query.SortBy switch
        {
            "code" => By(row => row.County.Node.Code, StringComparer.Ordinal),
            "name" => By(row => row.County.Name, StringComparer.Ordinal),
            "schools" => By(row => row.SchoolsFailing),
            "cvs" => By(row => row.CvsAbove),
            "items" => By(row => row.ItemsNotMet),
            _ => By(row => (Rank(row.County.Outline), row.NotMet, row.Open)),
        }).ThenBy(row => row.County.Node.Code, StringComparer.Ordinal);
    }

    private static int Rank(CountyOutline? outline) => outline?.Verdict switch
    {
        Verdict.Met => 0,
        Verdict.Undecided => 1,
        Verdict.NotMet => 2,
        _ => 3,
    };
}
