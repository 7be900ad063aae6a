namespace Junheng.Planning.Verification;

/// <summary>
/// The least of a step's Lagrangian in a part whose purchases are tied: per school (units that purchases tie together) over its choices of exceptions. A purchase
/// alone on its cells costs reduced price × its largest requirement; where several lift one cell, prices are shared out to the cells in turn.
/// </summary>
internal sealed class TiedBound
{
    private readonly PartModel _part;
    private readonly NodeState _state;
    private readonly double[] _reduced;
    private readonly bool[] _isSimple;
    private readonly bool[] _excepted;
    private readonly double[] _left;
    private readonly double _constant;
    private readonly double _magnitude;

    public TiedBound(PartModel part, NodeState state, StepBound step)
    {
        (_part, _state) = (part, state);
        (_reduced, _left, _excepted) = (new double[part.Purchases.Length], new double[part.Purchases.Length], new bool[part.Norm.Length]);
        _isSimple = [.. part.Effects.Select(effects => effects.All(effect => part.OfCell[effect.Cell].Count == 1))];
        var sum = new CompensatedSum();
        for (var cell = 0; cell < part.Norm.Length; cell++)
        {
            sum.Add(-step.Relief[cell] * part.Stock[cell]);
            _magnitude += Math.Abs(step.Relief[cell] * part.Stock[cell]);
        }

        _constant = sum.Value;
        for (var a = 0; a < _reduced.Length; a++)
        {
            var (paid, need) = (part.Price[a], state.Least[a]);
            _reduced[a] = part.Price[a];
            foreach (var (cell, amount) in part.Effects[a])
            {
                _reduced[a] -= amount * step.Relief[cell];
                paid += Math.Abs(amount * step.Relief[cell]);
                need = Math.Max(need, part.NeedForNorm[cell]);
            }

            _magnitude += paid * (_reduced[a] < 0 && double.IsFinite(state.Most[a]) ? Math.Max(need, state.Most[a]) : need);
        }
    }

    /// <summary>The reduced prices.</summary>
    public double[] Reduced => _reduced;

    /// <summary>The least, before rounding is taken off; +∞ where nothing fits, −∞ where an uncapped purchase is paid without end.</summary>
    public double Value(ref double magnitude)
    {
        magnitude += _magnitude;
        for (var a = 0; a < _reduced.Length; a++)
        {
            if (_reduced[a] < 0 && double.IsInfinity(_state.Most[a]))
            {
                return double.NegativeInfinity;
            }
        }

        var sum = new CompensatedSum();
        sum.Add(_constant);
        foreach (var component in Components())
        {
            sum.Add(Least(component));
        }

        return sum.Value;
    }

    /// <summary>Whether a purchase is alone on all its cells.</summary>
    public bool IsSimple(int a) => _isSimple[a];

    private List<(int[] Units, int[] Purchases)> Components()
    {
        var root = Enumerable.Range(0, _part.Units.Length).ToArray();
        int Root(int unit) => root[unit] == unit ? unit : root[unit] = Root(root[unit]);
        foreach (var effects in _part.Effects)
        {
            foreach (var (cell, _) in effects)
            {
                root[Root(cell / _part.Indicators)] = Root(effects[0].Cell / _part.Indicators);
            }
        }

        var purchases = Enumerable.Range(0, _part.Purchases.Length).ToLookup(a => Root(_part.Effects[a][0].Cell / _part.Indicators));
        return [.. Enumerable.Range(0, root.Length).GroupBy(Root).Select(group => (group.ToArray(), purchases[group.Key].ToArray()))];
    }

    private double Least((int[] Units, int[] Purchases) component)
    {
        var best = double.PositiveInfinity;
        void Choose(int at)
        {
            if (at == component.Units.Length)
            {
                best = Math.Min(best, Cost(component));
                return;
            }

            foreach (var choice in Choices(component.Units[at]))
            {
                foreach (var cell in choice)
                {
                    _excepted[cell] = true;
                }

                Choose(at + 1);
                foreach (var cell in choice)
                {
                    _excepted[cell] = false;
                }
            }
        }

        Choose(0);
        return best;
    }

