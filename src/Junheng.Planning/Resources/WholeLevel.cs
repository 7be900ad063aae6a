using System.Numerics;
using Junheng.Domain.Numbers;

namespace Junheng.Planning.Resources;

/// <summary>
/// The cheapest levelling in whole steps (F4): each next step goes to the smallest (2y + h)/p, ties to the first school code. For every total that
/// order gives the smallest Σy²/p, so the first total at which the limit holds is the optimum. It starts at the continuous total, which no whole plan undercuts.
/// </summary>
internal sealed class WholeLevel
{
    private const double Undecided = 1e-11;
    private readonly StageModel _stage;
    private readonly Rational[] _exact;
    private readonly int[] _heap;
    private readonly double[] _key;
    private readonly double[] _levels;

    public WholeLevel(StageModel stage)
    {
        _stage = stage;
        _exact = new Rational[stage.Count];
        _heap = new int[stage.Count];
        _key = new double[stage.Count];
        _levels = new double[stage.Count];
    }

    /// <summary>
    /// Lifts <paramref name="amounts"/> (at entry the requirements, on the lattice of the steps) to the optimum; false when the caps exclude the limit.
    /// <paramref name="level"/> is the continuous levelling from the same requirements, active.
    /// </summary>
    public bool Lift(IndicatorModel indicator, double[] amounts, Levelling level)
    {
        var pupils = _stage.Pupils;
        double total = 0;
        for (var i = 0; i < amounts.Length; i++)
        {
            total += amounts[i];
        }

        JumpTo(indicator, amounts, level, (level.Mean * _stage.TotalPupils) - total);
        double sum = 0, squares = 0;
        for (var i = 0; i < amounts.Length; i++)
        {
            sum += amounts[i];
            squares += amounts[i] * amounts[i] / pupils[i];
        }

        var size = BuildHeap(indicator, amounts);
        for (var count = 1; !Holds(indicator, amounts, sum, squares); count++)
        {
            if (size == 0 || (indicator.CapLevel is not null && BitOperations.IsPow2(count) && IsOutOfReach(indicator, amounts)))
            {
                return false;
            }

            var unit = _heap[0];
            var before = amounts[unit];
            amounts[unit] = before + indicator.Step;
            sum += indicator.Step;
            squares += indicator.Step * ((2 * before) + indicator.Step) / pupils[unit];
            if (amounts[unit] + (0.5 * indicator.Step) > indicator.Cap[unit])
            {
                _heap[0] = _heap[--size];
            }
            else
            {
                _key[unit] = Marginal(indicator, amounts, unit);
            }

            Sink(0, size);
        }

        return true;
    }

    /// <summary>Under caps the dispersion falls and then rises for ever: past its lowest point not even parts of steps would reach the limit.</summary>
    private bool IsOutOfReach(IndicatorModel indicator, double[] amounts)
    {
        for (var i = 0; i < amounts.Length; i++)
        {
            _levels[i] = amounts[i] / _stage.Pupils[i];
        }

        return !WaterLevel.Solve(_stage.Weight, _levels, indicator.CapLevel, indicator.SquaredRoot, 0).IsReachable;
    }

    /// <summary>Takes all steps of the greedy order up to a marginal at which the total added is still at most that of the continuous levelling.</summary>
    private void JumpTo(IndicatorModel indicator, double[] amounts, Levelling level, double continuous)
    {
        var most = (continuous * (1 - 1e-12)) - 1e-9;
        var (low, high, marginal) = (0.0, 2 * level.Level, 2 * level.Level);
        for (var count = 0; count < 60; count++)
        {
            var added = AddedUpTo(indicator, amounts, marginal, out var weight);
            if (added <= most)
            {
                low = marginal;
                if (most - added <= 2 * indicator.Step || marginal >= high)
                {
                    break;
                }
            }
            else
            {
                high = marginal;
            }

            var guess = marginal + (2 * (most - added - (0.5 * indicator.Step)) / Math.Max(weight, 1e-300));
            marginal = guess > low && guess < high && count < 20 ? guess : 0.5 * (low + high);
            if (high - low <= 1e-12 * high)
            {
                break;
            }
        }

        for (var i = 0; i < amounts.Length; i++)
        {
            amounts[i] += StepsUpTo(indicator, amounts, low, i) * indicator.Step;
        }
    }

    private double AddedUpTo(IndicatorModel indicator, double[] amounts, double marginal, out double weight)
    {
        double added = 0;
        weight = 0;
        for (var i = 0; i < amounts.Length; i++)
        {
            var steps = StepsUpTo(indicator, amounts, marginal, i);
            if (steps > 0)
            {
                added += steps * indicator.Step;
                weight += _stage.Pupils[i];
            }
        }

        return added;
    }

    /// <summary>How many steps of unit <paramref name="i"/> have a marginal at most the given one, shy of ties.</summary>
    private double StepsUpTo(IndicatorModel indicator, double[] amounts, double marginal, int i)
    {
        var steps = Math.Floor((((((marginal * _stage.Pupils[i]) - indicator.Step) * 0.5) - amounts[i]) / indicator.Step) - 1e-9) + 1;
        return steps <= 0 ? 0 : Math.Min(steps, Math.Floor(((indicator.Cap[i] - amounts[i]) / indicator.Step) + 0.5));
    }

    private bool Holds(IndicatorModel indicator, double[] amounts, double sum, double squares)
    {
        var (left, right) = (squares * _stage.TotalPupils, indicator.SquaredRoot * sum * sum);
        if (Math.Abs(left - right) > Undecided * right)
        {
            return left < right;
        }

        for (var i = 0; i < amounts.Length; i++)
        {
            _exact[i] = indicator.ExactAmount(i, amounts[i]);
        }

        return indicator.Cone.Holds(_exact);
    }

    private double Marginal(IndicatorModel indicator, double[] amounts, int unit) => ((2 * amounts[unit]) + indicator.Step) / _stage.Pupils[unit];

    private int BuildHeap(IndicatorModel indicator, double[] amounts)
    {
        var size = 0;
        for (var i = 0; i < amounts.Length; i++)
        {
            if (amounts[i] + (0.5 * indicator.Step) < indicator.Cap[i])
            {
                _key[i] = Marginal(indicator, amounts, i);
                _heap[size++] = i;
            }
        }

        for (var position = (size / 2) - 1; position >= 0; position--)
        {
            Sink(position, size);
        }

        return size;
    }

    private void Sink(int position, int size)
    {
        while (true)
        {
            var child = (2 * position) + 1;
            if (child >= size)
            {
                return;
            }

            if (child + 1 < size && Precedes(_heap[child + 1], _heap[child]))
            {
                child++;
            }

            if (!Precedes(_heap[child], _heap[position]))
            {
                return;
            }

            (_heap[child], _heap[position]) = (_heap[position], _heap[child]);
            position = child;
        }
    }

    private bool Precedes(int one, int other) => _key[one] < _key[other] || (_key[one] == _key[other] && one < other);
}
