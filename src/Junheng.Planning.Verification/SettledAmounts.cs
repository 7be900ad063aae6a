namespace Junheng.Planning.Verification;

/// <summary>A node of a tied part in which every purchase's range has shrunk to one amount.</summary>
internal static class SettledAmounts
{
    /// <summary>Whether the node is one.</summary>
    public static bool Are(NodeState state) => Enumerable.Range(0, state.Least.Length).All(a => state.Most[a] <= (state.Least[a] * (1 + 1e-9)) + 1e-9);

    /// <summary>Whether the settled amounts keep every limit; a hair of tolerance against rounding is on the side of doubt.</summary>
    public static bool Comply(PartModel part, NodeState state)
    {
        var amounts = (double[])part.Stock.Clone();
        for (var a = 0; a < state.Most.Length; a++)
        {
            foreach (var (cell, amount) in part.Effects[a])
            {
                amounts[cell] += amount * state.Most[a];
            }
        }

        for (var q = 0; q < part.Stages.Length * part.Indicators; q++)
        {
            var (stage, j) = (q / part.Indicators, q % part.Indicators);
            var units = Enumerable.Range(0, part.Units.Length).Where(i => part.StageOf(i) == stage).ToList();
            var (total, square) = (units.Sum(i => amounts[(i * part.Indicators) + j]), units.Sum(i => amounts[(i * part.Indicators) + j] * amounts[(i * part.Indicators) + j] / part.Pupils[i]));
            if (part.SquaredRoot(stage, j) is { } squared && part.ConePupils[stage] * square > squared * total * total * (1 + 1e-8))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What the amounts cost, rounded down.</summary>
    public static double Cost(PartModel part, NodeState state) => Enumerable.Range(0, state.Least.Length).Sum(a => part.Price[a] * state.Least[a]) * (1 - 1e-12);
}
