namespace Junheng.Domain.Geography;

/// <summary>
/// GCJ-02, the shifted coordinates of public Chinese map services. The shift is a known function of the place (its published reconstruction, good to about a metre);
/// it is undone by fixed-point iteration. Outside mainland China's bounding box nothing is shifted.
/// </summary>
public static class Gcj02
{
    private const double EarthRadius = 6_378_245.0;
    private const double SquaredEccentricity = 0.00669342162296594323;
    private const int Steps = 6;

    /// <summary>The CGCS2000 place of a GCJ-02 place.</summary>
    public static GeoPoint ToCgcs2000(GeoPoint shifted)
    {
        var plain = shifted;
        for (var step = 0; step < Steps; step++)
        {
            var again = FromCgcs2000(plain);
            plain = new GeoPoint(plain.Longitude + shifted.Longitude - again.Longitude, plain.Latitude + shifted.Latitude - again.Latitude);
        }

        return plain;
    }

    /// <summary>The GCJ-02 place of a CGCS2000 place.</summary>
    public static GeoPoint FromCgcs2000(GeoPoint plain)
    {
        if (plain.Longitude is < 72.004 or > 137.8347 || plain.Latitude is < 0.8293 or > 55.8271)
        {
            return plain;
        }

        var (x, y) = (plain.Longitude - 105, plain.Latitude - 35);
        var radians = plain.Latitude * Math.PI / 180;
        var magic = 1 - (SquaredEccentricity * Math.Sin(radians) * Math.Sin(radians));
        var north = Northward(x, y) * 180 / (EarthRadius * (1 - SquaredEccentricity) / (magic * Math.Sqrt(magic)) * Math.PI);
        var east = Eastward(x, y) * 180 / (EarthRadius / Math.Sqrt(magic) * Math.Cos(radians) * Math.PI);
        return new GeoPoint(plain.Longitude + east, plain.Latitude + north);
    }

    private static double Northward(double x, double y) =>
        -100 + (2 * x) + (3 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * Math.Sqrt(Math.Abs(x)))
        + Ripple(x) + Swell(y) + (((160 * Math.Sin(y / 12 * Math.PI)) + (320 * Math.Sin(y * Math.PI / 30))) * 2 / 3);

    private static double Eastward(double x, double y) =>
        300 + x + (2 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * Math.Sqrt(Math.Abs(x)))
        + Ripple(x) + Swell(x) + (((150 * Math.Sin(x / 12 * Math.PI)) + (300 * Math.Sin(x / 30 * Math.PI))) * 2 / 3);

    private static double Ripple(double at) => ((20 * Math.Sin(6 * at * Math.PI)) + (20 * Math.Sin(2 * at * Math.PI))) * 2 / 3;

    private static double Swell(double at) => ((20 * Math.Sin(at * Math.PI)) + (40 * Math.Sin(at / 3 * Math.PI))) * 2 / 3;
}
