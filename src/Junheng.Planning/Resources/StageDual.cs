using System.Runtime.Intrinsics;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources;

/// <summary>
/// The Lagrangian bound of a stage at given multipliers, with its slope: every unit's least cost under its requirements, less the largest gains of the units
/// that still have a choice. Every indicator has its own form (<see cref="ConeForm"/>). In the multipliers it is concave. There are two per indicator: those of the
/// limits first, then those of the least totals.
/// </summary>
internal sealed class StageDual
{
    private readonly StageModel _stage;
    private readonly double[] _linearSum;
    private readonly double[] _linearRelief;
    private readonly double[] _cellSlope;
    private readonly double[] _cellTotal;
    private readonly double[] _magnitude;
    private readonly double[] _inverse;

    public StageDual(StageModel stage)
    {
        _stage = stage;
        View = new DualView(stage);
        var count = stage.Indicators.Length;
        Forms = new ConeForm[count];
        Array.Fill(Forms, ConeForm.None);
        (_linearSum, _linearRelief, _magnitude) = (new double[count], new double[count], new double[count]);
        (_cellSlope, CellGain, IsChosen) = (new double[stage.Count * count], new double[stage.Count * count], new bool[stage.Count * count]);
        _cellTotal = new double[stage.Count * count];
        _inverse = Array.ConvertAll(stage.Pupils, pupils => 1 / pupils);
    }

    public DualView View { get; }

    /// <summary>Per indicator. After a change of forms or of the view, <see cref="Prepare"/> must be called.</summary>
    public ConeForm[] Forms { get; }

    /// <summary>At the last point: gain per open cell of the view.</summary>
    public double[] CellGain { get; }

    /// <summary>At the last point: whether the cell's exception was taken.</summary>
    public bool[] IsChosen { get; }

    /// <summary>A unit of the view that is tried with one of its cells taken or refused; −1: none.</summary>
    public int TrialUnit { get; set; } = -1;

    public int TrialCell { get; set; }

    public bool IsTrialTaken { get; set; }

    /// <summary>At the last point: how much of a cell's saving the multipliers take away or add, in yuan: what a decision does to the limits.</summary>
    public double Weight(int cell, ReadOnlySpan<double> multipliers)
    {
        var j = View.CellIndicator[cell];
        return Forms[j].Kind == ConeKind.None ? 0 : (multipliers[j] * Math.Abs(_cellSlope[cell])) + (multipliers[Forms.Length + j] * _cellTotal[cell]);
    }

    /// <summary>Sums that no multiplier changes.</summary>
    public void Prepare()
    {
        for (var j = 0; j < Forms.Length; j++)
        {
            var (required, relief) = (View.Required[j], Forms[j].Relief);
            double sum = 0, relieved = 0;
            for (var i = 0; i < required.Length; i++)
            {
                sum += required[i];
            }

            if (Forms[j].Kind == ConeKind.Linear)
            {
                for (var i = 0; i < required.Length; i++)
                {
                    relieved += relief[i] * required[i];
                }
            }

            (_linearSum[j], _linearRelief[j]) = (sum, relieved);
        }
    }

    /// <summary>The bound before allowing for rounding; <paramref name="slope"/> receives its derivative by each multiplier.</summary>
    public double Evaluate(ReadOnlySpan<double> multipliers, Span<double> slope)
    {
        double value = 0;
        for (var j = 0; j < Forms.Length; j++)
        {
            value += Base(j, multipliers[j], multipliers[Forms.Length + j], slope);
        }

        for (var cell = 0; cell < View.Cells; cell++)
        {
            Gain(cell, multipliers);
        }

        for (var u = 0; u < View.Count; u++)
        {
            value -= u == TrialUnit ? ChooseTrial(u, slope) : Choose(u, View.Left[u], -1, slope);
        }

        return value;
    }

    /// <summary>What a value computed at these multipliers can be too high by, for rounding.</summary>
    public double Rounding(ReadOnlySpan<double> multipliers)
    {
        double sum = 0;
        Span<double> slope = stackalloc double[2 * Forms.Length];
        for (var j = 0; j < Forms.Length; j++)
        {
            Base(j, multipliers[j], multipliers[Forms.Length + j], slope);
            sum += _magnitude[j];
        }

        return (_stage.Count + 32) * 2.4e-16 * sum;
    }

