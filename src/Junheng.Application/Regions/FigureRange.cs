namespace Junheng.Application.Regions;

/// <summary>A printed figure and the interval of true figures that it can stand for.</summary>
/// <param name="Printed">As printed; where the figure is open, the lower end.</param>
/// <param name="Low">The smallest true figure.</param>
/// <param name="High">The largest.</param>
/// <param name="IsHalfOpen">Whether the upper end itself is not reached: rounding half away from zero prints it as the next figure.</param>
public readonly record struct FigureRange(decimal Printed, decimal Low, decimal High, bool IsHalfOpen)
{
    /// <summary>What a figure rounded half away from zero to some decimals can stand for.</summary>
    public static FigureRange Rounded(double figure, int digits) => Between(figure, figure, digits);

    /// <summary>The same where the figure lies between two.</summary>
    public static FigureRange Between(double low, double high, int digits)
    {
        var half = 0.5m;
        for (var digit = 0; digit < digits; digit++)
        {
            half /= 10;
        }

        var (least, most) = (Math.Round((decimal)low, digits, MidpointRounding.AwayFromZero), Math.Round((decimal)high, digits, MidpointRounding.AwayFromZero));
        return new FigureRange(least, least - half, most + half, true);
    }

    /// <summary>Whether every true figure of this lies below every one of another.</summary>
    public bool IsSurelyBelow(FigureRange other) => High < other.Low || (High == other.Low && IsHalfOpen);
}
