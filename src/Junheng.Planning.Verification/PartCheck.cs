using Junheng.Domain.Plans;

namespace Junheng.Planning.Verification;

/// <summary>Replays the tree of a part: every leaf's bound, computed again, must reach the part's lower bound, and the leaves must cover every plan.</summary>
internal sealed class PartCheck
{
    private readonly PartModel _part;
    private readonly BoundPart _claim;
    private readonly double _target;
    private readonly double _cost;
    private readonly NodeState?[] _states;
    private readonly int[] _childrenLeft;
    private readonly Dictionary<(int, int, string), (double Least, double Most)> _totals = [];

    private PartCheck(ResourceProblem problem, BoundPart claim, double? target = null)
    {
        (_part, _claim) = (new PartModel(problem, claim), claim);
        _cost = claim.Cost is { } cost ? Outward.Up(cost) : double.PositiveInfinity;
        var bound = claim.LowerBound.ToDouble();
        _target = target ?? bound - Math.Max(PlanVerifier.Tolerance * Math.Abs(double.IsFinite(_cost) ? _cost : bound), 1e-6);
        _states = new NodeState?[claim.Nodes.Length];
        _childrenLeft = new int[claim.Nodes.Length];
    }

    public static void Run(ResourceProblem problem, BoundPart claim)
    {
        if (claim.LowerBound.Sign < 0 || claim.LowerBound > claim.Cost)
        {
            throw new RejectedException("一个部分的下限为负或高于投入", "A part's lower bound is negative or above its cost");
        }

        var check = new PartCheck(problem, claim);
        if (claim.Composite is { } composite)
        {
            CompositeCheck.Run(check._part, claim, composite, check._target);
            return;
        }

        if (claim.LowerBound.Sign > 0)
        {
            check.Tree();
        }
    }

    /// <summary>Whether the tree leaves no plan at all: every leaf is empty.</summary>
    public static void RunEmpty(ResourceProblem problem, BoundPart claim) => new PartCheck(problem, claim with { Cost = null }, double.PositiveInfinity).Tree();

    private static RejectedException Broken(int node, string zh, string en) => new($"证明第{node + 1}个节点：{zh}", $"Node {node + 1} of the proof: {en}");

    private void Tree()
    {
        var nodes = _claim.Nodes;
        if (nodes.IsEmpty || nodes[0].Parent != -1)
        {
            throw new RejectedException("证明没有根节点", "The proof has no root");
        }

        CheckBranches();
        for (var at = 0; at < nodes.Length; at++)
        {
            var state = Enter(at);
            foreach (var step in nodes[at].Steps)
            {
                Apply(at, state, step);
            }

            if (_childrenLeft[at] > 0)
            {
                Narrow(state, nodes[at]);
                _states[at] = state;
            }
            else
            {
                Close(at, state);
            }
        }
    }

    /// <summary>A branched node has its two children, decided on one cell or one range, or none: then it is a leaf with its own bound. Nothing else has any.</summary>
    private void CheckBranches()
    {
        var children = _claim.Nodes.Index().Where(node => node.Index > 0).ToLookup(node => node.Item.Parent, node => node.Item);
        for (var at = 0; at < _claim.Nodes.Length; at++)
        {
            var own = children[at].ToList();
            _childrenLeft[at] = own.Count;
            var isBranched = _claim.Nodes[at].End == NodeEnd.Branched;
            var isWhole = own.Count == 0 || (own.Count == 2 && (IsCellPair(own[0], own[1]) || IsRangePair(own[0], own[1]))) || (own.Count == 1 && own[0].Cell is null && own[0].Range is null);
            if ((!isBranched && own.Count > 0) || !isWhole)
            {
                throw Broken(at, "缺少分支或分支不完整", "a branch is missing or incomplete");
            }
        }

        if (_claim.Nodes.Index().Any(node => node.Index > 0 && (node.Item.Parent < 0 || node.Item.Parent >= node.Index)))
        {
            throw new RejectedException("证明的节点次序有误", "The nodes of the proof are out of order");
        }
    }

    private static bool IsCellPair(BoundNode one, BoundNode other) => one.Cell is not null && one.Cell == other.Cell && one.IsTaken != other.IsTaken && one.Range is null && other.Range is null;

    /// <summary>Two ranges of one purchase that leave nothing out: the upper begins where the lower ends, or one step above.</summary>
    private bool IsRangePair(BoundNode one, BoundNode other)
    {
        if (one.Cell is not null || other.Cell is not null || one.Range is not { AtLeast: null, AtMost: { } most } lower || other.Range is not { AtMost: null, AtLeast: { } least } upper || lower.Purchase != upper.Purchase
            || Array.IndexOf(_part.Purchases, lower.Purchase) < 0)
        {
            return false;
        }

        var step = _part.Problem.Purchases[lower.Purchase].Step;
        return least <= most || (step is { } each && least - most <= each && (most / each).IsInteger);
    }