    private double Base(int j, double multiplier, double totalPrice, Span<double> slope)
    {
        var (indicator, form) = (_stage.Indicators[j], Forms[j]);
        var stock = indicator.Price * indicator.StockTotal;
        slope[Forms.Length + j] = 0;
        if (form.Kind == ConeKind.None || (multiplier <= 0 && form.Kind == ConeKind.Linear))
        {
            slope[j] = -_linearRelief[j];
            _magnitude[j] = (indicator.Price * _linearSum[j]) + stock;
            return (indicator.Price * _linearSum[j]) - stock;
        }

        if (form.Kind == ConeKind.Linear)
        {
            return LinearBase(j, multiplier, out slope[j]) - stock;
        }

        double amounts = 0, squares = 0;
        Sums(j, multiplier, totalPrice, ref amounts, ref squares);
        slope[j] = squares - (form.Beta * amounts) + form.Chord;
        slope[Forms.Length + j] = form.Low - amounts;
        _magnitude[j] = stock + ((indicator.Price + totalPrice + (multiplier * form.Beta)) * amounts) + (multiplier * (squares + form.Chord)) + (totalPrice * form.Low);
        return ((indicator.Price - totalPrice - (multiplier * form.Beta)) * amounts) + (multiplier * (squares + form.Chord)) + (totalPrice * form.Low) - stock;
    }

    private double LinearBase(int j, double multiplier, out double slope)
    {
        var (indicator, form) = (_stage.Indicators[j], Forms[j]);
        _magnitude[j] = (indicator.Price * (_linearSum[j] + indicator.StockTotal)) + (multiplier * form.Root / _stage.TotalPupils * 2 * _linearSum[j]);
        if (indicator.CapLevel is null)
        {
            slope = -_linearRelief[j];
            return (indicator.Price * _linearSum[j]) - (multiplier * _linearRelief[j]);
        }

        double value = 0;
        slope = 0;
        for (var i = 0; i < _stage.Count; i++)
        {
            var reduced = indicator.Price - (multiplier * form.Relief[i]);
            var amount = reduced < 0 ? indicator.Cap[i] : View.Required[j][i];
            value += reduced * amount;
            slope -= form.Relief[i] * amount;
            _magnitude[j] += Math.Abs(reduced * amount);
        }

        return value;
    }

    /// <summary>Σ y and Σ y²/p over the amounts y that minimise price · y + multiplier · (y²/p − β y) from the requirement on.</summary>
    private void Sums(int j, double multiplier, double totalPrice, ref double amounts, ref double squares)
    {
        var (indicator, form, required) = (_stage.Indicators[j], Forms[j], View.Required[j]);
        var level = LevelOf(indicator, form, multiplier, totalPrice);
        var (count, i) = (required.Length, 0);
        if (indicator.CapLevel is null && level > 0)
        {
            var (sum, square) = (Vector256<double>.Zero, Vector256<double>.Zero);
            var (vLevel, vStep, half) = (Vector256.Create(level), Vector256.Create(indicator.Step), Vector256.Create(0.5 * indicator.Step));
            var perStep = Vector256.Create(indicator.IsWhole ? 1 / indicator.Step : 0);
            for (; i + 4 <= count; i += 4)
            {
                var y = Vector256.LoadUnsafe(ref required[i]);
                var best = vLevel * Vector256.LoadUnsafe(ref _stage.Pupils[i]);
                if (indicator.IsWhole)
                {
                    var steps = Vector256.Ceiling((best - half - y) * perStep);
                    y += Vector256.Max(Vector256<double>.Zero, steps) * vStep;
                }
                else
                {
                    y = Vector256.Max(y, best);
                }

                sum += y;
                square += y * y * Vector256.LoadUnsafe(ref _inverse[i]);
            }

            amounts = sum[0] + sum[1] + (sum[2] + sum[3]);
            squares = square[0] + square[1] + (square[2] + square[3]);
        }

        for (; i < count; i++)
        {
            var y = Lowest(indicator, i, required[i], level);
            amounts += y;
            squares += y * y * _inverse[i];
        }
    }

