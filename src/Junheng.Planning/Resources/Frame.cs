namespace Junheng.Planning.Resources;

/// <summary>What a node of the search holds: options, exception weights, and the bound last computed.</summary>
internal sealed class Frame
{
    private readonly StageModel _stage;

    public Frame(StageModel stage)
    {
        _stage = stage;
        Options = new ExceptionOptions(stage.Indicators.Length, stage.Count);
        Bound = new StageBound(stage);
        Weights = new double[stage.Indicators.Length][];
        for (var j = 0; j < Weights.Length; j++)
        {
            Weights[j] = new double[stage.Count];
        }
    }

    public ExceptionOptions Options { get; }

    public StageBound Bound { get; }

    /// <summary>Per indicator and unit, in [0, 1]; closed cells 0, taken ones 1.</summary>
    public double[][] Weights { get; }

    public void CopyFrom(Frame other)
    {
        Options.CopyFrom(other.Options);
        Bound.CopyFrom(other.Bound);
        for (var j = 0; j < Weights.Length; j++)
        {
            other.Weights[j].CopyTo(Weights[j].AsSpan());
        }
    }

    /// <summary>Whether any unit still has a choice.</summary>
    public bool HasChoice()
    {
        for (var i = 0; i < _stage.Count; i++)
        {
            if (Options.IsUndecided(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves the weight of a refused option to the unit's other open options, largest gain first.</summary>
    public void Shift(int indicator, int unit)
    {
        if (Weights[indicator][unit] > 0)
        {
            Weights[indicator][unit] = 0;
            Settle(unit);
        }
    }

    /// <summary>Moves the weights by a share of the way to the vertex of largest gains.</summary>
    public void AverageIn(double[][] gains, double share)
    {
        Span<bool> isChosen = stackalloc bool[Weights.Length];
        for (var i = 0; i < _stage.Count; i++)
        {
            for (var j = 0; j < Weights.Length; j++)
            {
                Weights[j][i] = Options.Of(j)[i] == ExceptionOptions.Open ? Weights[j][i] * (1 - share) : Weights[j][i];
            }

            isChosen.Clear();
            for (var left = Options.Left(i); left > 0; left--)
            {
                var best = -1;
                for (var j = 0; j < Weights.Length; j++)
                {
                    if (Options.Of(j)[i] == ExceptionOptions.Open && !isChosen[j] && (best < 0 || gains[j][i] > gains[best][i]))
                    {
                        best = j;
                    }
                }

                if (best < 0)
                {
                    break;
                }

                isChosen[best] = true;
                Weights[best][i] = Math.Min(1, Weights[best][i] + share);
            }
        }
    }

    /// <summary>Makes a unit's weights fit its options: taken 1, closed 0, the open ones summing to what the unit may still take.</summary>
    public void Settle(int unit)
    {
        double open = 0;
        for (var j = 0; j < Weights.Length; j++)
        {
            var state = Options.Of(j)[unit];
            Weights[j][unit] = state == ExceptionOptions.Taken ? 1 : state == ExceptionOptions.Closed ? 0 : Weights[j][unit];
            open += state == ExceptionOptions.Open ? Weights[j][unit] : 0;
        }

        var missing = Options.Left(unit) - open;
        while (missing > 1e-9)
        {
            var best = -1;
            for (var j = 0; j < Weights.Length; j++)
            {
                if (Options.Of(j)[unit] == ExceptionOptions.Open && Weights[j][unit] < 1 && (best < 0 || Bound.Gains[j][unit] > Bound.Gains[best][unit]))
                {
                    best = j;
                }
            }

            if (best < 0)
            {
                return;
            }

            var room = Math.Min(missing, 1 - Weights[best][unit]);
            Weights[best][unit] = room >= 1 - Weights[best][unit] ? 1 : Weights[best][unit] + room;
            missing -= room;
        }
    }

    /// <summary>The cell to decide next: of the unit whose fractional weights carry the largest gain, the option that gains most.</summary>
    public (int Indicator, int Unit) MostUndecided()
    {
        var (unit, highest) = (-1, double.NegativeInfinity);
        for (var i = 0; i < _stage.Count; i++)
        {
            if (!Options.IsUndecided(i))
            {
                continue;
            }

            double fraction = 0, gain = 0;
            for (var j = 0; j < Weights.Length; j++)
            {
                var weight = Weights[j][i];
                fraction += weight * (1 - weight);
                gain = Options.Of(j)[i] == ExceptionOptions.Open ? Math.Max(gain, Bound.Gains[j][i]) : gain;
            }

            var score = (fraction + 1e-12) * gain;
            if (score > highest)
            {
                (unit, highest) = (i, score);
            }
        }

        var indicator = -1;
        for (var j = 0; j < Weights.Length; j++)
        {
            if (Options.Of(j)[unit] == ExceptionOptions.Open && (indicator < 0 || Bound.Gains[j][unit] > Bound.Gains[indicator][unit]))
            {
                indicator = j;
            }
        }

        return (indicator, unit);
    }
}
