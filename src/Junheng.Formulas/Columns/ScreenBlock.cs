namespace Junheng.Formulas.Columns;

/// <summary>Numbers of a run of rows: values, how far off each may be, and whether it is there.</summary>
internal sealed class ScreenNumbers
{
    public const byte Here = 0;
    public const byte Absent = 1;
    public const byte Doubtful = 2;

    public double[] Values { get; } = new double[ScreenBlock.MostRows];

    /// <summary>Bound on the distance from the exact number; 0 only where the value is exactly a whole number.</summary>
    public double[] Errors { get; } = new double[ScreenBlock.MostRows];

    public byte[] States { get; } = new byte[ScreenBlock.MostRows];
}

/// <summary>A run of rows that is small enough to stay in the processor's cache, and the buffers that its parts borrow.</summary>
internal sealed class ScreenBlock(IColumnBatch batch)
{
    public const int MostRows = 512;

    private readonly Stack<ScreenNumbers> _numbers = new();
    private readonly Stack<byte[]> _truths = new();

    public IColumnBatch Batch => batch;

    public int Start { get; private set; }

    public int Count { get; private set; }

    public void MoveTo(int start, int count) => (Start, Count) = (start, count);

    public ScreenNumbers RentNumbers() => _numbers.TryPop(out var free) ? free : new ScreenNumbers();

    public byte[] RentTruths() => _truths.TryPop(out var free) ? free : new byte[MostRows];

    public void Return(ScreenNumbers numbers) => _numbers.Push(numbers);

    public void Return(byte[] truths) => _truths.Push(truths);
}
