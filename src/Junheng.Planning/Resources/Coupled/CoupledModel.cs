using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Planning.Resources.Coupled;

/// <summary>What one purchase adds to one cell, with the additions that the cell's norm and floor ask for when nothing else lifts it.</summary>
internal readonly record struct CoupledEffect(int Cell, double Amount, double AddForNorm, double AddForFloor);

/// <summary>
/// Stages whose purchases are tied together: shared items of combined schools, purchases that count twice, prices that differ. Cells are numbered
/// unit · indicators + indicator; a cone is one stage's indicator; a school's units and purchases form a component that only the cones tie to others.
/// </summary>
internal sealed class CoupledModel
{
    public required ResourceProblem Problem { get; init; }

    public required Stage[] Stages { get; init; }

    public required int Indicators { get; init; }

    /// <summary>Position in the problem per unit.</summary>
    public required int[] UnitIndex { get; init; }

    /// <summary>Position in the problem per purchase, in the order of school codes.</summary>
    public required int[] PurchaseIndex { get; init; }

    public required double[] Pupils { get; init; }

    /// <summary>Exceptions that each unit may take.</summary>
    public required int[] Exceptions { get; init; }

    public required double[] Stock { get; init; }

    /// <summary>Amount under the norm, per cell; 0 without a norm.</summary>
    public required double[] Norm { get; init; }

    /// <summary>Amount under the floor, per cell.</summary>
    public required double[] Floor { get; init; }

    /// <summary>Cone of each cell; −1 without a limit.</summary>
    public required int[] ConeOf { get; init; }

    /// <summary>1 + κ² per cone; 0 for a cone that has no limit.</summary>
    public required double[] SquaredRoot { get; init; }

    /// <summary>Pupils of the cone's stage.</summary>
    public required double[] ConePupils { get; init; }

    public required int[][] CellsOfCone { get; init; }

    public required double[] Price { get; init; }

    /// <summary>0: continuous.</summary>
    public required double[] Step { get; init; }

    /// <summary>The lock, on the lattice of the steps.</summary>
    public required double[] Least { get; init; }

    /// <summary>The cap, on the lattice of the steps; +∞ without one.</summary>
    public required double[] Most { get; init; }

    public required CoupledEffect[][] Effects { get; init; }

    public required int[][] PurchasesOfCell { get; init; }

    /// <summary>Units of each component.</summary>
    public required int[][] Components { get; init; }

    /// <summary>Purchases of each component.</summary>
    public required int[][] PurchasesOfComponent { get; init; }

    public int Cells => Stock.Length;

    /// <summary>Whether every cell that the purchase lifts is lifted by it alone.</summary>
    public bool IsSimple(int purchase)
    {
        foreach (var effect in Effects[purchase])
        {
            if (PurchasesOfCell[effect.Cell].Length > 1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The exact addition behind a double: a whole number of steps, or rounded up to 1e-9 within the cap.</summary>
    public Rational ExactAddition(int purchase, double amount)
    {
        var source = Problem.Purchases[PurchaseIndex[purchase]];
        if (source.Step is { } step)
        {
            return step * (long)Math.Round(amount / Step[purchase]);
        }

        if (amount <= 0)
        {
            return Rational.Zero;
        }

        var exact = Rational.FromFraction((ExactDouble.Of(amount) * 1_000_000_000).Ceiling(), 1_000_000_000);
        exact = exact < source.MinAdd ? source.MinAdd : exact;
        return source.MaxAdd is { } most && exact > most ? most : exact;
    }
}
