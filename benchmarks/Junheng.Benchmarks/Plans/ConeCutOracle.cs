using System.Diagnostics;
using System.Globalization;
using Junheng.Domain.Plans;

namespace Junheng.Benchmarks.Plans;

/// <summary>What an outside solver found: cost after repair in yuan, seconds that it took itself, rounds of tangents; a null cost when time was up.</summary>
internal sealed record OracleAnswer(double? Cost, double Seconds, int Rounds);

/// <summary>Runs an outside solver in rounds of tangents, then repairs: its exceptions are kept, and every indicator is levelled up anew so that its limit holds exactly.</summary>
internal static class ConeCutOracle
{
    private const int MostRounds = 60;

    /// <summary>Debian's CBC, if it is installed; null otherwise.</summary>
    public static string? Cbc { get; } = new[] { "/usr/bin/cbc", "/usr/local/bin/cbc" }.FirstOrDefault(File.Exists);

    public static OracleAnswer Solve(ResourceProblem stage, Func<string, double, (IReadOnlyDictionary<string, double>? Values, double Seconds)> solver, double seconds)
    {
        var model = new ConeCutModel(stage);
        var (spent, rounds, isRelaxed) = (0.0, 0, true);
        while (rounds++ < MostRounds && spent < seconds)
        {
            var (values, took) = solver(model.ToLp(isRelaxed), seconds - spent);
            spent += took;
            if (values is null)
            {
                break;
            }

            if (model.Tighten(values))
            {
                continue;
            }

            if (!isRelaxed)
            {
                return new OracleAnswer(Repair(model, values), spent, rounds);
            }

            isRelaxed = false;
        }

        return new OracleAnswer(null, spent, rounds);
    }

    /// <summary>CBC as a process.</summary>
    public static (IReadOnlyDictionary<string, double>? Values, double Seconds) RunCbc(string lp, double seconds)
    {
        var name = Path.Combine(Path.GetTempPath(), $"junheng-oracle-{Guid.NewGuid():N}");
        File.WriteAllText(name + ".lp", lp);
        try
        {
            var watch = Stopwatch.StartNew();
            var limit = seconds.ToString("F0", CultureInfo.InvariantCulture);
            Run(Cbc!, $"{name}.lp", "seconds", limit, "ratioGap", "1e-7", "solve", "solution", name + ".sol");
            var took = watch.Elapsed.TotalSeconds;
            var lines = File.Exists(name + ".sol") ? File.ReadAllLines(name + ".sol") : [];
            return lines.Length == 0 || !lines[0].StartsWith("Optimal", StringComparison.Ordinal)
                ? (null, took)
                : (lines.Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(parts => parts.Length >= 3)
                    .ToDictionary(parts => parts[1], parts => double.Parse(parts[2], CultureInfo.InvariantCulture)), took);
        }
        finally
        {
            File.Delete(name + ".lp");
            File.Delete(name + ".sol");
        }
    }

    internal static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    private static double Repair(ConeCutModel model, IReadOnlyDictionary<string, double> values)
    {
        double cost = 0;
        for (var j = 0; j < model.Indicators; j++)
        {
            var added = Enumerable.Range(0, model.Units).Select(i => model.Least(j, i, values.GetValueOrDefault($"e{i}_{j}") > 0.5)).ToArray();
            cost += model.Price[j] * (model.IsWhole[j] ? LevelWhole(model, j, added) : LevelUp(model, j, added));
        }

        return cost;
    }

    /// <summary>One unit at a time to whoever has the smallest (2y + 1)/p.</summary>
    private static double LevelWhole(ConeCutModel model, int j, double[] added)
    {
        while (!Holds(model, j, i => model.Stock[j][i] + added[i]))
        {
            var lowest = Enumerable.Range(0, added.Length).MinBy(i => ((2 * (model.Stock[j][i] + added[i])) + 1) / model.Pupils[i]);
            added[lowest]++;
        }

        return added.Sum();
    }

    /// <summary>Everybody up to one level, which is found by halving.</summary>
    private static double LevelUp(ConeCutModel model, int j, double[] added)
    {
        double Lifted(int i, double level) => Math.Max(model.Stock[j][i] + added[i], level * model.Pupils[i]);
        var (low, high) = (0.0, Enumerable.Range(0, added.Length).Max(i => (model.Stock[j][i] + added[i]) / model.Pupils[i]));
        low = Holds(model, j, i => Lifted(i, 0)) ? high = 0 : 0;
        for (var count = 0; count < 200 && high > low; count++)
        {
            var middle = 0.5 * (low + high);
            (low, high) = Holds(model, j, i => Lifted(i, middle)) ? (low, middle) : (middle, high);
        }

        return Enumerable.Range(0, added.Length).Sum(i => Lifted(i, high) - model.Stock[j][i]);
    }

    private static bool Holds(ConeCutModel model, int j, Func<int, double> amount)
    {
        double sum = 0, squares = 0;
        for (var i = 0; i < model.Units; i++)
        {
            var y = amount(i);
            sum += y;
            squares += y * y / model.Pupils[i];
        }

        return squares * model.Total <= model.SquaredRoot[j] * sum * sum * (1 + 1e-13);
    }
}
