using System.Collections.Immutable;

namespace Junheng.Application.Regions;

/// <summary>A county's place in a ranking: anywhere from <paramref name="Best"/> to <paramref name="Worst"/>, as far as the printed figures can tell.</summary>
/// <param name="County">The county.</param>
/// <param name="Range">Its figure.</param>
/// <param name="Best">The best place that the figures allow, from 1.</param>
/// <param name="Worst">The worst.</param>
public sealed record RankedCounty(CountyInRegion County, FigureRange Range, int Best, int Worst);

/// <summary>
/// Counties ranked by one figure with intervals of rank. Two counties whose printed figures are the same share their places; a county with schools undecided may lie
/// in a wide interval. A ranking never pretends to know more than what is printed.
/// </summary>
/// <param name="Measure">The figure.</param>
/// <param name="Ranked">The counties that have it, best first.</param>
/// <param name="Unknown">The counties that lack it, by code.</param>
public sealed record CountyRanking(RankMeasure Measure, ImmutableArray<RankedCounty> Ranked, ImmutableArray<CountyInRegion> Unknown)
{
    /// <summary>Ranks the counties of a region. Quadratic in their number.</summary>
    public static CountyRanking Of(RegionOnFile region, RankMeasure measure)
    {
        var figures = region.Counties.Select(county => (County: county, Range: county.Outline is { } outline ? measure.Of(outline, region.InForce) : null)).ToList();
        var known = figures.Where(each => each.Range is not null).Select(each => (each.County, Range: each.Range!.Value)).ToArray();
        bool IsBetter(FigureRange one, FigureRange other) => measure.MoreIsBetter ? other.IsSurelyBelow(one) : one.IsSurelyBelow(other);
        var ranked = known.Select(each => new RankedCounty(
            each.County, each.Range, 1 + known.Count(other => IsBetter(other.Range, each.Range)), known.Length - known.Count(other => IsBetter(each.Range, other.Range))));
        return new CountyRanking(
            measure,
            [.. ranked.OrderBy(each => each.Best).ThenBy(each => each.Worst).ThenBy(each => measure.MoreIsBetter ? -each.Range.Printed : each.Range.Printed).ThenBy(each => each.County.Node.Code, StringComparer.Ordinal)],
            [.. figures.Where(each => each.Range is null).Select(each => each.County)]);
    }
}
