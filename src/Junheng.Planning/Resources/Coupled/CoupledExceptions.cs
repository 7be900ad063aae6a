namespace Junheng.Planning.Resources.Coupled;

/// <summary>The choices of exceptions that a unit has.</summary>
internal static class CoupledExceptions
{
    /// <summary>The largest sets of cells that the unit may except: the taken ones and as many open ones as it may.</summary>
    public static List<int[]> Choices(CoupledModel model, CoupledBox box, int unit)
    {
        var (taken, open) = (new List<int>(), new List<int>());
        for (var j = 0; j < model.Indicators; j++)
        {
            var cell = (unit * model.Indicators) + j;
            if (box.States[cell] == ExceptionOptions.Taken)
            {
                taken.Add(cell);
            }
            else if (box.States[cell] == ExceptionOptions.Open)
            {
                open.Add(cell);
            }
        }

        var found = new List<int[]>();
        var left = model.Exceptions[unit] - taken.Count;
        if (left >= 0)
        {
            Extend(taken, open, 0, Math.Min(left, open.Count), found);
        }

        return found;
    }

    /// <summary>Tries every combination of the units' choices and leaves the cheapest marked; returns its cost, infinite where a unit has no choice or none has a finite cost.</summary>
    /// <param name="model">The model.</param>
    /// <param name="units">The units of a school.</param>
    /// <param name="choices">Per unit, the sets of cells that it may except.</param>
    /// <param name="excepted">Per cell of the model; those of the units are overwritten.</param>
    /// <param name="cost">What the marked combination costs.</param>
    public static double MarkCheapest(CoupledModel model, int[] units, List<int[]>[] choices, bool[] excepted, Func<double> cost)
    {
        var (best, at, cheapest) = (double.PositiveInfinity, new int[units.Length], new int[units.Length]);
        for (var done = choices.Any(each => each.Count == 0); !done;)
        {
            Mark(model, units, choices, at, excepted);
            if (cost() is var value && value < best)
            {
                best = value;
                at.CopyTo(cheapest, 0);
            }

            done = true;
            for (var k = 0; k < at.Length && done; k++)
            {
                at[k] = (at[k] + 1) % choices[k].Count;
                done = at[k] == 0;
            }
        }

        if (double.IsFinite(best))
        {
            Mark(model, units, choices, cheapest, excepted);
        }

        return best;
    }

    /// <summary>Whether cells that nothing can lift meet their norm, or their floor where excepted.</summary>
    public static bool StockSuffices(CoupledModel model, int unit, bool[] excepted)
    {
        for (var j = 0; j < model.Indicators; j++)
        {
            var cell = (unit * model.Indicators) + j;
            if (model.PurchasesOfCell[cell].Length == 0
                && model.Stock[cell] < (excepted[cell] ? model.Floor[cell] : model.Norm[cell]) * (1 - 1e-13))
            {
                return false;
            }
        }

        return true;
    }

    private static void Mark(CoupledModel model, int[] units, List<int[]>[] choices, int[] at, bool[] excepted)
    {
        for (var k = 0; k < units.Length; k++)
        {
            excepted.AsSpan(units[k] * model.Indicators, model.Indicators).Clear();
            foreach (var cell in choices[k][at[k]])
            {
                excepted[cell] = true;
            }
        }
    }

    private static void Extend(List<int> chosen, List<int> open, int from, int left, List<int[]> found)
    {
        if (left == 0)
        {
            found.Add([.. chosen]);
            return;
        }

        for (var k = from; k + left <= open.Count; k++)
        {
            chosen.Add(open[k]);
            Extend(chosen, open, k + 1, left - 1, found);
            chosen.RemoveAt(chosen.Count - 1);
        }
    }
}
