using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources;

/// <summary>
/// The bound F6 for indicators in whole steps: a separable quadratic, minimised over the steps themselves, so that rounding costs nothing. The square
/// of the total is replaced by its chord on the range that the total of a cheapest plan can lie in.
/// </summary>
internal sealed class WholeMultipliers
{
    private static readonly double[] _coarse = [0.1, 0.03, 0.01, 0.003];
    private static readonly double[] _fine = [0.03, 0.01];

    private readonly StageModel _stage;
    private readonly StageBound _trial;
    private readonly double[] _multiplier;

    public WholeMultipliers(StageModel stage)
    {
        _stage = stage;
        _trial = new StageBound(stage);
        _multiplier = new double[stage.Indicators.Length];
    }

    /// <summary>
    /// Replaces the linear cones of whole indicators in <paramref name="bound"/> where that raises it. <paramref name="low"/> and <paramref name="high"/> hold the
    /// range of each total, high +∞ where it is unknown. Returns the better value.
    /// </summary>
    public double Improve(LinearMultipliers linear, ExceptionOptions options, StageBound bound, double[] low, double[] high, bool isRoot)
    {
        var before = bound.Value(options);
        _trial.CopyFrom(bound);
        var any = false;
        for (var j = 0; j < _multiplier.Length; j++)
        {
            var indicator = _stage.Indicators[j];
            _multiplier[j] = 0;
            if (indicator.IsWhole && linear.Share[j] > 0 && double.IsFinite(high[j]))
            {
                // At the linear bound's optimum the two forms have the same slope: 2 μ' N = μ.
                _multiplier[j] = linear.Share[j] * linear.Largest(j) / (2 * linear.NormOf(j) * _stage.TotalPupils);
                Fill(j, low[j], high[j]);
                any = true;
            }
        }

        if (!any)
        {
            return before;
        }

        var best = _trial.Value(options);
        foreach (var step in isRoot ? _coarse : _fine)
        {
            for (var round = 0; round < 3 && Sweep(1 + step, options, low, high, ref best); round++)
            {
            }
        }

        if (best <= before)
        {
            return before;
        }

        bound.CopyFrom(_trial);
        return best;
    }

    private bool Sweep(double factor, ExceptionOptions options, double[] low, double[] high, ref double best)
    {
        var isBetter = false;
        for (var j = 0; j < _multiplier.Length; j++)
        {
            if (_multiplier[j] == 0)
            {
                continue;
            }

            for (var sign = 1; sign >= -1; sign -= 2)
            {
                var old = _multiplier[j];
                _multiplier[j] = sign > 0 ? old * factor : old / factor;
                Fill(j, low[j], high[j]);
                var value = _trial.Value(options);
                if (value > best + (1e-12 * Math.Abs(best)))
                {
                    (best, isBetter) = (value, true);
                    break;
                }

                _multiplier[j] = old;
                Fill(j, low[j], high[j]);
            }
        }

        return isBetter;
    }

    private void Fill(int j, double low, double high)
    {
        var indicator = _stage.Indicators[j];
        var multiplier = _multiplier[j];
        var beta = multiplier * indicator.SquaredRoot / _stage.TotalPupils;
        var slope = indicator.Price - (beta * (low + high));
        double sum = beta * low * high, magnitude = Math.Abs(sum);
        var gains = _trial.Gains[j];
        var step = indicator.Step;
        for (var i = 0; i < gains.Length; i++)
        {
            var curve = multiplier / _stage.Pupils[i];
            var best = ((-slope / curve) - step) * 0.5;
            var full = Lowest(indicator, i, indicator.Full[i], best);
            var least = Lowest(indicator, i, indicator.Low[i], best);
            var cost = full * (slope + (curve * full));
            sum += cost;
            gains[i] = full == least ? 0 : Math.Max(0, cost - (least * (slope + (curve * least))));
            magnitude += full * (indicator.Price + (beta * (low + high)) + (curve * full));
        }

        _trial.Base[j] = sum - (indicator.Price * indicator.StockTotal);
        _trial.Magnitude[j] = magnitude + Math.Abs(indicator.Price * indicator.StockTotal);
        _trial.Cones[j] = new ConeBound(ConeKind.Quadratic, multiplier, 0, 0, 0, low, high, []);
    }

    /// <summary>The amount on the lattice, between requirement and cap, that minimises the quadratic; the next step from <paramref name="best"/> on pays no more.</summary>
    private static double Lowest(IndicatorModel indicator, int i, double required, double best)
    {
        if (required >= best)
        {
            return required;
        }

        var amount = required + (Math.Ceiling((best - required) / indicator.Step) * indicator.Step);
        return Math.Min(amount, indicator.Cap[i]);
    }
}
