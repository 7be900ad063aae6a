namespace Junheng.Planning.Resources;

/// <summary>
/// Raises a concave function of few variables that has kinks: steps along its slope in a space that is shrunk, after every step, across the difference of the
/// last two slopes (Shor's r-algorithm). Going up one variable at a time stops at kinks where only a joint change helps; this does not.
/// </summary>
internal sealed class DualAscent
{
    private const double Shrink = 0.5;
    private const double Longer = 1.2;
    private const double Shorter = 0.85;
    private readonly int[] _variable;
    private readonly double[] _space;
    private readonly double[] _at;
    private readonly double[] _slope;
    private readonly double[] _next;
    private readonly double[] _turned;
    private readonly double[] _step;
    private readonly double[] _multipliers;
    private readonly double[] _raw;
    private int _count;

    public DualAscent(int variables)
    {
        _variable = new int[variables];
        _space = new double[variables * variables];
        (_at, _slope, _next, _turned, _step) = (new double[variables], new double[variables], new double[variables], new double[variables], new double[variables]);
        (_multipliers, _raw) = (new double[variables], new double[variables]);
    }

    /// <summary>
    /// Improves <paramref name="best"/> (multipliers; at entry the start) in at most so many evaluations; stops once <paramref name="target"/> is reached or
    /// little changes. <paramref name="scale"/> holds the size of a large change per variable, 0 where it stays; <paramref name="most"/> upper ends.
    /// </summary>
    public double Run(StageDual dual, double[] best, double[] scale, double[] most, double length, int evaluations, double target)
    {
        _count = 0;
        for (var j = 0; j < scale.Length; j++)
        {
            if (scale[j] > 0)
            {
                best[j] = Math.Clamp(best[j], 0, most[j]);
                _at[_count] = best[j] / scale[j];
                _variable[_count++] = j;
            }
        }

        best.CopyTo(_multipliers.AsSpan());
        _space.AsSpan(0, _count * _count).Clear();
        for (var j = 0; j < _count; j++)
        {
            _space[(j * _count) + j] = 1;
        }

        var highest = Evaluate(dual, scale, most, _slope);
        var (used, sinceBetter) = (1, 0);
        while (used < evaluations && highest < target && sinceBetter < 12 + _count && Direction())
        {
            var steps = 0;
            double along;
            do
            {
                for (var j = 0; j < _count; j++)
                {
                    _at[j] += length * _step[j];
                }

                var value = Evaluate(dual, scale, most, _next);
                used++;
                steps++;
                sinceBetter = value > highest + (1e-10 * Math.Abs(highest)) ? 0 : sinceBetter + 1;
                if (value > highest)
                {
                    highest = value;
                    _multipliers.CopyTo(best.AsSpan());
                }

                along = 0;
                for (var j = 0; j < _count; j++)
                {
                    along += _next[j] * _step[j];
                }

                length = steps > 1 ? length * Longer : length;
            }
            while (along > 0 && used < evaluations && highest < target && steps < 12);

            length = steps == 1 ? length * Shorter : length;
            Dilate();
            _next.AsSpan(0, _count).CopyTo(_slope);
        }

        return highest;
    }

    private double Evaluate(StageDual dual, double[] scale, double[] most, double[] slope)
    {
        for (var k = 0; k < _count; k++)
        {
            var j = _variable[k];
            _at[k] = Math.Clamp(_at[k], 0, most[j] / scale[j]);
            _multipliers[j] = Math.Min(_at[k] * scale[j], most[j]);
        }

        var value = dual.Evaluate(_multipliers, _raw);
        for (var k = 0; k < _count; k++)
        {
            var j = _variable[k];
            var isOut = (_multipliers[j] <= 0 && _raw[j] < 0) || (_multipliers[j] >= most[j] && _raw[j] > 0);
            slope[k] = isOut ? 0 : _raw[j] * scale[j];
        }

        return value;
    }

    /// <summary>The step in the space as it is shrunk; false at a flat point.</summary>
    private bool Direction()
    {
        var length = Turn(_slope);
        if (!(length > 1e-300))
        {
            return false;
        }

        length = 1 / Math.Sqrt(length);
        for (var j = 0; j < _count; j++)
        {
            _step[j] = Back(j) * length;
        }

        return true;
    }

    private void Dilate()
    {
        for (var j = 0; j < _count; j++)
        {
            _slope[j] = _next[j] - _slope[j];
        }

        var length = Turn(_slope);
        if (!(length > 1e-300))
        {
            return;
        }

        for (var j = 0; j < _count; j++)
        {
            var sum = Back(j) * (Shrink - 1) / length;
            for (var k = 0; k < _count; k++)
            {
                _space[(j * _count) + k] += sum * _turned[k];
            }
        }
    }

    /// <summary>A slope in the shrunk space; returns its square.</summary>
    private double Turn(double[] slope)
    {
        double length = 0;
        for (var k = 0; k < _count; k++)
        {
            double sum = 0;
            for (var j = 0; j < _count; j++)
            {
                sum += _space[(j * _count) + k] * slope[j];
            }

            _turned[k] = sum;
            length += sum * sum;
        }

        return length;
    }

    private double Back(int j)
    {
        double sum = 0;
        for (var k = 0; k < _count; k++)
        {
            sum += _space[(j * _count) + k] * _turned[k];
        }

        return sum;
    }
}
