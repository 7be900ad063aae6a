using System.Collections.Immutable;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources.Coupled;

/// <summary>What a node of the coupled search allows: exception states per cell, and least and most per purchase.</summary>
internal sealed class CoupledBox(byte[] states, double[] least, double[] most)
{
    /// <summary>As in <see cref="ExceptionOptions"/>: closed, open, taken.</summary>
    public byte[] States { get; } = states;

    public double[] Least { get; } = least;

    public double[] Most { get; } = most;

    public CoupledBox Copy() => new((byte[])States.Clone(), (double[])Least.Clone(), (double[])Most.Clone());
}

/// <summary>
/// The bound F5 for coupled stages. A multiplier and a direction per cone lower each purchase's price by what it does for dispersion; what is left is
/// minimised school by school over the exceptions, with norms and floors as requirements.
/// </summary>
internal sealed class CoupledBound : IDualFunction
{
    private readonly CoupledModel _model;
    private readonly double[] _relief;
    private readonly double[] _reduced;
    private readonly double[] _left;
    private readonly bool[] _isSimple;
    private readonly double[] _componentValue;
    private double _constant;
    private double _magnitude;

    public CoupledBound(CoupledModel model)
    {
        _model = model;
        var cones = model.SquaredRoot.Length;
        (Multiplier, Norm, Root, Direction) = (new double[cones], new double[cones], new double[cones], new double[model.Cells]);
        (_relief, _reduced, _left) = (new double[model.Cells], new double[model.Price.Length], new double[model.Price.Length]);
        (Excepted, _componentValue) = (new bool[model.Cells], new double[model.Components.Length]);
        _isSimple = [.. Enumerable.Range(0, model.Price.Length).Select(model.IsSimple)];
    }

    public double[] Multiplier { get; }

    public double[] Norm { get; }

    public double[] Root { get; }

    /// <summary>Amount per pupil per cell.</summary>
    public double[] Direction { get; }

    /// <summary>Takes over multipliers and directions.</summary>
    public void CopyFrom(CoupledBound other)
    {
        other.Multiplier.CopyTo(Multiplier.AsSpan());
        other.Norm.CopyTo(Norm.AsSpan());
        other.Root.CopyTo(Root.AsSpan());
        other.Direction.CopyTo(Direction.AsSpan());
    }

    /// <summary>The exceptions that the last minimum singled out.</summary>
    public bool[] Excepted { get; }

    /// <summary>Sets directions from amounts per cell.</summary>
    public void SetDirections(double[] amounts)
    {
        for (var cell = 0; cell < amounts.Length; cell++)
        {
            Direction[cell] = amounts[cell] / _model.Pupils[cell / _model.Indicators];
        }

        SetNorms();
    }

    /// <summary>Norms of the directions as they are.</summary>
    public void SetNorms()
    {
        for (var q = 0; q < Norm.Length; q++)
        {
            double square = 0;
            foreach (var cell in _model.CellsOfCone[q])
            {
                square += _model.Pupils[cell / _model.Indicators] / _model.ConePupils[q] * Direction[cell] * Direction[cell];
            }

            Norm[q] = Math.Sqrt(square) * (1 + ((_model.CellsOfCone[q].Length + 8) * 2.4e-16));
            Root[q] = Math.Sqrt(_model.SquaredRoot[q]) * (1 + 4e-16);
            Multiplier[q] = Norm[q] > 0 ? Multiplier[q] : 0;
        }
    }

    /// <summary>The bound, rounded down; −∞ when the multipliers make an uncapped purchase worth buying without end, +∞ when nothing fits the box.</summary>
    public double Value(CoupledBox box)
    {
        if (!Reduce(box))
        {
            return double.NegativeInfinity;
        }

        var sum = _constant;
        for (var c = 0; c < _componentValue.Length; c++)
        {
            sum += _componentValue[c] = Component(c, box);
        }

        return sum - ((_model.Cells + 16) * 2.4e-16 * _magnitude);
    }

