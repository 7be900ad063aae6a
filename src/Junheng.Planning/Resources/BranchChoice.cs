namespace Junheng.Planning.Resources;

/// <summary>
/// Which cell to decide next. Units whose two best exceptions gain nearly the same, and much, are tried: both ways, with a few steps of the multipliers; the
/// cell whose two bounds rise most is chosen.
/// </summary>
internal sealed class BranchChoice
{
    private const int MostTrials = 8;
    private const int Evaluations = 12;
    private readonly StageDual _dual;
    private readonly DualAscent _ascent;
    private readonly double[] _multipliers;
    private readonly double[] _slope;
    private readonly List<(double Score, int Unit, int Cell)> _candidates = [];

    public BranchChoice(StageModel stage, StageDual dual)
    {
        _dual = dual;
        var count = 2 * stage.Indicators.Length;
        _ascent = new DualAscent(count);
        (_multipliers, _slope) = (new double[count], new double[count]);
    }

    /// <summary>A cell of the dual's view, which stands at the frame's multipliers.</summary>
    public int Choose(Frame frame, double target)
    {
        var value = _dual.Evaluate(frame.Multipliers, _slope);
        Rank(frame, Math.Max(target - value, 1e-9 * Math.Abs(target)));
        if (_candidates.Count == 1)
        {
            return _candidates[0].Cell;
        }

        var (best, highest) = (_candidates[0].Cell, double.NegativeInfinity);
        for (var k = 0; k < _candidates.Count && k < MostTrials; k++)
        {
            var (_, unit, cell) = _candidates[k];
            var taken = Math.Max(Trial(frame, unit, cell, true, target) - value, 0);
            var refused = Math.Max(Trial(frame, unit, cell, false, target) - value, 0);
            var room = Math.Max(target - value, 1e-300);
            var score = (Math.Min(taken, room) + (1e-3 * room)) * (Math.Min(refused, room) + (1e-3 * room));
            if (score > highest)
            {
                (best, highest) = (cell, score);
            }
        }

        return best;
    }

    private void Rank(Frame frame, double room)
    {
        _candidates.Clear();
        var view = _dual.View;
        for (var u = 0; u < view.Count; u++)
        {
            var (chosen, other) = (-1, -1);
            for (var cell = view.First[u]; cell < view.First[u + 1]; cell++)
            {
                if (_dual.IsChosen[cell])
                {
                    chosen = chosen < 0 || _dual.CellGain[cell] < _dual.CellGain[chosen] ? cell : chosen;
                }
                else
                {
                    other = other < 0 || _dual.CellGain[cell] > _dual.CellGain[other] ? cell : other;
                }
            }

            var weight = _dual.Weight(chosen, frame.Multipliers) + _dual.Weight(other, frame.Multipliers);
            _candidates.Add(((weight + (1e-6 * _dual.CellGain[chosen])) / (_dual.CellGain[chosen] - _dual.CellGain[other] + (0.05 * room)), u, chosen));
        }

        _candidates.Sort((one, another) => one.Score != another.Score ? another.Score.CompareTo(one.Score) : one.Cell.CompareTo(another.Cell));
    }

    private double Trial(Frame frame, int unit, int cell, bool isTaken, double target)
    {
        frame.Multipliers.CopyTo(_multipliers.AsSpan());
        (_dual.TrialUnit, _dual.TrialCell, _dual.IsTrialTaken) = (unit, cell, isTaken);
        var value = _ascent.Run(_dual, _multipliers, frame.Scale, frame.Limit, 0.01, Evaluations, target);
        _dual.TrialUnit = -1;
        return value;
    }
}
