using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;

namespace Junheng.Planning.Resources;

/// <summary>
/// One stage in which every purchase lifts one cell only and costs the same wherever it is made: the case that is solved exactly, indicator by indicator.
/// Units stand in the order of their school codes, so that ties fall the same way on every machine.
/// </summary>
internal sealed class StageModel
{
    public required Stage Stage { get; init; }

    /// <summary>Position in the problem per unit of the model.</summary>
    public required int[] UnitIndex { get; init; }

    /// <summary>Per unit of the model: its place among the stage's units in the order of the problem.</summary>
    public required int[] ProblemOrder { get; init; }

    public required double[] Pupils { get; init; }

    /// <summary>Pupils over all pupils.</summary>
    public required double[] Weight { get; init; }

    public required double TotalPupils { get; init; }

    public required IndicatorModel[] Indicators { get; init; }

    /// <summary>How many exceptions a unit may take.</summary>
    public required int Exceptions { get; init; }

    public int Count => Pupils.Length;
}

/// <summary>One indicator of a stage: requirements and caps as amounts (with the stock) and per pupil, units in the order of the model.</summary>
internal sealed record IndicatorModel
{
    /// <summary>Position in the problem.</summary>
    public required int Index { get; init; }

    /// <summary>Yuan per numerator unit; 1 where nothing can be bought.</summary>
    public required double Price { get; init; }

    /// <summary>Additions are multiples of it; 0: continuous.</summary>
    public required double Step { get; init; }

    /// <summary>1 + κ²; +∞ where there is no limit.</summary>
    public required double SquaredRoot { get; init; }

    public required double[] Stock { get; init; }

    /// <summary>Amount required under the norm.</summary>
    public required double[] Full { get; init; }

    /// <summary>Amount required under the floor.</summary>
    public required double[] Low { get; init; }

    /// <summary>Largest amount; +∞ without a cap.</summary>
    public required double[] Cap { get; init; }

    public required double[] FullLevel { get; init; }

    public required double[] LowLevel { get; init; }

    /// <summary>Per pupil; null when no unit has a cap.</summary>
    public required double[]? CapLevel { get; init; }

    public required double StockTotal { get; init; }

    /// <summary>Position of the purchase that lifts the unit's cell; −1 where nothing can be bought.</summary>
    public required int[] Purchase { get; init; }

    /// <summary>Decides P·S ≤ s²T² where a double can't.</summary>
    public required ExactCone Cone { get; init; }

    /// <summary>Stock per unit, exactly.</summary>
    public required Rational[] ExactStock { get; init; }

    /// <summary>The step, exactly; 0: continuous.</summary>
    public required Rational ExactStep { get; init; }

    public bool HasLimit => double.IsFinite(SquaredRoot);

    public bool IsWhole => Step > 0;

    /// <summary>The same with another limit, as 1 + κ²; near ties are then decided in doubles' exact values.</summary>
    public IndicatorModel WithLimit(double squaredRoot) =>
        this with { SquaredRoot = squaredRoot, Cone = double.IsFinite(squaredRoot) ? Cone.WithLimit(ExactDouble.Of(squaredRoot)) : Cone };

    /// <summary>The exact amount behind a double on the lattice of the steps.</summary>
    public Rational ExactAmount(int unit, double amount) =>
        ExactStock[unit] + (ExactStep * (long)Math.Round((amount - Stock[unit]) / Step));
}
