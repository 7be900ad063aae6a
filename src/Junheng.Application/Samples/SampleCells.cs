using Junheng.Domain.Geography;

namespace Junheng.Application.Samples;

/// <summary>
/// Invented boundaries: the Voronoi cells of some places within a rounded frame, their straight edges bent a little. Neighbours share their edges exactly, since an edge is bent
/// by a number that hangs on its two ends alone.
/// </summary>
internal static class SampleCells
{
    private const double Grain = 1e-6;
    private const int FramePoints = 48;
    private const double Bend = 0.11;
    private const int Depth = 3;

    /// <summary>The cell of each place, and the outline of all of them.</summary>
    /// <param name="places">At least two, no two the same.</param>
    /// <param name="margin">How far the frame reaches beyond the outermost places, in degrees.</param>
    public static (IReadOnlyList<GeoShape> Cells, GeoShape Outline) Of(IReadOnlyList<GeoPoint> places, double margin)
    {
        var frame = Frame(places, margin);
        var cells = places.Select(place => Cell(frame, place, places)).ToList();
        return ([.. cells.Select(cell => Shape(Bent(cell)))], Shape(Bent(Outline(cells))));
    }

    /// <summary>A superellipse around the places.</summary>
    private static List<GeoPoint> Frame(IReadOnlyList<GeoPoint> places, double margin)
    {
        var (west, east) = (places.Min(place => place.Longitude) - margin, places.Max(place => place.Longitude) + margin);
        var (south, north) = (places.Min(place => place.Latitude) - margin, places.Max(place => place.Latitude) + margin);
        return
        [
            .. Enumerable.Range(0, FramePoints).Select(at =>
            {
                var (sine, cosine) = Math.SinCos(2 * Math.PI * at / FramePoints);
                return new GeoPoint(
                    ((west + east) / 2) + ((east - west) / 2 * 1.06 * Math.Sign(cosine) * Math.Sqrt(Math.Abs(cosine))),
                    ((south + north) / 2) + ((north - south) / 2 * 1.06 * Math.Sign(sine) * Math.Sqrt(Math.Abs(sine))));
            }),
        ];
    }

    /// <summary>What of the frame lies nearer to a place than to any other.</summary>
    private static List<GeoPoint> Cell(List<GeoPoint> frame, GeoPoint place, IReadOnlyList<GeoPoint> places)
    {
        var cell = frame;
        foreach (var other in places.Where(other => other != place))
        {
            var (dx, dy) = (other.Longitude - place.Longitude, other.Latitude - place.Latitude);
            var limit = (dx * (place.Longitude + other.Longitude) / 2) + (dy * (place.Latitude + other.Latitude) / 2);
            var kept = new List<GeoPoint>(cell.Count + 1);
            for (var at = 0; at < cell.Count; at++)
            {
                var (here, next) = (cell[at], cell[(at + 1) % cell.Count]);
                var (inside, follows) = ((dx * here.Longitude) + (dy * here.Latitude) - limit, (dx * next.Longitude) + (dy * next.Latitude) - limit);
                if (inside <= 0)
                {
                    kept.Add(here);
                }

                if (inside < 0 != follows < 0 && inside != 0 && follows != 0)
                {
                    var part = inside / (inside - follows);
                    kept.Add(new GeoPoint(here.Longitude + (part * (next.Longitude - here.Longitude)), here.Latitude + (part * (next.Latitude - here.Latitude))));
                }
            }

            cell = kept;
        }

        return [.. cell.Select(Snapped)];
    }

    /// <summary>The edges that no two cells share, joined into one ring.</summary>
    private static List<GeoPoint> Outline(List<List<GeoPoint>> cells)
    {
        var edges = new Dictionary<GeoPoint, GeoPoint>();
        var all = cells.SelectMany(cell => cell.Select((point, at) => (From: point, To: cell[(at + 1) % cell.Count]))).Where(edge => edge.From != edge.To).ToHashSet();
        foreach (var edge in all.Where(edge => !all.Contains((edge.To, edge.From))))
        {
            edges[edge.From] = edge.To;
        }

        var first = edges.Keys.First();
        var ring = new List<GeoPoint> { first };
        for (var at = edges[first]; at != first && ring.Count <= edges.Count; at = edges[at])
        {
            ring.Add(at);
        }

        return ring;
    }

    private static List<GeoPoint> Bent(List<GeoPoint> cell)
    {
        var bent = new List<GeoPoint>();
        for (var at = 0; at < cell.Count; at++)
        {
            Add(bent, cell[at], cell[(at + 1) % cell.Count], Depth);
        }

        return bent;
    }

    /// <summary>The points of an edge from its beginning up to, but without, its end.</summary>
    private static void Add(List<GeoPoint> points, GeoPoint from, GeoPoint to, int depth)
    {
        var length = Math.Sqrt(((to.Longitude - from.Longitude) * (to.Longitude - from.Longitude)) + ((to.Latitude - from.Latitude) * (to.Latitude - from.Latitude)));
        if (depth == 0 || length < 0.004)
        {
            if (points.Count == 0 || points[^1] != from)
            {
                points.Add(from);
            }

            return;
        }

        var (low, high) = (from.Longitude, from.Latitude).CompareTo((to.Longitude, to.Latitude)) < 0 ? (from, to) : (to, from);
        var random = SplitMix64.For(7, FormattableString.Invariant($"{low.Longitude:0.######} {low.Latitude:0.######} {high.Longitude:0.######} {high.Latitude:0.######}"));
        var bend = Bend * random.Between(-1000, 1000) / 1000;
        var middle = Snapped(new GeoPoint(
            ((low.Longitude + high.Longitude) / 2) - (bend * (high.Latitude - low.Latitude)), ((low.Latitude + high.Latitude) / 2) + (bend * (high.Longitude - low.Longitude))));
        Add(points, from, middle, depth - 1);
        Add(points, middle, to, depth - 1);
    }

    private static GeoShape Shape(List<GeoPoint> ring) => new([new GeoPolygon([[.. ring, ring[0]]])]);

    private static GeoPoint Snapped(GeoPoint point) => new(Math.Round(point.Longitude / Grain) * Grain, Math.Round(point.Latitude / Grain) * Grain);
}
