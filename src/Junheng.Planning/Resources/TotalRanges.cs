namespace Junheng.Planning.Resources;

/// <summary>
/// In what range the total of each indicator lies in a cheapest plan of a node: at least what it costs alone with every open exception granted; at
/// most what it costs with none of them, and what the best plan's cost leaves beside the other indicators.
/// </summary>
internal sealed class TotalRanges
{
    private readonly StageModel _stage;
    private readonly IndicatorCosts _costs;
    private readonly double[] _least;
    private readonly double[] _most;
    private readonly double[] _scratch;
    private readonly byte[] _taken;

    public TotalRanges(StageModel stage, IndicatorCosts costs)
    {
        (_stage, _costs) = (stage, costs);
        var count = stage.Indicators.Length;
        (_least, _most, Low, High) = (new double[count], new double[count], new double[count], new double[count]);
        (_scratch, _taken) = (new double[stage.Count], new byte[stage.Count]);
        foreach (var indicator in stage.Indicators)
        {
            Rounding += indicator.Price * (indicator.StockTotal + indicator.Full.Sum()) * (stage.Count + 16) * 2.4e-16;
        }
    }

    public double[] Low { get; }

    public double[] High { get; }

    /// <summary>Σ of the indicators' least costs: a bound by itself.</summary>
    public double LeastCost { get; private set; }

    /// <summary>What the sum of least costs can be too high by, for rounding.</summary>
    public double Rounding { get; }

    /// <summary>False when an indicator's limit is out of reach even so.</summary>
    public bool Update(ExceptionOptions options, double cost)
    {
        LeastCost = 0;
        for (var j = 0; j < _least.Length; j++)
        {
            _least[j] = _costs.Cost(_stage.Indicators[j], options.Of(j), _scratch);
            LeastCost += _least[j];
        }

        if (double.IsPositiveInfinity(LeastCost))
        {
            return false;
        }

        for (var j = 0; j < _least.Length; j++)
        {
            var indicator = _stage.Indicators[j];
            if (!indicator.IsWhole || !indicator.HasLimit)
            {
                continue;
            }

            for (var i = 0; i < _taken.Length; i++)
            {
                var state = options.Of(j)[i];
                _taken[i] = state == ExceptionOptions.Taken || (state == ExceptionOptions.Open && !options.IsUndecided(i)) ? (byte)1 : (byte)0;
            }

            var most = _costs.Cost(indicator, _taken, _scratch);
            _most[j] = Math.Min(most, cost - (LeastCost - _least[j]));
            Low[j] = Total(indicator, _least[j] / indicator.Price, false);
            High[j] = Math.Max(Low[j], Total(indicator, _most[j] / indicator.Price, true));
        }

        return true;
    }

    /// <summary>Stock and additions, on the lattice of the steps.</summary>
    private static double Total(IndicatorModel indicator, double added, bool up)
    {
        if (double.IsPositiveInfinity(added))
        {
            return added;
        }

        var steps = added / indicator.Step;
        return indicator.StockTotal + ((up ? Math.Ceiling(steps - 1e-7) : Math.Floor(steps + 1e-7)) * indicator.Step);
    }
}
