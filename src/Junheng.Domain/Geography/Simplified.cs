using System.Collections.Immutable;

namespace Junheng.Domain.Geography;

/// <summary>Rings with fewer points: what a small picture cannot show is left out (Douglas and Peucker 1973).</summary>
public static class Simplified
{
    /// <summary>The ring without points that lie within a tolerance of the line between those kept; closed, at least four points. O(n²) at worst.</summary>
    /// <param name="ring">A closed ring.</param>
    /// <param name="tolerance">Degrees.</param>
    public static ImmutableArray<GeoPoint> Of(ImmutableArray<GeoPoint> ring, double tolerance)
    {
        if (ring.Length <= 8)
        {
            return ring;
        }

        var kept = new bool[ring.Length];
        var far = Enumerable.Range(1, ring.Length - 2).MaxBy(at => Distance(ring[at], ring[0], ring[0]));
        (kept[0], kept[far], kept[^1]) = (true, true, true);
        var open = new Stack<(int From, int To)>([(0, far), (far, ring.Length - 1)]);
        while (open.TryPop(out var part))
        {
            var (most, where) = (0.0, -1);
            for (var at = part.From + 1; at < part.To; at++)
            {
                var distance = Distance(ring[at], ring[part.From], ring[part.To]);
                (most, where) = distance > most ? (distance, at) : (most, where);
            }

            if (most > tolerance)
            {
                kept[where] = true;
                open.Push((part.From, where));
                open.Push((where, part.To));
            }
        }

        ImmutableArray<GeoPoint> fewer = [.. ring.Where((_, at) => kept[at])];
        return fewer.Length >= 4 ? fewer : ring;
    }

    private static double Distance(GeoPoint point, GeoPoint from, GeoPoint to)
    {
        var (dx, dy) = (to.Longitude - from.Longitude, to.Latitude - from.Latitude);
        var length = (dx * dx) + (dy * dy);
        var along = length == 0 ? 0 : Math.Clamp((((point.Longitude - from.Longitude) * dx) + ((point.Latitude - from.Latitude) * dy)) / length, 0, 1);
        var (x, y) = (point.Longitude - from.Longitude - (along * dx), point.Latitude - from.Latitude - (along * dy));
        return Math.Sqrt((x * x) + (y * y));
    }
}
