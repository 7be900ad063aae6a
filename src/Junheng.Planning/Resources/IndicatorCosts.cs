namespace Junheng.Planning.Resources;

/// <summary>The exact cheapest cost of one indicator for a given set of exceptions: levelling, continuous or in whole steps.</summary>
internal sealed class IndicatorCosts
{
    private readonly StageModel _stage;
    private readonly WholeLevel _whole;
    private readonly double[] _levels;
    private readonly double[] _start;

    public IndicatorCosts(StageModel stage)
    {
        _stage = stage;
        _whole = new WholeLevel(stage);
        _levels = new double[stage.Count];
        _start = new double[stage.Indicators.Length];
    }

    /// <summary>
    /// Cost in yuan when the units marked in <paramref name="excepted"/> (non-zero) need only the floor; +∞ when the caps exclude the limit.
    /// <paramref name="amounts"/> receives the amounts.
    /// </summary>
    public double Cost(IndicatorModel indicator, ReadOnlySpan<byte> excepted, double[] amounts)
    {
        for (var i = 0; i < amounts.Length; i++)
        {
            var isExcepted = excepted[i] != 0;
            amounts[i] = isExcepted ? indicator.Low[i] : indicator.Full[i];
            _levels[i] = isExcepted ? indicator.LowLevel[i] : indicator.FullLevel[i];
        }

        if (indicator.HasLimit)
        {
            var level = WaterLevel.Solve(_stage.Weight, _levels, indicator.CapLevel, indicator.SquaredRoot, _start[indicator.Index]);
            if (!level.IsReachable)
            {
                return double.PositiveInfinity;
            }

            if (level.IsActive)
            {
                _start[indicator.Index] = level.Level;
                if (!indicator.IsWhole)
                {
                    return ContinuousCost(indicator, amounts, level);
                }

                if (!_whole.Lift(indicator, amounts, level))
                {
                    return double.PositiveInfinity;
                }
            }
        }

        double sum = 0;
        for (var i = 0; i < amounts.Length; i++)
        {
            sum += amounts[i] - indicator.Stock[i];
        }

        return sum * indicator.Price;
    }

    private double ContinuousCost(IndicatorModel indicator, double[] amounts, Levelling level)
    {
        double sum = 0;
        for (var i = 0; i < amounts.Length; i++)
        {
            var lifted = level.Level * _stage.Pupils[i];
            if (amounts[i] < lifted)
            {
                amounts[i] = Math.Min(lifted, indicator.Cap[i]);
            }

            sum += amounts[i] - indicator.Stock[i];
        }

        return sum * indicator.Price;
    }
}
