namespace Junheng.Assessment.Resources;

/// <summary>
/// When a double is too near a threshold to be trusted: within a relative 1e-9 the decision is taken by exact rationals
/// (public contract, "Numbers"). Outside that band a double can't be on the wrong side, since a value carries a few units of 2⁻⁵² only.
/// </summary>
public static class NearTie
{
    /// <summary>Half width of the band, relative to the threshold.</summary>
    public const double RelativeBand = 1e-9;

    /// <summary>Enrolments below this make ratios overflow; such units are judged exactly throughout.</summary>
    public const double SmallestSafeEnrolment = 1e-290;

    /// <summary>Means outside 1e-100 … 1e100 make squares overflow or vanish; such coefficients are computed exactly throughout.</summary>
    public const double LargestSafeMean = 1e100;

    /// <summary>Lower end of the band.</summary>
    public static double Low(double threshold) => threshold - (Math.Abs(threshold) * RelativeBand);

    /// <summary>Upper end of the band.</summary>
    public static double High(double threshold) => threshold + (Math.Abs(threshold) * RelativeBand);

    /// <summary>Whether a value must be compared exactly.</summary>
    public static bool Is(double value, double threshold) => value >= Low(threshold) && value <= High(threshold);
}
