using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources;

/// <summary>One Lagrangian bound in the making: per indicator what all units need at least under their norms, and what each exception would save of it.</summary>
internal sealed class StageBound
{
    public StageBound(StageModel stage)
    {
        var count = stage.Indicators.Length;
        (Base, Magnitude, Cones, Gains) = (new double[count], new double[count], new ConeBound[count], new double[count][]);
        for (var j = 0; j < count; j++)
        {
            (Cones[j], Gains[j]) = (ConeBound.Absent, new double[stage.Count]);
        }
    }

    /// <summary>Per indicator.</summary>
    public double[] Base { get; }

    /// <summary>Sum of the absolute terms per indicator, from which the rounding error is bounded.</summary>
    public double[] Magnitude { get; }

    public ConeBound[] Cones { get; }

    /// <summary>Gain per indicator and unit, not negative.</summary>
    public double[][] Gains { get; }

    /// <summary>The weights that the directions were made with.</summary>
    public List<ExceptionWeight> Assumed { get; private set; } = [];

    /// <summary>The bound for the options left, before allowing for rounding.</summary>
    public double Value(ExceptionOptions options)
    {
        double sum = 0;
        foreach (var each in Base)
        {
            sum += each;
        }

        for (var i = 0; i < Gains[0].Length; i++)
        {
            sum -= options.Gain(Gains, i);
        }

        return sum;
    }

    /// <summary>The bound rounded down: less what sums of this many terms can lose in doubles.</summary>
    public double SafeValue(ExceptionOptions options)
    {
        double magnitude = 0;
        foreach (var each in Magnitude)
        {
            magnitude += each;
        }

        return Value(options) - ((Gains[0].Length + 16) * 2.4e-16 * magnitude);
    }

    public void CopyFrom(StageBound other)
    {
        for (var j = 0; j < Base.Length; j++)
        {
            CopyIndicator(other, j);
        }

        Assumed = other.Assumed;
    }

    public void CopyIndicator(StageBound other, int j)
    {
        (Base[j], Magnitude[j], Cones[j]) = (other.Base[j], other.Magnitude[j], other.Cones[j]);
        other.Gains[j].CopyTo(Gains[j].AsSpan());
    }

    /// <summary>Notes the exception weights as they are now.</summary>
    public void Assume(StageModel stage, double[][] weights)
    {
        Assumed = [];
        for (var j = 0; j < weights.Length; j++)
        {
            for (var i = 0; i < weights[j].Length; i++)
            {
                if (weights[j][i] > 0)
                {
                    Assumed.Add(new ExceptionWeight(new CellRef(stage.UnitIndex[i], stage.Indicators[j].Index), weights[j][i]));
                }
            }
        }
    }
}
