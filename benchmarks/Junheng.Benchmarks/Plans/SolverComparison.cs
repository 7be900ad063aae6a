using System.Diagnostics;
using System.Globalization;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Planning.Resources;

namespace Junheng.Benchmarks.Plans;

/// <summary>The planner beside HiGHS and CBC on the same stages in one run: do the costs agree after repair, and how much longer do the solvers take?</summary>
internal static class SolverComparison
{
    /// <summary>Runs stage after stage, a line each, until so many are closed by a solver; returns how many disagree.</summary>
    public static int Run(string script, int closed, double seconds, int first)
    {
        using var highs = new HighsRunner(script);
        var solvers = new List<(string Name, Func<string, double, SolverCall> Solve)> { ("HiGHS", highs.Run) };
        if (ConeCutOracle.Cbc is not null)
        {
            solvers.Add(("CBC", ConeCutOracle.RunCbc));
        }

        for (var k = 0; k < 40; k++)
        {
            PlanSpeed.Solve(SolverStage.Of(k), PlannerOptions.Default);
        }

        var tallies = solvers.ToDictionary(each => each.Name, _ => new Tally());
        var (stages, found) = (0, 0);
        for (var k = first; found < closed && stages < 20 * closed; k++, stages++)
        {
            var problem = SolverStage.Of(k);
            var (plan, wall, processor) = Own(problem);
            var isClosed = false;
            foreach (var (name, solve) in solvers)
            {
                var answer = ConeCutOracle.Solve(problem, solve, seconds);
                tallies[name].Add(answer, plan, wall, processor);
                isClosed |= answer.Cost is not null;
                Console.WriteLine(SolverStage.Describe(k) + string.Create(CultureInfo.InvariantCulture, $": own {plan.Status} {wall:F2} ms, processor {processor:F2} ms; {name} {(answer.Cost is null ? "not within the time" : $"{answer.Wall:F2} s, processor {answer.Processor:F2} s, of which the last call {answer.Last:F2} s, {answer.Rounds} rounds, cost / own − 1 = {Tally.Apart(answer.Cost.Value, plan):F3} ppm, before repair {Tally.Apart(answer.Bound, plan):F3} ppm")}"));
            }

            found += isClosed ? 1 : 0;
        }

        Console.WriteLine($"{stages} stages; closed by a solver {found}");
        foreach (var (name, tally) in tallies)
        {
            Console.WriteLine($"{name}: {tally}");
        }

        return tallies.Values.Sum(tally => tally.Disagree);
    }

    /// <summary>The median by the clock of nine runs, and the processor time of one.</summary>
    private static (ResourcePlan Plan, double Wall, double Processor) Own(ResourceProblem problem)
    {
        var (times, used, all) = (new List<double>(), Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        ResourcePlan? plan = null;
        while (times.Count < 9 || (all.ElapsedMilliseconds < 50 && times.Count < 99))
        {
            var watch = Stopwatch.StartNew();
            plan = PlanSpeed.Solve(problem, PlannerOptions.Default);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        var processor = (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / times.Count;
        times.Sort();
        return (plan!, times[times.Count / 2], processor);
    }

    /// <summary>What one solver did.</summary>
    private sealed class Tally
    {
        private readonly List<double> _wall = [];
        private readonly List<double> _processor = [];
        private readonly List<double> _last = [];
        private double _worst;

        public int Disagree { get; private set; }

        public static double Apart(double cost, ResourcePlan plan) => (cost - plan.Cost!.Value.ToDouble()) / plan.Cost.Value.ToDouble() * 1e6;

        public void Add(OracleAnswer answer, ResourcePlan plan, double wall, double processor)
        {
            if (answer.Cost is { } cost)
            {
                var apart = Apart(cost, plan);
                _worst = Math.Abs(apart) > Math.Abs(_worst) ? apart : _worst;
                _wall.Add(answer.Wall * 1000 / wall);
                _processor.Add(answer.Processor * 1000 / processor);
                _last.Add(answer.Last * 1000 / processor);
                Disagree += Math.Abs(apart) > 5 || plan.Status != PlanStatus.Optimal ? 1 : 0;
            }
        }

        public override string ToString() => _wall.Count == 0
            ? "closed none"
            : string.Create(CultureInfo.InvariantCulture, $"closed {_wall.Count}, apart by more than 5 ppm or not proven by us {Disagree}, largest difference {_worst:F3} ppm; by the clock {Quantiles(_wall)}; processor {Quantiles(_processor)}; processor of the last call alone {Quantiles(_last)}");

        private static string Quantiles(List<double> ratios)
        {
            ratios.Sort();
            return string.Create(CultureInfo.InvariantCulture, $"least {ratios[0]:F0}, median {ratios[ratios.Count / 2]:F0}, most {ratios[^1]:F0} times as long, below 100: {ratios.Count(each => each < 100)}");
        }
    }
}

/// <summary>The stages that are compared: 20 to 60 schools, with four, two or no items bought whole, and limits of 0.9 to 1.1 times the usual ones.</summary>
internal static class SolverStage
{
    private static readonly int[] _percent = [100, 110, 90];

    public static ResourceProblem Of(int k)
    {
        var problem = PlanCounty.Stage(Schools(k), 40_000 + k, k % 2 == 0 ? Stage.Junior : Stage.Primary);
        var factor = Domain.Numbers.Rational.FromFraction(_percent[k / 3 % 3], 100);
        return problem with
        {
            Stages = [.. problem.Stages.Select(rule => rule with { Indicators = [.. rule.Indicators.Select(each => each with { CvLimit = each.CvLimit * factor })] })],
            Purchases = [.. problem.Purchases.Select(each => each.Effects[0].Indicator < Whole(k) || (k % 3 == 0 && each.Effects[0].Indicator == 6) ? each : each with { Step = null })],
        };
    }

    public static string Describe(int k) => $"{Schools(k)} schools, seed {40_000 + k}, whole items {(k % 3 == 0 ? 4 : Whole(k))}, limits × {_percent[k / 3 % 3]} %";

    private static int Schools(int k) => 20 + (k * 17 % 41);

    private static int Whole(int k) => (k % 3) switch { 0 => 3, 1 => 2, _ => 0 };
}
