using Junheng.Domain.Plans;

namespace Junheng.Planning.Verification;

/// <summary>
/// The bound of a step, F5 and F6, computed again: per unit and indicator the least of price · addition less what the cones pay for amounts, under the norm and
/// under the floor. Rounding (see <see cref="Outward"/>) is bounded by the sum of the absolute terms and taken off.
/// </summary>
internal sealed class StepBound
{
    private readonly PartModel _part;
    private readonly NodeState _state;
    private readonly double[] _linear;
    private readonly double[] _square;
    private double _constant;
    private double _magnitude;

    public StepBound(PartModel part, NodeState state, BoundStep step, (double Low, double High)[]? ranges = null)
    {
        (_part, _state) = (part, state);
        (_linear, _square) = (new double[part.Norm.Length], new double[part.Norm.Length]);
        (Full, Gain) = (new double[part.Norm.Length], new double[part.Norm.Length]);
        if (step.Cones.Length != part.Stages.Length * part.Indicators)
        {
            throw new RejectedException("证明的一步缺少指标", "A step of the proof lacks indicators");
        }

        var weights = step.Assumed.ToDictionary(each => each.Cell, each => each.Weight);
        for (var stage = 0; stage < part.Stages.Length; stage++)
        {
            for (var j = 0; j < part.Indicators; j++)
            {
                SetCone(stage, j, step.Cones[(stage * part.Indicators) + j], weights, ranges);
            }
        }
    }

    /// <summary>Least value of a cell under its norm (plain parts).</summary>
    public double[] Full { get; }

    /// <summary>What the floor in place of the norm saves (plain parts).</summary>
    public double[] Gain { get; }

    /// <summary>What each cell's amount is paid: −coefficient of y.</summary>
    public double[] Relief => _linear;

    /// <summary>The bound for the options left, rounded down; −∞ where an uncapped amount would be paid without end.</summary>
    public double Value()
    {
        var value = _part.IsPlain ? Plain() : new TiedBound(_part, _state, this).Value(ref _magnitude);
        return value + _constant - (64 * Outward.Unit * _magnitude);
    }

    private double Plain()
    {
        var sum = new CompensatedSum();
        for (var i = 0; i < _part.Units.Length; i++)
        {
            for (var j = 0; j < _part.Indicators; j++)
            {
                SetCell((i * _part.Indicators) + j);
                sum.Add(Full[(i * _part.Indicators) + j]);
            }

            sum.Add(-Realised(i, _state.Left[i]));
        }

        return sum.Value;
    }

    /// <summary>The taken cells' gains and the largest open ones as far as the unit may.</summary>
    public double Realised(int unit, int left)
    {
        var cells = Enumerable.Range(unit * _part.Indicators, _part.Indicators).ToList();
        return cells.Where(cell => _state.Cells[cell] == NodeState.Taken).Sum(cell => Gain[cell])
            + cells.Where(cell => _state.Cells[cell] == NodeState.Open).Select(cell => Gain[cell]).OrderDescending().Take(Math.Max(0, left)).Sum();
    }

    private void SetCell(int cell)
    {
        var at = _part.OfCell[cell].Count > 0 ? _part.OfCell[cell][0] : -1;
        var (full, low, cap) = at < 0
            ? (0, 0, 0)
            : (_part.NeedForNorm[cell], _part.NeedForFloor[cell], _part.Most[at]);
        Full[cell] = Least(cell, at, full, cap);
        Gain[cell] = full > low && _state.Cells[cell] != NodeState.Closed ? Math.Max(0, Full[cell] - Least(cell, at, low, cap)) : 0;
        if (full > cap && _state.Cells[cell] == NodeState.Taken)
        {
            Full[cell] = Least(cell, at, low, cap);
            Gain[cell] = 0;
        }
    }

    /// <summary>Least of price · k − linear · (x + k) + square · (x + k)² over the allowed additions k between a requirement and the cap.</summary>
    private double Least(int cell, int at, double need, double cap)
    {
        var (price, step, stock) = at < 0 ? (0, 0, _part.Stock[cell]) : (_part.Price[at], _part.Step[at], _part.Stock[cell]);
        double At(double add)
        {
            var y = stock + add;
            _magnitude += Math.Abs(price * add) + Math.Abs(_linear[cell] * y) + Math.Abs(_square[cell] * y * y);
            return (price * add) - (_linear[cell] * y) + (_square[cell] * y * y);
        }

        var slope = price - _linear[cell];
        if (_square[cell] == 0)
        {
            return slope >= 0 || need >= cap ? At(need) : double.IsInfinity(cap) ? double.NegativeInfinity : At(cap);
        }

        // The lowest point errs by at most 4u·(price + linear)/(2·square); what that costs is the square of it, times the curvature.
        var lowest = Math.Clamp((-slope / (2 * _square[cell])) - stock, need, Math.Max(need, cap));
        var error = (price + Math.Abs(_linear[cell])) / (2 * _square[cell]);
        _magnitude += Outward.Unit * error * error * _square[cell];
        if (step == 0 || 4 * Outward.Unit * error > step / 8)
        {
            return At(lowest);
        }

        var below = need + (Math.Floor((lowest - need) / step) * step);
        var above = below + step;
        return above <= cap * (1 + 1e-12) ? Math.Min(At(below), At(above)) : At(below);
    }

