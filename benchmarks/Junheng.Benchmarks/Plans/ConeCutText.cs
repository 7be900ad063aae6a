using System.Globalization;
using System.Text;

namespace Junheng.Benchmarks.Plans;

/// <summary>
/// A <see cref="ConeCutModel"/> in CPLEX's LP format; costs in units of 10,000 yuan. With m = the mean as a multiple of the norm and x likewise of a unit:
/// u ≥ w (2ρx − ρ²m) and Σu ≤ s²m; v ≥ w x² at whole amounts and Σv ≤ s²m² with m² from the list of totals. w sums to the number of units, so that all are near 1.
/// </summary>
internal sealed class ConeCutText(ConeCutModel model)
{
    private readonly StringBuilder _text = new();

    /// <summary>The program; relaxed, nothing needs to be whole: for finding tangents quickly.</summary>
    public static string Of(ConeCutModel model, bool isRelaxed) => new ConeCutText(model).Write(isRelaxed);

    private string Write(bool isRelaxed)
    {
        _text.Append("Minimize\n obj:");
        for (var j = 0; j < model.Indicators; j++)
        {
            Put($" + {F(model.Price[j] * model.Scale[j] / 1e4)} t{j}");
        }

        _text.Append("\nSubject To\n");
        Exceptions();
        for (var j = 0; j < model.Indicators; j++)
        {
            Totals(j);
        }

        Cuts();
        Bounds(isRelaxed);
        return _text.Append("End\n").ToString();
    }

    private void Exceptions()
    {
        for (var i = 0; i < model.Units; i++)
        {
            var open = Open(i);
            foreach (var j in open)
            {
                Put($" n{i}_{j}: {F(model.Scale[j])} k{i}_{j} + {F(model.Needed(j, i, false) - model.Needed(j, i, true))} e{i}_{j} >= {F(model.Needed(j, i, false))}\n");
            }

            if (open.Count > 1)
            {
                Put($" x{i}:{string.Concat(open.Select(j => $" + e{i}_{j}"))} <= 1\n");
            }
        }
    }

    private void Totals(int j)
    {
        var (mean, stock) = (model.Norm[j] * model.Total, model.Stock[j].Sum());
        Put($" a{j}: t{j}");
        Each(i => Put($" - k{i}_{j}\n"));
        Put($" = 0\n m{j}_: m{j} - {F(model.Scale[j] / mean)} t{j} = {F(stock / mean)}\n s{j}: {F(-model.SquaredRoot[j] * model.Units)} m{j}");
        Each(i => Put($" + u{i}_{j}\n"));
        _text.Append(" <= 0\n");
        if (!model.IsWhole[j])
        {
            return;
        }

        Put($" b{j}:{string.Concat(List(j).Select(t => $" + z{j}_{t}\n"))} = 1\n");
        Put($" c{j}: - t{j}{string.Concat(List(j).Where(t => t > 0).Select(t => $" + {t} z{j}_{t}\n"))} = 0\n");
        Put($" d{j}:");
        Each(i => Put($" + v{i}_{j}\n"));
        Put($"{string.Concat(List(j).Select(t => $" - {F(model.SquaredRoot[j] * model.Units * Math.Pow((stock + t) / mean, 2))} z{j}_{t}\n"))} <= 0\n");
    }

    private void Cuts()
    {
        foreach (var (i, j, slope) in model.Tangents)
        {
            var (weight, unit) = (model.Pupils[i] / model.Total * model.Units, model.Norm[j] * model.Pupils[i]);
            Put($" u{i}_{j} - {F(weight * 2 * slope * model.Scale[j] / unit)} k{i}_{j} + {F(weight * slope * slope)} m{j} >= {F(weight * 2 * slope * model.Stock[j][i] / unit)}\n");
        }

        foreach (var (i, j, low) in model.Chords)
        {
            var unit = model.Norm[j] * model.Pupils[i];
            var factor = model.Pupils[i] / model.Total * model.Units / (unit * unit);
            Put($" v{i}_{j} - {F(factor * ((2 * low) + 1))} k{i}_{j} >= {F(factor * ((((2 * low) + 1) * model.Stock[j][i]) - (low * (low + 1))))}\n");
        }
    }

    private void Bounds(bool isRelaxed)
    {
        _text.Append("Bounds\n");
        for (var j = 0; j < model.Indicators; j++)
        {
            var slack = model.IsWhole[j] ? 0 : 1e-9 * model.Most[j];
            Put($" {F(Math.Max(0, model.Least[j] - slack) / model.Scale[j])} <= t{j} <= {F((model.Most[j] + slack) / model.Scale[j])}\n");
            Each(i => Put($" k{i}_{j} >= {F(model.Needed(j, i, true) / model.Scale[j])}\n"));
            Each(i => Put(isRelaxed && Open(i).Contains(j) ? $" e{i}_{j} <= 1\n" : ""));
        }

        if (isRelaxed)
        {
            return;
        }

        Put($"Generals\n{string.Concat(Enumerable.Range(0, model.Indicators).Where(j => model.IsWhole[j]).Select(j => $" t{j}\n"))}Binaries\n");
        for (var j = 0; j < model.Indicators; j++)
        {
            Each(i => Put(Open(i).Contains(j) ? $" e{i}_{j}\n" : ""));
            Put(model.IsWhole[j] ? string.Concat(List(j).Select(t => $" z{j}_{t}\n")) : "");
        }
    }

    private List<int> Open(int i) => [.. Enumerable.Range(0, model.Indicators).Where(j => model.Needed(j, i, false) > model.Needed(j, i, true))];

    private IEnumerable<int> List(int j) => Enumerable.Range((int)model.Least[j], (int)(model.Most[j] - model.Least[j]) + 1);

    private void Each(Action<int> act)
    {
        for (var i = 0; i < model.Units; i++)
        {
            act(i);
        }
    }

    private void Put(string text) => _text.Append(text);

    private static string F(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
