namespace Junheng.Assessment.Dispersion;

/// <summary>
/// Dispersion of a ratio x/p between places: what the weighted coefficient of variation says and, for information, what other measures say.
/// Measures are null where they are undefined; <paramref name="Reason"/> says why when all are.
/// </summary>
/// <param name="N">Places that counted.</param>
/// <param name="Excluded">Places left out: numerator or denominator missing, or denominator not positive.</param>
/// <param name="Mean">Σx/Σp; null when no place counted.</param>
/// <param name="WeightedCv">√(Σp(x/p − mean)²/Σp) ÷ mean, weighted by p: the official coefficient.</param>
/// <param name="UnweightedCvN">Standard deviation with divisor n ÷ mean of the plain ratios.</param>
/// <param name="UnweightedCvNMinus1">The same with divisor n − 1; null for one place.</param>
/// <param name="Gini">Denominator-weighted Gini coefficient; null with a negative numerator.</param>
/// <param name="Theil">Denominator-weighted Theil T (natural logarithm, 0·ln 0 = 0); null with a negative numerator.</param>
/// <param name="P90P10">Ratio of the 90th to the 10th percentile of the plain ratios (linear interpolation, type 7); null if the latter is 0.</param>
/// <param name="RangeRatio">Largest ÷ smallest plain ratio; null if the smallest is 0.</param>
/// <param name="Reason">Null, or <c>no_rows</c> or <c>mean_not_positive</c>.</param>
/// <param name="HasNegative">Whether a numerator is negative.</param>
public sealed record DispersionSummary(
    int N,
    int Excluded,
    double? Mean,
    double? WeightedCv,
    double? UnweightedCvN,
    double? UnweightedCvNMinus1,
    double? Gini,
    double? Theil,
    double? P90P10,
    double? RangeRatio,
    string? Reason,
    bool HasNegative)
{
    /// <summary>Summarises places. Sorting them makes it O(n log n).</summary>
    /// <param name="places">The places that count; denominators positive.</param>
    /// <param name="excluded">How many were left out.</param>
    public static DispersionSummary Of(IReadOnlyList<Place> places, int excluded = 0)
    {
        var hasNegative = places.Any(place => place.Numerator < 0);
        if (places.Count == 0)
        {
            return Nothing(0, excluded, null, "no_rows", hasNegative);
        }

        if (ExactDispersion.IsNeeded(places))
        {
            return ExactDispersion.Of(places, excluded, hasNegative);
        }

        var total = places.Sum(place => place.Denominator);
        var mean = places.Sum(place => place.Numerator) / total;
        if (!(mean > 0))
        {
            return Nothing(places.Count, excluded, mean, "mean_not_positive", hasNegative);
        }

        var sorted = places.OrderBy(place => place.Ratio).ToArray();
        var (byN, byNMinus1) = UnweightedCv(sorted);
        var p10 = Percentile(sorted, 0.1);
        return new DispersionSummary(
            places.Count,
            excluded,
            mean,
            WeightedCvOf(places, total, mean),
            byN,
            byNMinus1,
            hasNegative ? null : GiniOf(sorted, total, mean),
            hasNegative ? null : TheilOf(places, total, mean),
            p10 == 0 ? null : Percentile(sorted, 0.9) / p10,
            sorted[0].Ratio == 0 ? null : sorted[^1].Ratio / sorted[0].Ratio,
            null,
            hasNegative);
    }

    private static DispersionSummary Nothing(int n, int excluded, double? mean, string reason, bool hasNegative) =>
        new(n, excluded, mean, null, null, null, null, null, null, null, reason, hasNegative);

    private static double WeightedCvOf(IReadOnlyList<Place> places, double total, double mean)
    {
        var squares = 0.0;
        foreach (var place in places)
        {
            var deviation = place.Ratio - mean;
            squares += place.Denominator * deviation * deviation;
        }

        return Math.Sqrt(squares / total) / mean;
    }

    private static (double? ByN, double? ByNMinus1) UnweightedCv(Place[] places)
    {
        var mean = places.Average(place => place.Ratio);
        if (!(mean > 0))
        {
            return (null, null);
        }

        var squares = places.Sum(place => (place.Ratio - mean) * (place.Ratio - mean));
        return (Math.Sqrt(squares / places.Length) / mean, places.Length == 1 ? null : Math.Sqrt(squares / (places.Length - 1)) / mean);
    }

    /// <summary>Σᵢ Σⱼ pᵢpⱼ|rᵢ − rⱼ| ÷ (2P²·mean), by one pass over the sorted ratios.</summary>
    private static double GiniOf(Place[] sorted, double total, double mean)
    {
        var (before, amountBefore, sum) = (0.0, 0.0, 0.0);
        foreach (var place in sorted)
        {
            sum += place.Denominator * ((place.Ratio * before) - amountBefore);
            before += place.Denominator;
            amountBefore += place.Numerator;
        }

        return Math.Max(0, sum / (total * total * mean));
    }

    private static double TheilOf(IReadOnlyList<Place> places, double total, double mean)
    {
        var sum = 0.0;
        foreach (var place in places.Where(place => place.Numerator > 0))
        {
            var relative = place.Ratio / mean;
            sum += place.Denominator / total * relative * Math.Log(relative);
        }

        return Math.Max(0, sum);
    }

    private static double Percentile(Place[] sorted, double share)
    {
        var at = (sorted.Length - 1) * share;
        var below = (int)Math.Floor(at);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below].Ratio + ((at - below) * (sorted[above].Ratio - sorted[below].Ratio));
    }
}

/// <summary>One place of a dispersion.</summary>
/// <param name="Numerator">Amount.</param>
/// <param name="Denominator">Weight, positive.</param>
public readonly record struct Place(double Numerator, double Denominator)
{
    /// <summary>Amount ÷ weight.</summary>
    public double Ratio => Numerator / Denominator;
}
