using System.Collections.Immutable;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources;

/// <summary>Writes down the search as it goes, so that its bound can be checked by another program.</summary>
internal sealed class ProofTree
{
    private readonly List<Entry> _entries = [];

    /// <summary>Nodes opened.</summary>
    public int Count => _entries.Count;

    /// <summary>The smallest bound over leaves and refused options; +∞ when every leaf is empty.</summary>
    public double LowerBound { get; private set; } = double.PositiveInfinity;

    public int Open(int parent, CellRef? cell, bool isTaken)
    {
        _entries.Add(new Entry(parent, cell, isTaken));
        return _entries.Count - 1;
    }

    /// <summary>Notes a bound and the options that it refuses.</summary>
    public void AddStep(int node, ConeForm[] forms, double[] multipliers, double value, ImmutableArray<CellRef> refused, double leastRefused)
    {
        var entry = _entries[node];
        entry.Bound = Math.Max(entry.Bound, value);
        entry.Steps.Add(new BoundStep([.. forms.Select((form, j) => form.ToBound(multipliers[j], multipliers[forms.Length + j]))], [], value, refused, leastRefused));
        LowerBound = Math.Min(LowerBound, leastRefused);
    }

    public void Close(int node, NodeEnd end, double bound)
    {
        var entry = _entries[node];
        entry.End = end;
        entry.Bound = end == NodeEnd.Branched ? Math.Max(entry.Bound, bound) : bound;
        if (end != NodeEnd.Branched)
        {
            LowerBound = Math.Min(LowerBound, bound);
        }
    }

    public ImmutableArray<BoundNode> ToNodes() =>
        [.. _entries.Select(each => new BoundNode(each.Parent, each.Cell, each.IsTaken, [.. each.Steps], each.End, each.Bound))];

    private sealed class Entry(int parent, CellRef? cell, bool isTaken)
    {
        public int Parent { get; } = parent;

        public CellRef? Cell { get; } = cell;

        public bool IsTaken { get; } = isTaken;

        public List<BoundStep> Steps { get; } = [];

        public NodeEnd End { get; set; } = NodeEnd.Unfinished;

        public double Bound { get; set; } = double.NegativeInfinity;
    }
}
