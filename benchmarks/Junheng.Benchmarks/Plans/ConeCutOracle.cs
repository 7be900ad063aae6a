using System.Diagnostics;
using System.Globalization;
using Junheng.Domain.Plans;

namespace Junheng.Benchmarks.Plans;

/// <summary>What an outside solver found.</summary>
/// <param name="Cost">Cost after repair in yuan; null when time was up.</param>
/// <param name="Bound">The cost that the solver itself states, before repair.</param>
/// <param name="Wall">Seconds that its own calls took.</param>
/// <param name="Processor">Processor seconds of these calls.</param>
/// <param name="Last">Processor seconds of the last call alone, in which every tangent that was needed is there from the start.</param>
/// <param name="Rounds">Rounds of tangents and chords.</param>
internal sealed record OracleAnswer(double? Cost, double Bound, double Wall, double Processor, double Last, int Rounds);

/// <summary>One call of a solver: the values of its optimum, or null; seconds by the clock and of the processor.</summary>
internal sealed record SolverCall(IReadOnlyDictionary<string, double>? Values, double Wall, double Processor);

/// <summary>Runs an outside solver in rounds of tangents, then repairs: its exceptions are kept, and every indicator is levelled up anew so that its limit holds exactly.</summary>
internal static class ConeCutOracle
{
    private const int MostRounds = 60;

    /// <summary>Debian's CBC, if it is installed; null otherwise.</summary>
    public static string? Cbc { get; } = new[] { "/usr/bin/cbc", "/usr/local/bin/cbc" }.FirstOrDefault(File.Exists);

    public static OracleAnswer Solve(ResourceProblem stage, Func<string, double, SolverCall> solver, double seconds)
    {
        var model = new ConeCutModel(stage);
        var (wall, processor, rounds, isRelaxed) = (0.0, 0.0, 0, true);
        while (rounds++ < MostRounds && processor < seconds && wall < 4 * seconds)
        {
            var call = solver(ConeCutText.Of(model, isRelaxed), seconds - processor);
            wall += call.Wall;
            processor += call.Processor;
            if (call.Values is not { } values)
            {
                break;
            }

            var isBroken = model.Tighten(values, isRelaxed);
            if (!isRelaxed && !isBroken)
            {
                return new OracleAnswer(Repair(model, values), Stated(model, values), wall, processor, call.Processor, rounds);
            }

            isRelaxed &= isBroken;
        }

        return new OracleAnswer(null, double.NaN, wall, processor, double.NaN, rounds);
    }

    /// <summary>CBC as a process.</summary>
    public static SolverCall RunCbc(string lp, double seconds)
    {
        var name = Path.Combine(Path.GetTempPath(), $"junheng-oracle-{Guid.NewGuid():N}");
        File.WriteAllText(name + ".lp", lp);
        try
        {
            var watch = Stopwatch.StartNew();
            var limit = Math.Ceiling(seconds).ToString("F0", CultureInfo.InvariantCulture);
            var said = Run(Cbc!, $"{name}.lp", "seconds", limit, "ratioGap", "1e-6", "solve", "solution", name + ".sol");
            var took = watch.Elapsed.TotalSeconds;
            var lines = File.Exists(name + ".sol") ? File.ReadAllLines(name + ".sol") : [];
            return lines.Length == 0 || !lines[0].StartsWith("Optimal", StringComparison.Ordinal)
                ? new SolverCall(null, took, ProcessorSeconds(said) ?? took)
                : new SolverCall(lines.Skip(1).Select(line => line.TrimStart('*').Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(parts => parts.Length >= 3)
                    .ToDictionary(parts => parts[1], parts => double.Parse(parts[2], CultureInfo.InvariantCulture)), took, ProcessorSeconds(said) ?? took);
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

    /// <summary>What CBC says at its end: "Total time (CPU seconds): 0.12 (Wallclock seconds): 0.15".</summary>
    private static double? ProcessorSeconds(string said)
    {
        var line = said.Split('\n').LastOrDefault(each => each.StartsWith("Total time (CPU seconds):", StringComparison.Ordinal));
        var parts = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return parts.Length > 4 && double.TryParse(parts[4], CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
    }

    private static double Repair(ConeCutModel model, IReadOnlyDictionary<string, double> values)
    {
        double cost = 0;
        for (var j = 0; j < model.Indicators; j++)
        {
            double[] added = [.. Enumerable.Range(0, model.Units).Select(i => model.Needed(j, i, values.GetValueOrDefault($"e{i}_{j}") > 0.5))];
            cost += model.Price[j] * Levelling.Added(model, j, added);
        }

        return cost;
    }

    private static double Stated(ConeCutModel model, IReadOnlyDictionary<string, double> values) =>
        Enumerable.Range(0, model.Indicators).Sum(j => model.Price[j] * model.Scale[j] * values.GetValueOrDefault($"t{j}"));
}
