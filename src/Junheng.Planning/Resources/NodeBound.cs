using System.Collections.Immutable;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources;

/// <summary>Works a node off as far as bounds reach: ranges of totals, multipliers, refused options, and again while that helps.</summary>
internal sealed class NodeBound
{
    private const int RootPasses = 10;
    private const int NodePasses = 3;
    private const int RootEvaluations = 120;
    private const int NodeEvaluations = 40;
    private readonly StageModel _stage;
    private readonly SearchLimits _limits;
    private readonly Incumbent _incumbent;
    private readonly StageDual _dual;
    private readonly ProofTree _proof;
    private readonly TotalRanges _ranges;
    private readonly DualAscent _ascent;
    private readonly double[] _scale;
    private readonly double[] _most;
    private readonly double[] _slope;

    public NodeBound(StageModel stage, SearchLimits limits, Incumbent incumbent, StageDual dual, ProofTree proof)
    {
        (_stage, _limits, _incumbent, _dual, _proof) = (stage, limits, incumbent, dual, proof);
        _ranges = new TotalRanges(stage, incumbent.Costs);
        var count = stage.Indicators.Length;
        _ascent = new DualAscent(2 * count);
        (_scale, _most, _slope) = (new double[2 * count], new double[2 * count], new double[2 * count]);
    }

    private double Target => _limits.Target(_incumbent.Cost);

    /// <summary>True when the node is closed; otherwise the view holds the units that still have a choice, and the frame the best bound.</summary>
    public bool Work(Frame frame, int node, bool isRoot)
    {
        for (var pass = 0; ; pass++)
        {
            if (!_ranges.Update(frame))
            {
                _proof.Close(node, NodeEnd.Empty, double.PositiveInfinity);
                return true;
            }

            _dual.View.Build(frame.Options);
            if (_ranges.LeastCost - _ranges.Rounding >= Target || _dual.View.Count == 0)
            {
                _incumbent.TryMarked(frame.Options, null);
                _proof.Close(node, NodeEnd.Levels, _ranges.LeastCost - _ranges.Rounding);
                return true;
            }

            SetForms(frame);
            var length = isRoot ? pass == 0 ? 0.1 : 0.02 : 0.02;
            _scale.CopyTo(frame.Scale.AsSpan());
            _most.CopyTo(frame.Limit.AsSpan());
            _ascent.Run(_dual, frame.Multipliers, _scale, _most, length, isRoot ? RootEvaluations : NodeEvaluations, Target * (1 + 1e-12));
            var value = _dual.Evaluate(frame.Multipliers, _slope);
            frame.Value = Math.Max(frame.Value, value - _dual.Rounding(frame.Multipliers));
            var before = _incumbent.Cost;
            if (Closes(frame, node, value))
            {
                return true;
            }

            _incumbent.TryChosen(frame.Options, _dual);
            if (isRoot && pass > 0)
            {
                _incumbent.Exchange(frame.Options, _dual, Target - value);
            }

            if (Closes(frame, node, value))
            {
                return true;
            }

            var refused = Refuse(frame, node, value - _dual.Rounding(frame.Multipliers));
            if ((refused == 0 && _incumbent.Cost >= before && pass > 0) || pass + 1 >= (isRoot ? RootPasses : NodePasses))
            {
                if (refused > 0)
                {
                    // The view must fit the options for whoever branches.
                    _dual.View.Build(frame.Options);
                    if (_dual.View.Count == 0)
                    {
                        continue;
                    }

                    _dual.Prepare();
                    _dual.Evaluate(frame.Multipliers, _slope);
                }

                return false;
            }
        }
    }

    private bool Closes(Frame frame, int node, double value)
    {
        var safe = value - _dual.Rounding(frame.Multipliers);
        if (safe < Target)
        {
            return false;
        }

        _proof.AddStep(node, frame.Forms, frame.Multipliers, safe, [], double.PositiveInfinity);
        _proof.Close(node, NodeEnd.Multipliers, safe);
        return true;
    }

