using System.Numerics;
using Junheng.Assessment.Resources;
using Junheng.Domain.Numbers;

namespace Junheng.Assessment.Dispersion;

/// <summary>
/// The measures of <see cref="DispersionSummary"/> in exact rationals, for figures whose sums or squares a double cannot carry. Slow; such figures are slips
/// of the pen, but they must not come out as "not a number". A measure beyond the largest double is null.
/// </summary>
internal sealed class ExactDispersion
{
    /// <summary>Figures outside 1e-40 … 1e40 go this way: inside, no sum of products over- or underflows.</summary>
    private const double LargestSafe = 1e40;

    private readonly Entry[] _sorted;
    private readonly Rational _denominators;
    private readonly Rational _numerators;

    private ExactDispersion(IReadOnlyList<Place> places)
    {
        _sorted = [.. places.Select(Entry.Of).OrderBy(entry => entry.Ratio)];
        _denominators = Sum(entry => entry.Denominator);
        _numerators = Sum(entry => entry.Numerator);
    }

    /// <summary>Whether doubles carry the measures of these places.</summary>
    public static bool IsNeeded(IReadOnlyList<Place> places) => places.Any(place => IsExtreme(place.Denominator) || (place.Numerator != 0 && IsExtreme(Math.Abs(place.Numerator))));

    /// <summary>Summarises places; as <see cref="DispersionSummary.Of"/>.</summary>
    public static DispersionSummary Of(IReadOnlyList<Place> places, int excluded, bool hasNegative)
    {
        var exact = new ExactDispersion(places);
        var mean = Finite(exact._numerators / exact._denominators);
        if (exact._numerators.Sign <= 0)
        {
            return new DispersionSummary(places.Count, excluded, mean, null, null, null, null, null, null, null, "mean_not_positive", hasNegative);
        }

        var byN = exact.UnweightedSquared();
        var p10 = exact.Percentile(Rational.FromFraction(1, 10));
        return new DispersionSummary(
            places.Count,
            excluded,
            mean,
            Root(exact.WeightedSquared()),
            Root(byN),
            places.Count == 1 ? null : Root(byN * Rational.FromFraction(places.Count, places.Count - 1)),
            hasNegative ? null : exact.Gini(),
            hasNegative ? null : exact.Theil(),
            p10.Sign == 0 ? null : Finite(exact.Percentile(Rational.FromFraction(9, 10)) / p10),
            exact._sorted[0].Ratio.Sign == 0 ? null : Finite(exact._sorted[^1].Ratio / exact._sorted[0].Ratio),
            null,
            hasNegative);
    }

    private static bool IsExtreme(double magnitude) => magnitude is < 1 / LargestSafe or > LargestSafe;

    private static double? Finite(Rational value) => value.ToDouble() is var number && double.IsFinite(number) ? number : null;

    private static double? Root(Rational? square) => square is { } value && ExactRoot.OfRational(value) is var root && double.IsFinite(root) ? root : null;

    private Rational Sum(Func<Entry, Rational> term) => _sorted.Aggregate(Rational.Zero, (sum, entry) => sum + term(entry));

    private Rational WeightedSquared() => (_denominators * Sum(entry => entry.Numerator * entry.Ratio) / (_numerators * _numerators)) - Rational.One;

    private Rational? UnweightedSquared()
    {
        var ratios = Sum(entry => entry.Ratio);
        return ratios.Sign <= 0 ? null : (_sorted.Length * Sum(entry => entry.Ratio * entry.Ratio) / (ratios * ratios)) - Rational.One;
    }

    private double Gini()
    {
        var (before, amountBefore, sum) = (Rational.Zero, Rational.Zero, Rational.Zero);
        foreach (var entry in _sorted)
        {
            sum += (entry.Numerator * before) - (entry.Denominator * amountBefore);
            before += entry.Denominator;
            amountBefore += entry.Numerator;
        }

        return (sum / (_denominators * _numerators)).ToDouble();
    }

    private double Theil()
    {
        var mean = _numerators / _denominators;
        return Math.Max(0, _sorted.Where(entry => entry.Numerator.Sign > 0).Sum(entry => (entry.Numerator / _numerators).ToDouble() * Logarithm(entry.Ratio / mean)));
    }

    /// <summary>ln of a positive number; the difference of two large logarithms only where a double cannot hold the number itself.</summary>
    private static double Logarithm(Rational value) =>
        value.ToDouble() is var near and > 1e-300 and < 1e300 ? Math.Log(near) : BigInteger.Log(value.Numerator) - BigInteger.Log(value.Denominator);

    private Rational Percentile(Rational share)
    {
        var at = share * (_sorted.Length - 1);
        var below = (int)at.Floor();
        var above = Math.Min(below + 1, _sorted.Length - 1);
        return _sorted[below].Ratio + ((at - below) * (_sorted[above].Ratio - _sorted[below].Ratio));
    }

    private readonly record struct Entry(Rational Numerator, Rational Denominator, Rational Ratio)
    {
        public static Entry Of(Place place)
        {
            var (numerator, denominator) = (Rational.FromShortestDecimal(place.Numerator), Rational.FromShortestDecimal(place.Denominator));
            return new Entry(numerator, denominator, numerator / denominator);
        }
    }
}
