using Junheng.Domain.Numbers;

namespace Junheng.Planning.Verification;

/// <summary>
/// F2 and F4: the least total of one stage's indicator alone when some cells need their floor only. No plan with a smaller total keeps the limit: at every total
/// the level has the least dispersion, and below the first crossing it is too large.
/// </summary>
internal sealed class LeastTotals
{
    private const double Near = 1e-11;
    private readonly PartModel _part;
    private readonly int[] _units;
    private readonly int _indicator;
    private readonly double? _squared;
    private readonly double[] _need;
    private readonly double[] _cap;
    private readonly double _pupils;

    public LeastTotals(PartModel part, int stage, int indicator, Func<int, bool> isExcepted, double? squaredRoot)
    {
        (_part, _indicator, _squared, _pupils) = (part, indicator, squaredRoot, part.ConePupils[stage]);
        _units = [.. Enumerable.Range(0, part.Units.Length).Where(i => part.StageOf(i) == stage)];
        (_need, _cap) = (new double[_units.Length], new double[_units.Length]);
        for (var k = 0; k < _units.Length; k++)
        {
            var cell = Cell(k);
            var at = part.OfCell[cell].Count > 0 ? part.OfCell[cell][0] : -1;
            Stock += part.Stock[cell];
            _need[k] = part.Stock[cell] + (at < 0 ? 0 : isExcepted(cell) ? part.NeedForFloor[cell] : part.NeedForNorm[cell]);
            _cap[k] = part.Stock[cell] + (at < 0 ? 0 : part.Most[at]);
            (Price, Step) = at < 0 ? (Price, Step) : (part.Price[at], part.Step[at]);
        }
    }

    /// <summary>Σ of the stocks.</summary>
    public double Stock { get; }

    public double Price { get; }

    public double Step { get; }

    /// <summary>The least total, rounded down; +∞ where the caps exclude the limit.</summary>
    public double Total()
    {
        if (_squared is not { } squared)
        {
            return _need.Sum();
        }

        if (Excess(0, squared) <= 0)
        {
            return Step > 0 && Excess(0, squared) > -Near && !HoldsExactly(_need) ? Greedy(0, squared) : _need.Sum();
        }

        var top = Lowest();
        if (Excess(top, squared) > Near)
        {
            return double.PositiveInfinity;
        }

        var (low, high) = (0.0, top);
        for (var count = 0; count < 200 && high - low > 1e-16 * high; count++)
        {
            var middle = 0.5 * (low + high);
            (low, high) = Excess(middle, squared) > 0 ? (middle, high) : (low, middle);
        }

        return Step > 0 ? Greedy(low * (1 - 1e-12), squared) : Moments(low * (1 - 1e-12)).Total;
    }

    /// <summary>The least cost beyond the stock, rounded down.</summary>
    public double Cost() => Total() is var total && double.IsInfinity(total) ? total : Math.Max(0, (total - Stock) * Price);

    private int Cell(int k) => (_units[k] * _part.Indicators) + _indicator;

    private double At(int k, double level) => Math.Max(_need[k], Math.Min(level * _part.Pupils[_units[k]], _cap[k]));

    private (double Total, double Square) Moments(double level)
    {
        var (total, square) = (new CompensatedSum(), new CompensatedSum());
        for (var k = 0; k < _units.Length; k++)
        {
            var y = At(k, level);
            total.Add(y);
            square.Add(y * y / _part.Pupils[_units[k]]);
        }

        return (total.Value, square.Value);
    }

    /// <summary>P·S ÷ (s²·T²) − 1 at a level: positive where the limit is exceeded.</summary>
    private double Excess(double level, double squared)
    {
        var (total, square) = Moments(level);
        return total > 0 ? (_pupils * square / (squared * total * total)) - 1 : 1;
    }

