using System.Globalization;

namespace Junheng.Load;

/// <summary>Milliseconds of many requests of one kind.</summary>
internal sealed class Latencies
{
    private readonly List<double> _milliseconds = [];

    public void Add(double milliseconds)
    {
        lock (_milliseconds)
        {
            _milliseconds.Add(milliseconds);
        }
    }

    /// <summary>One line of the report: count, a second, quantiles.</summary>
    public string Line(string name, TimeSpan time)
    {
        lock (_milliseconds)
        {
            var sorted = _milliseconds.Order().ToList();
            return sorted.Count == 0 ? $"| {name} | 0 |" : string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {sorted.Count} | {sorted.Count / time.TotalSeconds:0} | {At(sorted, 0.5):0} | {At(sorted, 0.95):0} | {At(sorted, 0.99):0} | {sorted[^1]:0} |");
        }
    }

    /// <summary>The smallest value that a share of them do not exceed.</summary>
    private static double At(List<double> sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
}
