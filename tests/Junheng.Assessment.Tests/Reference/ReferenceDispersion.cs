using System.Numerics;

namespace Junheng.Assessment.Tests.Reference;

/// <summary>One unit's amount and pupils, both known, pupils above 0.</summary>
public sealed record ReferenceShare(ReferenceNumber Amount, ReferenceNumber Pupils)
{
    /// <summary>Amount per pupil.</summary>
    public ReferenceNumber PerPupil => Amount / Pupils;
}

/// <summary>The measures of spread, written as their definitions. All are the same per pupil and per hundred pupils.</summary>
public static class ReferenceDispersion
{
    /// <summary>X̄ = Σ x / Σ P, per pupil.</summary>
    public static ReferenceNumber Mean(IReadOnlyList<ReferenceShare> shares) => TotalAmount(shares) / TotalPupils(shares);

    /// <summary>CV² = Σ (P_i / P_N)·(X_i − X̄)² / X̄², weighted by pupils; null where the mean is 0.</summary>
    public static ReferenceNumber? WeightedCvSquared(IReadOnlyList<ReferenceShare> shares)
    {
        var mean = Mean(shares);
        if (mean.Sign == 0)
        {
            return null;
        }

        var pupils = TotalPupils(shares);
        var variance = ReferenceNumber.Sum(shares.Select(share => share.Pupils / pupils * Square(share.PerPupil - mean)));
        return variance / Square(mean);
    }

    /// <summary>CV² of the per-pupil values about their own mean, divisor n; null where the mean is not positive.</summary>
    public static ReferenceNumber? UnweightedCvSquared(IReadOnlyList<ReferenceShare> shares)
    {
        if (Mean(shares).Sign <= 0)
        {
            return null;
        }

        var n = ReferenceNumber.Of(shares.Count);
        var mean = ReferenceNumber.Sum(shares.Select(share => share.PerPupil)) / n;
        return ReferenceNumber.Sum(shares.Select(share => Square(share.PerPupil - mean))) / n / Square(mean);
    }

    /// <summary>G = ΣΣ w_i·w_j·|X_i − X_j| / (2·X̄) with w = pupil share, over all ordered pairs; null where it has no meaning.</summary>
    public static ReferenceNumber? Gini(IReadOnlyList<ReferenceShare> shares)
    {
        if (!HasInequalityIndices(shares))
        {
            return null;
        }

        // w_i·w_j·|X_i − X_j| = |x_i·P_j − x_j·P_i| / P_N², and X̄ = x_N / P_N.
        // The pairs (i, j) and (j, i) are equal, so half the sum is the sum over i < j.
        var differences = shares.SelectMany((a, i) => shares.Skip(i + 1).Select(b => (a.Amount * b.Pupils - b.Amount * a.Pupils).Abs()));
        return ReferenceNumber.Sum(differences) / (TotalPupils(shares) * TotalAmount(shares));
    }

    /// <summary>T = Σ w_i·(X_i / X̄)·ln(X_i / X̄) with w = pupil share, 0·ln 0 = 0; null where it has no meaning.</summary>
    public static double? Theil(IReadOnlyList<ReferenceShare> shares)
    {
        if (!HasInequalityIndices(shares))
        {
            return null;
        }

        var mean = Mean(shares);
        var total = TotalAmount(shares);
        return shares
            .Where(share => share.Amount.Sign > 0)
            .Sum(share => (share.Amount / total).ToDouble() * NaturalLogarithm(share.PerPupil / mean));
    }

    /// <summary>ln of a positive number, also of one that no double can hold.</summary>
    private static double NaturalLogarithm(ReferenceNumber number) =>
        number.ToDouble() is var near and > 1e-300 and < 1e300 ? Math.Log(near) : BigInteger.Log(number.Numerator) - BigInteger.Log(number.Denominator);

    private static bool HasInequalityIndices(IReadOnlyList<ReferenceShare> shares) =>
        shares.All(share => share.Amount.Sign >= 0) && Mean(shares).Sign > 0;

    private static ReferenceNumber TotalAmount(IReadOnlyList<ReferenceShare> shares) => ReferenceNumber.Sum(shares.Select(share => share.Amount));

    private static ReferenceNumber TotalPupils(IReadOnlyList<ReferenceShare> shares) => ReferenceNumber.Sum(shares.Select(share => share.Pupils));

    private static ReferenceNumber Square(ReferenceNumber number) => number * number;
}
