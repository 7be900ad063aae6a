using Junheng.Domain.Plans;

namespace Junheng.Benchmarks.Plans;

/// <summary>
/// A stage of a unit table as a mixed-integer program for an outside solver; only the exceptions and the totals of whole items need to be whole. A limit is a cone
/// with tangents for every unit's part (<c>u</c>). For a whole item the squares also get chords between neighbouring whole amounts (<c>v</c>), and the square of the
/// total is one of a list (<c>z</c>): at a given total the least sum of squares is then one of whole amounts, so that additions need not be declared whole. Totals
/// lie between the indicator's own least totals with every exception and with none. Tangents and chords are added in rounds, where a solution needs them.
/// </summary>
internal sealed class ConeCutModel
{
    private static readonly double[] _first = [0.8, 1, 1.25, 1.6];
    private readonly double[][] _needFull;
    private readonly double[][] _needLow;
    private readonly HashSet<(int Unit, int Indicator, long Amount)> _known = [];

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
        Scale = [.. Enumerable.Range(0, Indicators).Select(j => IsWhole[j] ? 1 : Norm[j] * Total / Units)];
        _needFull = [.. Enumerable.Range(0, Indicators).Select(j => Need(j, rule.Indicators[j].Norm!.Value.ToDouble()))];
        _needLow = [.. Enumerable.Range(0, Indicators).Select(j => Need(j, rule.Indicators[j].Floor!.Value.ToDouble()))];
        Least = [.. Enumerable.Range(0, Indicators).Select(j => Levelling.Added(this, j, [.. _needLow[j]]))];
        Most = [.. Enumerable.Range(0, Indicators).Select(j => Levelling.Added(this, j, [.. _needFull[j]]))];
        for (var j = 0; j < Indicators; j++)
        {
            for (var i = 0; i < Units; i++)
            {
                Tangents.AddRange(_first.Select(slope => (i, j, slope)));
                AddChord(i, j, Stock[j][i] + _needLow[j][i]);
                AddChord(i, j, Stock[j][i] + _needFull[j][i]);
            }
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

    /// <summary>Per indicator what additions are counted in, so that the solver's numbers are near 1.</summary>
    public double[] Scale { get; }

    /// <summary>Per indicator the least that can be added in all, every exception granted.</summary>
    public double[] Least { get; }

    /// <summary>Per indicator what is added in all without any exception; a cheapest plan adds no more.</summary>
    public double[] Most { get; }

    /// <summary>Tangents of cones: the unit's amount per pupil as a multiple of the mean.</summary>
    public List<(int Unit, int Indicator, double Slope)> Tangents { get; } = [];

    /// <summary>Chords of squares: from this whole amount to the next.</summary>
    public List<(int Unit, int Indicator, double Amount)> Chords { get; } = [];

    /// <summary>Least addition under the norm, or under the floor where the unit takes its exception there.</summary>
    public double Needed(int j, int i, bool isExcepted) => isExcepted ? _needLow[j][i] : _needFull[j][i];

    /// <summary>Adds tangents and chords at a solution for every limit that it breaks; false when it breaks none by more than 1e-7.</summary>
    public bool Tighten(IReadOnlyDictionary<string, double> solution, bool isRelaxed)
    {
        var isBroken = false;
        for (var j = 0; j < Indicators; j++)
        {
            var amounts = Enumerable.Range(0, Units).Select(i => Stock[j][i] + (Scale[j] * solution.GetValueOrDefault($"k{i}_{j}"))).ToArray();
            var (sum, squares, chords) = (amounts.Sum(), 0.0, 0.0);
            for (var i = 0; i < Units; i++)
            {
                squares += amounts[i] * amounts[i] / Pupils[i];
                var low = Math.Floor(amounts[i] + 1e-7);
                chords += (((2 * low) + 1) * amounts[i] / Pupils[i]) - (low * (low + 1) / Pupils[i]);
            }

            if (squares * Total > SquaredRoot[j] * sum * sum * (1 + 1e-7))
            {
                isBroken = true;
                for (var i = 0; i < Units; i++)
                {
                    Tangents.Add((i, j, amounts[i] / Pupils[i] / (sum / Total)));
                }
            }

            if (IsWhole[j] && !isRelaxed && chords * Total > SquaredRoot[j] * sum * sum * (1 + 1e-7))
            {
                for (var i = 0; i < Units; i++)
                {
                    isBroken |= AddChord(i, j, Math.Floor(amounts[i] + 1e-7));
                }
            }
            else if (IsWhole[j] && isRelaxed)
            {
                for (var i = 0; i < Units; i++)
                {
                    AddChord(i, j, Math.Floor(amounts[i] + 1e-7));
                }
            }
        }

        return isBroken;
    }

    private bool AddChord(int i, int j, double amount)
    {
        if (!IsWhole[j] || !_known.Add((i, j, (long)amount)))
        {
            return false;
        }

        Chords.Add((i, j, amount));
        return true;
    }

    private double[] Need(int j, double norm) => [.. Enumerable.Range(0, Units).Select(i =>
    {
        var need = Math.Max(0, (norm * Pupils[i]) - Stock[j][i]);
        return IsWhole[j] ? Math.Ceiling(need - 1e-9) : need;
    })];
}
