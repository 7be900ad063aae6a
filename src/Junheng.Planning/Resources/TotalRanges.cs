namespace Junheng.Planning.Resources;

/// <summary>
/// In what range the total of each indicator lies in a cheapest plan of a node: at least what it costs alone with every open exception granted; at
/// most what it costs with none of them, and what the best plan's cost leaves beside the other indicators.
/// </summary>
internal sealed class TotalRanges
{
    private readonly StageModel _stage;
    private readonly IndicatorCosts _costs;
    private readonly double[] _scratch;
    private readonly byte[] _taken;

    public TotalRanges(StageModel stage, IndicatorCosts costs)
    {
        (_stage, _costs) = (stage, costs);
        (_scratch, _taken) = (new double[stage.Count], new byte[stage.Count]);
        foreach (var indicator in stage.Indicators)
        {
            Rounding += indicator.Price * (indicator.StockTotal + indicator.Full.Sum()) * (stage.Count + 16) * 2.4e-16;
        }
    }

    /// <summary>Σ of the indicators' least costs: a bound by itself.</summary>
    public double LeastCost { get; private set; }

    /// <summary>What the sum of least costs can be too high by, for rounding.</summary>
    public double Rounding { get; }

    /// <summary>Brings the node's least and most costs up to date; false when an indicator's limit is out of reach even with every open exception.</summary>
    public bool Update(Frame frame)
    {
        LeastCost = 0;
        for (var j = 0; j < frame.Least.Length; j++)
        {
            var indicator = _stage.Indicators[j];
            if (frame.IsStale[j])
            {
                frame.Least[j] = _costs.Cost(indicator, frame.Options.Of(j), _scratch);
                frame.Most[j] = double.PositiveInfinity;
                if (indicator.HasLimit)
                {
                    for (var i = 0; i < _taken.Length; i++)
                    {
                        var state = frame.Options.Of(j)[i];
                        _taken[i] = state == ExceptionOptions.Taken || (state == ExceptionOptions.Open && !frame.Options.IsUndecided(i)) ? (byte)1 : (byte)0;
                    }

                    frame.Most[j] = _costs.Cost(indicator, _taken, _scratch);
                }

                frame.IsStale[j] = false;
            }

            LeastCost += frame.Least[j];
        }

        return double.IsFinite(LeastCost);
    }

    /// <summary>The least total of an indicator, rounded down; on the lattice of the steps where there are steps.</summary>
    public double Low(Frame frame, int j) => Total(_stage.Indicators[j], frame.Least[j], false);

    /// <summary>The largest total, rounded up; +∞ where nothing bounds it. <paramref name="cost"/> is the best plan's.</summary>
    public double High(Frame frame, int j, double cost)
    {
        var spare = cost + Math.Max(0.01, 1e-9 * cost) - (LeastCost - frame.Least[j]);
        return Math.Max(Low(frame, j), Total(_stage.Indicators[j], Math.Min(frame.Most[j], spare), true));
    }

    private static double Total(IndicatorModel indicator, double cost, bool up)
    {
        if (double.IsPositiveInfinity(cost))
        {
            return cost;
        }

        var added = cost / indicator.Price;
        if (!indicator.IsWhole)
        {
            return (indicator.StockTotal + added) * (up ? 1 + 1e-12 : 1 - 1e-12);
        }

        var steps = added / indicator.Step;
        return (indicator.StockTotal + ((up ? Math.Ceiling(steps - 1e-7) : Math.Floor(steps + 1e-7)) * indicator.Step)) * (up ? 1 + 1e-15 : 1 - 1e-15);
    }
}