    private NodeState Enter(int at)
    {
        var node = _claim.Nodes[at];
        if (at == 0)
        {
            return NodeState.Root(_part);
        }

        var parent = _states[node.Parent] ?? throw Broken(at, "上级节点没有分支", "its parent is not branched");
        var state = parent.Copy();
        if (--_childrenLeft[node.Parent] == 0)
        {
            _states[node.Parent] = null;
        }

        if (node.Cell is { } cell)
        {
            Decide(at, state, cell, node.IsTaken);
        }

        if (node.Range is { } range)
        {
            var a = Array.IndexOf(_part.Purchases, range.Purchase);
            state.Least[a] = Math.Max(state.Least[a], range.AtLeast?.ToDouble() * (1 - 1e-13) ?? 0);
            state.Most[a] = Math.Min(state.Most[a], range.AtMost?.ToDouble() * (1 + 1e-13) ?? double.PositiveInfinity);
        }

        return state;
    }

    private void Decide(int at, NodeState state, CellRef reference, bool isTaken)
    {
        if (!_part.Place.TryGetValue(reference.Unit, out var unit) || reference.Indicator < 0 || reference.Indicator >= _part.Indicators)
        {
            throw Broken(at, "所决定的余项不存在", "the cell decided does not exist");
        }

        var cell = (unit * _part.Indicators) + reference.Indicator;
        if (state.Cells[cell] != NodeState.Open)
        {
            throw Broken(at, "所决定的余项已经决定过", "the cell decided is not open");
        }

        if (isTaken)
        {
            state.Take(cell, _part.Indicators);
        }
        else
        {
            state.Cells[cell] = NodeState.Closed;
        }
    }

    private void Apply(int at, NodeState state, BoundStep step)
    {
        var ranges = Ranges(at, state, step);
        CapByCost(state);
        var bound = new StepBound(_part, state, step, ranges);
        var value = bound.Value();
        state.Bound = Math.Max(state.Bound, double.IsNaN(value) ? double.NegativeInfinity : value);
        var closed = new List<int>();
        foreach (var reference in step.Refused)
        {
            if (!_part.IsPlain || !_part.Place.TryGetValue(reference.Unit, out var unit) || reference.Indicator < 0 || reference.Indicator >= _part.Indicators)
            {
                throw Broken(at, "否定的余项不存在", "a refused option does not exist");
            }

            var cell = (unit * _part.Indicators) + reference.Indicator;
            var smallest = bound.Realised(unit, state.Left[unit]) - bound.Realised(unit, state.Left[unit] - 1);
            if (state.Cells[cell] != NodeState.Open || !(value + Math.Max(0, smallest) - bound.Gain[cell] >= _target))
            {
                throw Broken(at, "否定一个余项的理由不成立", "an option is refused without ground");
            }

            closed.Add(cell);
        }

        foreach (var cell in closed)
        {
            state.Cells[cell] = NodeState.Closed;
        }
    }

    /// <summary>
    /// Quadratic forms rest on a range of the total: no smaller than the indicator needs alone, no larger than a cheapest plan can buy. Stated ranges may err by a hair; the bound is computed
    /// from what is proven here.
    /// </summary>
    private (double Low, double High)[] Ranges(int at, NodeState state, BoundStep step)
    {
        var ranges = new (double Low, double High)[step.Cones.Length];
        for (var q = 0; q < step.Cones.Length; q++)
        {
            var cone = step.Cones[q];
            if (cone.Kind != ConeKind.Quadratic)
            {
                continue;
            }

            var (stage, j) = (q / _part.Indicators, q % _part.Indicators);
            var totals = Of(state, stage, j, false);
            var rest = 0.0;
            for (var k = 0; k < _part.Indicators; k++)
            {
                rest += k == j ? 0 : Of(state, stage, k, false).Cost * (1 - Outward.Few);
            }

            var added = (_cost - rest) * (1 + Outward.Few) / totals.Price;
            added = totals.Step > 0 && double.IsFinite(added) ? Math.Floor((added / totals.Step) + 1e-7) * totals.Step : added;
            var paid = totals.Price > 0 ? (totals.Stock + added) * (1 + Outward.Few) : double.PositiveInfinity;
            var high = Math.Min(paid, Of(state, stage, j, true).Most);
            var slack = 1e-9 * Math.Max(1, totals.Total);
            if (!(cone.Low <= totals.Total + slack))
            {
                throw Broken(at, $"{_part.Problem.Indicators[j]} 的总量下界不成立", $"the least total of {_part.Problem.Indicators[j]} is not proven");
            }

            if (!(cone.High >= high - slack))
            {
                throw Broken(at, $"{_part.Problem.Indicators[j]} 的总量上界不成立", $"the largest total of {_part.Problem.Indicators[j]} is not proven");
            }

            ranges[q] = (totals.Total, high);
        }

        return ranges;
    }

