using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources;

/// <summary>
/// Finds the cheapest plan of one stage and proves it: direct savings, relaxation, multipliers, whole-number bound, refusing of options by reduced cost,
/// exchanges, and branch and bound on what remains undecided.
/// </summary>
internal sealed class StageSearch
{
    private const int RootIterations = 30;
    private const int NodeIterations = 12;
    private const int RootRounds = 12;
    private const int NodeRounds = 3;
    private const int DeepestNode = 600;

    private static readonly double[] _beside = [-0.03, -0.01, -0.003, -0.001, 0.001, 0.003, 0.01, 0.03];

    private readonly StageModel _stage;
    private readonly SearchLimits _limits;
    private readonly Incumbent _incumbent;
    private readonly Relaxation _relaxation;
    private readonly StageBound _trial;
    private readonly StageBound _fresh;
    private readonly LinearMultipliers _linear;
    private readonly WholeMultipliers _whole;
    private readonly TotalRanges _ranges;
    private readonly ProofTree _proof = new();
    private readonly Stack<Frame> _free = new();

    public StageSearch(StageModel stage, SearchLimits limits)
    {
        (_stage, _limits) = (stage, limits);
        _incumbent = new Incumbent(stage);
        _relaxation = new Relaxation(stage);
        _trial = new StageBound(stage);
        _fresh = new StageBound(stage);
        _linear = new LinearMultipliers(stage);
        _whole = new WholeMultipliers(stage);
        _ranges = new TotalRanges(stage, _incumbent.Costs);
    }

    /// <summary>The best choice of exceptions found, with its amounts.</summary>
    public Incumbent Incumbent => _incumbent;

    public ProofTree Proof => _proof;

    public bool HasPlan { get; private set; }

    /// <summary>Whether the limits stopped the search before the tree was worked off.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Runs; <paramref name="start"/> marks the exceptions of a similar plan by indicator and unit, or is null.</summary>
    public void Run(byte[][]? start)
    {
        var root = new Frame(_stage);
        if (!root.Options.Start(_stage))
        {
            _proof.Close(_proof.Open(-1, null, false), NodeEnd.Empty, double.PositiveInfinity);
            return;
        }

        SetDirectSavings(root);
        _incumbent.Try(root.Options, root.Weights);
        if (start is not null)
        {
            _incumbent.TryMarked(root.Options, start);
        }

        Visit(root, _proof.Open(-1, null, false), 0);
        HasPlan = double.IsFinite(_incumbent.Cost);
    }

    private double Target => _limits.Target(_incumbent.Cost);

    private void Visit(Frame frame, int node, int depth)
    {
        var isRoot = depth == 0;
        if (!isRoot && Closes(node, frame, frame.Bound))
        {
            return;
        }

        if (!_ranges.Update(frame.Options, _incumbent.Cost))
        {
            _proof.Close(node, NodeEnd.Empty, double.PositiveInfinity);
            return;
        }

        if (_ranges.LeastCost - _ranges.Rounding >= Target || !frame.HasChoice())
        {
            _incumbent.TryMarked(frame.Options, null);
            _proof.Close(node, NodeEnd.Levels, _ranges.LeastCost - _ranges.Rounding);
            return;
        }

        if (!isRoot && (_proof.Count > _limits.Nodes || depth > DeepestNode || _limits.IsTimeUp))
        {
            IsCut = true;
            var value = frame.Bound.SafeValue(frame.Options);
            _proof.AddStep(node, frame.Bound, value, [], double.PositiveInfinity);
            _proof.Close(node, NodeEnd.Unfinished, value);
            return;
        }

        if (Tighten(frame, node, isRoot))
        {
            return;
        }

        Branch(frame, node, depth);
    }

    /// <summary>Bounds and refusals at a node; true when it is closed.</summary>
    private bool Tighten(Frame frame, int node, bool isRoot)
    {
        var (options, bound) = (frame.Options, frame.Bound);
        Ascend(frame, isRoot);
        Adopt(frame, isRoot);
        if (Closes(node, frame, bound))
        {
            return true;
        }

        Refuse(frame, node);
        _ranges.Update(options, _incumbent.Cost);
        _whole.Improve(_linear, options, _fresh, _ranges.Low, _ranges.High, isRoot);
        Adopt(frame, false);
        if (Closes(node, frame, bound))
        {
            return true;
        }

        if (isRoot || _proof.Count % 8 == 0)
        {
            _incumbent.Try(options, bound.Gains);
            _incumbent.Try(options, frame.Weights);
        }

        Refuse(frame, node);
        if (isRoot)
        {
            var before = _incumbent.Cost;
            _incumbent.Exchange(options, bound.Gains);
            if (_incumbent.Cost < before)
            {
                _ranges.Update(options, _incumbent.Cost);
                _whole.Improve(_linear, options, bound, _ranges.Low, _ranges.High, false);
                if (Closes(node, frame, bound))
                {
                    return true;
                }

                Refuse(frame, node);
            }
        }

        return Closes(node, frame, bound);
    }

