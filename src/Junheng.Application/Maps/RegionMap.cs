using System.Collections.Immutable;
using Junheng.Application.Regions;
using Junheng.Assessment.Results;
using Junheng.Domain.Geography;

namespace Junheng.Application.Maps;

/// <summary>A county on the map of a region.</summary>
/// <param name="County">The county with how it stands.</param>
/// <param name="Shape">Its boundary; null without one.</param>
/// <param name="Place">Where its sign stands: the centre of its boundary, else the mean place of its schools; null where neither is known.</param>
public sealed record CountyOnMap(CountyInRegion County, GeoShape? Shape, GeoPoint? Place);

/// <summary>A region as a map of its counties.</summary>
/// <param name="Counties">Its counties by code, those without a place too.</param>
public sealed record RegionMap(ImmutableArray<CountyOnMap> Counties)
{
    /// <summary>The counties that can be drawn.</summary>
    public IEnumerable<CountyOnMap> Placed => Counties.Where(county => county.Place is not null);

    /// <summary>The map of a region as judged.</summary>
    /// <param name="region">Its counties.</param>
    /// <param name="boundaries">The boundaries on record.</param>
    public static RegionMap Of(RegionOnFile region, IEnumerable<CountyBoundary> boundaries)
    {
        var shapes = boundaries.ToDictionary(boundary => boundary.Scope, boundary => boundary.Outline);
        return new RegionMap(
        [
            .. region.Counties.Select(county =>
            {
                var shape = county.Node.Scope is { } scope ? shapes.GetValueOrDefault(scope) : null;
                return new CountyOnMap(county, shape, shape?.Centre() ?? (county.Index < 0 ? null : MeanPlace(region.Judged.Result, county.Index)));
            }),
        ]);
    }

    private static GeoPoint? MeanPlace(AssessmentResult result, int county)
    {
        var places = result.Units.BlocksOf(county)
            .SelectMany(block => Enumerable.Range(block.Start, block.Count))
            .Select(unit => result.Units.Units[unit].Row)
            .Select(row => CountyMap.PlaceOf(result.Units.Raw.PartOf(row), row.Row))
            .OfType<GeoPoint>().ToList();
        return places.Count == 0 ? null : new GeoPoint(places.Average(place => place.Longitude), places.Average(place => place.Latitude));
    }
}
