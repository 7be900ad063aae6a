using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Planning.Verification;

/// <summary>One part of a problem in doubles, as the bounds need it. A cell is unit × indicator; a cone is one stage's indicator.</summary>
internal sealed class PartModel
{
    public PartModel(ResourceProblem problem, BoundPart part)
    {
        Problem = problem;
        Stages = [.. part.Stages];
        Units = [.. Stages.SelectMany(stage => Enumerable.Range(0, problem.Units.Length).Where(u => problem.Units[u].Stage == stage))];
        Indicators = problem.Indicators.Length;
        var place = Units.Index().ToDictionary(each => each.Item, each => each.Index);
        Place = place;
        Purchases = [.. Enumerable.Range(0, problem.Purchases.Length).Where(a => place.ContainsKey(problem.Purchases[a].Effects[0].Unit))];
        var cells = Units.Length * Indicators;
        (Norm, Floor, Stock, Pupils) = (new double[cells], new double[cells], new double[cells], new double[Units.Length]);
        (ExactNorm, ExactFloor) = (new Rational[cells], new Rational[cells]);
        OfCell = [.. Enumerable.Range(0, cells).Select(_ => new List<int>())];
        Effects = [.. Purchases.Select((a, at) => problem.Purchases[a].Effects.Select(effect => Effect(at, effect)).ToArray())];
        for (var i = 0; i < Units.Length; i++)
        {
            SetUnit(i);
        }

        Price = [.. Purchases.Select(a => Outward.Down(problem.Purchases[a].Price.Total))];
        Step = [.. Purchases.Select(a => problem.Purchases[a].Step?.ToDouble() ?? 0)];
        Least = [.. Purchases.Select(a => Lattice.Up(problem.Purchases[a].MinAdd, problem.Purchases[a].Step).ToDouble())];
        Most = [.. Purchases.Select(a => problem.Purchases[a].MaxAdd is { } most ? Lattice.Down(most, problem.Purchases[a].Step).ToDouble() : double.PositiveInfinity)];
        ConePupils = [.. Stages.Select(stage => Units.Where(u => problem.Units[u].Stage == stage).Aggregate(Rational.Zero, (sum, u) => sum + problem.Units[u].Enrolment).ToDouble())];
        (NeedForNorm, NeedForFloor) = (new double[cells], new double[cells]);
        for (var cell = 0; cell < cells; cell++)
        {
            if (OfCell[cell].Count == 1)
            {
                (NeedForNorm[cell], NeedForFloor[cell]) = (Need(OfCell[cell][0], cell, ExactNorm[cell]), Need(OfCell[cell][0], cell, ExactFloor[cell]));
            }
        }

        IsPlain = OfCell.All(list => list.Count <= 1) && Effects.All(effects => effects.Length == 1 && effects[0].Amount == 1)
            && Enumerable.Range(0, Purchases.Length).GroupBy(a => (StageOf(Effects[a][0].Cell / Indicators), Effects[a][0].Cell % Indicators))
                .All(group => group.Select(a => (problem.Purchases[Purchases[a]].Price.Total, problem.Purchases[Purchases[a]].Step)).Distinct().Count() == 1);
    }

    public ResourceProblem Problem { get; }

    public Stage[] Stages { get; }

    /// <summary>Position in the problem per unit of the part, stage by stage.</summary>
    public int[] Units { get; }

    public int Indicators { get; }

    /// <summary>Position in the part per unit of the problem.</summary>
    public Dictionary<int, int> Place { get; }

    /// <summary>Position in the problem per purchase of the part.</summary>
    public int[] Purchases { get; }

    public (int Cell, double Amount)[][] Effects { get; }

    public List<int>[] OfCell { get; }

    /// <summary>Amount that the norm asks; 0 without one.</summary>
    public double[] Norm { get; }

    public double[] Floor { get; }

    public Rational[] ExactNorm { get; }

    public Rational[] ExactFloor { get; }

    /// <summary>Least addition for the norm, where one purchase alone lifts the cell.</summary>
    public double[] NeedForNorm { get; }

    /// <summary>Least addition for the floor, where one purchase alone lifts the cell.</summary>
    public double[] NeedForFloor { get; }

    public double[] Stock { get; }

    public double[] Pupils { get; }

    /// <summary>Rounded down.</summary>
    public double[] Price { get; }

    public double[] Step { get; }

    public double[] Least { get; }

    public double[] Most { get; }

    /// <summary>Pupils by stage.</summary>
    public double[] ConePupils { get; }

    /// <summary>Every purchase lifts one cell by as much as it adds, every cell has at most one, and an indicator's price and step are the same in all units of a stage.</summary>
    public bool IsPlain { get; }

    public int StageOf(int unit) => Array.IndexOf(Stages, Problem.Units[Units[unit]].Stage);

    public StageRule RuleOf(int unit) => Problem.RuleOf(Problem.Units[Units[unit]].Stage)!;

    /// <summary>1 + κ² of a cone; null where there is no limit.</summary>
    public double? SquaredRoot(int stage, int j) =>
        Problem.EffectiveLimit(Problem.RuleOf(Stages[stage])!.Indicators[j]) is { } limit ? (Rational.One + (limit * limit)).ToDouble() : null;

    /// <summary>The least addition of a purchase with which its cell alone reaches an amount, on the steps and above the lock.</summary>
    private double Need(int at, int cell, Rational amount)
    {
        var purchase = Problem.Purchases[Purchases[at]];
        var unit = Problem.Units[Units[cell / Indicators]];
        var effect = purchase.Effects.First(each => each.Unit == Units[cell / Indicators] && each.Indicator == cell % Indicators);
        var need = (amount - unit.Stock[cell % Indicators]) / effect.Amount;
        return Lattice.Up(need > purchase.MinAdd ? need : purchase.MinAdd, purchase.Step).ToDouble();
    }

    private (int, double) Effect(int at, PurchaseEffect effect)
    {
        if (!Place.TryGetValue(effect.Unit, out var unit))
        {
            throw new RejectedException("一项采购跨越两个部分", "A purchase lifts two parts");
        }

        var cell = (unit * Indicators) + effect.Indicator;
        OfCell[cell].Add(at);
        return (cell, effect.Amount.ToDouble());
    }

    private void SetUnit(int i)
    {
        var unit = Problem.Units[Units[i]];
        Pupils[i] = unit.Enrolment.ToDouble();
        for (var j = 0; j < Indicators; j++)
        {
            var (cell, rule) = ((i * Indicators) + j, Problem.RuleOf(unit, j));
            ExactNorm[cell] = (rule.Norm ?? Rational.Zero) * unit.Enrolment;
            ExactFloor[cell] = (rule.Norm is null ? Rational.Zero : rule.Floor ?? Rational.Zero) * unit.Enrolment;
            (Norm[cell], Floor[cell], Stock[cell]) = (ExactNorm[cell].ToDouble(), ExactFloor[cell].ToDouble(), unit.Stock[j].ToDouble());
        }
    }
}

/// <summary>Multiples of a step.</summary>
internal static class Lattice
{
    public static Rational Up(Rational amount, Rational? step) => step is { } each ? each * Rational.FromInteger((amount / each).Ceiling()) : amount;

    public static Rational Down(Rational amount, Rational? step) => step is { } each ? each * Rational.FromInteger((amount / each).Floor()) : amount;
}
