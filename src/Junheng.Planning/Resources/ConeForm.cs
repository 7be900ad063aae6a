using System.Collections.Immutable;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources;

/// <summary>How the limit of one indicator enters a bound, apart from its multiplier: the direction of a linear cone, or the range of a quadratic one.</summary>
internal sealed class ConeForm
{
    private ConeForm(ConeKind kind) => Kind = kind;

    /// <summary>The limit plays no part.</summary>
    public static ConeForm None { get; } = new(ConeKind.None);

    public ConeKind Kind { get; }

    /// <summary>Linear: (s − X_i / N) / P per unit: what the multiplier takes off the price of an amount at i.</summary>
    public double[] Relief { get; private init; } = [];

    /// <summary>Linear: N.</summary>
    public double Norm { get; private init; }

    /// <summary>Linear: s.</summary>
    public double Root { get; private init; }

    /// <summary>Linear: the largest multiplier at which no unit without a cap has a negative reduced price.</summary>
    public double MostMultiplier { get; private init; } = double.PositiveInfinity;

    /// <summary>Linear: X per unit in the problem's order.</summary>
    public ImmutableArray<double> Direction { get; private init; } = [];

    /// <summary>Quadratic: least total.</summary>
    public double Low { get; private init; }

    /// <summary>Quadratic: largest total.</summary>
    public double High { get; private init; }

    /// <summary>Quadratic: (1 + κ²) / P · (low + high).</summary>
    public double Beta { get; private init; }

    /// <summary>Quadratic: (1 + κ²) / P · low · high, the multiplier's constant.</summary>
    public double Chord { get; private init; }

    /// <summary>The linear form for amounts per pupil.</summary>
    public static ConeForm Linear(StageModel stage, IndicatorModel indicator, double[] perPupil)
    {
        double square = 0;
        for (var i = 0; i < perPupil.Length; i++)
        {
            square += stage.Weight[i] * perPupil[i] * perPupil[i];
        }

        var norm = Math.Sqrt(square) * (1 + ((perPupil.Length + 8) * 2.4e-16));
        if (!(norm > 0) || !indicator.HasLimit)
        {
            return None;
        }

        var root = Math.Sqrt(indicator.SquaredRoot) * (1 + 4e-16);
        var (relief, most) = (new double[perPupil.Length], double.PositiveInfinity);
        for (var i = 0; i < relief.Length; i++)
        {
            relief[i] = (root - (perPupil[i] / norm)) / stage.TotalPupils;
            if (relief[i] > 0 && double.IsPositiveInfinity(indicator.Cap[i]))
            {
                most = Math.Min(most, indicator.Price / relief[i]);
            }
        }

        var direction = new double[perPupil.Length];
        for (var i = 0; i < direction.Length; i++)
        {
            direction[stage.ProblemOrder[i]] = perPupil[i];
        }

        return new ConeForm(ConeKind.Linear)
        {
            Relief = relief,
            Norm = norm,
            Root = root,
            MostMultiplier = double.IsFinite(most) ? most * (1 - 1e-12) : 100 * indicator.Price * stage.TotalPupils,
            Direction = ImmutableArray.Create(direction),
        };
    }

    /// <summary>The quadratic form for a range of the total.</summary>
    public static ConeForm Quadratic(StageModel stage, IndicatorModel indicator, double low, double high)
    {
        var rate = indicator.SquaredRoot / stage.TotalPupils;
        return new ConeForm(ConeKind.Quadratic) { Low = low, High = high, Beta = rate * (low + high), Chord = rate * low * high };
    }

    /// <summary>What the certificate keeps; <paramref name="totalPrice"/> is paid for the least total.</summary>
    public ConeBound ToBound(double multiplier, double totalPrice) => Kind switch
    {
        ConeKind.Linear when multiplier > 0 => new ConeBound(Kind, multiplier, 0, Norm, Root, 0, 0, Direction),
        ConeKind.Quadratic when multiplier > 0 || totalPrice > 0 => new ConeBound(Kind, multiplier, 0, 0, 0, Low, High, []) { TotalPrice = totalPrice },
        _ => ConeBound.Absent,
    };
}
