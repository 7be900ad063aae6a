namespace Junheng.Planning.Resources;

/// <summary>Exceptions taken in parts, in [0, 1], from which the directions of linear cones are made. It touches the quality of a bound, not its validity.</summary>
internal sealed class RootWeights
{
    private readonly StageModel _stage;
    private readonly ExceptionOptions _options;
    private readonly double[] _levels;
    private readonly double[] _perPupil;

    public RootWeights(StageModel stage, ExceptionOptions options)
    {
        (_stage, _options) = (stage, options);
        (_levels, _perPupil) = (new double[stage.Count], new double[stage.Count]);
        Values = new double[stage.Indicators.Length][];
        for (var j = 0; j < Values.Length; j++)
        {
            Values[j] = new double[stage.Count];
        }
    }

    /// <summary>Per indicator and unit.</summary>
    public double[][] Values { get; }

    /// <summary>Every unit takes the exceptions that save most by themselves.</summary>
    public void SetDirectSavings()
    {
        for (var i = 0; i < _stage.Count; i++)
        {
            for (var j = 0; j < Values.Length; j++)
            {
                Values[j][i] = _options.Of(j)[i] == ExceptionOptions.Taken ? 1 : 0;
            }

            for (var left = _options.Left(i); left > 0 && Largest(i) is >= 0 and var best; left--)
            {
                Values[best][i] = 1;
            }
        }
    }

    /// <summary>Moves a share of the way to the exceptions that a bound chose.</summary>
    public void AverageIn(StageDual dual, double share)
    {
        var view = dual.View;
        for (var cell = 0; cell < view.Cells; cell++)
        {
            ref var weight = ref Values[view.CellIndicator[cell]][view.CellUnit[cell]];
            weight += share * ((dual.IsChosen[cell] ? 1 : 0) - weight);
        }
    }

    /// <summary>
    /// The linear form at the weights with a first multiplier: levelled amounts are the direction; none where the limit can't matter.
    /// </summary>
    public ConeForm Form(int j, out double multiplier)
    {
        var indicator = _stage.Indicators[j];
        multiplier = 0;
        if (!indicator.HasLimit)
        {
            return ConeForm.None;
        }

        for (var i = 0; i < _levels.Length; i++)
        {
            _levels[i] = indicator.FullLevel[i] - ((indicator.FullLevel[i] - indicator.LowLevel[i]) * Values[j][i]);
        }

        var level = WaterLevel.Solve(_stage.Weight, _levels, indicator.CapLevel, indicator.SquaredRoot, 0);
        if (!level.IsReachable)
        {
            indicator.LowLevel.CopyTo(_levels.AsSpan());
            level = WaterLevel.Solve(_stage.Weight, _levels, indicator.CapLevel, indicator.SquaredRoot, 0);
        }

        for (var i = 0; i < _levels.Length; i++)
        {
            var x = level.IsActive && _levels[i] < level.Level ? level.Level : _levels[i];
            _perPupil[i] = indicator.CapLevel is { } cap ? Math.Min(x, Math.Max(cap[i], 0)) : x;
        }

        if (!level.IsActive && level.Square < 0.85 * indicator.SquaredRoot * level.Mean * level.Mean)
        {
            return ConeForm.None;
        }

        var form = ConeForm.Linear(_stage, indicator, _perPupil);
        multiplier = level.IsActive ? Math.Min(form.MostMultiplier, indicator.Price * _stage.TotalPupils / Math.Max(form.Root - (level.Level / form.Norm), 0.01 * form.Root)) : 0;
        return form;
    }

    private int Largest(int i)
    {
        var (best, most) = (-1, double.NegativeInfinity);
        for (var j = 0; j < Values.Length; j++)
        {
            var indicator = _stage.Indicators[j];
            var saved = indicator.Price * (indicator.Full[i] - indicator.Low[i]);
            if (_options.Of(j)[i] == ExceptionOptions.Open && Values[j][i] == 0 && saved > most)
            {
                (best, most) = (j, saved);
            }
        }

        return best;
    }
}
