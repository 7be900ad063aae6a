namespace Junheng.Planning.Resources.Coupled;

/// <summary>
/// Makes a complying plan for given exceptions: requirements first; each cone that is missed is lifted to its tilted level (F3); steps are rounded up;
/// what is still missed is bought step by step where it helps most for its price; and what is not needed is given back, dearest first.
/// </summary>
internal sealed class CoupledPrimal
{
    private const int MostRepairs = 4000;
    private const double Safe = 1e-12;
    private readonly CoupledModel _model;
    private readonly TiltedLevel _tilted;
    private readonly double[] _sum;
    private readonly double[] _square;
    private readonly int[] _byPrice;

    public CoupledPrimal(CoupledModel model)
    {
        _model = model;
        _tilted = new TiltedLevel(model);
        (_sum, _square) = (new double[model.SquaredRoot.Length], new double[model.SquaredRoot.Length]);
        (Additions, Amounts, Tilt) = (new double[model.Price.Length], new double[model.Cells], new double[model.SquaredRoot.Length]);
        _byPrice = [.. Enumerable.Range(0, model.Price.Length).OrderByDescending(a => model.Price[a] * Math.Max(1, model.Step[a])).ThenBy(a => a)];
    }

    /// <summary>Per purchase.</summary>
    public double[] Additions { get; }

    /// <summary>Per cell.</summary>
    public double[] Amounts { get; }

    /// <summary>Multiplier that each cone's level suggests; 0 where the requirements alone suffice.</summary>
    public double[] Tilt { get; }

    /// <summary>Builds a plan; false when none was found.</summary>
    /// <param name="box">What is allowed.</param>
    /// <param name="excepted">The exceptions.</param>
    /// <param name="start">Additions to begin with where they are more than what is required, to the nearest step; null: only what is required.</param>
    public bool Build(CoupledBox box, bool[] excepted, double[]? start = null)
    {
        Array.Clear(Tilt);
        if (!Require(box, excepted))
        {
            return false;
        }

        if (start is not null)
        {
            Begin(box, start);
            return Finish(box, excepted);
        }

        for (var sweep = 0; sweep < 4 && Lift(box, sweep == 0); sweep++)
        {
        }

        return Finish(box, excepted);
    }

    private bool Finish(CoupledBox box, bool[] excepted)
    {
        if (!Repair(box))
        {
            return false;
        }

        GiveBack(box, excepted);
        GiveBack(box, excepted);
        return true;
    }

    private void Begin(CoupledBox box, double[] start)
    {
        for (var a = 0; a < Additions.Length; a++)
        {
            var step = _model.Step[a];
            var wanted = step > 0 ? Math.Round(start[a] / step) * step : start[a];
            Additions[a] = Math.Min(box.Most[a], Math.Max(Additions[a], wanted));
        }

        Recount();
        Levelled = (double[])Amounts.Clone();
    }

    /// <summary>Amounts per cell before any rounding or repair: what directions are made from.</summary>
    public double[] Levelled { get; private set; } = [];

    private bool Require(CoupledBox box, bool[] excepted)
    {
        for (var a = 0; a < Additions.Length; a++)
        {
            Additions[a] = box.Least[a];
            foreach (var effect in _model.Effects[a])
            {
                if (_model.PurchasesOfCell[effect.Cell].Length == 1)
                {
                    Additions[a] = Math.Max(Additions[a], excepted[effect.Cell] ? effect.AddForFloor : effect.AddForNorm);
                }
            }

            if (Additions[a] > box.Most[a] * (1 + 1e-12))
            {
                return false;
            }
        }

        Recount();
        for (var cell = 0; cell < _model.Cells; cell++)
        {
            var need = excepted[cell] ? _model.Floor[cell] : _model.Norm[cell];
            while (Amounts[cell] < need * (1 - 1e-13))
            {
                var best = Cheapest(cell, box);
                if (best < 0)
                {
                    return false;
                }

                var amount = AmountOn(best, cell);
                var add = (need - Amounts[cell]) / amount;
                add = _model.Step[best] > 0 ? Math.Ceiling((add / _model.Step[best]) - 1e-9) * _model.Step[best] : add;
                Add(best, Math.Min(Math.Max(add, _model.Step[best]), box.Most[best] - Additions[best]));
            }
        }

        return true;
    }

    private int Cheapest(int cell, CoupledBox box)
    {
        var best = -1;
        foreach (var a in _model.PurchasesOfCell[cell])
        {
            var hasRoom = box.Most[a] - Additions[a] > 1e-9 * (1 + Additions[a]);
            if (hasRoom && (best < 0 || _model.Price[a] / AmountOn(a, cell) < _model.Price[best] / AmountOn(best, cell)))
            {
                best = a;
            }
        }

        return best;
    }

    /// <summary>Lifts every missed cone to its level; false when none is missed.</summary>
    private bool Lift(CoupledBox box, bool isFirst)
    {
        var any = false;
        for (var q = 0; q < _sum.Length; q++)
        {
            if (!IsMissed(q))
            {
                continue;
            }

            any = true;
            var multiplier = _tilted.Lift(q, Amounts, box.Most, Additions);
            Tilt[q] = Math.Max(Tilt[q], multiplier);
            Recount();
        }

        if (isFirst || any)
        {
            Levelled = (double[])Amounts.Clone();
        }

        return any;
    }

