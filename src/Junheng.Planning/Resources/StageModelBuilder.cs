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
        var totalPupils = total.ToDouble();
        var indicators = new IndicatorModel[problem.Indicators.Length];
        for (var j = 0; j < indicators.Length; j++)
        {
            if (BuildIndicator(problem, rule.Indicators[j], j, units, purchases[j], pupils) is not { } indicator)
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
            Weight = Array.ConvertAll(amounts, each => each / totalPupils),
            TotalPupils = totalPupils,
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

    /// <summary>Per indicator and unit the purchase that lifts the cell, or −1; null when some purchase is not of that kind.</summary>
    private static int[][]? PurchasesOf(ResourceProblem problem, int[] units)
    {
        var places = new int[problem.Units.Length];
        Array.Fill(places, -1);
        for (var i = 0; i < units.Length; i++)
        {
            places[units[i]] = i;
        }

        var found = new int[problem.Indicators.Length][];
        for (var j = 0; j < found.Length; j++)
        {
            found[j] = new int[units.Length];
            Array.Fill(found[j], -1);
        }

        for (var a = 0; a < problem.Purchases.Length; a++)
        {
            var effects = problem.Purchases[a].Effects;
            var isMine = false;
            foreach (var effect in effects)
            {
                isMine |= places[effect.Unit] >= 0;
            }

            if (!isMine)
            {
                continue;
            }

            ref var place = ref found[effects[0].Indicator][Math.Max(places[effects[0].Unit], 0)];
            if (effects.Length != 1 || effects[0].Amount != Rational.One || place >= 0)
            {
                return null;
            }

            place = a;
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
        var (norm, floor, none) = (new Requirement(rule.Norm, step), new Requirement(rule.Norm is null ? null : rule.Floor, step), new Requirement(null, step));
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
            var isExempt = problem.Units[units[i]].IsExempt;
            full[i] = (isExempt ? none : norm).Amount(pupils[i], people[i], stock[i], amounts[i], locked);
            low[i] = (isExempt ? none : floor).Amount(pupils[i], people[i], stock[i], amounts[i], locked);
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