    /// <summary>The level of least dispersion: the fixed point λ = S ÷ T, or where all are equal.</summary>
    private double Lowest()
    {
        var (low, high) = (0.0, 0.0);
        for (var k = 0; k < _units.Length; k++)
        {
            high = Math.Max(high, _need[k] / _part.Pupils[_units[k]]);
        }

        for (var count = 0; count < 200; count++)
        {
            var middle = 0.5 * (low + high);
            var (total, square) = Moments(middle);
            (low, high) = middle * total < square ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>Whole steps in the order of the smallest (2y + h) ÷ p, from the continuous level on; every total passed on the way is seen to exceed the limit.</summary>
    private double Greedy(double level, double squared)
    {
        var continuous = Moments(level).Total;
        var (amounts, queue) = (new double[_units.Length], new PriorityQueue<int, (double, int)>());
        for (var start = level; ; start = start > 1e-9 ? start * 0.999 : 0)
        {
            SetThreshold(amounts, start);
            if (start == 0 || amounts.Sum() <= continuous * (1 + 1e-12))
            {
                break;
            }
        }

        for (var k = 0; k < amounts.Length; k++)
        {
            Offer(queue, amounts, k);
        }

        for (; ; )
        {
            var total = amounts.Sum();
            if (total >= continuous * (1 - 1e-9) && Holds(amounts, squared))
            {
                return total * (1 - 1e-14);
            }

            if (!queue.TryDequeue(out var next, out _))
            {
                return double.PositiveInfinity;
            }

            amounts[next] += Step;
            Offer(queue, amounts, next);
        }
    }

    private void SetThreshold(double[] amounts, double level)
    {
        for (var k = 0; k < amounts.Length; k++)
        {
            var steps = Math.Max(0, Math.Ceiling((((level * _part.Pupils[_units[k]]) - (Step / 2) - _need[k]) / Step) - 1e-9));
            amounts[k] = _need[k] + (Math.Min(steps, Room(k, _need[k])) * Step);
        }
    }

    private double Room(int k, double amount) => double.IsInfinity(_cap[k]) ? double.PositiveInfinity : Math.Floor(((_cap[k] - amount) / Step) + 1e-9);

    private void Offer(PriorityQueue<int, (double, int)> queue, double[] amounts, int k)
    {
        if (Room(k, amounts[k]) >= 1)
        {
            queue.Enqueue(k, (((2 * amounts[k]) + Step) / _part.Pupils[_units[k]], k));
        }
    }

    private bool Holds(double[] amounts, double squared)
    {
        var (total, square) = (new CompensatedSum(), new CompensatedSum());
        for (var k = 0; k < amounts.Length; k++)
        {
            total.Add(amounts[k]);
            square.Add(amounts[k] * amounts[k] / _part.Pupils[_units[k]]);
        }

        var excess = (_pupils * square.Value / (squared * total.Value * total.Value)) - 1;
        return Math.Abs(excess) < Near ? HoldsExactly(amounts) : excess <= 0;
    }

    private bool HoldsExactly(double[] amounts)
    {
        var (total, square, pupils) = (Rational.Zero, Rational.Zero, Rational.Zero);
        for (var k = 0; k < amounts.Length; k++)
        {
            var unit = _part.Problem.Units[_part.Units[_units[k]]];
            var exact = unit.Stock[_indicator] + Steps(k, amounts[k]);
            total += exact;
            square += exact * exact / unit.Enrolment;
            pupils += unit.Enrolment;
        }

        var limit = _part.Problem.EffectiveLimit(_part.RuleOf(_units[0]).Indicators[_indicator]) ?? Rational.FromShortestDecimal(Math.Sqrt(Math.Max(0, _squared!.Value - 1)));
        return pupils * square <= (Rational.One + (limit * limit)) * total * total;
    }

    private Rational Steps(int k, double amount)
    {
        var step = _part.OfCell[Cell(k)] is [var at, ..] ? _part.Problem.Purchases[_part.Purchases[at]].Step ?? Rational.Zero : Rational.Zero;
        return step * (long)Math.Round((amount - _part.Stock[Cell(k)]) / Math.Max(Step, double.Epsilon));
    }
}
