using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;

namespace Junheng.Assessment.Resources;

/// <summary>
/// What the kernel needs of a standard in force: per stage, the numbers of each indicator and the unit rule. Made once a standard and date.
/// </summary>
/// <param name="Stages">One entry a stage of the standard, in its order.</param>
/// <param name="IndicatorCount">Number of indicators, at most <see cref="Units.UnitTable.MostNumerators"/>.</param>
public sealed record ResourcePlan(ImmutableArray<StagePlan> Stages, int IndicatorCount)
{
    /// <summary>The plan of one stage.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The standard has no such stage.</exception>
    public StagePlan this[Stage stage]
    {
        get
        {
            foreach (var plan in Stages)
            {
                if (plan.Stage == stage)
                {
                    return plan;
                }
            }

            throw new ArgumentOutOfRangeException(nameof(stage), stage, "Not a stage of the standard.");
        }
    }
}

/// <summary>One stage's numbers.</summary>
public sealed class StagePlan
{
    /// <summary>A stage's numbers.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="indicators">The numbers of each indicator, in the standard's order.</param>
    /// <param name="unitRule">How a unit is judged; null when the standard judges no unit.</param>
    public StagePlan(Stage stage, ImmutableArray<IndicatorNumbers> indicators, UnitRule? unitRule)
    {
        (Stage, Indicators, UnitRule) = (stage, indicators, unitRule);
        var judged = new bool[indicators.Length];
        foreach (var k in unitRule?.Indicators ?? [])
        {
            judged[k] = true;
        }

        double[] Ends(Func<IndicatorNumbers, RatioThreshold?> threshold, Func<double, double> end) =>
            [.. indicators.Select((numbers, k) => judged[k] && threshold(numbers) is { } value ? end(value.Ratio) : double.NegativeInfinity)];

        NormLow = Ends(numbers => numbers.NormRatio, NearTie.Low);
        NormHigh = Ends(numbers => numbers.NormRatio, NearTie.High);
        var floor = unitRule is { RestAtFloor: true };
        FloorLow = Ends(numbers => floor ? numbers.FloorRatio : null, NearTie.Low);
        FloorHigh = Ends(numbers => floor ? numbers.FloorRatio : null, NearTie.High);
        RequiredBits = 1u | (unitRule?.Indicators ?? []).Aggregate(0u, (bits, k) => bits | (2u << k));
    }

    /// <summary>The stage.</summary>
    public Stage Stage { get; }

    /// <summary>The numbers of each indicator, in the standard's order.</summary>
    public ImmutableArray<IndicatorNumbers> Indicators { get; }

    /// <summary>How a unit is judged, or null.</summary>
    public UnitRule? UnitRule { get; }

    /// <summary>Presence bits that a unit needs to be decided.</summary>
    internal uint RequiredBits { get; }

    /// <summary>Per indicator, the ends of the near-tie band around norm and floor, as plain ratios numerator ÷ enrolment; −∞ where nothing is asked.</summary>
    internal double[] NormLow { get; }

    internal double[] NormHigh { get; }

    internal double[] FloorLow { get; }

    internal double[] FloorHigh { get; }
}

/// <summary>One indicator's numbers at one stage; a number that the standard lacks is null.</summary>
/// <param name="Scale">What the ratio is multiplied by: 100 for "per 100 pupils", else 1.</param>
/// <param name="Norm">What a unit must reach.</param>
/// <param name="Floor">What the rest must reach.</param>
/// <param name="CvLimit">Limit of the coefficient of variation.</param>
/// <param name="CvTarget">A place's own aim, reported only.</param>
public sealed record IndicatorNumbers(Rational Scale, Rational? Norm, Rational? Floor, Rational? CvLimit, Rational? CvTarget)
{
    /// <summary><see cref="Scale"/> as a double.</summary>
    public double ScaleFactor { get; } = Scale.ToDouble();

    /// <summary><see cref="CvLimit"/> as a double; infinite without a limit.</summary>
    internal double CvLimitFactor { get; } = CvLimit?.ToDouble() ?? double.PositiveInfinity;

    /// <summary><see cref="Norm"/> as a plain ratio, or null.</summary>
    internal RatioThreshold? NormRatio { get; } = Norm is { } norm ? new RatioThreshold(norm, Scale) : null;

    /// <summary><see cref="Floor"/> as a plain ratio, or null.</summary>
    internal RatioThreshold? FloorRatio { get; } = Floor is { } floor ? new RatioThreshold(floor, Scale) : null;
}

/// <summary>"At least k of these indicators", by index.</summary>
/// <param name="AtLeast">k.</param>
/// <param name="Indicators">Indices into the standard's indicators.</param>
/// <param name="RestAtFloor">Whether those below the norm must reach the floor.</param>
public sealed record UnitRule(int AtLeast, ImmutableArray<int> Indicators, bool RestAtFloor)
{
    /// <summary>How many may stay below the norm.</summary>
    public int AllowedBelow => Indicators.Length - AtLeast;
}