    /// <summary>The box that <see cref="Evaluate"/> is for.</summary>
    public CoupledBox? Box { get; set; }

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> multipliers, Span<double> slope)
    {
        multipliers.CopyTo(Multiplier);
        var value = Value(Box!);
        slope.Clear();
        for (var cell = 0; cell < _relief.Length; cell++)
        {
            AddSlope(cell, _model.Stock[cell], slope);
        }

        for (var a = 0; a < _reduced.Length; a++)
        {
            var add = _reduced[a] < 0 ? Box!.Most[a] : Box!.Least[a];
            foreach (var effect in _model.Effects[a])
            {
                add = _reduced[a] < 0 ? add : Math.Max(add, Excepted[effect.Cell] ? effect.AddForFloor : effect.AddForNorm);
            }

            foreach (var effect in _model.Effects[a])
            {
                AddSlope(effect.Cell, effect.Amount * add, slope);
            }
        }

        return double.IsNegativeInfinity(value) ? -1e300 : value;
    }

    /// <summary>
    /// Narrows the box by reduced prices, for plans cheaper than <paramref name="cost"/>: with the reduced price r of the last value v, an addition above the
    /// requirement under the norm by more than (cost − v) / r, or below the most by more than (cost − v) / −r, costs too much.
    /// </summary>
    public void Narrow(CoupledBox box, double cost, double value)
    {
        for (var a = 0; a < _reduced.Length; a++)
        {
            if (!_isSimple[a] || Math.Abs(_reduced[a]) < 1e-9 * _model.Price[a])
            {
                continue;
            }

            var (room, step) = ((Math.Max(0, cost - value) / Math.Abs(_reduced[a]) * (1 + 1e-9)) + 1e-9, _model.Step[a]);
            room = step > 0 ? Math.Floor((room / step) + 1e-7) * step : room;
            if (_reduced[a] > 0)
            {
                var need = box.Least[a];
                foreach (var effect in _model.Effects[a])
                {
                    need = Math.Max(need, effect.AddForNorm);
                }

                box.Most[a] = Math.Min(box.Most[a], need + room);
            }
            else if (double.IsFinite(box.Most[a]))
            {
                box.Least[a] = Math.Max(box.Least[a], box.Most[a] - room);
            }
        }
    }

    /// <summary>What the certificate keeps.</summary>
    public ImmutableArray<ConeBound> Cones()
    {
        var cones = ImmutableArray.CreateBuilder<ConeBound>(Norm.Length);
        for (var q = 0; q < Norm.Length; q++)
        {
            cones.Add(Multiplier[q] > 0
                ? new ConeBound(ConeKind.Linear, Multiplier[q], 0, Norm[q], Root[q], 0, 0, [.. _model.CellsOfCone[q].OrderBy(cell => _model.UnitIndex[cell / _model.Indicators]).Select(cell => Direction[cell])])
                : ConeBound.Absent);
        }

        return cones.ToImmutable();
    }

    private void AddSlope(int cell, double amount, Span<double> slope)
    {
        var q = _model.ConeOf[cell];
        if (q >= 0 && Norm[q] > 0)
        {
            slope[q] -= (Root[q] - (Direction[cell] / Norm[q])) / _model.ConePupils[q] * amount;
        }
    }

    private bool Reduce(CoupledBox box)
    {
        (_constant, _magnitude) = (0, 0);
        for (var cell = 0; cell < _relief.Length; cell++)
        {
            var q = _model.ConeOf[cell];
            _relief[cell] = q < 0 || Multiplier[q] == 0 ? 0 : Multiplier[q] / _model.ConePupils[q] * (Root[q] - (Direction[cell] / Norm[q]));
            _constant -= _relief[cell] * _model.Stock[cell];
            _magnitude += Math.Abs(_relief[cell] * _model.Stock[cell]);
        }

        for (var a = 0; a < _reduced.Length; a++)
        {
            _reduced[a] = _model.Price[a];
            foreach (var effect in _model.Effects[a])
            {
                _reduced[a] -= effect.Amount * _relief[effect.Cell];
                _magnitude += Math.Abs(effect.Amount * _relief[effect.Cell] * effect.AddForNorm);
            }

            if (_reduced[a] < 0 && double.IsPositiveInfinity(box.Most[a]))
            {
                return false;
            }

            _magnitude += _reduced[a] < 0 ? -_reduced[a] * box.Most[a] : 0;
        }

        return true;
    }

    /// <summary>The school's minimum over its choices of exceptions.</summary>
    private double Component(int c, CoupledBox box)
    {
        var units = _model.Components[c];
        var choices = new List<int[]>[units.Length];
        for (var k = 0; k < units.Length; k++)
        {
            choices[k] = CoupledExceptions.Choices(_model, box, units[k]);
        }

        return CoupledExceptions.MarkCheapest(_model, units, choices, Excepted, () => Cost(c, box));
    }

    private double Cost(int c, CoupledBox box)
    {
        double sum = 0;
        var isTied = false;
        foreach (var a in _model.PurchasesOfComponent[c])
        {
            if (!_isSimple[a])
            {
                isTied = true;
                sum += _reduced[a] * (_reduced[a] < 0 ? box.Most[a] : box.Least[a]);
                continue;
            }

            var need = box.Least[a];
            foreach (var effect in _model.Effects[a])
            {
                need = Math.Max(need, Excepted[effect.Cell] ? effect.AddForFloor : effect.AddForNorm);
            }

            if (need > box.Most[a] * (1 + 1e-12))
            {
                return double.PositiveInfinity;
            }

            sum += _reduced[a] * (_reduced[a] < 0 ? box.Most[a] : need);
        }

        foreach (var unit in _model.Components[c])
        {
            if (!CoupledExceptions.StockSuffices(_model, unit, Excepted))
            {
                return double.PositiveInfinity;
            }
        }

        return isTied ? sum + Tied(c, box) : sum;
    }

    /// <summary>
    /// Cells that several purchases lift: a feasible solution of the dual, found by giving each cell in turn as much of the prices as is left; the best of
    /// two orders. Whole steps are not used here, so this part of the bound is weaker.
    /// </summary>
    private double Tied(int c, CoupledBox box) => Math.Max(TiedInOrder(c, box, false), TiedInOrder(c, box, true));

    private double TiedInOrder(int c, CoupledBox box, bool isReversed)
    {
        foreach (var a in _model.PurchasesOfComponent[c])
        {
            _left[a] = Math.Max(0, _reduced[a]);
        }

        double sum = 0;
        var units = _model.Components[c];
        var count = units.Length * _model.Indicators;
        for (var position = 0; position < count; position++)
        {
            var index = isReversed ? count - 1 - position : position;
            var cell = (units[index / _model.Indicators] * _model.Indicators) + (index % _model.Indicators);
            var lifting = _model.PurchasesOfCell[cell];
            var need = (Excepted[cell] ? _model.Floor[cell] : _model.Norm[cell]) - _model.Stock[cell];
            var reach = 0.0;
            var rate = double.PositiveInfinity;
            var isTied = false;
            foreach (var a in lifting)
            {
                var amount = AmountOn(a, cell);
                need -= amount * box.Least[a];
                reach += amount * (box.Most[a] - box.Least[a]);
                rate = Math.Min(rate, _left[a] / amount);
                isTied |= !_isSimple[a];
            }

            if (!isTied || need <= 1e-9 * _model.Norm[cell])
            {
                continue;
            }

            if (need > reach + (1e-9 * _model.Norm[cell]))
            {
                return double.PositiveInfinity;
            }

            sum += rate * need * (1 - 1e-12);
            foreach (var a in lifting)
            {
                _left[a] = Math.Max(0, _left[a] - (rate * AmountOn(a, cell)));
            }
        }

        return sum;
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
