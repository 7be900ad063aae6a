using System.Collections.Immutable;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources.Coupled;

/// <summary>Multipliers for a box, the exceptions that they single out, plans made from those, directions from the plans, and again.</summary>
internal sealed class CoupledAscent
{
    private const int Rounds = 12;
    private const int FewRounds = 3;
    private const int Evaluations = 80;
    private const int CurveRounds = 6;
    private const int CurveEvaluations = 60;
    private const int CurveTries = 4;
    private readonly CoupledModel _model;
    private readonly CoupledBound _bound;
    private readonly CoupledBound _best;
    private readonly CoupledPrimal _primal;
    private readonly Func<double> _target;
    private readonly Action<CoupledBox> _offered;
    private readonly DualAscent _ascent;
    private readonly CoupledRelaxation? _relaxation;
    private readonly CoupledRelaxation? _settled;
    private readonly double[] _multipliers;
    private readonly double[] _scale;
    private readonly double[] _most;

    public CoupledAscent(CoupledModel model, CoupledBound bound, CoupledPrimal primal, Func<double> target, Action<CoupledBox> offered)
    {
        (_model, _bound, _primal, _target, _offered) = (model, bound, primal, target, offered);
        _best = new CoupledBound(model);
        (_relaxation, _settled) = CoupledCurve.Fits(model) ? (new CoupledRelaxation(model), new CoupledRelaxation(model)) : (null, null);
        var cones = model.SquaredRoot.Length;
        (_ascent, _multipliers, _scale, _most) = (new DualAscent(cones), new double[cones], new double[cones], new double[cones]);
    }

    /// <summary>Multipliers and plans in turn; returns the best bound with what it rests on.</summary>
    public (double Value, ImmutableArray<ConeBound> Cones) Run(CoupledBox box, bool[]? start)
    {
        var (best, cones) = (double.NegativeInfinity, ImmutableArray<ConeBound>.Empty);
        Array.Clear(_bound.Multiplier);
        Keep(_bound.Value(box), ref best, ref cones);
        if (double.IsPositiveInfinity(best))
        {
            return (best, cones);
        }

        var rounds = start is null || _relaxation is null ? Rounds : FewRounds;
        double[]? average = null;
        if (start is not null && _primal.Build(box, start))
        {
            _offered(box);
            average = (double[])_primal.Levelled.Clone();
            _bound.SetDirections(average);
            Seed(box, true);
            Keep(Climb(box, true), ref best, ref cones);
            Relax(box, ref best, ref cones);
        }

        for (var round = 0; round < rounds && best < _target(); round++)
        {
            if (!_primal.Build(box, _bound.Excepted) && average is null)
            {
                break;
            }

            _offered(box);
            average ??= (double[])_primal.Levelled.Clone();
            for (var cell = 0; cell < average.Length; cell++)
            {
                average[cell] += (_primal.Levelled[cell] - average[cell]) / (round + (start is null ? 1 : 2));
            }

            _bound.SetDirections(average);
            Seed(box, round == 0 && start is null);
            Keep(Climb(box, round == 0 && start is null), ref best, ref cones);
        }

        _bound.CopyFrom(_best);
        return (best, cones);
    }

    /// <summary>Directions and multipliers from the curve, which knows what a purchase does to several limits at once; plans from its exceptions and amounts.</summary>
    private void Relax(CoupledBox box, ref double best, ref ImmutableArray<ConeBound> cones)
    {
        if (_relaxation is not { } relaxation)
        {
            return;
        }

        relaxation.Run(box, _primal.Amounts, CurveRounds, CurveEvaluations, true);
        for (var round = 0; round < CurveTries && best < _target(); round++)
        {
            if (round > 0)
            {
                relaxation.Run(box, relaxation.Amounts, 1, CurveEvaluations, false);
            }

            Plan(box, relaxation);
            _bound.SetDirections(relaxation.Amounts);
            SeedCurve(box, relaxation);
            Keep(Climb(box, false), ref best, ref cones);
        }
    }

    /// <summary>A plan for the exceptions that the curve singles out: its cheapest amounts when nothing else may be excepted, made whole.</summary>
    private void Plan(CoupledBox box, CoupledRelaxation relaxation)
    {
        var settled = new CoupledBox(Array.ConvertAll(relaxation.Excepted, each => each ? ExceptionOptions.Taken : ExceptionOptions.Closed), box.Least, box.Most);
        _settled!.CopyFrom(relaxation);
        _settled.Run(settled, relaxation.Amounts, 3, CurveEvaluations / 2, false);
        if (_primal.Build(box, relaxation.Excepted, _settled.Additions))
        {
            _offered(box);
        }
    }

    private void SeedCurve(CoupledBox box, CoupledRelaxation relaxation)
    {
        var clip = new DirectionClip(_model, _bound);
        var isCapped = new bool[_model.Price.Length];
        for (var a = 0; a < isCapped.Length; a++)
        {
            isCapped[a] = double.IsFinite(_model.Most[a]) && relaxation.Additions[a] >= box.Most[a] * (1 - 1e-9);
        }

        for (var (count, shrink) = (0, 1.0); count < 30; count++, shrink *= 0.99)
        {
            for (var q = 0; q < _bound.Multiplier.Length; q++)
            {
                _bound.Multiplier[q] = _bound.Norm[q] > 0 ? shrink * relaxation.Linear(q, _bound.Norm[q]) : 0;
            }

            if (clip.Run(isCapped))
            {
                return;
            }

            _bound.SetDirections(relaxation.Amounts);
        }
    }

    private void Keep(double value, ref double best, ref ImmutableArray<ConeBound> cones)
    {
        if (value > best)
        {
            (best, cones) = (value, _bound.Cones());
            _best.CopyFrom(_bound);
        }
    }

    /// <summary>Multipliers from the levels of the plan, shrunk until no purchase has a negative price.</summary>
    private void Seed(CoupledBox box, bool isFirst)
    {
        for (var q = 0; q < _bound.Multiplier.Length; q++)
        {
            if (isFirst || _bound.Multiplier[q] == 0)
            {
                _bound.Multiplier[q] = _bound.Norm[q] > 0 ? _primal.Tilt[q] : 0;
            }
        }

        for (var count = 0; count < 60 && double.IsNegativeInfinity(_bound.Value(box)); count++)
        {
            for (var q = 0; q < _bound.Multiplier.Length; q++)
            {
                _bound.Multiplier[q] *= count == 0 ? 1 - 1e-9 : count < 8 ? 0.98 : 0.8;
            }
        }
    }

    /// <summary>Raises all multipliers together.</summary>
    private double Climb(CoupledBox box, bool isFirst)
    {
        _bound.Box = box;
        _bound.Multiplier.CopyTo(_multipliers.AsSpan());
        for (var q = 0; q < _scale.Length; q++)
        {
            _scale[q] = _bound.Norm[q] > 0 ? Math.Max(_bound.Multiplier[q], 0.1 * _primal.Tilt[q]) : 0;
            _most[q] = 100 * _scale[q];
        }

        var best = _ascent.Run(_bound, _multipliers, _scale, _most, isFirst ? 0.1 : 0.03, Evaluations, _target());
        _multipliers.CopyTo(_bound.Multiplier.AsSpan());
        _bound.Value(box);
        return best;
    }
}