    /// <summary>The largest sets of cells that a unit may except.</summary>
    private IEnumerable<int[]> Choices(int unit)
    {
        var cells = Enumerable.Range(unit * _part.Indicators, _part.Indicators).ToList();
        var taken = cells.Where(cell => _state.Cells[cell] == NodeState.Taken).ToArray();
        var open = cells.Where(cell => _state.Cells[cell] == NodeState.Open).ToArray();
        return _state.Left[unit] < 0 ? [] : Subsets(open, Math.Min(_state.Left[unit], open.Length)).Select(chosen => (int[])[.. taken, .. chosen]);
    }

    private static IEnumerable<int[]> Subsets(int[] open, int count)
    {
        if (count == 0)
        {
            return [[]];
        }

        return Enumerable.Range(0, open.Length - count + 1).SelectMany(first => Subsets(open[(first + 1)..], count - 1).Select(rest => (int[])[open[first], .. rest]));
    }

    private double Cost((int[] Units, int[] Purchases) component)
    {
        foreach (var unit in component.Units)
        {
            for (var cell = unit * _part.Indicators; cell < (unit + 1) * _part.Indicators; cell++)
            {
                if (_part.OfCell[cell].Count == 0 && _part.Stock[cell] < (_excepted[cell] ? _part.Floor[cell] : _part.Norm[cell]) * (1 - 1e-12))
                {
                    return double.PositiveInfinity;
                }
            }
        }

        var sum = 0.0;
        var isTied = false;
        foreach (var a in component.Purchases)
        {
            var need = _state.Least[a];
            if (_isSimple[a])
            {
                foreach (var (cell, _) in _part.Effects[a])
                {
                    need = Math.Max(need, _excepted[cell] ? _part.NeedForFloor[cell] : _part.NeedForNorm[cell]);
                }
            }

            isTied |= !_isSimple[a];
            if (need > (_state.Most[a] * (1 + 1e-11)) + 1e-11)
            {
                return double.PositiveInfinity;
            }

            sum += _reduced[a] * (_reduced[a] < 0 ? _state.Most[a] : need);
        }

        return isTied ? sum + Math.Max(Shared(component, false), Shared(component, true)) : sum;
    }

    /// <summary>A feasible solution of the dual: each cell in turn takes as much of the prices as is left.</summary>
    private double Shared((int[] Units, int[] Purchases) component, bool isReversed)
    {
        foreach (var a in component.Purchases)
        {
            _left[a] = Math.Max(0, _reduced[a]);
        }

        var cells = component.Units.SelectMany(unit => Enumerable.Range(unit * _part.Indicators, _part.Indicators)).ToList();
        if (isReversed)
        {
            cells.Reverse();
        }

        var sum = 0.0;
        foreach (var cell in cells)
        {
            var lifting = _part.OfCell[cell];
            var need = (_excepted[cell] ? _part.Floor[cell] : _part.Norm[cell]) - _part.Stock[cell];
            var (reach, rate, terms) = (0.0, double.PositiveInfinity, _part.Norm[cell] + _part.Stock[cell]);
            foreach (var a in lifting)
            {
                var amount = _part.Effects[a].First(effect => effect.Cell == cell).Amount;
                need -= amount * _state.Least[a];
                terms += amount * _state.Least[a];
                reach += amount * (_state.Most[a] - _state.Least[a]);
                rate = Math.Min(rate, _left[a] / amount);
            }

            if (!lifting.Exists(a => !_isSimple[a]) || need <= 1e-9 * _part.Norm[cell])
            {
                continue;
            }

            if (need > reach + (1e-9 * _part.Norm[cell]))
            {
                return double.PositiveInfinity;
            }

            // The need errs by a few roundings of its terms; the factor covers those of the rates, so that they never add up to more than the prices.
            sum += rate * Math.Max(0, need - ((lifting.Count + 4) * 2 * Outward.Unit * terms)) * (1 - 1e-12);
            foreach (var a in lifting)
            {
                _left[a] = Math.Max(0, _left[a] - (rate * _part.Effects[a].First(effect => effect.Cell == cell).Amount));
            }
        }

        return sum;
    }
}
