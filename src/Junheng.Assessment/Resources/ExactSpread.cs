using System.Numerics;
using Junheng.Assessment.Units;
using Junheng.Domain.Numbers;

namespace Junheng.Assessment.Resources;

/// <summary>
/// The pupil-weighted coefficient of variation in exact rationals. With X = Σx, P = Σp and Q = Σx²/p over the units that have both,
/// CV² = P·Q/X² − 1; so CV ≤ L is a comparison of rationals and needs no square root.
/// </summary>
public sealed class ExactSpread
{
    private ExactSpread(Rational pupils, Rational amount, Rational squares, int units) =>
        (Pupils, Amount, Squares, Units) = (pupils, amount, squares, units);

    /// <summary>Σ enrolment.</summary>
    public Rational Pupils { get; }

    /// <summary>Σ numerator.</summary>
    public Rational Amount { get; }

    /// <summary>Σ numerator² ÷ enrolment.</summary>
    public Rational Squares { get; }

    /// <summary>How many units entered.</summary>
    public int Units { get; }

    /// <summary>Σ numerator ÷ Σ enrolment, unscaled; null when no unit entered.</summary>
    public Rational? Mean => Pupils.Sign > 0 ? Amount / Pupils : null;

    /// <summary>CV²; null when the mean is zero or no unit entered.</summary>
    public Rational? CvSquared => Amount.Sign > 0 ? (Pupils * Squares / (Amount * Amount)) - Rational.One : null;

    /// <summary>Sums the units of a block that have both figures. Linear in units; each step exact.</summary>
    public static ExactSpread Of(UnitTable table, StageBlock block, int indicator)
    {
        var (pupils, amount, squares) = (Rational.Zero, Rational.Zero, Rational.Zero);
        var units = 0;
        for (var unit = block.Start; unit < block.End; unit++)
        {
            if (table.HasEnrolment(unit) && table.HasNumerator(unit, indicator))
            {
                var (p, x) = (table.ExactEnrolment(unit)!.Value, table.ExactNumerator(unit, indicator)!.Value);
                pupils += p;
                amount += x;
                squares += x * x / p;
                units++;
            }
        }

        return new ExactSpread(pupils, amount, squares, units);
    }

    /// <summary>The same sums without one of the units that entered. Exact.</summary>
    /// <param name="pupils">Its enrolment.</param>
    /// <param name="amount">Its numerator.</param>
    public ExactSpread Without(Rational pupils, Rational amount) => new(Pupils - pupils, Amount - amount, Squares - (amount * amount / pupils), Units - 1);

    /// <summary>The sums of ratios amount ÷ weight, weights positive. Linear; each step exact.</summary>
    public static ExactSpread Of(IEnumerable<(Rational Weight, Rational Amount)> places) => places.Aggregate(
        new ExactSpread(Rational.Zero, Rational.Zero, Rational.Zero, 0),
        (sum, place) => new ExactSpread(sum.Pupils + place.Weight, sum.Amount + place.Amount, sum.Squares + (place.Amount * place.Amount / place.Weight), sum.Units + 1));

    /// <summary>Whether the coefficient is at most the limit; the mean must not be zero.</summary>
    public bool IsAtMost(Rational limit) => Pupils * Squares <= (Rational.One + (limit * limit)) * Amount * Amount;

    /// <summary>The coefficient rounded half away from zero to some decimals, from the exact value; null where it is undefined.</summary>
    public Rational? Rounded(int digits)
    {
        if (CvSquared is not { } squared)
        {
            return null;
        }

        var scale = BigInteger.Pow(10, digits);
        var doubled = ExactRoot.Floor((squared * FromInteger(4 * scale * scale)).Floor());
        return Rational.FromFraction((doubled + 1) / 2, scale);
    }

    /// <summary>The coefficient as the nearest double (to within an ulp); null where it is undefined.</summary>
    public double? Cv => CvSquared is { } squared ? ExactRoot.OfRational(squared) : null;

    private static Rational FromInteger(BigInteger value) => Rational.FromInteger(value);
}
