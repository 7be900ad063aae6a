namespace Junheng.Benchmarks.Plans;

/// <summary>One indicator of a stage levelled up from given additions until its limit holds exactly: bounds of totals before, repair after an outside solver.</summary>
internal static class Levelling
{
    /// <summary>What is added in all.</summary>
    public static double Added(ConeCutModel model, int j, double[] added) => model.IsWhole[j] ? Whole(model, j, added) : Continuous(model, j, added);

    /// <summary>One unit at a time to whoever has the smallest (2y + 1)/p.</summary>
    private static double Whole(ConeCutModel model, int j, double[] added)
    {
        while (!Holds(model, j, i => model.Stock[j][i] + added[i]))
        {
            var lowest = Enumerable.Range(0, added.Length).MinBy(i => ((2 * (model.Stock[j][i] + added[i])) + 1) / model.Pupils[i]);
            added[lowest]++;
        }

        return added.Sum();
    }

    /// <summary>Everybody up to one level, which is found by halving.</summary>
    private static double Continuous(ConeCutModel model, int j, double[] added)
    {
        double Lifted(int i, double level) => Math.Max(model.Stock[j][i] + added[i], level * model.Pupils[i]);
        var (low, high) = (0.0, Enumerable.Range(0, added.Length).Max(i => (model.Stock[j][i] + added[i]) / model.Pupils[i]));
        low = Holds(model, j, i => Lifted(i, 0)) ? high = 0 : 0;
        for (var count = 0; count < 200 && high > low; count++)
        {
            var middle = 0.5 * (low + high);
            (low, high) = Holds(model, j, i => Lifted(i, middle)) ? (low, middle) : (middle, high);
        }

        return Enumerable.Range(0, added.Length).Sum(i => Lifted(i, high) - model.Stock[j][i]);
    }

    private static bool Holds(ConeCutModel model, int j, Func<int, double> amount)
    {
        double sum = 0, squares = 0;
        for (var i = 0; i < model.Units; i++)
        {
            var y = amount(i);
            sum += y;
            squares += y * y / model.Pupils[i];
        }

        return squares * model.Total <= model.SquaredRoot[j] * sum * sum * (1 + 1e-13);
    }
}