    /// <summary>
    /// Raises the linear bound: multipliers at the present weights, then the vertex that they single out is averaged into the weights, from which the next
    /// directions are made. Each vertex is also a plan; at a kink a hair's breadth of the multiplier decides how many units switch, so both sides are tried.
    /// </summary>
    private void Ascend(Frame frame, bool isRoot)
    {
        var (options, best, stalled) = (frame.Options, double.NegativeInfinity, 0);
        _relaxation.Improve(frame.Weights, options, isRoot ? RootIterations : NodeIterations, Target);
        if (isRoot)
        {
            _incumbent.Try(options, frame.Weights);
        }

        for (var round = 0; round < (isRoot ? RootRounds : NodeRounds) && stalled < 3; round++)
        {
            var value = _linear.Polish(frame.Weights, options, _trial, isRoot && round == 0);
            stalled = value > best + (2e-6 * Math.Abs(best)) ? 0 : stalled + 1;
            if (value > best)
            {
                best = value;
                _fresh.CopyFrom(_trial);
            }

            if (isRoot)
            {
                _incumbent.Try(options, _trial.Gains);
                if (round < 3)
                {
                    TryBeside(options);
                }
            }

            if (best >= Target)
            {
                return;
            }

            frame.AverageIn(_trial.Gains, isRoot ? 1.0 / (round + 2) : 0.3);
        }
    }

    private void Adopt(Frame frame, bool isFirst)
    {
        if (isFirst || _fresh.Value(frame.Options) > frame.Bound.Value(frame.Options))
        {
            frame.Bound.CopyFrom(_fresh);
        }
    }

    private void TryBeside(ExceptionOptions options)
    {
        for (var j = 0; j < _stage.Indicators.Length; j++)
        {
            var share = _linear.Share[j];
            if (share <= 0)
            {
                continue;
            }

            foreach (var by in _beside)
            {
                if (share + by is > 0 and <= 1 && _linear.TrySet(j, share + by, _trial) is not null)
                {
                    _incumbent.Try(options, _trial.Gains);
                }
            }

            _linear.TrySet(j, share, _trial);
        }
    }

    private bool Closes(int node, Frame frame, StageBound bound)
    {
        var value = bound.SafeValue(frame.Options);
        if (value < Target)
        {
            return false;
        }

        _proof.AddStep(node, bound, value, [], double.PositiveInfinity);
        _proof.Close(node, NodeEnd.Multipliers, value);
        return true;
    }

    /// <summary>Refuses the options that the bound excludes.</summary>
    private void Refuse(Frame frame, int node)
    {
        var (options, gains) = (frame.Options, frame.Bound.Gains);
        var value = frame.Bound.SafeValue(options);
        var target = Target;
        var refused = new List<CellRef>();
        var least = double.PositiveInfinity;
        for (var i = 0; i < _stage.Count; i++)
        {
            if (!options.IsUndecided(i))
            {
                continue;
            }

            var smallest = options.SmallestRealised(gains, i);
            for (var j = 0; j < gains.Length; j++)
            {
                if (options.Of(j)[i] == ExceptionOptions.Open && gains[j][i] < smallest && value + smallest - gains[j][i] >= target)
                {
                    least = Math.Min(least, value + smallest - gains[j][i]);
                    options.Refuse(j, i);
                    refused.Add(new CellRef(_stage.UnitIndex[i], _stage.Indicators[j].Index));
                    frame.Shift(j, i);
                }
            }
        }

        if (refused.Count > 0)
        {
            _proof.AddStep(node, frame.Bound, value, refused, least);
        }
    }

    private void Branch(Frame frame, int node, int depth)
    {
        if (!frame.HasChoice())
        {
            Visit(frame, node, depth + 1);
            return;
        }

        var (j, i) = frame.MostUndecided();
        _proof.Close(node, NodeEnd.Branched, frame.Bound.SafeValue(frame.Options));
        var cell = new CellRef(_stage.UnitIndex[i], _stage.Indicators[j].Index);
        for (var taken = 1; taken >= 0; taken--)
        {
            var child = _free.Count > 0 ? _free.Pop() : new Frame(_stage);
            child.CopyFrom(frame);
            if (taken == 1)
            {
                child.Options.Take(j, i);
            }
            else
            {
                child.Options.Refuse(j, i);
            }

            child.Settle(i);
            Visit(child, _proof.Open(node, cell, taken == 1), depth + 1);
            _free.Push(child);
        }
    }

    /// <summary>Every unit takes the exceptions that save most by themselves.</summary>
    private void SetDirectSavings(Frame frame)
    {
        for (var j = 0; j < _stage.Indicators.Length; j++)
        {
            var indicator = _stage.Indicators[j];
            for (var i = 0; i < _stage.Count; i++)
            {
                frame.Bound.Gains[j][i] = indicator.Price * (indicator.Full[i] - indicator.Low[i]);
            }
        }

        for (var i = 0; i < _stage.Count; i++)
        {
            frame.Settle(i);
        }
    }
}
