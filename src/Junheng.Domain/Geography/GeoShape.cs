using System.Collections.Immutable;

namespace Junheng.Domain.Geography;

/// <summary>A place on the map, in degrees of CGCS2000.</summary>
/// <param name="Longitude">−180 to 180.</param>
/// <param name="Latitude">−90 to 90.</param>
public readonly record struct GeoPoint(double Longitude, double Latitude);

/// <summary>An area: one outer ring and the holes in it.</summary>
/// <param name="Rings">The outer ring first; each closed, its first point standing once more at its end, at least four points.</param>
public sealed record GeoPolygon(ImmutableArray<ImmutableArray<GeoPoint>> Rings);

/// <summary>The area of a region: one polygon, or several where it lies in pieces.</summary>
/// <param name="Polygons">At least one.</param>
public sealed record GeoShape(ImmutableArray<GeoPolygon> Polygons)
{
    /// <summary>Every point of every ring.</summary>
    public IEnumerable<GeoPoint> Points => Polygons.SelectMany(polygon => polygon.Rings).SelectMany(ring => ring);

    /// <summary>The same shape with every point moved. Linear in the points.</summary>
    public GeoShape Moved(Func<GeoPoint, GeoPoint> move) =>
        new([.. Polygons.Select(polygon => new GeoPolygon([.. polygon.Rings.Select(ring => ring.Select(move).ToImmutableArray())]))]);

    /// <summary>The centre of the largest polygon's outer ring by area; for a degenerate ring the mean of its points. Degrees.</summary>
    public GeoPoint Centre()
    {
        var ring = Polygons.Select(polygon => polygon.Rings[0]).MaxBy(points => Math.Abs(DoubleArea(points)));
        var area = DoubleArea(ring);
        if (Math.Abs(area) < 1e-15)
        {
            return new GeoPoint(ring.Average(point => point.Longitude), ring.Average(point => point.Latitude));
        }

        var (x, y) = (0.0, 0.0);
        for (var at = 0; at + 1 < ring.Length; at++)
        {
            var cross = (ring[at].Longitude * ring[at + 1].Latitude) - (ring[at + 1].Longitude * ring[at].Latitude);
            x += (ring[at].Longitude + ring[at + 1].Longitude) * cross;
            y += (ring[at].Latitude + ring[at + 1].Latitude) * cross;
        }

        return new GeoPoint(x / (3 * area), y / (3 * area));
    }

    /// <summary>Twice the signed area of a ring in square degrees: positive where it runs counter-clockwise.</summary>
    internal static double DoubleArea(ImmutableArray<GeoPoint> ring)
    {
        var sum = 0.0;
        for (var at = 0; at + 1 < ring.Length; at++)
        {
            sum += (ring[at].Longitude * ring[at + 1].Latitude) - (ring[at + 1].Longitude * ring[at].Latitude);
        }

        return sum;
    }
}
