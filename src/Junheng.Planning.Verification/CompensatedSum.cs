namespace Junheng.Planning.Verification;

/// <summary>A sum of doubles whose error does not grow with the number of terms (Neumaier).</summary>
internal struct CompensatedSum
{
    private double _sum;
    private double _lost;

    public readonly double Value => _sum + _lost;

    public void Add(double term)
    {
        var next = _sum + term;
        if (!double.IsFinite(next))
        {
            (_sum, _lost) = (next, 0);
            return;
        }

        _lost += Math.Abs(_sum) >= Math.Abs(term) ? _sum - next + term : term - next + _sum;
        _sum = next;
    }
}
