namespace Junheng.Planning.Resources;

/// <summary>The cheapest choice of exceptions known so far. Costs are exact per indicator, so a better one is better.</summary>
internal sealed class Incumbent
{
    private const int MostCandidates = 60;
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

    /// <summary>Moves one unit's exception to another of its options while that saves, the most undecided units first.</summary>
    public void Exchange(ExceptionOptions options, double[][] gains)
    {
        if (double.IsPositiveInfinity(Cost))
        {
            return;
        }

        var candidates = Candidates(options, gains);
        CopyExceptionsToTrial();
        for (var j = 0; j < _trial.Length; j++)
        {
            _trialCosts[j] = CostOf(j);
        }

        var isBetter = true;
        for (var round = 0; isBetter && round < MostRounds; round++)
        {
            isBetter = false;
            foreach (var i in candidates)
            {
                for (var to = 0; to < _trial.Length; to++)
                {
                    isBetter |= options.Of(to)[i] == ExceptionOptions.Open && _trial[to][i] == 0 && MoveTo(options, to, i);
                }
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

    private List<int> Candidates(ExceptionOptions options, double[][] gains)
    {
        var found = new List<(double Distance, int Unit)>();
        for (var i = 0; i < _stage.Count; i++)
        {
            if (!options.IsUndecided(i))
            {
                continue;
            }

            double first = 0, second = 0;
            for (var j = 0; j < gains.Length; j++)
            {
                var gain = options.Of(j)[i] == ExceptionOptions.Open ? gains[j][i] : 0;
                (first, second) = gain > first ? (gain, first) : (first, Math.Max(second, gain));
            }

            found.Add((first - second, i));
        }

        found.Sort();
        return found.Take(MostCandidates).Select(each => each.Unit).ToList();
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
