using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Planning.Resources.Coupled;

/// <summary>Builds the model of the stages that hang together.</summary>
internal static class CoupledModelBuilder
{
    public static CoupledModel Build(ResourceProblem problem, Stage[] stages, int[] units)
    {
        var m = problem.Indicators.Length;
        var place = units.Index().ToDictionary(each => each.Item, each => each.Index);
        var purchases = Enumerable.Range(0, problem.Purchases.Length).Where(a => problem.Purchases[a].Effects.Any(effect => place.ContainsKey(effect.Unit)))
            .OrderBy(a => problem.Purchases[a].SchoolCode, StringComparer.Ordinal).ThenBy(a => a).ToArray();
        var cells = new CellArrays(problem, stages, units);
        var effects = Array.ConvertAll(purchases, a => Effects(problem, problem.Purchases[a], place));
        var ofCell = Enumerable.Range(0, units.Length * m).Select(_ => new List<int>()).ToArray();
        for (var a = 0; a < purchases.Length; a++)
        {
            foreach (var effect in effects[a])
            {
                ofCell[effect.Cell].Add(a);
            }
        }

        var components = Components(units.Length, m, effects);
        var componentOf = new int[units.Length];
        for (var c = 0; c < components.Length; c++)
        {
            foreach (var unit in components[c])
            {
                componentOf[unit] = c;
            }
        }

        return new CoupledModel
        {
            Problem = problem,
            Stages = stages,
            Indicators = m,
            UnitIndex = units,
            PurchaseIndex = purchases,
            Pupils = Array.ConvertAll(units, u => problem.Units[u].Enrolment.ToDouble()),
            Exceptions = Array.ConvertAll(units, u => problem.RuleOf(problem.Units[u].Stage)!.Exceptions),
            Stock = cells.Stock,
            Norm = cells.Norm,
            Floor = cells.Floor,
            ConeOf = cells.ConeOf,
            SquaredRoot = cells.SquaredRoot,
            ConePupils = cells.ConePupils,
            CellsOfCone = cells.CellsOfCone,
            Price = Array.ConvertAll(purchases, a => problem.Purchases[a].Price.Total.ToDouble()),
            Step = Array.ConvertAll(purchases, a => problem.Purchases[a].Step?.ToDouble() ?? 0),
            Least = Array.ConvertAll(purchases, a => Requirement.Add(null, Rational.One, Rational.Zero, problem.Purchases[a].MinAdd, StepOf(problem.Purchases[a])).ToDouble()),
            Most = Array.ConvertAll(purchases, a => problem.Purchases[a].MaxAdd is { } most ? Requirement.Most(most, StepOf(problem.Purchases[a])).ToDouble() : double.PositiveInfinity),
            Effects = effects,
            PurchasesOfCell = Array.ConvertAll(ofCell, each => each.ToArray()),
            Components = components,
            PurchasesOfComponent = [.. components.Select((_, c) => Enumerable.Range(0, purchases.Length).Where(a => componentOf[effects[a][0].Cell / m] == c).ToArray())],
        };
    }

    private static Rational StepOf(Purchase purchase) => purchase.Step ?? Rational.Zero;

    private static CoupledEffect[] Effects(ResourceProblem problem, Purchase purchase, Dictionary<int, int> place)
    {
        var m = problem.Indicators.Length;
        return [.. purchase.Effects.Select(effect =>
        {
            var unit = problem.Units[effect.Unit];
            var rule = problem.RuleOf(unit, effect.Indicator);
            var (norm, floor) = (Need(rule.Norm, unit, effect, purchase), Need(rule.Norm is null ? null : rule.Floor, unit, effect, purchase));
            return new CoupledEffect((place[effect.Unit] * m) + effect.Indicator, effect.Amount.ToDouble(), norm, floor);
        })];
    }

    /// <summary>The smallest addition on the lattice with which this purchase alone reaches a norm.</summary>
    private static double Need(Rational? norm, PlanUnit unit, PurchaseEffect effect, Purchase purchase) =>
        Requirement.Add(norm is { } each ? each / effect.Amount : null, unit.Enrolment, unit.Stock[effect.Indicator] / effect.Amount, purchase.MinAdd, StepOf(purchase)).ToDouble();

    private static int[][] Components(int units, int m, CoupledEffect[][] effects)
    {
        var parent = Enumerable.Range(0, units).ToArray();
        foreach (var each in effects)
        {
            foreach (var effect in each)
            {
                parent[Root(parent, effect.Cell / m)] = Root(parent, each[0].Cell / m);
            }
        }

        return [.. Enumerable.Range(0, units).GroupBy(unit => Root(parent, unit)).Select(group => group.ToArray())];
    }

    private static int Root(int[] parent, int unit)
    {
        while (parent[unit] != unit)
        {
            unit = parent[unit] = parent[parent[unit]];
        }

        return unit;
    }

    /// <summary>The per-cell and per-cone figures.</summary>
    private sealed class CellArrays
    {
        public CellArrays(ResourceProblem problem, Stage[] stages, int[] units)
        {
            var m = problem.Indicators.Length;
            (Stock, Norm, Floor, ConeOf) = (new double[units.Length * m], new double[units.Length * m], new double[units.Length * m], new int[units.Length * m]);
            (SquaredRoot, ConePupils) = (new double[stages.Length * m], new double[stages.Length * m]);
            var ofCone = Enumerable.Range(0, stages.Length * m).Select(_ => new List<int>()).ToArray();
            for (var i = 0; i < units.Length; i++)
            {
                var unit = problem.Units[units[i]];
                var rule = problem.RuleOf(unit.Stage)!;
                var stage = Array.IndexOf(stages, unit.Stage);
                for (var j = 0; j < m; j++)
                {
                    var (cell, cone) = ((i * m) + j, (stage * m) + j);
                    Stock[cell] = unit.Stock[j].ToDouble();
                    Norm[cell] = !unit.IsExempt && rule.Indicators[j].Norm is { } norm ? (norm * unit.Enrolment).ToDouble() : 0;
                    Floor[cell] = !unit.IsExempt && rule.Indicators[j].Norm is not null && rule.Indicators[j].Floor is { } floor ? (floor * unit.Enrolment).ToDouble() : 0;
                    ConePupils[cone] += unit.Enrolment.ToDouble();
                    ConeOf[cell] = -1;
                    if (problem.EffectiveLimit(rule.Indicators[j]) is { } limit)
                    {
                        ConeOf[cell] = cone;
                        SquaredRoot[cone] = (Rational.One + (limit * limit)).ToDouble();
                        ofCone[cone].Add(cell);
                    }
                }
            }

            CellsOfCone = Array.ConvertAll(ofCone, each => each.ToArray());
        }

        public double[] Stock { get; }

        public double[] Norm { get; }

        public double[] Floor { get; }

        public int[] ConeOf { get; }

        public double[] SquaredRoot { get; }

        public double[] ConePupils { get; }

        public int[][] CellsOfCone { get; }
    }
}