    private void SetCone(int stage, int j, ConeBound cone, Dictionary<CellRef, double> weights, (double Low, double High)[]? ranges)
    {
        if (cone.Kind == ConeKind.None)
        {
            return;
        }

        if (_part.SquaredRoot(stage, j) is not { } squared || !(cone.Multiplier >= 0) || !double.IsFinite(cone.Multiplier))
        {
            throw new RejectedException("证明用了没有限值的指标，或乘子不成立", "The proof uses an indicator without a limit, or an unsound multiplier");
        }

        var units = Enumerable.Range(0, _part.Units.Length).Where(i => _part.StageOf(i) == stage).ToArray();
        if (cone.Kind == ConeKind.Linear)
        {
            SetLinear(stage, j, cone, squared, units, weights);
        }
        else
        {
            SetQuadratic(stage, j, cone, squared, units, ranges is null ? (double.NegativeInfinity, double.PositiveInfinity) : ranges[(stage * _part.Indicators) + j]);
        }
    }

    private void SetLinear(int stage, int j, ConeBound cone, double squared, int[] units, Dictionary<CellRef, double> weights)
    {
        var (pupils, sum) = (_part.ConePupils[stage], new CompensatedSum());
        var levels = new double[units.Length];
        for (var k = 0; k < units.Length; k++)
        {
            levels[k] = cone.Direction.IsDefaultOrEmpty ? Assumed(units[k], j, cone.Level, weights) : cone.Direction.Length == units.Length ? cone.Direction[k] : double.NaN;
            sum.Add(_part.Pupils[units[k]] / pupils * levels[k] * levels[k]);
        }

        var norm = sum.Value;

        if (!(norm >= 0) || !(cone.Norm > 0) || cone.Norm * cone.Norm < norm * (1 - 1e-14) || cone.Root * cone.Root < squared * (1 - 1e-15))
        {
            throw new RejectedException("证明的方向不成立：N² 小于 Σ w X²，或 s² 小于 1+κ²", "A direction is unsound: N² is below Σ w X², or s² below 1 + κ²");
        }

        // A hair more than stated, so that N and s are upper bounds whatever their own rounding: the sum errs by less than 12u of itself, 1 + κ² by 1u, and what is paid by 4u of s + X/N.
        var (upper, root) = (cone.Norm * (1 + 2e-14), cone.Root * (1 + 4e-15));
        for (var k = 0; k < units.Length; k++)
        {
            _linear[(units[k] * _part.Indicators) + j] = cone.Multiplier / pupils * (root - (levels[k] / upper));
        }
    }

    private double Assumed(int unit, int j, double level, Dictionary<CellRef, double> weights)
    {
        var cell = (unit * _part.Indicators) + j;
        var at = _part.OfCell[cell].Count > 0 ? _part.OfCell[cell][0] : -1;
        var (full, low, cap) = at < 0
            ? (_part.Stock[cell], _part.Stock[cell], _part.Stock[cell])
            : (_part.Stock[cell] + _part.NeedForNorm[cell], _part.Stock[cell] + _part.NeedForFloor[cell], _part.Stock[cell] + _part.Most[at]);
        var weight = weights.GetValueOrDefault(new CellRef(_part.Units[unit], j));
        return Math.Min(Math.Max((((1 - weight) * full) + (weight * low)) / _part.Pupils[unit], level), Math.Max(cap, low) / _part.Pupils[unit]);
    }

    private void SetQuadratic(int stage, int j, ConeBound cone, double squared, int[] units, (double Low, double High) proven)
    {
        if (!_part.IsPlain || !(cone.Low <= cone.High) || !double.IsFinite(cone.High) || !(cone.Low >= 0) || !(cone.TotalPrice >= 0))
        {
            throw new RejectedException("证明的二次项不成立", "A quadratic form of the proof is unsound");
        }

        // The range that was proven, not the one that is stated where it is narrower by a hair; coefficients to the safe side.
        var (low, high) = (Math.Min(cone.Low, proven.Low), Math.Max(cone.High, proven.High));
        var factor = cone.Multiplier * squared / _part.ConePupils[stage];
        var totalPrice = units.SelectMany(unit => _part.OfCell[(unit * _part.Indicators) + j]).Aggregate(cone.TotalPrice, (least, at) => Math.Min(least, _part.Price[at]));
        foreach (var unit in units)
        {
            var cell = (unit * _part.Indicators) + j;
            _linear[cell] = factor == 0 ? totalPrice : ((factor * (low + high)) + totalPrice) * (1 + Outward.Few);
            _square[cell] = cone.Multiplier / _part.Pupils[unit] * (1 - Outward.Few);
        }

        var constant = ((factor * low * high) + (totalPrice * low)) * (1 - Outward.Few);
        _constant += constant;
        _magnitude += Math.Abs(constant);
    }
}
