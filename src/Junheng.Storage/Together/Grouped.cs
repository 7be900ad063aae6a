namespace Junheng.Storage.Together;

/// <summary>
/// Answers many questions with one statement, and stores many changes with one commit: what arrives while a run is under way is taken by the next run together.
/// A run begins after each of its questions was asked, so nobody is given an answer older than the question; an idle program runs each at once.
/// </summary>
/// <typeparam name="TItem">A question or change.</typeparam>
/// <typeparam name="TAnswer">What comes of it.</typeparam>
/// <param name="run">Answers items in their order, as many as it is given.</param>
/// <param name="most">Most items of one run.</param>
internal sealed class Grouped<TItem, TAnswer>(Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TAnswer>>> run, int most = 64)
{
    private readonly Lock _gate = new();
    private readonly Queue<Waiting> _waiting = new();
    private bool _isRunning;

    /// <summary>Waits for the answer. Who stops waiting before the run has begun is left out of it; afterwards the run goes on.</summary>
    public Task<TAnswer> RunAsync(TItem item, CancellationToken cancellation)
    {
        var waiting = new Waiting(item, cancellation);
        lock (_gate)
        {
            _waiting.Enqueue(waiting);
            if (_isRunning)
            {
                return waiting.Answer.Task.WaitAsync(cancellation);
            }

            _isRunning = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static self => _ = self.RunAllAsync(), this, preferLocal: false); // not in the context of the request that happened to be first
        return waiting.Answer.Task.WaitAsync(cancellation);
    }

    private async Task RunAllAsync()
    {
        while (Next() is { Count: > 0 } group)
        {
            try
            {
                var answers = await run([.. group.Select(each => each.Item)]);
                for (var at = 0; at < group.Count; at++)
                {
                    group[at].Answer.TrySetResult(answers[at]);
                }
            }
#pragma warning disable CA1031 // Whatever happened is told to everybody who waits.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                group.ForEach(each => each.Answer.TrySetException(fault));
            }
        }
    }

    /// <summary>The next group; empty when nobody waits, and then no run is under way.</summary>
    private List<Waiting> Next()
    {
        lock (_gate)
        {
            var group = new List<Waiting>();
            while (group.Count < most && _waiting.TryDequeue(out var waiting))
            {
                if (!waiting.Cancellation.IsCancellationRequested)
                {
                    group.Add(waiting);
                }
            }

            _isRunning = group.Count > 0;
            return group;
        }
    }

    private sealed record Waiting(TItem Item, CancellationToken Cancellation)
    {
        public TaskCompletionSource<TAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
