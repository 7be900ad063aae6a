using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources;

/// <summary>
/// The bound F5 at given exception weights, with its multipliers polished one by one: μ = ζ · μ_max with ζ in [0, 1]. The optimum often lies exactly at the
/// limit, where the cost has a kink; without this step the bound stays a percent too low there.
/// </summary>
internal sealed class LinearMultipliers
{
    private static readonly double[] _coarse = [0.5, 0.25, 0.1, 0.04, 0.015, 0.005, 0.0015];
    private static readonly double[] _fine = [0.05, 0.015, 0.005, 0.0015];

    private readonly StageModel _stage;
    private readonly double[][] _amounts;
    private readonly double[] _required;
    private readonly double[] _norm;
    private readonly double[] _root;
    private readonly double[] _level;
    private readonly double[] _least;
    private readonly bool[] _isUseful;
    private readonly double[] _share;

    public LinearMultipliers(StageModel stage)
    {
        _stage = stage;
        var count = stage.Indicators.Length;
        _amounts = new double[count][];
        for (var j = 0; j < count; j++)
        {
            _amounts[j] = new double[stage.Count];
        }

        (_required, _norm, _root, _level) = (new double[stage.Count], new double[count], new double[count], new double[count]);
        (_least, _isUseful, _share) = (new double[count], new bool[count], new double[count]);
    }

    /// <summary>ζ per indicator after the last polishing; 0 where the limit plays no part.</summary>
    public ReadOnlySpan<double> Share => _share;

    /// <summary>Level and mean of each indicator at the last weights, for the whole-number bound.</summary>
    public double LevelOf(int j) => _level[j];

    /// <summary>The largest multiplier at which no unit's reduced price is negative.</summary>
    public double Largest(int j) =>
        _stage.Indicators[j].Price * _stage.TotalPupils / Math.Max(_root[j] - _least[j], 0.01 * _root[j]) * (1 - 1e-12);

    /// <summary>N of the last weights.</summary>
    public double NormOf(int j) => _norm[j];

    /// <summary>Fills <paramref name="bound"/>; a fresh search begins coarsely, otherwise it goes on finely from the last multipliers.</summary>
    public double Polish(double[][] weights, ExceptionOptions options, StageBound bound, bool isFresh)
    {
        var any = false;
        for (var j = 0; j < _amounts.Length; j++)
        {
            any |= Prepare(j, weights[j], options, isFresh);
            Fill(j, bound);
        }

        bound.Assume(_stage, weights);
        var best = bound.Value(options);
        if (!any)
        {
            return best;
        }

        foreach (var step in isFresh ? _coarse : _fine)
        {
            for (var round = 0; round < 3 && Sweep(step, options, bound, ref best); round++)
            {
            }
        }

        return best;
    }

    /// <summary>Sets one multiplier where the limit plays a part, and fills the bound with it; returns what it was, or null where it plays none.</summary>
    public double? TrySet(int j, double share, StageBound bound)
    {
        if (!_isUseful[j])
        {
            return null;
        }

        var old = _share[j];
        _share[j] = Math.Clamp(share, 0, 1);
        Fill(j, bound);
        return old;
    }

    private bool Sweep(double step, ExceptionOptions options, StageBound bound, ref double best)
    {
        var isBetter = false;
        for (var j = 0; j < _share.Length; j++)
        {
            if (!_isUseful[j])
            {
                continue;
            }

            for (var sign = 1; sign >= -1; sign -= 2)
            {
                var old = _share[j];
                var share = Math.Clamp(old + (sign * step), 0, 1);
                if (share == old)
                {
                    continue;
                }

                _share[j] = share;
                Fill(j, bound);
                var value = bound.Value(options);
                if (value > best + (1e-12 * Math.Abs(best)))
                {
                    (best, isBetter) = (value, true);
                    break;
                }

                _share[j] = old;
                Fill(j, bound);
            }
        }

        return isBetter;
    }

    /// <summary>The direction of one indicator: the levelled amounts at the weights. False when its limit can't matter.</summary>
    private bool Prepare(int j, double[] weights, ExceptionOptions options, bool isFresh)
    {
        var old = _share[j];
        var indicator = _stage.Indicators[j];
        _share[j] = 0;
        _isUseful[j] = false;
        if (!indicator.HasLimit)
        {
            return false;
        }

        var level = LevelAt(indicator, weights);
        if (!level.IsReachable)
        {
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] = options.Of(j)[i] == ExceptionOptions.Closed ? 0 : 1;
            }

            level = LevelAt(indicator, weights);
        }

        var x = _amounts[j];
        var least = double.PositiveInfinity;
        double square = 0, mean = 0;
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = level.IsActive && _required[i] < level.Level ? level.Level : _required[i];
            if (indicator.CapLevel is { } cap)
            {
                x[i] = Math.Min(x[i], cap[i]);
            }

            if (double.IsPositiveInfinity(indicator.Cap[i]))
            {
                least = Math.Min(least, x[i]);
            }

            square += _stage.Weight[i] * x[i] * x[i];
            mean += _stage.Weight[i] * x[i];
        }

        _norm[j] = Math.Sqrt(square) * (1 + ((x.Length + 8) * 2.4e-16));
        _root[j] = Math.Sqrt(indicator.SquaredRoot) * (1 + 4e-16);
        _level[j] = level.IsActive ? level.Level : 0;
        _least[j] = double.IsFinite(least) && _norm[j] > 0 ? least / _norm[j] : 0;
        _isUseful[j] = _norm[j] > 0 && (level.IsActive || _norm[j] > 0.96 * _root[j] * mean);
        _share[j] = !_isUseful[j] ? 0 : !isFresh ? old : level.IsActive ? 1 : 0;
        return _isUseful[j];
    }

    private Levelling LevelAt(IndicatorModel indicator, double[] weights)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            _required[i] = indicator.FullLevel[i] - ((indicator.FullLevel[i] - indicator.LowLevel[i]) * weights[i]);
        }

        return WaterLevel.Solve(_stage.Weight, _required, indicator.CapLevel, indicator.SquaredRoot, 0);
    }

    /// <summary>Base and gains of one indicator at its present multiplier.</summary>
    private void Fill(int j, StageBound bound)
    {
        var indicator = _stage.Indicators[j];
        var multiplier = _share[j] == 0 ? 0 : _share[j] * Largest(j);
        var perPupil = multiplier / _stage.TotalPupils;
        double sum = 0, magnitude = 0;
        var gains = bound.Gains[j];
        for (var i = 0; i < gains.Length; i++)
        {
            var reduced = indicator.Price;
            if (multiplier > 0)
            {
                reduced += perPupil * ((_amounts[j][i] / _norm[j]) - _root[j]);
            }

            if (reduced >= 0)
            {
                sum += reduced * indicator.Full[i];
                gains[i] = reduced * (indicator.Full[i] - indicator.Low[i]);
            }
            else
            {
                sum += reduced * indicator.Cap[i];
                gains[i] = 0;
            }

            magnitude += Math.Abs(indicator.Price * indicator.Full[i]) + (perPupil * _root[j] * indicator.Full[i]);
        }

        bound.Base[j] = sum - (indicator.Price * indicator.StockTotal);
        bound.Magnitude[j] = magnitude + Math.Abs(indicator.Price * indicator.StockTotal);
        bound.Cones[j] = multiplier > 0
            ? new ConeBound(ConeKind.Linear, multiplier, _level[j], _norm[j], _root[j], 0, 0, [])
            : ConeBound.Absent;
    }
}
