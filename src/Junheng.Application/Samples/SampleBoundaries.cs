using System.Text;
using Junheng.Application.Maps;
using Junheng.Domain.Geography;

namespace Junheng.Application.Samples;

/// <summary>The invented boundaries of the samples as GeoJSON, the way a bureau would hand them in.</summary>
public static class SampleBoundaries
{
    private const double Degrees = 10_000;

    /// <summary>The sample county with its townships.</summary>
    public static byte[] County()
    {
        var profile = SampleCountyPlaces.County;
        var (cells, outline) = SampleCells.Of([.. profile.Townships.Select(Place)], 0.035);
        return GeoJson([(profile.Code, profile.Name, outline), .. profile.Townships.Select((township, at) => ("", township.Name, cells[at]))]);
    }

    /// <summary>The counties of the large province, by code.</summary>
    public static IEnumerable<(string Code, byte[] Content)> LargeProvince(int counties, ulong seed)
    {
        var places = SampleLargeProvince.Seats(counties, seed);
        var (cells, _) = SampleCells.Of([.. places.Select(place => place.Seat)], 0.16);
        return places.Select((place, at) => (place.Code, GeoJson([(place.Code, place.Name, cells[at])])));
    }

    private static GeoPoint Place(SampleTownship township) => new(township.Longitude / Degrees, township.Latitude / Degrees);

    private static byte[] GeoJson(IEnumerable<(string Code, string Name, GeoShape Shape)> areas)
    {
        var features = areas.Select(area =>
            $$"""{"type":"Feature","properties":{"code":"{{area.Code}}","name":"{{area.Name}}"},"geometry":{"type":"MultiPolygon","coordinates":""" + ShapeText.Write(area.Shape) + "}}");
        return Encoding.UTF8.GetBytes("{\"type\":\"FeatureCollection\",\"features\":[" + string.Join(",\n", features) + "]}");
    }
}