    /// <summary>Up to where, per pupil, more lowers the unit's cost by the multipliers.</summary>
    private static double LevelOf(IndicatorModel indicator, ConeForm form, double multiplier, double totalPrice) =>
        multiplier > 0 ? ((multiplier * form.Beta) + totalPrice - indicator.Price) / (2 * multiplier) : double.NegativeInfinity;

    /// <summary>The amount between requirement and cap that minimises the quadratic whose free minimum lies at a level per pupil; whole steps as they allow.</summary>
    private double Lowest(IndicatorModel indicator, int i, double required, double level)
    {
        var best = level * _stage.Pupils[i];
        if (!indicator.IsWhole)
        {
            return required >= best ? required : Math.Min(best, Math.Max(indicator.Cap[i], required));
        }

        best -= 0.5 * indicator.Step;
        if (required >= best)
        {
            return required;
        }

        return Math.Min(required + (Math.Ceiling((best - required) / indicator.Step) * indicator.Step), Math.Max(indicator.Cap[i], required));
    }

    private void Gain(int cell, ReadOnlySpan<double> multipliers)
    {
        var (j, i) = (View.CellIndicator[cell], View.CellUnit[cell]);
        var (indicator, form, multiplier, totalPrice) = (_stage.Indicators[j], Forms[j], multipliers[j], multipliers[Forms.Length + j]);
        var (full, low) = (indicator.Full[i], indicator.Low[i]);
        if (form.Kind == ConeKind.Linear)
        {
            var reduced = indicator.Price - (multiplier * form.Relief[i]);
            CellGain[cell] = reduced <= 0 ? 0 : reduced * (full - low);
            _cellSlope[cell] = reduced <= 0 ? 0 : -form.Relief[i] * (full - low);
            return;
        }

        if (form.Kind == ConeKind.Quadratic)
        {
            var level = LevelOf(indicator, form, multiplier, totalPrice);
            (full, low) = (Lowest(indicator, i, full, level), Lowest(indicator, i, low, level));
            _cellSlope[cell] = QuadraticSlope(form, i, full, low);
        }

        _cellTotal[cell] = full - low;
        CellGain[cell] = full == low ? 0 : Math.Max(0, ((indicator.Price - totalPrice) * (full - low)) + (multiplier * (form.Kind == ConeKind.Quadratic ? _cellSlope[cell] : 0)));
    }

    private double QuadraticSlope(ConeForm form, int i, double full, double low) => (full - low) * (((full + low) * _inverse[i]) - form.Beta);

    /// <summary>Takes the largest gains of a unit; returns their sum.</summary>
    private double Choose(int u, int left, int without, Span<double> slope)
    {
        double sum = 0;
        var (from, to) = (View.First[u], View.First[u + 1]);
        IsChosen.AsSpan(from, to - from).Clear();
        for (; left > 0; left--)
        {
            var best = -1;
            for (var cell = from; cell < to; cell++)
            {
                if (cell != without && !IsChosen[cell] && (best < 0 || CellGain[cell] > CellGain[best]))
                {
                    best = cell;
                }
            }

            if (best < 0)
            {
                break;
            }

            IsChosen[best] = true;
            sum += CellGain[best];
            Take(best, slope);
        }

        return sum;
    }

    private double ChooseTrial(int u, Span<double> slope)
    {
        if (!IsTrialTaken)
        {
            return Choose(u, View.Left[u], TrialCell, slope);
        }

        var sum = Choose(u, View.Left[u] - 1, TrialCell, slope);
        IsChosen[TrialCell] = true;
        Take(TrialCell, slope);
        return sum + CellGain[TrialCell];
    }

    private void Take(int cell, Span<double> slope)
    {
        var j = View.CellIndicator[cell];
        if (Forms[j].Kind == ConeKind.Quadratic)
        {
            slope[Forms.Length + j] += _cellTotal[cell];
        }

        slope[j] -= Forms[j].Kind == ConeKind.None ? 0 : _cellSlope[cell];
    }
}
