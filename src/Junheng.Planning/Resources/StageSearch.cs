using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources;

/// <summary>
/// Finds the cheapest plan of one stage and proves it: direct savings, relaxation and linear bound at the root; then, at every node, ranges of totals, the
/// bound that knows whole steps, refusing of options by reduced cost, plans from what the bound chose, and branching on what remains undecided.
/// </summary>
internal sealed class StageSearch
{
    private const int DeepestNode = 600;
    private readonly StageModel _stage;
    private readonly SearchLimits _limits;
    private readonly StageDual _dual;
    private readonly NodeBound _bound;
    private readonly BranchChoice _choice;
    private readonly Stack<Frame> _free = new();

    public StageSearch(StageModel stage, SearchLimits limits)
    {
        (_stage, _limits) = (stage, limits);
        Incumbent = new Incumbent(stage);
        _dual = new StageDual(stage);
        Proof = new ProofTree();
        _bound = new NodeBound(stage, limits, Incumbent, _dual, Proof);
        _choice = new BranchChoice(stage, _dual);
    }

    /// <summary>The best choice of exceptions found, with its amounts.</summary>
    public Incumbent Incumbent { get; }

    public ProofTree Proof { get; }

    public bool HasPlan { get; private set; }

    /// <summary>Whether the limits stopped the search before the tree was worked off.</summary>
    public bool IsCut { get; private set; }

    private double Target => _limits.Target(Incumbent.Cost);

    /// <summary>Runs; <paramref name="start"/> marks the exceptions of a similar plan by indicator and unit, or is null.</summary>
    public void Run(byte[][]? start)
    {
        var root = new Frame(_stage);
        var node = Proof.Open(-1, null, false);
        if (!root.Options.Start(_stage))
        {
            Proof.Close(node, NodeEnd.Empty, double.PositiveInfinity);
            return;
        }

        if (start is not null)
        {
            Incumbent.TryMarked(root.Options, start);
        }

        if (!new RootBound(_stage, Incumbent, _dual, _limits).Raise(root))
        {
            Proof.Close(node, NodeEnd.Empty, double.PositiveInfinity);
            return;
        }

        if (!_bound.Work(root, node, true))
        {
            Branch(root, node, 0);
        }

        HasPlan = double.IsFinite(Incumbent.Cost);
    }

    private void Visit(Frame frame, int node, int depth)
    {
        if (Proof.Count > _limits.Nodes || depth > DeepestNode || _limits.IsTimeUp)
        {
            IsCut = true;
            Proof.Close(node, NodeEnd.Unfinished, frame.Value);
            return;
        }

        if (!_bound.Work(frame, node, false))
        {
            Branch(frame, node, depth);
        }
    }

    private void Branch(Frame frame, int node, int depth)
    {
        var cell = _choice.Choose(frame, Target);
        var (j, i) = (_dual.View.CellIndicator[cell], _dual.View.CellUnit[cell]);
        Proof.Close(node, NodeEnd.Branched, frame.Value);
        var name = new CellRef(_stage.UnitIndex[i], _stage.Indicators[j].Index);
        for (var taken = 1; taken >= 0; taken--)
        {
            var child = _free.Count > 0 ? _free.Pop() : new Frame(_stage);
            child.CopyFrom(frame);
            child.Decide(j, i, taken == 1);
            Visit(child, Proof.Open(node, name, taken == 1), depth + 1);
            _free.Push(child);
        }
    }
}
