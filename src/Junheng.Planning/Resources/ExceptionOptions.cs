namespace Junheng.Planning.Resources;

/// <summary>Which exceptions the units may still take. A cell is closed, open or taken; a unit that has taken all it may has no open cell.</summary>
internal sealed class ExceptionOptions
{
    public const byte Closed = 0;
    public const byte Open = 1;
    public const byte Taken = 2;

    private readonly byte[][] _state;
    private readonly int[] _left;

    public ExceptionOptions(int indicators, int units)
    {
        _state = new byte[indicators][];
        for (var j = 0; j < indicators; j++)
        {
            _state[j] = new byte[units];
        }

        _left = new int[units];
    }

    /// <summary>Cells of one indicator, by unit.</summary>
    public byte[] Of(int indicator) => _state[indicator];

    /// <summary>How many exceptions a unit may still take.</summary>
    public int Left(int unit) => _left[unit];

    /// <summary>
    /// The options at the root: open where the floor asks for less than the norm, taken where the norm lies above the cap.
    /// False when a unit's needs can't be met by any choice.
    /// </summary>
    public bool Start(StageModel stage)
    {
        var isPossible = true;
        for (var i = 0; i < stage.Count; i++)
        {
            _left[i] = stage.Exceptions;
            foreach (var indicator in stage.Indicators)
            {
                var slack = 1e-12 * indicator.Cap[i];
                isPossible &= indicator.Low[i] <= indicator.Cap[i] + slack;
                var isForced = indicator.Full[i] > indicator.Cap[i] + slack;
                _state[indicator.Index][i] = isForced ? Taken : indicator.Full[i] > indicator.Low[i] ? Open : Closed;
                _left[i] -= isForced ? 1 : 0;
            }

            isPossible &= _left[i] >= 0;
            CloseIfSpent(i);
        }

        return isPossible;
    }

    public void CopyFrom(ExceptionOptions other)
    {
        for (var j = 0; j < _state.Length; j++)
        {
            other._state[j].CopyTo(_state[j].AsSpan());
        }

        other._left.CopyTo(_left.AsSpan());
    }

    public void Take(int indicator, int unit)
    {
        _state[indicator][unit] = Taken;
        _left[unit]--;
        CloseIfSpent(unit);
    }

    public void Refuse(int indicator, int unit) => _state[indicator][unit] = Closed;

    /// <summary>Open cells of a unit.</summary>
    public int OpenCount(int unit)
    {
        var count = 0;
        foreach (var cells in _state)
        {
            count += cells[unit] == Open ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a choice is left: more cells are open than the unit may take.</summary>
    public bool IsUndecided(int unit) => OpenCount(unit) > _left[unit];

    /// <summary>Sum of the gains that the unit realises: the taken ones, and the largest open ones as far as it may.</summary>
    public double Gain(double[][] gains, int unit)
    {
        double sum = 0, largest = 0;
        for (var j = 0; j < _state.Length; j++)
        {
            var state = _state[j][unit];
            if (state == Closed)
            {
                continue;
            }

            var gain = gains[j][unit];
            if (state == Taken)
            {
                sum += gain;
            }
            else if (gain > largest)
            {
                largest = gain;
            }
        }

        return _left[unit] <= 1 ? sum + largest : sum + LargestOpen(gains, unit, _left[unit]);
    }

    /// <summary>The smallest gain that the unit's open cells realise: what must give way when another cell is taken; 0 when a place is free.</summary>
    public double SmallestRealised(double[][] gains, int unit)
    {
        var rank = _left[unit];
        return OpenCount(unit) < rank ? 0 : LargestOpen(gains, unit, rank) - LargestOpen(gains, unit, rank - 1);
    }

    private double LargestOpen(double[][] gains, int unit, int count)
    {
        Span<double> best = stackalloc double[Math.Min(count, _state.Length)];
        for (var j = 0; j < _state.Length; j++)
        {
            if (_state[j][unit] != Open)
            {
                continue;
            }

            var gain = gains[j][unit];
            for (var place = 0; place < best.Length; place++)
            {
                if (gain > best[place])
                {
                    (best[place], gain) = (gain, best[place]);
                }
            }
        }

        double sum = 0;
        foreach (var gain in best)
        {
            sum += gain;
        }

        return sum;
    }

    private void CloseIfSpent(int unit)
    {
        if (_left[unit] > 0)
        {
            return;
        }

        foreach (var cells in _state)
        {
            if (cells[unit] == Open)
            {
                cells[unit] = Closed;
            }
        }
    }
}
