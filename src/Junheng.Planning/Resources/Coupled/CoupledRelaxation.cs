namespace Junheng.Planning.Resources.Coupled;

/// <summary>Drives the curve: multipliers for totals T̂, totals from the amounts found, and again, until both hardly change.</summary>
internal sealed class CoupledRelaxation
{
    private const double Blend = 0.08;
    private readonly CoupledModel _model;
    private readonly CoupledCurve _curve;
    private readonly Smoothed _smoothed;
    private readonly DualAscent _ascent;
    private readonly double[] _multipliers;
    private readonly double[] _scale;
    private readonly double[] _most;
    private readonly double[] _totals;
    private readonly double[] _slope;

    public CoupledRelaxation(CoupledModel model)
    {
        _model = model;
        _curve = new CoupledCurve(model);
        _smoothed = new Smoothed(this);
        var cones = model.SquaredRoot.Length;
        (_ascent, _multipliers, _scale, _most) = (new DualAscent(cones), new double[cones], new double[cones], new double[cones]);
        (_totals, _slope, Amounts) = (new double[cones], new double[cones], new double[model.Cells]);
    }

    /// <summary>Amounts per cell, averaged over the last points: schools between two choices lie between both.</summary>
    public double[] Amounts { get; }

    /// <summary>At the multipliers found.</summary>
    public bool[] Excepted => _curve.Excepted;

    /// <summary>At the multipliers found.</summary>
    public double[] Additions => _curve.Additions;

    /// <summary>The linear form's multiplier of a cone with a norm.</summary>
    public double Linear(int q, double norm) => 2 * _multipliers[q] * norm * _model.ConePupils[q];

    /// <summary>Takes over multipliers.</summary>
    public void CopyFrom(CoupledRelaxation other) => other._multipliers.CopyTo(_multipliers.AsSpan());

    /// <summary>From the amounts of a complying plan on.</summary>
    public void Run(CoupledBox box, double[] amounts, int rounds, int evaluations, bool isFirst)
    {
        amounts.CopyTo(Amounts.AsSpan());
        SetScale();
        if (isFirst)
        {
            Array.Clear(_multipliers);
        }

        for (var round = 0; round < rounds; round++)
        {
            SetTotals();
            _curve.Prepare(box, _totals);
            _ascent.Run(_smoothed, _multipliers, _scale, _most, round == 0 && isFirst ? 0.3 : 0.05, round == 0 && isFirst ? 2 * evaluations : evaluations, double.PositiveInfinity);
        }

        _curve.Evaluate(_multipliers, _slope);
    }

    private void SetTotals()
    {
        Array.Clear(_totals);
        for (var cell = 0; cell < Amounts.Length; cell++)
        {
            if (_model.ConeOf[cell] is >= 0 and var q)
            {
                _totals[q] += Amounts[cell];
            }
        }
    }

    /// <summary>A large change: what takes a tenth of the middle price off at the mean amount.</summary>
    private void SetScale()
    {
        SetTotals();
        for (var q = 0; q < _scale.Length; q++)
        {
            var prices = _model.CellsOfCone[q].SelectMany(cell => _model.PurchasesOfCell[cell].Select(a => Share(a, cell))).Order().ToList();
            var mean = _model.ConePupils[q] > 0 ? _totals[q] / _model.ConePupils[q] : 0;
            _scale[q] = prices.Count > 0 && mean > 0 && _model.SquaredRoot[q] > 0 ? 0.1 * prices[prices.Count / 2] / (2 * mean) : 0;
            _most[q] = 1e6 * _scale[q];
        }
    }

    private double Share(int a, int cell)
    {
        foreach (var effect in _model.Effects[a])
        {
            if (effect.Cell == cell)
            {
                return _model.Price[a] / effect.Amount / _model.Effects[a].Length;
            }
        }

        return 0;
    }

    /// <summary>The curve, which remembers where it was.</summary>
    private sealed class Smoothed(CoupledRelaxation owner) : IDualFunction
    {
        public double Evaluate(ReadOnlySpan<double> multipliers, Span<double> slope)
        {
            var value = owner._curve.Evaluate(multipliers, slope);
            for (var cell = 0; cell < owner.Amounts.Length; cell++)
            {
                owner.Amounts[cell] += Blend * (owner._curve.Amounts[cell] - owner.Amounts[cell]);
            }

            return value;
        }
    }
}
