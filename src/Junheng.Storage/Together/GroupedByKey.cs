using System.Collections.Concurrent;

namespace Junheng.Storage.Together;

/// <summary>Groups for each key, such as a county: keys don't wait for each other.</summary>
internal sealed class GroupedByKey<TKey, TItem, TAnswer>(Func<TKey, IReadOnlyList<TItem>, Task<IReadOnlyList<TAnswer>>> run, int most = 64)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Grouped<TItem, TAnswer>> _groups = new();

    public Task<TAnswer> RunAsync(TKey key, TItem item, CancellationToken cancellation) =>
        _groups.GetOrAdd(key, each => new Grouped<TItem, TAnswer>(items => run(each, items), most)).RunAsync(item, cancellation);
}
