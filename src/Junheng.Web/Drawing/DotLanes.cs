using Junheng.Application.Indicators;
using Junheng.Assessment.Resources;
using Junheng.Domain.Schools;

namespace Junheng.Web.Drawing;

/// <summary>Schools as dots along the axis of their value, one lane a locale; dots that would cover each other are stacked.</summary>
/// <param name="Axis">The value axis.</param>
/// <param name="Lanes">The lanes from above.</param>
/// <param name="Height">Height of the whole picture.</param>
/// <param name="AxisAt">Where the axis is drawn.</param>
internal sealed record DotLanes(LinearScale Axis, IReadOnlyList<DotLane> Lanes, double Height, double AxisAt)
{
    public const double Width = 640;
    public const double Radius = 4.5;
    private const double Left = 56;
    private const double Right = 14;
    private const double Top = 34;
    private const double LanePadding = 12;
    private const double BelowAxis = 28;

    /// <summary>The lanes of a picture. The axis ends a little beyond the 95th of a hundred values; dots beyond it are drawn at its end as arrows.</summary>
    public static DotLanes Of(IndicatorPicture picture)
    {
        var values = picture.Units.Select(unit => unit.Share.Value).OfType<double>().Order().ToList();
        var norm = picture.Assessed.Numbers.Norm?.ToDouble() ?? 0;
        var most = values.Count == 0 ? 1 : Math.Max(values[(int)((values.Count - 1) * 0.95)], norm) * 1.1;
        var least = values.Count == 0 ? 0 : Math.Min(values[0], picture.Assessed.Numbers.Floor?.ToDouble() ?? norm) * 0.9;
        var axis = new LinearScale(least, most, Left, Width - Right);
        var lanes = new List<DotLane>();
        var top = Top;
        foreach (var locale in new[] { Locale.Urban, Locale.Town, Locale.Rural, Locale.Unknown })
        {
            var units = picture.Units.Where(unit => unit.Row.Locale == locale && unit.Share.Value is not null).ToList();
            if (units.Count == 0)
            {
                continue;
            }

            var (dots, height) = Stack(units, axis, top + LanePadding);
            lanes.Add(new DotLane(locale, dots, top, height + (2 * LanePadding)));
            top += height + (2 * LanePadding);
        }

        return new DotLanes(axis, lanes, top + BelowAxis, top);
    }

    private static (IReadOnlyList<Dot> Dots, double Height) Stack(List<IndicatorUnit> units, LinearScale axis, double top)
    {
        const double step = 2 * Radius;
        var ends = new List<double>();
        var dots = new List<Dot>();
        foreach (var unit in units.OrderBy(unit => unit.Share.Value))
        {
            var x = axis.Position(unit.Share.Value!.Value);
            var row = ends.FindIndex(end => end + step <= x);
            if (row < 0)
            {
                row = ends.Count;
                ends.Add(x);
            }

            ends[row] = x;
            dots.Add(new Dot(unit, x, top + (row * step) + Radius, unit.Share.Value > axis.Last));
        }

        return (dots, Math.Max(1, ends.Count) * step);
    }
}

/// <summary>One lane.</summary>
/// <param name="Locale">Whose schools.</param>
/// <param name="Dots">From the smallest value.</param>
/// <param name="Top">Its upper edge.</param>
/// <param name="Height">Its height.</param>
internal sealed record DotLane(Locale Locale, IReadOnlyList<Dot> Dots, double Top, double Height);

/// <summary>One school.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="X">Centre.</param>
/// <param name="Y">Centre.</param>
/// <param name="IsBeyond">Whether its value lies beyond the end of the axis.</param>
internal sealed record Dot(IndicatorUnit Unit, double X, double Y, bool IsBeyond)
{
    /// <summary>Its looks by standing.</summary>
    public string Class => Unit.Cell.Standing switch
    {
        Standing.Met => "dot-met",
        Standing.WithinFloor => "dot-within",
        _ => "dot-below",
    };
}
