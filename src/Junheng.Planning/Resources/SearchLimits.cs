namespace Junheng.Planning.Resources;

/// <summary>How far a search goes: nodes, relative gap that suffices, and, where asked for, a clock that is handed in.</summary>
internal sealed class SearchLimits
{
    private readonly TimeProvider? _clock;
    private readonly long _started;
    private readonly TimeSpan _most;

    public SearchLimits(PlannerOptions options)
    {
        (Nodes, Gap) = (options.NodeLimit, options.SufficientGap);
        if (options.TimeLimit is { } most)
        {
            (_clock, _most) = (options.Clock, most);
            _started = options.Clock.GetTimestamp();
        }
    }

    public long Nodes { get; }

    public double Gap { get; }

    public bool IsTimeUp => _clock is not null && _clock.GetElapsedTime(_started) >= _most;

    /// <summary>The bound that suffices to leave a node: within the wanted gap, and below 0.01 yuan or 1e-9 of the cost in any case.</summary>
    public double Target(double cost) => double.IsPositiveInfinity(cost) ? cost : cost - Math.Max(Math.Max(0.004, 4e-10 * cost), Gap * cost);
}
