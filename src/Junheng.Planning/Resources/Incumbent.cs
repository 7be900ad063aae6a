namespace Junheng.Planning.Resources;

/// <summary>The cheapest choice of exceptions known so far. Costs are exact per indicator, so a better one is better.</summary>
internal sealed class Incumbent
{
    private const int MostCandidates = 80;
    private const int MostRounds = 4;

    private readonly StageModel _stage;
    private readonly byte[][] _trial;
    private readonly double[] _trialCosts;
    private readonly double[] _scratch;

    public Incumbent(StageModel stage)
    {
        _stage = stage;
        Costs = new IndicatorCosts(stage);
        var count = stage.Indicators.Length;
        (_trial, Exceptions, _trialCosts) = (new byte[count][], new byte[count][], new double[count]);
        for (var j = 0; j < count; j++)
        {
            (_trial[j], Exceptions[j]) = (new byte[stage.Count], new byte[stage.Count]);
        }

        _scratch = new double[stage.Count];
    }

    public IndicatorCosts Costs { get; }

    /// <summary>Yuan; +∞ while none is known.</summary>
    public double Cost { get; private set; } = double.PositiveInfinity;

    /// <summary>Non-zero where the floor is asked for, per indicator and unit.</summary>
    public byte[][] Exceptions { get; }

    /// <summary>Tries the exceptions with the largest scores of each unit.</summary>
    public void Try(ExceptionOptions options, double[][] scores)
    {
        for (var i = 0; i < _stage.Count; i++)
        {
            Mark(options, i);
            for (var left = options.Left(i); left > 0; left--)
            {
                var best = -1;
                for (var j = 0; j < _trial.Length; j++)
                {
                    if (options.Of(j)[i] == ExceptionOptions.Open && _trial[j][i] == 0 && (best < 0 || scores[j][i] > scores[best][i]))
                    {
                        best = j;
                    }
                }

                if (best < 0)
                {
                    break;
                }

                _trial[best][i] = 1;
            }
        }

        Evaluate();
    }

    /// <summary>Tries marked exceptions as far as the options allow; without marks, all open ones (for a node without choice).</summary>
    public void TryMarked(ExceptionOptions options, byte[][]? marks)
    {
        for (var i = 0; i < _stage.Count; i++)
        {
            Mark(options, i);
            var left = options.Left(i);
            for (var j = 0; j < _trial.Length && left > 0; j++)
            {
                if (options.Of(j)[i] == ExceptionOptions.Open && (marks is null || marks[j][i] != 0))
                {
                    _trial[j][i] = 1;
                    left--;
                }
            }
        }

        Evaluate();
    }

    /// <summary>Tries the exceptions that a bound chose where units have a choice, and what is settled elsewhere.</summary>
    public void TryChosen(ExceptionOptions options, StageDual dual)
    {
        for (var i = 0; i < _stage.Count; i++)
        {
            var isUndecided = options.IsUndecided(i);
            for (var j = 0; j < _trial.Length; j++)
            {
                var state = options.Of(j)[i];
                _trial[j][i] = state == ExceptionOptions.Taken || (state == ExceptionOptions.Open && !isUndecided) ? (byte)1 : (byte)0;
            }
        }

        for (var cell = 0; cell < dual.View.Cells; cell++)
        {
            if (dual.IsChosen[cell])
            {
                _trial[dual.View.CellIndicator[cell]][dual.View.CellUnit[cell]] = 1;
            }
        }

        Evaluate();
    }

    /// <summary>Moves one unit's exception to another of its options while that saves, the least costly moves by the bound's gains first.</summary>
    public void Exchange(ExceptionOptions options, StageDual dual, double room)
    {
        if (double.IsPositiveInfinity(Cost))
        {
            return;
        }

        var moves = Moves(dual, room);
        CopyExceptionsToTrial();
        for (var j = 0; j < _trial.Length; j++)
        {
            _trialCosts[j] = CostOf(j);
        }

        var isBetter = true;
        for (var round = 0; isBetter && round < MostRounds; round++)
        {
            isBetter = false;
            foreach (var cell in moves)
            {
                var (to, i) = (dual.View.CellIndicator[cell], dual.View.CellUnit[cell]);
                isBetter |= options.Of(to)[i] == ExceptionOptions.Open && _trial[to][i] == 0 && MoveTo(options, to, i);
            }
        }

        Accept();
    }

    private bool MoveTo(ExceptionOptions options, int to, int i)
    {
        for (var from = 0; from < _trial.Length; from++)
        {
            if (_trial[from][i] == 0 || options.Of(from)[i] == ExceptionOptions.Taken)
            {
                continue;
            }

            (_trial[from][i], _trial[to][i]) = (0, 1);
            var (costFrom, costTo) = (CostOf(from), CostOf(to));
            if (costFrom + costTo < _trialCosts[from] + _trialCosts[to] - 1e-7)
            {
                (_trialCosts[from], _trialCosts[to]) = (costFrom, costTo);
                return true;
            }

            (_trial[from][i], _trial[to][i]) = (1, 0);
        }

        return false;
    }

    /// <summary>Open cells by what taking them would cost by the bound's gains, up to the room between bound and cost.</summary>
    private static List<int> Moves(StageDual dual, double room)
    {
        var found = new List<(double Penalty, int Cell)>();
        for (var u = 0; u < dual.View.Count; u++)
        {
            var realised = double.PositiveInfinity;
            for (var cell = dual.View.First[u]; cell < dual.View.First[u + 1]; cell++)
            {
                realised = dual.IsChosen[cell] ? Math.Min(realised, dual.CellGain[cell]) : realised;
            }

            for (var cell = dual.View.First[u]; cell < dual.View.First[u + 1]; cell++)
            {
                if (realised - dual.CellGain[cell] <= room)
                {
                    found.Add((realised - dual.CellGain[cell], cell));
                }
            }
        }

        found.Sort();
        return found.Take(MostCandidates).Select(each => each.Cell).ToList();
    }

    private void Mark(ExceptionOptions options, int i)
    {
        for (var j = 0; j < _trial.Length; j++)
        {
            _trial[j][i] = options.Of(j)[i] == ExceptionOptions.Taken ? (byte)1 : (byte)0;
        }
    }

    private void CopyExceptionsToTrial()
    {
        for (var j = 0; j < _trial.Length; j++)
        {
            Exceptions[j].CopyTo(_trial[j].AsSpan());
        }
    }

    private double CostOf(int j) => Costs.Cost(_stage.Indicators[j], _trial[j], _scratch);

    private void Evaluate()
    {
        double sum = 0;
        for (var j = 0; j < _trial.Length && sum < Cost; j++)
        {
            _trialCosts[j] = CostOf(j);
            sum += _trialCosts[j];
        }

        if (sum < Cost)
        {
            Accept();
        }
    }

    private void Accept()
    {
        double sum = 0;
        foreach (var each in _trialCosts)
        {
            sum += each;
        }

        if (sum < Cost)
        {
            Cost = sum;
            for (var j = 0; j < _trial.Length; j++)
            {
                _trial[j].CopyTo(Exceptions[j].AsSpan());
            }
        }
    }
}