    /// <summary>Quadratic forms for the ranges as they are now, wherever they are no worse than the form at hand.</summary>
    private void SetForms(Frame frame)
    {
        frame.Forms.CopyTo(_dual.Forms.AsSpan());
        _dual.Prepare();
        var value = _dual.Evaluate(frame.Multipliers, _slope);
        for (var j = 0; j < frame.Forms.Length; j++)
        {
            var indicator = _stage.Indicators[j];
            if (indicator.HasLimit && _ranges.Low(frame, j) is > 0 and var low && _ranges.High(frame, j, _incumbent.Cost) is var high && double.IsFinite(high))
            {
                value = Upgrade(frame, j, ConeForm.Quadratic(_stage, indicator, low, high), value);
            }

            SetScale(frame, j);
        }

        _dual.Forms.CopyTo(frame.Forms.AsSpan());
        _dual.Prepare();
    }

    private double Upgrade(Frame frame, int j, ConeForm quadratic, double value)
    {
        var (old, multiplier) = (_dual.Forms[j], frame.Multipliers[j]);
        _dual.Forms[j] = quadratic;
        if (quadratic.High - quadratic.Low <= 1e-9 * quadratic.High)
        {
            (frame.Multipliers[j], frame.Multipliers[frame.Forms.Length + j]) = (0, _stage.Indicators[j].Price);
        }
        else if (old.Kind == ConeKind.Linear)
        {
            // Where both touch the limit the two forms have the same slope: 2 μ' N P = μ.
            frame.Multipliers[j] = multiplier / (2 * old.Norm * _stage.TotalPupils);
        }
        else
        {
            return value;
        }

        _dual.Prepare();
        var there = _dual.Evaluate(frame.Multipliers, _slope);
        if (there >= value || old.Kind != ConeKind.Linear)
        {
            return there;
        }

        (_dual.Forms[j], frame.Multipliers[j], frame.Multipliers[frame.Forms.Length + j]) = (old, multiplier, 0);
        return value;
    }

    /// <summary>How far the multipliers may move: both stay where the total is settled, and that of the least total where the limit plays no part.</summary>
    private void SetScale(Frame frame, int j)
    {
        var (form, price, total) = (_dual.Forms[j], _stage.Indicators[j].Price, frame.Forms.Length + j);
        var isSettled = form.Kind == ConeKind.None || (form.Kind == ConeKind.Quadratic && form.High - form.Low <= 1e-9 * form.High);
        _most[j] = form.MostMultiplier;
        _scale[j] = isSettled ? 0 : form.Kind == ConeKind.Linear ? form.MostMultiplier : Math.Max(frame.Multipliers[j], price / form.Beta);
        _most[total] = price;
        _scale[total] = form.Kind == ConeKind.Quadratic && !isSettled && frame.Multipliers[j] > 1e-3 * price / form.Beta ? price : 0;
    }

    /// <summary>Refuses the options that the bound excludes; returns how many.</summary>
    private int Refuse(Frame frame, int node, double value)
    {
        var (view, target, least) = (_dual.View, Target, double.PositiveInfinity);
        var refused = ImmutableArray.CreateBuilder<CellRef>();
        for (var u = 0; u < view.Count; u++)
        {
            var smallest = double.PositiveInfinity;
            for (var cell = view.First[u]; cell < view.First[u + 1]; cell++)
            {
                smallest = _dual.IsChosen[cell] ? Math.Min(smallest, _dual.CellGain[cell]) : smallest;
            }

            for (var cell = view.First[u]; cell < view.First[u + 1]; cell++)
            {
                var without = value + smallest - _dual.CellGain[cell];
                if (!_dual.IsChosen[cell] && without >= target)
                {
                    least = Math.Min(least, without);
                    var (j, i) = (view.CellIndicator[cell], view.CellUnit[cell]);
                    frame.Decide(j, i, false);
                    refused.Add(new CellRef(_stage.UnitIndex[i], _stage.Indicators[j].Index));
                }
            }
        }

        if (refused.Count > 0)
        {
            _proof.AddStep(node, frame.Forms, frame.Multipliers, value, refused.ToImmutable(), least);
        }

        return refused.Count;
    }
}
