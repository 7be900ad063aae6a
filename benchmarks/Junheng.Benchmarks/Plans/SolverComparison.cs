using System.Diagnostics;
using System.Globalization;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Planning.Resources;

namespace Junheng.Benchmarks.Plans;

/// <summary>The planner beside HiGHS and CBC on the same stages in one run: do the costs agree after repair, and how much longer do the solvers take?</summary>
internal static class SolverComparison
{
    public static int Run(string script, int count, double seconds)
    {
        using var highs = new HighsRunner(script);
        var solvers = new List<(string Name, Func<string, double, (IReadOnlyDictionary<string, double>?, double)> Solve)> { ("HiGHS", highs.Run) };
        if (ConeCutOracle.Cbc is not null)
        {
            solvers.Add(("CBC", ConeCutOracle.RunCbc));
        }

        var (ratios, worst, closed, disagree) = (solvers.ToDictionary(each => each.Name, _ => new List<double>()), solvers.ToDictionary(each => each.Name, _ => 0.0), 0, 0);
        for (var k = 1; k <= count; k++)
        {
            var problem = PlanCounty.Stage(20 + (k * 17 % 41), 40_000 + k, k % 2 == 0 ? Stage.Junior : Stage.Primary);
            var (plan, own) = Own(problem);
            var isClosed = false;
            foreach (var (name, solve) in solvers)
            {
                var answer = ConeCutOracle.Solve(problem, solve, seconds);
                if (answer.Cost is { } cost)
                {
                    isClosed = true;
                    var apart = (cost - plan.Cost!.Value.ToDouble()) / plan.Cost.Value.ToDouble() * 1e6;
                    worst[name] = Math.Abs(apart) > Math.Abs(worst[name]) ? apart : worst[name];
                    ratios[name].Add(answer.Seconds * 1000 / own);
                    disagree += Math.Abs(apart) > 5 || plan.Status != PlanStatus.Optimal ? 1 : 0;
                }

                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{problem.Units.Length} schools, seed {40_000 + k}: own {plan.Status} {own:F2} ms; {name} {(answer.Cost is null ? "not within the time" : $"{answer.Seconds:F2} s, {answer.Rounds} rounds, cost / own − 1 = {((answer.Cost / plan.Cost!.Value.ToDouble()) - 1) * 1e6:F3} ppm")}"));
            }

            closed += isClosed ? 1 : 0;
        }

        Console.WriteLine($"{count} stages; closed by a solver {closed}; costs apart by more than 5 ppm {disagree}");
        foreach (var (name, list) in ratios.Where(each => each.Value.Count > 0))
        {
            list.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: closed {list.Count}, largest difference {worst[name]:F3} ppm; times as long: least {list[0]:F0}, median {list[list.Count / 2]:F0}, most {list[^1]:F0}; below 100: {list.Count(each => each < 100)}"));
        }

        return disagree;
    }

    private static (ResourcePlan Plan, double Milliseconds) Own(ResourceProblem problem)
    {
        var times = new List<double>();
        ResourcePlan? plan = null;
        for (var round = 0; round < 5; round++)
        {
            var watch = Stopwatch.StartNew();
            plan = PlanSpeed.Solve(problem, PlannerOptions.Default);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return (plan!, times[2]);
    }
}
