namespace Junheng.Assessment.Consistency.Statistics;

/// <summary>The upper tail of the χ² distribution.</summary>
public static class ChiSquareTail
{
    /// <summary>
    /// P(χ² ≥ <paramref name="statistic"/>) for an odd or even number of degrees of freedom, by the closed form of the incomplete gamma function at half integers
    /// (Abramowitz and Stegun 26.4.4–5).
    /// </summary>
    /// <param name="statistic">0 or more.</param>
    /// <param name="degrees">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double AtLeast(double statistic, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(statistic);
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        var half = statistic / 2;
        var isOdd = degrees % 2 == 1;
        var tail = isOdd ? TwoSidedNormal(Math.Sqrt(statistic)) : 0;
        var term = Math.Exp(-half) * (isOdd ? Math.Sqrt(half) / (Math.Sqrt(Math.PI) / 2) : 1);
        for (var at = 1; at <= degrees / 2; at++)
        {
            tail += term;
            term *= half / (isOdd ? at + 0.5 : at);
        }

        return Math.Min(1, tail);
    }

    /// <summary>P(|Z| ≥ z) of a standard normal: the complementary error function by its series for small z and its continued fraction for large.</summary>
    private static double TwoSidedNormal(double z)
    {
        var x = z / Math.Sqrt(2);
        return x < 2 ? 1 - ErrorSeries(x) : ErrorFraction(x);
    }

    private static double ErrorSeries(double x)
    {
        var (term, sum) = (x, x);
        for (var n = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum) && n < 200; n++)
        {
            term *= -x * x / n;
            sum += term / ((2 * n) + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * sum;
    }

    private static double ErrorFraction(double x)
    {
        var fraction = 0.0;
        for (var n = 120; n >= 1; n--)
        {
            fraction = n / 2.0 / (x + fraction);
        }

        return Math.Exp(-x * x) / Math.Sqrt(Math.PI) / (x + fraction);
    }
}
