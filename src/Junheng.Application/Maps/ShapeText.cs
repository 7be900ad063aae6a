using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Junheng.Domain.Geography;

namespace Junheng.Application.Maps;

/// <summary>Shapes as the text that is stored: GeoJSON's nested arrays, six decimals (a tenth of a metre).</summary>
public static class ShapeText
{
    /// <summary>Polygons → rings → points.</summary>
    public static string Write(GeoShape shape)
    {
        var text = new StringBuilder();
        Join(text, shape.Polygons, polygon => Join(text, polygon.Rings, ring => Join(text, ring, point => text.Append(CultureInfo.InvariantCulture, $"[{point.Longitude:0.######},{point.Latitude:0.######}]"))));
        return text.ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static GeoShape Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        return new GeoShape([.. json.RootElement.EnumerateArray().Select(polygon => new GeoPolygon(
            [.. polygon.EnumerateArray().Select(ring => ring.EnumerateArray().Select(point => new GeoPoint(point[0].GetDouble(), point[1].GetDouble())).ToImmutableArray())]))]);
    }

    private static void Join<T>(StringBuilder text, ImmutableArray<T> values, Action<T> write)
    {
        text.Append('[');
        for (var at = 0; at < values.Length; at++)
        {
            text.Append(at == 0 ? "" : ",");
            write(values[at]);
        }

        text.Append(']');
    }
}
