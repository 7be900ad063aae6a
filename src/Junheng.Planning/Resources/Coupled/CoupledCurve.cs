namespace Junheng.Planning.Resources.Coupled;

/// <summary>
/// The Lagrangian with the limits as quadratics, P·Σy²/p ≤ s²·(2T̂·T − T̂²), which is a little stricter than s²·T² and equal to it at T = T̂. Its minimum is found
/// purchase by purchase in closed form, so that, unlike that of the linear form, it says which amounts the cheapest plan has. It proves nothing: directions for F5 and
/// additions to begin with come from it. For models in which every purchase is alone on its cells.
/// </summary>
internal sealed class CoupledCurve : IDualFunction
{
    private readonly CoupledModel _model;
    private readonly double[] _beta;
    private readonly double[] _chord;
    private readonly double[][] _value;
    private readonly double[][] _add;
    private readonly bool[] _isBought;
    private readonly List<int[]>[][] _choices;

    public CoupledCurve(CoupledModel model)
    {
        _model = model;
        var cones = model.SquaredRoot.Length;
        (_beta, _chord, Totals) = (new double[cones], new double[cones], new double[cones]);
        _value = [.. model.Effects.Select(effects => new double[1 << effects.Length])];
        _add = [.. model.Effects.Select(effects => new double[1 << effects.Length])];
        _isBought = [.. model.PurchasesOfCell.Select(each => each.Length > 0)];
        _choices = new List<int[]>[model.Components.Length][];
        (Additions, Amounts, Excepted) = (new double[model.Price.Length], (double[])model.Stock.Clone(), new bool[model.Cells]);
    }

    /// <summary>Whether the model has the form that this works for.</summary>
    public static bool Fits(CoupledModel model) =>
        Enumerable.Range(0, model.Price.Length).All(model.IsSimple) && model.Effects.All(effects => effects.Length <= 4);

    /// <summary>At the last point.</summary>
    public double[] Additions { get; }

    /// <summary>At the last point, per cell.</summary>
    public double[] Amounts { get; }

    /// <summary>At the last point.</summary>
    public bool[] Excepted { get; }

    /// <summary>At the last point, per cone.</summary>
    public double[] Totals { get; }

    private CoupledBox? Box { get; set; }

    /// <summary>Sets the box and the totals T̂ around which the limits are taken.</summary>
    public void Prepare(CoupledBox box, double[] totals)
    {
        Box = box;
        for (var q = 0; q < _beta.Length; q++)
        {
            var rate = _model.ConePupils[q] > 0 ? _model.SquaredRoot[q] / _model.ConePupils[q] : 0;
            (_beta[q], _chord[q]) = (2 * rate * totals[q], rate * totals[q] * totals[q]);
        }

        for (var c = 0; c < _choices.Length; c++)
        {
            _choices[c] = Array.ConvertAll(_model.Components[c], unit => CoupledExceptions.Choices(_model, box, unit));
        }
    }

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> multipliers, Span<double> slope)
    {
        for (var a = 0; a < _value.Length; a++)
        {
            Price(a, multipliers);
        }

        double value = 0;
        for (var c = 0; c < _choices.Length; c++)
        {
            value += Component(c);
        }

        slope.Clear();
        Array.Clear(Totals);
        for (var cell = 0; cell < Amounts.Length; cell++)
        {
            if (_model.ConeOf[cell] is >= 0 and var q)
            {
                var (y, pupils) = (Amounts[cell], _model.Pupils[cell / _model.Indicators]);
                var part = (y * y / pupils) - (_beta[q] * y);
                slope[q] += part;
                Totals[q] += y;
                value += _isBought[cell] ? 0 : multipliers[q] * part;
            }
        }

        for (var q = 0; q < _chord.Length; q++)
        {
            slope[q] += _chord[q];
            value += multipliers[q] * _chord[q];
        }

        return value;
    }

    /// <summary>A purchase's least cost for each set of its cells that are excepted.</summary>
    private void Price(int a, ReadOnlySpan<double> multipliers)
    {
        var effects = _model.Effects[a];
        double slope = _model.Price[a], curve = 0, constant = 0;
        foreach (var effect in effects)
        {
            if (_model.ConeOf[effect.Cell] is >= 0 and var q && multipliers[q] > 0)
            {
                var (x, pupils) = (_model.Stock[effect.Cell], _model.Pupils[effect.Cell / _model.Indicators]);
                slope += effect.Amount * multipliers[q] * ((2 * x / pupils) - _beta[q]);
                curve += multipliers[q] * effect.Amount * effect.Amount / pupils;
                constant += multipliers[q] * ((x * x / pupils) - (_beta[q] * x));
            }
        }

        for (var mask = 0; mask < _value[a].Length; mask++)
        {
            var need = Box!.Least[a];
            for (var k = 0; k < effects.Length; k++)
            {
                need = Math.Max(need, (mask >> k & 1) != 0 ? effects[k].AddForFloor : effects[k].AddForNorm);
            }

            var add = Math.Max(need, curve > 0 ? Math.Min(-slope / (2 * curve), Box.Most[a]) : slope < 0 && double.IsFinite(Box.Most[a]) ? Box.Most[a] : need);
            _add[a][mask] = add;
            _value[a][mask] = need > Box.Most[a] * (1 + 1e-12) ? double.PositiveInfinity : constant + (slope * add) + (curve * add * add);
        }
    }

    private double Component(int c)
    {
        var best = CoupledExceptions.MarkCheapest(_model, _model.Components[c], _choices[c], Excepted, () =>
        {
            double value = 0;
            foreach (var a in _model.PurchasesOfComponent[c])
            {
                value += _value[a][MaskOf(a)];
            }

            return value;
        });

        foreach (var a in _model.PurchasesOfComponent[c])
        {
            Additions[a] = _add[a][MaskOf(a)];
            foreach (var effect in _model.Effects[a])
            {
                Amounts[effect.Cell] = _model.Stock[effect.Cell] + (effect.Amount * Additions[a]);
            }
        }

        return best;
    }

    private int MaskOf(int a)
    {
        var (effects, mask) = (_model.Effects[a], 0);
        for (var k = 0; k < effects.Length; k++)
        {
            mask |= Excepted[effects[k].Cell] ? 1 << k : 0;
        }

        return mask;
    }
}