    /// <summary>Totals and cost of an indicator alone; with the options granted, or without those that are still a choice.</summary>
    private (double Total, double Most, double Cost, double Stock, double Price, double Step) Of(NodeState state, int stage, int j, bool isStrict)
    {
        bool IsExcepted(int cell) => state.Cells[cell] == NodeState.Taken
            || (state.Cells[cell] == NodeState.Open && (!isStrict || OpenCount(state, cell / _part.Indicators) <= state.Left[cell / _part.Indicators]));
        var least = new LeastTotals(_part, stage, j, IsExcepted, _part.SquaredRoot(stage, j));
        var key = (stage, j, string.Concat(Enumerable.Range(0, _part.Units.Length).Where(i => _part.StageOf(i) == stage).Select(i => IsExcepted((i * _part.Indicators) + j) ? '1' : '0')));
        if (!_totals.TryGetValue(key, out var total))
        {
            _totals[key] = total = least.Range();
        }

        return (total.Least, total.Most, least.CostOf(total.Least), least.Stock, least.Price, least.Step);
    }

    private int OpenCount(NodeState state, int unit) => state.Cells.AsSpan(unit * _part.Indicators, _part.Indicators).Count(NodeState.Open);

    /// <summary>What the part's cost and the last bound leave for each purchase of a tied part.</summary>
    private void Narrow(NodeState state, BoundNode node)
    {
        if (_part.IsPlain || !double.IsFinite(_cost))
        {
            return;
        }

        if (node.Steps is [.., var last])
        {
            var step = new StepBound(_part, state, last);
            var value = step.Value();
            var tied = new TiedBound(_part, state, step);
            for (var a = 0; a < tied.Reduced.Length && double.IsFinite(value); a++)
            {
                NarrowOne(state, a, tied, value);
            }
        }

        CapByCost(state);
    }

    /// <summary>No plan cheaper than the part's buys more of a purchase than its cost pays for besides what is locked.</summary>
    private void CapByCost(NodeState state)
    {
        if (_part.IsPlain || !double.IsFinite(_cost))
        {
            return;
        }

        var locked = Enumerable.Range(0, state.Least.Length).Sum(a => _part.Price[a] * state.Least[a]);
        for (var a = 0; a < state.Least.Length; a++)
        {
            var room = Math.Max(0, (_cost * (1 + 1e-12)) - locked) / _part.Price[a];
            room = _part.Step[a] > 0 ? Math.Floor((room / _part.Step[a]) + 1e-7) * _part.Step[a] : room * (1 + 1e-9);
            state.Most[a] = Math.Min(state.Most[a], state.Least[a] + room);
        }
    }

    private void NarrowOne(NodeState state, int a, TiedBound tied, double value)
    {
        var reduced = tied.Reduced[a];
        if (!tied.IsSimple(a) || Math.Abs(reduced) < 1e-9 * _part.Price[a])
        {
            return;
        }

        var room = (Math.Max(0, _cost - value) / Math.Abs(reduced) * (1 + 1e-9)) + 1e-9;
        room = _part.Step[a] > 0 ? Math.Floor((room / _part.Step[a]) + 1e-7) * _part.Step[a] : room;
        if (reduced > 0)
        {
            var need = _part.Effects[a].Aggregate(state.Least[a], (most, effect) => Math.Max(most, _part.NeedForNorm[effect.Cell]));
            state.Most[a] = Math.Min(state.Most[a], need + room);
        }
        else if (double.IsFinite(state.Most[a]))
        {
            state.Least[a] = Math.Max(state.Least[a], state.Most[a] - room);
        }
    }

    private void Close(int at, NodeState state)
    {
        var node = _claim.Nodes[at];
        var bound = node.End switch
        {
            NodeEnd.Levels when _part.IsPlain => Levels(state),
            NodeEnd.Levels when SettledAmounts.Are(state) => SettledAmounts.Cost(_part, state),
            NodeEnd.Levels => throw Broken(at, "还有没有决定的采购", "a purchase is still undecided"),
            NodeEnd.Empty => IsEmpty(state) ? double.PositiveInfinity : double.NegativeInfinity,
            _ => state.Bound,
        };
        if (!(Math.Max(bound, state.Bound) >= _target) && double.IsPositiveInfinity(_target))
        {
            throw Broken(at, "其中仍可能有方案", "it may still hold a plan");
        }

        if (!(Math.Max(bound, state.Bound) >= _target))
        {
            throw Broken(at, $"重算的下界 {bound:R} 达不到 {_claim.LowerBound.ToDouble():R}", $"the bound computed again, {bound:R}, does not reach {_claim.LowerBound.ToDouble():R}");
        }
    }

    private double Levels(NodeState state)
    {
        var sum = 0.0;
        for (var stage = 0; stage < _part.Stages.Length; stage++)
        {
            for (var j = 0; j < _part.Indicators; j++)
            {
                sum += Of(state, stage, j, false).Cost;
            }
        }

        return sum * (1 - (sum < double.PositiveInfinity ? _part.Stages.Length * _part.Indicators * Outward.Unit : 0));
    }

    private bool IsEmpty(NodeState state)
    {
        if (state.IsImpossible)
        {
            return true;
        }

        if (_part.IsPlain)
        {
            return double.IsInfinity(Levels(state));
        }

        var nothing = new BoundStep([.. Enumerable.Repeat(ConeBound.Absent, _part.Stages.Length * _part.Indicators)], [], 0, [], double.PositiveInfinity);
        return double.IsPositiveInfinity(new StepBound(_part, state, nothing).Value()) || (SettledAmounts.Are(state) && !SettledAmounts.Comply(_part, state));
    }
}
