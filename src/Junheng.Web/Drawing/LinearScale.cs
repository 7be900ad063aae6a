using System.Globalization;

namespace Junheng.Web.Drawing;

/// <summary>Where a value lies on a drawn axis; values beyond its ends are drawn at the end.</summary>
/// <param name="First">Value at the beginning.</param>
/// <param name="Last">Value at the end.</param>
/// <param name="From">Coordinate of the beginning.</param>
/// <param name="To">Coordinate of the end.</param>
internal sealed record LinearScale(double First, double Last, double From, double To)
{
    /// <summary>The coordinate.</summary>
    public double Position(double value) => Last > First ? From + ((To - From) * Math.Clamp((value - First) / (Last - First), 0, 1)) : From;

    /// <summary>The coordinate as SVG writes it.</summary>
    public string At(double? value) => Text(Position(value ?? First));

    /// <summary>A coordinate as SVG writes it.</summary>
    public static string Text(double coordinate) => coordinate.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Round values along the axis, about as many as asked for.</summary>
    public IEnumerable<double> Ticks(int about)
    {
        var step = RoundStep((Last - First) / about);
        for (var tick = Math.Ceiling(First / step) * step; tick <= Last + (step / 1000); tick += step)
        {
            yield return tick;
        }
    }

    /// <summary>1, 2 or 5 times a power of ten, at least as large as asked for.</summary>
    private static double RoundStep(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(step, 1e-9))));
        return power * (step <= power ? 1 : step <= 2 * power ? 2 : step <= 5 * power ? 5 : 10);
    }
}
