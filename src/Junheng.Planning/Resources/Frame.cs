namespace Junheng.Planning.Resources;

/// <summary>What a node of the search holds: options, the forms and multipliers of its bound, and what each indicator costs at least and at most.</summary>
internal sealed class Frame
{
    public Frame(StageModel stage)
    {
        var count = stage.Indicators.Length;
        Options = new ExceptionOptions(count, stage.Count);
        (Forms, Multipliers) = (new ConeForm[count], new double[2 * count]);
        (Scale, Limit) = (new double[2 * count], new double[2 * count]);
        (Least, Most, IsStale) = (new double[count], new double[count], new bool[count]);
        Array.Fill(Forms, ConeForm.None);
        Array.Fill(IsStale, true);
    }

    public ExceptionOptions Options { get; }

    public ConeForm[] Forms { get; }

    /// <summary>Of the limits, then of the least totals.</summary>
    public double[] Multipliers { get; }

    /// <summary>How far each multiplier may move at a time; 0: it stays.</summary>
    public double[] Scale { get; }

    /// <summary>The largest value of each multiplier.</summary>
    public double[] Limit { get; }

    /// <summary>Per indicator: the exact cheapest cost with every open exception granted.</summary>
    public double[] Least { get; }

    /// <summary>Per indicator: the exact cheapest cost with none of the exceptions that are still a choice.</summary>
    public double[] Most { get; }

    /// <summary>Per indicator: whether an option changed since its costs were computed.</summary>
    public bool[] IsStale { get; }

    /// <summary>The bound, rounded down.</summary>
    public double Value { get; set; } = double.NegativeInfinity;

    public void CopyFrom(Frame other)
    {
        Options.CopyFrom(other.Options);
        other.Forms.CopyTo(Forms.AsSpan());
        other.Multipliers.CopyTo(Multipliers.AsSpan());
        other.Scale.CopyTo(Scale.AsSpan());
        other.Limit.CopyTo(Limit.AsSpan());
        other.Least.CopyTo(Least.AsSpan());
        other.Most.CopyTo(Most.AsSpan());
        other.IsStale.CopyTo(IsStale.AsSpan());
        Value = other.Value;
    }

    /// <summary>Takes or refuses a cell. A choice of one unit touches every indicator in which it has an open cell.</summary>
    public void Decide(int indicator, int unit, bool isTaken)
    {
        for (var j = 0; j < IsStale.Length; j++)
        {
            IsStale[j] |= Options.Of(j)[unit] == ExceptionOptions.Open;
        }

        if (isTaken)
        {
            Options.Take(indicator, unit);
        }
        else
        {
            Options.Refuse(indicator, unit);
        }
    }
}
