namespace Junheng.Planning.Resources;

/// <summary>
/// A node's options laid out for quick bounds: per indicator the amount that is required of every unit (the floor where its exception is settled, else the norm),
/// and the open cells of the units that still have a choice.
/// </summary>
internal sealed class DualView
{
    private readonly StageModel _stage;

    public DualView(StageModel stage)
    {
        _stage = stage;
        var count = stage.Indicators.Length;
        Required = new double[count][];
        for (var j = 0; j < count; j++)
        {
            Required[j] = new double[stage.Count];
        }

        (Units, Left, First) = (new int[stage.Count], new int[stage.Count], new int[stage.Count + 1]);
        (CellIndicator, CellUnit) = (new int[stage.Count * count], new int[stage.Count * count]);
    }

    /// <summary>Amount required per indicator and unit.</summary>
    public double[][] Required { get; }

    /// <summary>Units with a choice.</summary>
    public int[] Units { get; }

    /// <summary>How many of its open cells each of them may still take.</summary>
    public int[] Left { get; }

    /// <summary>Where the open cells of each of them begin; one entry more than units.</summary>
    public int[] First { get; }

    public int[] CellIndicator { get; }

    public int[] CellUnit { get; }

    /// <summary>Units with a choice.</summary>
    public int Count { get; private set; }

    public int Cells => First[Count];

    public void Build(ExceptionOptions options)
    {
        Span<int> open = stackalloc int[Required.Length];
        var cells = 0;
        Count = 0;
        for (var i = 0; i < _stage.Count; i++)
        {
            var (found, left) = (0, options.Left(i));
            for (var j = 0; j < Required.Length; j++)
            {
                var state = options.Of(j)[i];
                var indicator = _stage.Indicators[j];
                Required[j][i] = state == ExceptionOptions.Taken ? indicator.Low[i] : indicator.Full[i];
                if (state == ExceptionOptions.Open)
                {
                    open[found++] = j;
                }
            }

            if (found <= left)
            {
                for (var k = 0; k < found; k++)
                {
                    Required[open[k]][i] = _stage.Indicators[open[k]].Low[i];
                }

                continue;
            }

            (Units[Count], Left[Count], First[Count]) = (i, left, cells);
            for (var k = 0; k < found; k++)
            {
                (CellIndicator[cells], CellUnit[cells]) = (open[k], i);
                cells++;
            }

            Count++;
        }

        First[Count] = cells;
    }
}
