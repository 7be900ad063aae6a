using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Planning.Resources;

/// <summary>Turns one stage of a problem into the model that is solved exactly, or says that the stage is not of that kind.</summary>
internal static class StageModelBuilder
{
    /// <summary>
    /// The model of a stage; null when a purchase lifts several cells, a cell has several purchases, an effect is not 1, or prices or steps differ within an item.
    /// </summary>
    public static StageModel? Build(ResourceProblem problem, Stage stage, int[] units)
    {
        var rule = problem.RuleOf(stage)!;
        if (PurchasesOf(problem, units) is not { } purchases)
        {
            return null;
        }

        var pupils = Array.ConvertAll(units, unit => problem.Units[unit].Enrolment);
        var total = pupils.Aggregate(Rational.Zero, (sum, each) => sum + each);
        var amounts = Array.ConvertAll(pupils, each => each.ToDouble());
        var indicators = new IndicatorModel[problem.Indicators.Length];
        for (var j = 0; j < indicators.Length; j++)
        {
            var mine = Array.ConvertAll(units, unit => purchases.TryGetValue(new CellRef(unit, j), out var found) ? found : -1);
            if (BuildIndicator(problem, rule.Indicators[j], j, units, mine, pupils) is not { } indicator)
            {
                return null;
            }

            indicators[j] = indicator;
        }

        return new StageModel
        {
            Stage = stage,
            UnitIndex = units,
            ProblemOrder = OrderOf(units),
            Pupils = amounts,
            Weight = Array.ConvertAll(pupils, each => (each / total).ToDouble()),
            TotalPupils = total.ToDouble(),
            Indicators = indicators,
            Exceptions = rule.Exceptions,
        };
    }

    private static int[] OrderOf(int[] units)
    {
        var (sorted, places) = ((int[])units.Clone(), new int[units.Length]);
        Array.Sort(sorted);
        for (var i = 0; i < units.Length; i++)
        {
            places[i] = Array.BinarySearch(sorted, units[i]);
        }

        return places;
    }

    private static Dictionary<CellRef, int>? PurchasesOf(ResourceProblem problem, int[] units)
    {
        var mine = units.ToHashSet();
        var found = new Dictionary<CellRef, int>();
        for (var a = 0; a < problem.Purchases.Length; a++)
        {
            var effects = problem.Purchases[a].Effects;
            if (!effects.Any(effect => mine.Contains(effect.Unit)))
            {
                continue;
            }

            if (effects.Length != 1 || effects[0].Amount != Rational.One || !found.TryAdd(new CellRef(effects[0].Unit, effects[0].Indicator), a))
            {
                return null;
            }
        }

        return found;
    }

    private static IndicatorModel? BuildIndicator(ResourceProblem problem, IndicatorRule rule, int j, int[] units, int[] purchases, Rational[] pupils)
    {
        var first = purchases.FirstOrDefault(each => each >= 0, -1);
        var price = first >= 0 ? problem.Purchases[first].Price.Total : Rational.One;
        var step = first >= 0 ? problem.Purchases[first].Step ?? Rational.Zero : Rational.Zero;
        var count = units.Length;
        var (stock, full, low, cap) = (new Rational[count], new double[count], new double[count], new double[count]);
        var (people, amounts) = (Array.ConvertAll(pupils, each => each.ToDouble()), new double[count]);
        var (norm, floor) = (rule.Norm?.ToDouble() ?? 0, rule.Floor?.ToDouble() ?? 0);
        for (var i = 0; i < count; i++)
        {
            stock[i] = problem.Units[units[i]].Stock[j];
            amounts[i] = stock[i].ToDouble();
            var purchase = purchases[i] >= 0 ? problem.Purchases[purchases[i]] : null;
            if (purchase is not null && (purchase.Price.Total != price || (purchase.Step ?? Rational.Zero) != step))
            {
                return null;
            }

            var locked = purchase?.MinAdd ?? Rational.Zero;
            full[i] = Requirement.Amount(rule.Norm, norm * people[i], pupils[i], stock[i], amounts[i], locked, step);
            low[i] = Requirement.Amount(rule.Norm is null ? null : rule.Floor, floor * people[i], pupils[i], stock[i], amounts[i], locked, step);
            cap[i] = purchase is null ? amounts[i]
                : purchase.MaxAdd is { } most ? (stock[i] + Requirement.Most(most, step)).ToDouble() : double.PositiveInfinity;
        }

        var limit = problem.EffectiveLimit(rule);
        var cone = new ExactCone(pupils, Rational.One + ((limit ?? Rational.Zero) * (limit ?? Rational.Zero)));
        return new IndicatorModel
        {
            Index = j,
            Price = price.ToDouble(),
            Step = step.ToDouble(),
            SquaredRoot = limit is null ? double.PositiveInfinity : cone.SquaredRoot.ToDouble(),
            Stock = amounts,
            Full = full,
            Low = low,
            Cap = cap,
            FullLevel = Divide(full, people),
            LowLevel = Divide(low, people),
            CapLevel = Array.TrueForAll(cap, double.IsPositiveInfinity) ? null : Divide(cap, people),
            StockTotal = amounts.Sum(),
            Purchase = purchases,
            Cone = cone,
            ExactStock = stock,
            ExactStep = step,
        };
    }

    private static double[] Divide(double[] amounts, double[] pupils)
    {
        var levels = new double[amounts.Length];
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = amounts[i] / pupils[i];
        }

        return levels;
    }
}

/// <summary>What must and may be bought for one cell, exactly.</summary>
internal static class Requirement
{
    /// <summary>Smallest addition on the lattice of the steps that reaches a norm (or floor) and the lock.</summary>
    public static Rational Add(Rational? norm, Rational pupils, Rational stock, Rational locked, Rational step)
    {
        var need = norm is { } perPupil ? (perPupil * pupils) - stock : Rational.Zero;
        need = need < locked ? locked : need;
        if (need.Sign <= 0)
        {
            return Rational.Zero;
        }

        return step.Sign > 0 ? step * Rational.FromInteger((need / step).Ceiling()) : need;
    }

    /// <summary>The amount after that addition as a double; <paramref name="needed"/> and <paramref name="amount"/> are norm · pupils and stock in doubles, which settle the plain cases.</summary>
    public static double Amount(Rational? norm, double needed, Rational pupils, Rational stock, double amount, Rational locked, Rational step) =>
        locked.Sign == 0 && (norm is null || amount > needed * (1 + 1e-12))
            ? amount
            : (stock + Add(norm, pupils, stock, locked, step)).ToDouble();

    /// <summary>Largest addition on the lattice of the steps within the cap.</summary>
    public static Rational Most(Rational cap, Rational step) => step.Sign > 0 ? step * Rational.FromInteger((cap / step).Floor()) : cap;
}
