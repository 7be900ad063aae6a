namespace Junheng.Planning.Resources;

/// <summary>
/// The convex relaxation over exception weights in [0, 1], by Frank and Wolfe: the cost of levelling is convex in the requirements, its slope is the
/// gain of each exception, and the best vertex lets every unit take its largest gains. It yields weights, from which multipliers are made.
/// </summary>
internal sealed class Relaxation
{
    private const int LineSteps = 5;
    private readonly StageModel _stage;
    private readonly double[][] _required;
    private readonly double[] _trial;
    private readonly double[][] _gains;
    private readonly double[][] _target;
    private readonly Levelling[] _levels;
    private readonly bool[] _moves;

    public Relaxation(StageModel stage)
    {
        _stage = stage;
        var count = stage.Indicators.Length;
        (_required, _gains, _target) = (new double[count][], new double[count][], new double[count][]);
        for (var j = 0; j < count; j++)
        {
            (_required[j], _gains[j], _target[j]) = (new double[stage.Count], new double[stage.Count], new double[stage.Count]);
        }

        (_trial, _levels, _moves) = (new double[stage.Count], new Levelling[count], new bool[count]);
    }

    /// <summary>Improves <paramref name="weights"/> (per indicator and unit, feasible for the options); stops once the bound reaches <paramref name="stopAt"/>.</summary>
    public void Improve(double[][] weights, ExceptionOptions options, int iterations, double stopAt)
    {
        var best = double.NegativeInfinity;
        var stalled = 0;
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            if (Evaluate(weights) is not { } cost)
            {
                return;
            }

            var gap = AimAtVertex(weights, options);
            var bound = cost - gap;
            stalled = bound > best + (1e-7 * Math.Abs(cost)) ? 0 : stalled + 1;
            best = Math.Max(best, bound);
            if (gap <= 1e-9 * cost || best >= stopAt || stalled > 8)
            {
                return;
            }

            Move(weights, LineSearch(weights, -gap));
        }
    }

    /// <summary>Cost at the weights with levels and gains; null when a limit is out of reach there.</summary>
    private double? Evaluate(double[][] weights)
    {
        double cost = 0;
        for (var j = 0; j < _levels.Length; j++)
        {
            var indicator = _stage.Indicators[j];
            Blend(indicator, weights[j], _required[j]);
            _levels[j] = Level(indicator, _required[j], _levels[j].Level);
            if (!_levels[j].IsReachable)
            {
                return null;
            }

            cost += indicator.Price * ((_levels[j].Mean * _stage.TotalPupils) - indicator.StockTotal);
            for (var i = 0; i < _stage.Count; i++)
            {
                _gains[j][i] = Slope(indicator, _levels[j], _required[j][i], i);
            }
        }

        return cost;
    }

    private Levelling Level(IndicatorModel indicator, double[] required, double start) =>
        WaterLevel.Solve(_stage.Weight, required, indicator.CapLevel, indicator.SquaredRoot, start);

    /// <summary>What taking the exception wholly would save at the present slope.</summary>
    private double Slope(IndicatorModel indicator, Levelling level, double required, int i)
    {
        var saved = indicator.Price * _stage.Pupils[i] * (indicator.FullLevel[i] - indicator.LowLevel[i]);
        if (saved <= 0 || !level.IsActive)
        {
            return Math.Max(saved, 0);
        }

        return required <= level.Level ? 0 : saved * (required - level.Level) / ((indicator.SquaredRoot * level.Mean) - level.Level);
    }

    /// <summary>Sets the vertex that gains most; returns how much more it gains than the weights do.</summary>
    private double AimAtVertex(double[][] weights, ExceptionOptions options)
    {
        double more = 0;
        for (var j = 0; j < _target.Length; j++)
        {
            var states = options.Of(j);
            for (var i = 0; i < _stage.Count; i++)
            {
                _target[j][i] = states[i] == ExceptionOptions.Taken ? 1 : 0;
                more -= weights[j][i] * _gains[j][i];
            }
        }

        for (var i = 0; i < _stage.Count; i++)
        {
            for (var rank = options.Left(i); rank > 0 && Largest(options, i) is >= 0 and var j; rank--)
            {
                _target[j][i] = 1;
            }

            more += options.Gain(_gains, i);
        }

        return more;
    }

    private int Largest(ExceptionOptions options, int i)
    {
        var found = -1;
        for (var j = 0; j < _target.Length; j++)
        {
            if (options.Of(j)[i] == ExceptionOptions.Open && _target[j][i] == 0 && (found < 0 || _gains[j][i] > _gains[found][i]))
            {
                found = j;
            }
        }

        return found;
    }

    /// <summary>Where between weights and vertex the slope vanishes, by the Illinois rule.</summary>
    private double LineSearch(double[][] weights, double slopeAtZero)
    {
        for (var j = 0; j < _moves.Length; j++)
        {
            _moves[j] = !weights[j].AsSpan().SequenceEqual(_target[j]);
        }

        var end = SlopeAt(weights, 1);
        if (end <= 0)
        {
            return 1;
        }

        var (low, high, slopeLow, slopeHigh, side) = (0.0, 1.0, slopeAtZero, end, 0);
        var step = 1.0;
        for (var count = 0; count < LineSteps; count++)
        {
            step = low + ((high - low) * slopeLow / (slopeLow - slopeHigh));
            var slope = SlopeAt(weights, step);
            if (slope > 0)
            {
                (high, slopeHigh) = (step, slope);
                slopeLow = side == 1 ? 0.5 * slopeLow : slopeLow;
                side = 1;
            }
            else
            {
                (low, slopeLow) = (step, slope);
                slopeHigh = side == -1 ? 0.5 * slopeHigh : slopeHigh;
                side = -1;
            }

            if (Math.Abs(slope) <= 1e-3 * Math.Abs(slopeAtZero))
            {
                break;
            }
        }

        return step;
    }

    private double SlopeAt(double[][] weights, double step)
    {
        double slope = 0;
        for (var j = 0; j < _moves.Length; j++)
        {
            if (!_moves[j])
            {
                continue;
            }

            var indicator = _stage.Indicators[j];
            for (var i = 0; i < _stage.Count; i++)
            {
                var weight = weights[j][i] + (step * (_target[j][i] - weights[j][i]));
                _trial[i] = indicator.FullLevel[i] - ((indicator.FullLevel[i] - indicator.LowLevel[i]) * weight);
            }

            var level = Level(indicator, _trial, _levels[j].Level);
            if (!level.IsReachable)
            {
                return double.PositiveInfinity;
            }

            for (var i = 0; i < _stage.Count; i++)
            {
                var change = _target[j][i] - weights[j][i];
                if (change != 0)
                {
                    slope -= change * Slope(indicator, level, _trial[i], i);
                }
            }
        }

        return slope;
    }

    private void Move(double[][] weights, double step)
    {
        for (var j = 0; j < weights.Length; j++)
        {
            for (var i = 0; i < _stage.Count; i++)
            {
                var weight = weights[j][i] + (step * (_target[j][i] - weights[j][i]));
                weights[j][i] = weight < 1e-9 ? 0 : weight;
            }
        }
    }

    private static void Blend(IndicatorModel indicator, double[] weights, double[] required)
    {
        for (var i = 0; i < required.Length; i++)
        {
            required[i] = indicator.FullLevel[i] - ((indicator.FullLevel[i] - indicator.LowLevel[i]) * weights[i]);
        }
    }
}
