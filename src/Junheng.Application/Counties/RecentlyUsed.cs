namespace Junheng.Application.Counties;

/// <summary>Keeps the values used last. Safe for many threads.</summary>
/// <typeparam name="TKey">What a value is found by.</typeparam>
/// <typeparam name="TValue">The values.</typeparam>
/// <param name="most">How many are kept.</param>
public sealed class RecentlyUsed<TKey, TValue>(int most)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _byKey = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _order = new();

    /// <summary>The value, which counts as used; null when it is not kept.</summary>
    public TValue? Find(TKey key)
    {
        lock (_gate)
        {
            if (!_byKey.TryGetValue(key, out var node))
            {
                return null;
            }

            _order.Remove(node);
            _order.AddFirst(node);
            return node.Value.Value;
        }
    }

    /// <summary>Keeps a value, dropping the one not used for longest; gives the value that another thread kept before, if one did.</summary>
    public TValue Keep(TKey key, TValue value)
    {
        lock (_gate)
        {
            if (_byKey.TryGetValue(key, out var earlier))
            {
                return earlier.Value.Value;
            }

            Add(key, value);
            return value;
        }
    }

    /// <summary>Keeps a value in place of the one kept before, if one was.</summary>
    public void Replace(TKey key, TValue value)
    {
        lock (_gate)
        {
            if (_byKey.Remove(key, out var earlier))
            {
                _order.Remove(earlier);
            }

            Add(key, value);
        }
    }

    private void Add(TKey key, TValue value)
    {
        _byKey[key] = _order.AddFirst((key, value));
        if (_order.Count > most)
        {
            _byKey.Remove(_order.Last!.Value.Key);
            _order.RemoveLast();
        }
    }
}