    private bool Repair(CoupledBox box)
    {
        for (var a = 0; a < Additions.Length; a++)
        {
            if (_model.Step[a] > 0)
            {
                var rounded = Math.Ceiling((Additions[a] / _model.Step[a]) - 1e-9) * _model.Step[a];
                Additions[a] = Math.Min(rounded, box.Most[a]);
            }
        }

        Recount();
        for (var count = 0; count < MostRepairs; count++)
        {
            var missed = -1;
            for (var q = 0; q < _sum.Length && missed < 0; q++)
            {
                missed = IsMissed(q) ? q : -1;
            }

            if (missed < 0)
            {
                return true;
            }

            if (!BuyBest(missed, box))
            {
                return false;
            }
        }

        return false;
    }

    private bool BuyBest(int q, CoupledBox box)
    {
        var best = -1;
        var (rate, bestAdd) = (0.0, 0.0);
        foreach (var cell in _model.CellsOfCone[q])
        {
            var pupils = _model.Pupils[cell / _model.Indicators];
            foreach (var a in _model.PurchasesOfCell[cell])
            {
                var amount = AmountOn(a, cell);
                var add = _model.Step[a] > 0 ? _model.Step[a] : 1e-5 * Math.Max(_sum[q], 1e-9) / amount / Math.Sqrt(_model.CellsOfCone[q].Length);
                add = Math.Min(add, box.Most[a] - Additions[a]);
                if (add <= 0)
                {
                    continue;
                }

                var change = amount * add;
                var (sum, square) = (_sum[q] + change, _square[q] + (change * ((2 * Amounts[cell]) + change) / pupils));
                var gain = (_square[q] / (_sum[q] * _sum[q])) - (square / (sum * sum));
                if (gain / (add * _model.Price[a]) > rate)
                {
                    (best, rate, bestAdd) = (a, gain / (add * _model.Price[a]), add);
                }
            }
        }

        if (best < 0)
        {
            return false;
        }

        Add(best, bestAdd);
        return true;
    }

    /// <summary>Takes away what requirements and cones don't need.</summary>
    private void GiveBack(CoupledBox box, bool[] excepted)
    {
        foreach (var a in _byPrice)
        {
            var step = _model.Step[a];
            if (step > 0)
            {
                while (Additions[a] - step >= box.Least[a] - (1e-9 * step) && Fits(a, step, excepted))
                {
                    Add(a, -step);
                }

                Additions[a] = Math.Round(Additions[a] / step) * step;
                continue;
            }

            var (low, high) = (0.0, Additions[a] - box.Least[a]);
            if (high > 0 && !Fits(a, high, excepted))
            {
                for (var count = 0; count < 45; count++)
                {
                    var middle = 0.5 * (low + high);
                    (low, high) = Fits(a, middle, excepted) ? (middle, high) : (low, middle);
                }
            }
            else
            {
                low = high;
            }

            Add(a, -low);
        }
    }

    /// <summary>Whether the plan still complies with so much less of a purchase.</summary>
    private bool Fits(int a, double less, bool[] excepted)
    {
        foreach (var effect in _model.Effects[a])
        {
            var need = excepted[effect.Cell] ? _model.Floor[effect.Cell] : _model.Norm[effect.Cell];
            // A whole step either keeps the need or misses it by far; a continuous amount must not be taken below it by a hair.
            if (Amounts[effect.Cell] - (effect.Amount * less) < need * (_model.Step[a] > 0 ? 1 - 1e-13 : 1 + 1e-13))
            {
                return false;
            }
        }

        Add(a, -less);
        var fits = true;
        foreach (var effect in _model.Effects[a])
        {
            fits &= _model.ConeOf[effect.Cell] < 0 || !IsMissed(_model.ConeOf[effect.Cell]);
        }

        Add(a, less);
        return fits;
    }

    private bool IsMissed(int q) => _model.SquaredRoot[q] > 0 && _square[q] * _model.ConePupils[q] > _model.SquaredRoot[q] * _sum[q] * _sum[q] * (1 - Safe);

    private void Add(int a, double add)
    {
        Additions[a] += add;
        foreach (var effect in _model.Effects[a])
        {
            var change = effect.Amount * add;
            var q = _model.ConeOf[effect.Cell];
            if (q >= 0)
            {
                _sum[q] += change;
                _square[q] += change * ((2 * Amounts[effect.Cell]) + change) / _model.Pupils[effect.Cell / _model.Indicators];
            }

            Amounts[effect.Cell] += change;
        }
    }

    private void Recount()
    {
        _model.Stock.CopyTo(Amounts.AsSpan());
        for (var a = 0; a < Additions.Length; a++)
        {
            foreach (var effect in _model.Effects[a])
            {
                Amounts[effect.Cell] += effect.Amount * Additions[a];
            }
        }

        Array.Clear(_sum);
        Array.Clear(_square);
        for (var cell = 0; cell < Amounts.Length; cell++)
        {
            var q = _model.ConeOf[cell];
            if (q >= 0)
            {
                _sum[q] += Amounts[cell];
                _square[q] += Amounts[cell] * Amounts[cell] / _model.Pupils[cell / _model.Indicators];
            }
        }
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
