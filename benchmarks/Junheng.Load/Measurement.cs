using System.Diagnostics;

namespace Junheng.Load;

/// <summary>The three measurements. An answer other than the right one ends the clerk's part and counts as an error.</summary>
internal sealed class Measurement(IReadOnlyList<Clerk> clerks, WebUnderLoad web)
{
    private readonly List<string> _errors = [];

    public IReadOnlyList<string> Errors => _errors;

    /// <summary>All save at the same moment; the next time when the last has its page.</summary>
    public async Task BurstsAsync(int bursts)
    {
        var (saved, shown) = (new Latencies(), new Latencies());
        var busy = TimeSpan.Zero;
        for (var burst = 0; burst < bursts; burst++)
        {
            var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var all = clerks.Select(clerk => GuardedAsync(async () =>
            {
                await go.Task;
                await SaveAsync(clerk, saved, shown);
            })).ToList();
            var begin = Stopwatch.GetTimestamp();
            go.SetResult();
            await Task.WhenAll(all);
            busy += Stopwatch.GetElapsedTime(begin);
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        Say($"{bursts} bursts: {clerks.Count} clerks save at the same moment", busy, (saved, "save, until acknowledged"), (shown, "save and page"));
    }

    /// <summary>Each saves again as soon as the page is there: more than people do.</summary>
    public async Task EndlessAsync(int seconds)
    {
        var (saved, shown) = (new Latencies(), new Latencies());
        var (begin, used) = (Stopwatch.GetTimestamp(), web.Used);
        await Task.WhenAll(clerks.Select(clerk => GuardedAsync(async () =>
        {
            while (Stopwatch.GetElapsedTime(begin).TotalSeconds < seconds)
            {
                await SaveAsync(clerk, saved, shown);
            }
        })));
        var time = Stopwatch.GetElapsedTime(begin);
        Say($"no pause: {clerks.Count} clerks save again at once for {seconds} s", time, (saved, "save, until acknowledged"), (shown, "save and page"));
        Console.WriteLine(FormattableString.Invariant($"processor time of the web program: {(web.Used - used) / time:0.00} cores"));
    }

    /// <summary>Ordinary work: between two saves three checks and three drafts, at moments of chance.</summary>
    public async Task WorkAsync(int seconds, int every)
    {
        var (saved, shown, check, draft) = (new Latencies(), new Latencies(), new Latencies(), new Latencies());
        var (begin, used) = (Stopwatch.GetTimestamp(), web.Used);
        await Task.WhenAll(clerks.Select((clerk, at) => GuardedAsync(async () =>
        {
            var chance = new Random(at);
            await Task.Delay(TimeSpan.FromSeconds(chance.NextDouble() * every));
            while (Stopwatch.GetElapsedTime(begin).TotalSeconds < seconds)
            {
                for (var typed = 0; typed < 3; typed++)
                {
                    check.Add(await clerk.TypeAsync(draft: false));
                    draft.Add(await clerk.TypeAsync(draft: true));
                    await Task.Delay(TimeSpan.FromSeconds(chance.NextDouble() * 2 * every / 3));
                }

                await SaveAsync(clerk, saved, shown);
            }
        })));
        var time = Stopwatch.GetElapsedTime(begin);
        Say($"ordinary work: {clerks.Count} clerks, a save every {every} s each, checks and drafts between", time, (saved, "save, until acknowledged"), (shown, "save and page"), (check, "check while typing"), (draft, "draft kept"));
        Console.WriteLine(FormattableString.Invariant($"processor time of the web program: {(web.Used - used) / time:0.00} cores"));
    }

    private static async Task SaveAsync(Clerk clerk, Latencies saved, Latencies shown)
    {
        var (acknowledged, whole) = await clerk.SaveAsync();
        saved.Add(acknowledged);
        shown.Add(whole);
    }

    private async Task GuardedAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (fault is InvalidOperationException or HttpRequestException or TaskCanceledException)
        {
            lock (_errors)
            {
                _errors.Add(fault.Message);
            }
        }
    }

    private void Say(string what, TimeSpan time, params ReadOnlySpan<(Latencies Latencies, string Name)> lines)
    {
        Console.WriteLine();
        Console.WriteLine(what);
        Console.WriteLine("| | requests | a second | p50 ms | p95 ms | p99 ms | most ms |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var (latencies, name) in lines)
        {
            Console.WriteLine(latencies.Line(name, time));
        }

        Console.WriteLine($"errors so far: {_errors.Count}");
    }
}
