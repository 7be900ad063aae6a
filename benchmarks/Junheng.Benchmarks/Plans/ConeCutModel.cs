using System.Globalization;
using System.Text;
using Junheng.Domain.Plans;

namespace Junheng.Benchmarks.Plans;

/// <summary>
/// A stage of a unit table as a mixed-integer program for an outside solver. The limits are cones; each unit's part of a cone gets its own tangents, to which
/// those at the last solution are added in rounds until every limit holds.
/// </summary>
internal sealed class ConeCutModel
{
    private static readonly double[] _first = [0.5, 0.8, 1, 1.25, 1.6, 2.2];
    private readonly double[][] _needFull;
    private readonly double[][] _needLow;
    private readonly double[] _scale;
    private readonly List<(int Unit, int Indicator, double Slope)> _tangents = [];

    public ConeCutModel(ResourceProblem problem)
    {
        var rule = problem.Stages[0];
        (Units, Indicators) = (problem.Units.Length, rule.Indicators.Length);
        Pupils = [.. problem.Units.Select(unit => unit.Enrolment.ToDouble())];
        Total = Pupils.Sum();
        Stock = [.. Enumerable.Range(0, Indicators).Select(j => problem.Units.Select(unit => unit.Stock[j].ToDouble()).ToArray())];
        Norm = [.. rule.Indicators.Select(each => each.Norm!.Value.ToDouble())];
        SquaredRoot = [.. rule.Indicators.Select(each => 1 + Math.Pow(each.CvLimit!.Value.ToDouble(), 2))];
        Price = [.. Enumerable.Range(0, Indicators).Select(j => problem.Purchases[j].Price.Total.ToDouble())];
        IsWhole = [.. Enumerable.Range(0, Indicators).Select(j => problem.Purchases[j].Step is not null)];
        _needFull = [.. Enumerable.Range(0, Indicators).Select(j => Need(j, rule.Indicators[j].Norm!.Value.ToDouble()))];
        _needLow = [.. Enumerable.Range(0, Indicators).Select(j => Need(j, rule.Indicators[j].Floor!.Value.ToDouble()))];
        _scale = [.. Enumerable.Range(0, Indicators).Select(j => IsWhole[j] ? 1 : Norm[j] * Total / Units)];
        foreach (var slope in _first)
        {
            AddTangents(slope);
        }
    }

    public int Units { get; }

    public int Indicators { get; }

    public double[] Pupils { get; }

    public double Total { get; }

    public double[][] Stock { get; }

    public double[] Norm { get; }

    public double[] SquaredRoot { get; }

    public double[] Price { get; }

    public bool[] IsWhole { get; }

    /// <summary>Least addition under the norm, or under the floor where the unit takes its exception there.</summary>
    public double Least(int j, int i, bool isExcepted) => isExcepted ? _needLow[j][i] : _needFull[j][i];

    /// <summary>Adds tangents at a solution for every cone that it breaks; false when it breaks none by more than 1e-7.</summary>
    public bool Tighten(IReadOnlyDictionary<string, double> solution)
    {
        var isBroken = false;
        for (var j = 0; j < Indicators; j++)
        {
            var amounts = Enumerable.Range(0, Units).Select(i => Stock[j][i] + (_scale[j] * solution.GetValueOrDefault($"k{i}_{j}"))).ToArray();
            var (sum, squares) = (amounts.Sum(), 0.0);
            for (var i = 0; i < Units; i++)
            {
                squares += amounts[i] * amounts[i] / Pupils[i];
            }

            if (squares * Total > SquaredRoot[j] * sum * sum * (1 + 1e-7))
            {
                isBroken = true;
                for (var i = 0; i < Units; i++)
                {
                    _tangents.Add((i, j, amounts[i] / Pupils[i] / (sum / Total)));
                }
            }
        }

        return isBroken;
    }

    /// <summary>The program in CPLEX's LP format; costs in units of 10,000 yuan. Relaxed, nothing needs to be whole: for finding tangents quickly.</summary>
    public string ToLp(bool isRelaxed)
    {
        var text = new StringBuilder("Minimize\n obj:");
        ForCells((i, j) => text.Append(CultureInfo.InvariantCulture, $" + {F(Price[j] * _scale[j] / 1e4)} k{i}_{j}\n"));
        text.Append("Subject To\n");
        for (var i = 0; i < Units; i++)
        {
            var open = Enumerable.Range(0, Indicators).Where(j => _needFull[j][i] > _needLow[j][i]).ToList();
            foreach (var j in open)
            {
                text.Append(CultureInfo.InvariantCulture, $" n{i}_{j}: k{i}_{j} + {F((_needFull[j][i] - _needLow[j][i]) / _scale[j])} e{i}_{j} >= {F(_needFull[j][i] / _scale[j])}\n");
            }

            if (open.Count > 1)
            {
                text.Append(CultureInfo.InvariantCulture, $" x{i}:{string.Concat(open.Select(j => $" + e{i}_{j}"))} <= 1\n");
            }
        }

        for (var j = 0; j < Indicators; j++)
        {
            var mean = Norm[j] * Total;
            text.Append(CultureInfo.InvariantCulture, $" m{j}_: m{j}");
            Enumerable.Range(0, Units).ToList().ForEach(i => text.Append(CultureInfo.InvariantCulture, $" - {F(_scale[j] / mean)} k{i}_{j}\n"));
            text.Append(CultureInfo.InvariantCulture, $" = {F(Stock[j].Sum() / mean)}\n s{j}: {F(-SquaredRoot[j] * Units)} m{j}");
            Enumerable.Range(0, Units).ToList().ForEach(i => text.Append(CultureInfo.InvariantCulture, $" + u{i}_{j}\n"));
            text.Append(" <= 0\n");
        }

        foreach (var (i, j, slope) in _tangents)
        {
            var (weight, unit) = (Pupils[i] / Total * Units, Norm[j] * Pupils[i]);
            text.Append(CultureInfo.InvariantCulture, $" u{i}_{j} - {F(weight * 2 * slope * _scale[j] / unit)} k{i}_{j} + {F(weight * slope * slope)} m{j} >= {F(weight * 2 * slope * Stock[j][i] / unit)}\n");
        }

        text.Append("Bounds\n");
        ForCells((i, j) => text.Append(CultureInfo.InvariantCulture, $" k{i}_{j} >= {F(_needLow[j][i] / _scale[j])}\n"));
        if (isRelaxed)
        {
            ForCells((i, j) => text.Append(_needFull[j][i] > _needLow[j][i] ? $" e{i}_{j} <= 1\n" : ""));
            return text.Append("End\n").ToString();
        }

        text.Append("Generals\n");
        ForCells((i, j) => text.Append(IsWhole[j] ? $" k{i}_{j}\n" : ""));
        text.Append("Binaries\n");
        ForCells((i, j) => text.Append(_needFull[j][i] > _needLow[j][i] ? $" e{i}_{j}\n" : ""));
        return text.Append("End\n").ToString();
    }

    private static string F(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private void ForCells(Action<int, int> act)
    {
        for (var i = 0; i < Units; i++)
        {
            for (var j = 0; j < Indicators; j++)
            {
                act(i, j);
            }
        }
    }

    private void AddTangents(double slope) => ForCells((i, j) => _tangents.Add((i, j, slope)));

    private double[] Need(int j, double norm) => [.. Enumerable.Range(0, Units).Select(i =>
    {
        var need = Math.Max(0, (norm * Pupils[i]) - Stock[j][i]);
        return IsWhole[j] ? Math.Ceiling(need - 1e-9) : need;
    })];
}
