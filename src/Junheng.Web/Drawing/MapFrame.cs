using System.Collections.Immutable;
using System.Text;
using Junheng.Domain.Geography;

namespace Junheng.Web.Drawing;

/// <summary>Degrees on a drawing: an equirectangular picture true to scale at its middle latitude, fitted into a box with a margin.</summary>
internal sealed class MapFrame
{
    private const double Margin = 14;
    private const double LeastDegrees = 0.02;
    private readonly double _west;
    private readonly double _north;
    private readonly double _narrowing;
    private readonly double _scale;
    private readonly double _left;
    private readonly double _top;

    private MapFrame(double west, double east, double south, double north, double width, double height)
    {
        (Width, Height) = (width, height);
        _narrowing = Math.Cos((south + north) / 2 * Math.PI / 180);
        var (across, down) = ((east - west) * _narrowing, north - south);
        _scale = Math.Min((width - (2 * Margin)) / across, (height - (2 * Margin)) / down);
        (_west, _north) = (west, north);
        (_left, _top) = ((width - (across * _scale)) / 2, (height - (down * _scale)) / 2);
    }

    /// <summary>Width of the drawing.</summary>
    public double Width { get; }

    /// <summary>Height of the drawing.</summary>
    public double Height { get; }

    /// <summary>A frame around points; null where there is none.</summary>
    public static MapFrame? Around(IEnumerable<GeoPoint> points, double width, double height)
    {
        var all = points.ToList();
        if (all.Count == 0)
        {
            return null;
        }

        var (west, east, south, north) = (all.Min(point => point.Longitude), all.Max(point => point.Longitude), all.Min(point => point.Latitude), all.Max(point => point.Latitude));
        var (wider, higher) = (Math.Max(0, LeastDegrees - (east - west)) / 2, Math.Max(0, LeastDegrees - (north - south)) / 2);
        return new MapFrame(west - wider, east + wider, south - higher, north + higher, width, height);
    }

    /// <summary>Where a point lies across.</summary>
    public double X(GeoPoint point) => _left + ((point.Longitude - _west) * _narrowing * _scale);

    /// <summary>Where a point lies down.</summary>
    public double Y(GeoPoint point) => _top + ((_north - point.Latitude) * _scale);

    /// <summary>A shape as the data of an SVG path; points that the drawing cannot tell apart are left out.</summary>
    public string Path(GeoShape shape)
    {
        var text = new StringBuilder();
        foreach (var ring in shape.Polygons.SelectMany(polygon => polygon.Rings))
        {
            ImmutableArray<GeoPoint> fewer = Simplified.Of(ring, 0.6 / _scale);
            for (var at = 0; at + 1 < fewer.Length; at++)
            {
                text.Append(at == 0 ? 'M' : 'L').Append(LinearScale.Text(Math.Round(X(fewer[at]), 1))).Append(' ').Append(LinearScale.Text(Math.Round(Y(fewer[at]), 1)));
            }

            text.Append('Z');
        }

        return text.ToString();
    }

    /// <summary>How wide a shape is drawn.</summary>
    public double WidthOf(GeoShape shape) => (shape.Points.Max(point => point.Longitude) - shape.Points.Min(point => point.Longitude)) * _narrowing * _scale;

    /// <summary>The length of so many kilometres along a meridian.</summary>
    public double Kilometres(double length) => length / 111.2 * _scale;
}
