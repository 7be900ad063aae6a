using Junheng.Domain.Numbers;

namespace Junheng.Planning.Verification;

/// <summary>
/// F2 and F4: the least total of one stage's indicator alone when some cells need their floor only. No plan with a smaller total keeps the limit: at every total
/// the level has the least dispersion, and below the first crossing it is too large.
/// </summary>
internal sealed class LeastTotals
{
    /// <summary>Within this much of the limit whole amounts are decided in exact numbers.</summary>
    private const double Near = 1e-11;

    /// <summary>More than the rounding of <see cref="Excess"/>: two compensated sums of terms with four roundings each, and five roundings of their own, below 32 u.</summary>
    private const double Sure = 1e-13;
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

    /// <summary>The least total, rounded down, and a total with which the limit is kept, rounded up; +∞ where the caps exclude the limit.</summary>
    public (double Least, double Most) Range()
    {
        if (_squared is not { } squared || Excess(0, squared) <= -Sure || (Step > 0 && HoldsAt(_need, squared)))
        {
            var needed = Moments(0).Total;
            return (needed * (1 - Outward.Few), needed * (1 + Outward.Few));
        }

        var top = Lowest();
        if (Excess(top, squared) > Near)
        {
            return (double.PositiveInfinity, double.PositiveInfinity);
        }

        // At the lower end the limit is exceeded for certain, so it is at every smaller total too.
        var (low, high) = (0.0, top);
        for (var count = 0; count < 200 && high - low > 1e-16 * high; count++)
        {
            var middle = 0.5 * (low + high);
            (low, high) = Excess(middle, squared) > Sure ? (middle, high) : (low, middle);
        }

        if (Step > 0)
        {
            var whole = Greedy(low, squared);
            return (whole * (1 - Outward.Few), whole * (1 + Outward.Few));
        }

        var above = high * (1 + 1e-10);
        return (Moments(low).Total * (1 - Outward.Few), Excess(above, squared) < -Sure ? Moments(above).Total * (1 + Outward.Few) : double.PositiveInfinity);
    }

    /// <summary>The least cost beyond the stock, rounded down.</summary>
    public double Cost() => CostOf(Range().Least);

    /// <summary>What a total costs beyond the stock, rounded down.</summary>
    public double CostOf(double total) => double.IsInfinity(total) ? total : Math.Max(0, (total - Stock - (Outward.Few * Stock)) * Price * (1 - Outward.Few));

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

    /// <summary>
    /// Whole steps in the order of the smallest (2y + h) ÷ p, from a level at which the limit is exceeded on; every total passed on the way is seen to exceed it. The totals before
    /// the level's are excluded by the level.
    /// </summary>
    private double Greedy(double level, double squared)
    {
        var continuous = Moments(level).Total;
        var (amounts, queue, needed) = (new double[_units.Length], new PriorityQueue<int, (double, int)>(), _need.Sum());
        for (var start = level; ; start = start > 1e-9 ? start * 0.999 : 0)
        {
            SetThreshold(amounts, start);
            if (start == 0 || amounts.Sum() <= Math.Max(needed, continuous * (1 - 1e-9)))
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
            if (amounts.Sum() >= continuous * (1 - 1e-9) && HoldsAt(amounts, squared))
            {
                return Sum(amounts);
            }

            if (!queue.TryDequeue(out var next, out _))
            {
                return double.PositiveInfinity;
            }

            amounts[next] += Step;
            Offer(queue, amounts, next);
        }
    }

    /// <summary>All steps whose key lies below twice the level, by the very keys of the queue: a beginning of its order.</summary>
    private void SetThreshold(double[] amounts, double level)
    {
        for (var k = 0; k < amounts.Length; k++)
        {
            var room = Room(k, _need[k]);
            var steps = Math.Min(room, Math.Max(0, Math.Ceiling(((level * _part.Pupils[_units[k]]) - (Step / 2) - _need[k]) / Step)));
            while (steps > 0 && Key(k, _need[k] + ((steps - 1) * Step)) >= 2 * level)
            {
                steps--;
            }

            while (steps < room && Key(k, _need[k] + (steps * Step)) < 2 * level)
            {
                steps++;
            }

            amounts[k] = _need[k] + (steps * Step);
        }
    }

    private double Key(int k, double amount) => ((2 * amount) + Step) / _part.Pupils[_units[k]];

    private static double Sum(double[] amounts)
    {
        var sum = new CompensatedSum();
        foreach (var amount in amounts)
        {
            sum.Add(amount);
        }

        return sum.Value;
    }

    private double Room(int k, double amount) => double.IsInfinity(_cap[k]) ? double.PositiveInfinity : Math.Floor(((_cap[k] - amount) / Step) + 1e-9);

    private void Offer(PriorityQueue<int, (double, int)> queue, double[] amounts, int k)
    {
        if (Room(k, amounts[k]) >= 1)
        {
            queue.Enqueue(k, (Key(k, amounts[k]), k));
        }
    }

    /// <summary>Whether whole amounts keep the limit; near it exactly, or with the benefit of the doubt where the limit itself is a double.</summary>
    private bool HoldsAt(double[] amounts, double squared)
    {
        var (total, square) = (new CompensatedSum(), new CompensatedSum());
        for (var k = 0; k < amounts.Length; k++)
        {
            total.Add(amounts[k]);
            square.Add(amounts[k] * amounts[k] / _part.Pupils[_units[k]]);
        }

        var excess = (_pupils * square.Value / (squared * total.Value * total.Value)) - 1;
        return Math.Abs(excess) < Near ? Limit is not { } limit || HoldsExactly(amounts, limit) : excess <= 0;
    }

    private bool HoldsExactly(double[] amounts, Rational limit)
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

        return pupils * square <= (Rational.One + (limit * limit)) * total * total;
    }

    private Rational? Limit => _part.Problem.EffectiveLimit(_part.RuleOf(_units[0]).Indicators[_indicator]);

    private Rational Steps(int k, double amount)
    {
        var step = _part.OfCell[Cell(k)] is [var at, ..] ? _part.Problem.Purchases[_part.Purchases[at]].Step ?? Rational.Zero : Rational.Zero;
        return step * (long)Math.Round((amount - _part.Stock[Cell(k)]) / Math.Max(Step, double.Epsilon));
    }
}
