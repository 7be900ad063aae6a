using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Planning.Resources.Coupled;

/// <summary>
/// Exceptions to begin with where purchases are tied: those of the problem without ties, in which every cell is bought for by itself at the indicator's middle price.
/// It touches which plans are looked at, not what is proven of them.
/// </summary>
internal static class CoupledStart
{
    /// <summary>Marks per cell of the model; null where the problem without ties has no plan.</summary>
    public static bool[]? Exceptions(CoupledModel model)
    {
        var problem = WithoutTies(model);
        var found = new bool[model.Cells];
        var places = model.UnitIndex.Index().ToDictionary(each => each.Item, each => each.Index);
        foreach (var stage in model.Stages)
        {
            var units = model.UnitIndex.Where(u => problem.Units[u].Stage == stage).ToArray();
            if (StageModelBuilder.Build(problem, stage, units) is not { } simple)
            {
                return null;
            }

            var search = new StageSearch(simple, new SearchLimits(new PlannerOptions { NodeLimit = 1 }));
            search.Run(null);
            if (!search.HasPlan)
            {
                return null;
            }

            for (var j = 0; j < simple.Indicators.Length; j++)
            {
                for (var i = 0; i < simple.Count; i++)
                {
                    found[(places[units[i]] * model.Indicators) + j] = search.Incumbent.Exceptions[j][i] != 0;
                }
            }
        }

        return found;
    }

    private static ResourceProblem WithoutTies(CoupledModel model)
    {
        var purchases = ImmutableArray.CreateBuilder<Purchase>();
        foreach (var stage in model.Stages)
        {
            for (var j = 0; j < model.Indicators; j++)
            {
                AddCells(model, stage, j, purchases);
            }
        }

        return model.Problem with { Purchases = purchases.ToImmutable(), Budget = null };
    }

    private static void AddCells(CoupledModel model, Stage stage, int j, ImmutableArray<Purchase>.Builder purchases)
    {
        var cells = Enumerable.Range(0, model.UnitIndex.Length).Where(i => model.Problem.Units[model.UnitIndex[i]].Stage == stage)
            .Select(i => (i * model.Indicators) + j).Where(cell => model.PurchasesOfCell[cell].Length > 0).ToArray();
        if (cells.Length == 0)
        {
            return;
        }

        var prices = cells.Select(cell => model.PurchasesOfCell[cell].Min(a => model.Price[a])).Order().ToArray();
        Rational price = Math.Max(1, (long)Math.Min(prices[prices.Length / 2] * 100, 1e15));
        var isWhole = cells.All(cell => model.PurchasesOfCell[cell].All(a => model.Step[a] == 1));
        foreach (var cell in cells)
        {
            var unit = model.UnitIndex[cell / model.Indicators];
            purchases.Add(new Purchase(
                model.Problem.Units[unit].SchoolCode, stage, "any", new PlanPrice(price / 100), isWhole ? Rational.One : null, Rational.Zero, null, [new PurchaseEffect(unit, j, Rational.One)]));
        }
    }
}
