using System.Collections.Immutable;

namespace Junheng.Domain.Geography;

/// <summary>What is wrong with a ring.</summary>
public enum RingFault
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It has fewer than four points.</summary>
    TooShort,

    /// <summary>It does not end where it begins.</summary>
    Open,

    /// <summary>A point lies outside −180…180 or −90…90, or is no number.</summary>
    OutOfRange,

    /// <summary>It encloses nothing.</summary>
    Flat,

    /// <summary>It crosses itself.</summary>
    CrossesItself,
}

/// <summary>Whether a ring can bound an area.</summary>
public static class RingCheck
{
    /// <summary>Rings with more points are not searched for crossings of their own.</summary>
    public const int MostForCrossings = 4000;

    /// <summary>The first fault of a ring. Quadratic in its points while they are at most <see cref="MostForCrossings"/>.</summary>
    public static RingFault Of(ImmutableArray<GeoPoint> ring)
    {
        if (ring.Length < 4)
        {
            return RingFault.TooShort;
        }

        if (ring.Any(point => !(Math.Abs(point.Longitude) <= 180) || !(Math.Abs(point.Latitude) <= 90)))
        {
            return RingFault.OutOfRange;
        }

        if (ring[0] != ring[^1])
        {
            return RingFault.Open;
        }

        return Math.Abs(GeoShape.DoubleArea(ring)) < 1e-12 ? RingFault.Flat : ring.Length <= MostForCrossings && CrossesItself(ring) ? RingFault.CrossesItself : RingFault.None;
    }

    private static bool CrossesItself(ImmutableArray<GeoPoint> ring)
    {
        var edges = ring.Length - 1;
        for (var one = 0; one < edges; one++)
        {
            for (var other = one + 2; other < edges; other++)
            {
                if ((one > 0 || other < edges - 1) && Cross(ring[one], ring[one + 1], ring[other], ring[other + 1]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Cross(GeoPoint a, GeoPoint b, GeoPoint c, GeoPoint d) =>
        Math.Max(a.Longitude, b.Longitude) >= Math.Min(c.Longitude, d.Longitude) && Math.Max(c.Longitude, d.Longitude) >= Math.Min(a.Longitude, b.Longitude)
        && Side(a, b, c) * Side(a, b, d) < 0 && Side(c, d, a) * Side(c, d, b) < 0;

    private static double Side(GeoPoint a, GeoPoint b, GeoPoint p) =>
        ((b.Longitude - a.Longitude) * (p.Latitude - a.Latitude)) - ((b.Latitude - a.Latitude) * (p.Longitude - a.Longitude));
}
