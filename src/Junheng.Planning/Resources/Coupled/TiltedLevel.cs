namespace Junheng.Planning.Resources.Coupled;

/// <summary>
/// The cheapest continuous levelling of one cone when prices differ (F3): X_i = clamp(N·(s − ρ_i·ν), L_i, U_i) with N = ‖X‖ and ρ_i the price of a
/// numerator unit at i; the largest ν at which N ≤ s·mean is the cheapest. ν by bisection, N by its own fixed point.
/// </summary>
internal sealed class TiltedLevel
{
    private readonly CoupledModel _model;
    private readonly double[] _level;
    private readonly int[] _purchase;
    private readonly double[] _price;
    private readonly double[] _cap;

    public TiltedLevel(CoupledModel model)
    {
        _model = model;
        (_level, _purchase, _price, _cap) = (new double[model.Cells], new int[model.Cells], new double[model.Cells], new double[model.Cells]);
    }

    /// <summary>Raises additions so that the cone holds; returns its multiplier P/ν, or 0 when the caps leave it missed.</summary>
    public double Lift(int q, double[] amounts, double[] most, double[] additions)
    {
        var cells = _model.CellsOfCone[q];
        var dearest = double.PositiveInfinity;
        foreach (var cell in cells)
        {
            Prepare(cell, amounts, most, additions);
            dearest = _purchase[cell] >= 0 ? Math.Min(dearest, _price[cell]) : dearest;
        }

        if (double.IsPositiveInfinity(dearest))
        {
            return 0;
        }

        var root = Math.Sqrt(_model.SquaredRoot[q]);
        var (low, high) = (0.0, root / dearest);
        for (var count = 0; count < 60; count++)
        {
            var middle = 0.5 * (low + high);
            var norm = Norm(q, cells, amounts, root, middle, out var mean);
            (low, high) = norm <= root * mean ? (middle, high) : (low, middle);
        }

        Norm(q, cells, amounts, root, low, out _);
        foreach (var cell in cells)
        {
            if (_purchase[cell] >= 0)
            {
                var a = _purchase[cell];
                var add = ((_level[cell] * _model.Pupils[cell / _model.Indicators]) - amounts[cell]) / AmountOn(a, cell);
                additions[a] = Math.Min(most[a], additions[a] + Math.Max(0, add));
            }
        }

        return low > 0 ? _model.ConePupils[q] / low : 0;
    }

    private void Prepare(int cell, double[] amounts, double[] most, double[] additions)
    {
        (_purchase[cell], _price[cell], _cap[cell]) = (-1, double.PositiveInfinity, amounts[cell]);
        foreach (var a in _model.PurchasesOfCell[cell])
        {
            var price = _model.Price[a] / AmountOn(a, cell);
            if (price < _price[cell] && most[a] > additions[a])
            {
                (_purchase[cell], _price[cell]) = (a, price);
                _cap[cell] = amounts[cell] + ((most[a] - additions[a]) * AmountOn(a, cell));
            }
        }
    }

    private double Norm(int q, int[] cells, double[] amounts, double root, double tilt, out double mean)
    {
        double norm = 0;
        mean = 0;
        for (var count = 0; count < 100; count++)
        {
            double lifted = 0, rest = 0;
            mean = 0;
            foreach (var cell in cells)
            {
                var pupils = _model.Pupils[cell / _model.Indicators];
                var weight = pupils / _model.ConePupils[q];
                var (least, slope) = (amounts[cell] / pupils, _purchase[cell] < 0 ? 0 : root - (_price[cell] * tilt));
                var x = Math.Min(Math.Max(least, norm * slope), _cap[cell] / pupils);
                _level[cell] = x;
                mean += weight * x;
                if (x > least && x < _cap[cell] / pupils)
                {
                    lifted += weight * slope * slope;
                }
                else
                {
                    rest += weight * x * x;
                }
            }

            if (lifted >= 1)
            {
                return double.NegativeInfinity;
            }

            var next = Math.Sqrt(rest / (1 - lifted));
            if (Math.Abs(next - norm) <= 1e-14 * next)
            {
                return next;
            }

            norm = next;
        }

        return norm;
    }

    private double AmountOn(int a, int cell)
    {
        foreach (var effect in _model.Effects[a])
        {
            if (effect.Cell == cell)
            {
                return effect.Amount;
            }
        }

        return 0;
    }
}
