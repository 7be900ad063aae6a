using System.Diagnostics;
using System.Globalization;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Planning.Resources;

namespace Junheng.Benchmarks.Plans;

/// <summary>The speed goals of the planner, one line each.</summary>
internal static class PlanSpeed
{
    private static readonly PlannerOptions _root = new() { NodeLimit = 1 };

    public static void Run(bool withNation)
    {
        for (var k = 0; k < 30; k++)
        {
            Solve(PlanCounty.Both(20 + (8 * k), 9000 + k), PlannerOptions.Default);
        }

        Counties();
        Thousand();
        Slider();
        Many("province: 100 counties, both stages, two threads", 100, 143);
        if (withNation)
        {
            Many("nation: 2,900 counties, both stages, two threads", 2900, 143);
        }
    }

    internal static ResourcePlan Solve(ResourceProblem problem, PlannerOptions options) => ((PlanAnswer.Solved)ResourcePlanner.Solve(problem, options)).Plan;

    private static void Counties()
    {
        var problems = Enumerable.Range(1, 200).Select(k => PlanCounty.Both(20 + (k * 7919 % 281), k)).ToList();
        var (times, plans) = Timed(problems, _ => PlannerOptions.Default);
        Say("200 counties of 20-300 schools a stage, both stages", $"proven {plans.Count(plan => plan.Status == PlanStatus.Optimal)}, {Quantiles(times)}, nodes at most {plans.Max(plan => plan.Nodes)}");
    }

    private static void Thousand()
    {
        var problems = Enumerable.Range(1, 10).Select(k => PlanCounty.Stage(1000, k, k % 2 == 0 ? Domain.Schools.Stage.Primary : Domain.Schools.Stage.Junior)).ToList();
        var (times, plans) = Timed(problems, _ => _root);
        Say("10 stages of 1,000 schools, root only", $"largest gap {plans.Max(plan => plan.Gap!.Value) * 100:F5} %, {Quantiles(times)}");
        (times, plans) = Timed(problems, _ => PlannerOptions.Default);
        Say("the same, to proof", $"proven {plans.Count(plan => plan.Status == PlanStatus.Optimal)}, largest gap {plans.Max(plan => plan.Gap!.Value) * 100:F5} %, {Quantiles(times)}");
    }

    /// <summary>A price or the limit moved a little, solved again from the plan before.</summary>
    private static void Slider()
    {
        var (problems, starts) = (new List<ResourceProblem>(), new List<ResourcePlan>());
        for (var k = 1; k <= 40; k++)
        {
            var problem = PlanCounty.Both(120, 700 + k);
            var before = Solve(problem, PlannerOptions.Default);
            var (j, factor) = (k % 7, Rational.FromFraction(k % 2 == 0 ? 102 : 98, 100));
            problems.Add(k % 4 < 2
                ? problem with { Purchases = [.. problem.Purchases.Select(each => each.Effects[0].Indicator == j ? each with { Price = new PlanPrice(each.Price.Amount * factor) } : each)] }
                : problem with { Margin = Rational.FromFraction(1 + (k % 5), 1000) });
            starts.Add(before);
        }

        var (times, plans) = Timed(problems, k => _root with { Start = starts[k] });
        Say("120 schools a stage, both stages, again after a slider step, root only", $"largest gap {plans.Max(plan => plan.Gap!.Value) * 100:F4} %, {Quantiles(times)}");
    }

    private static void Many(string name, int counties, int spread)
    {
        var problems = Enumerable.Range(1, counties).Select(k => PlanCounty.Both(20 + (k * 7919 % spread), 20_000 + k)).ToList();
        var watch = Stopwatch.StartNew();
        var plans = new ResourcePlan[counties];
        Parallel.For(0, counties, new ParallelOptions { MaxDegreeOfParallelism = 2 }, k => plans[k] = Solve(problems[k], PlannerOptions.Default));
        var took = watch.Elapsed.TotalSeconds;
        Say(name, $"proven {plans.Count(plan => plan.Status == PlanStatus.Optimal)}, {took.ToString("F2", CultureInfo.InvariantCulture)} s, {problems.Sum(problem => problem.Units.Length)} school rows");
    }

    private static (List<double> Milliseconds, List<ResourcePlan> Plans) Timed(List<ResourceProblem> problems, Func<int, PlannerOptions> options)
    {
        var (times, plans) = (new List<double>(), new List<ResourcePlan>());
        for (var k = 0; k < problems.Count; k++)
        {
            var watch = Stopwatch.StartNew();
            plans.Add(Solve(problems[k], options(k)));
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return (times, plans);
    }

    private static string Quantiles(List<double> times)
    {
        times.Sort();
        string At(double share) => times[(int)Math.Min(times.Count - 1, share * times.Count)].ToString("F1", CultureInfo.InvariantCulture);
        return $"p50 {At(0.5)} ms, p90 {At(0.9)} ms, p99 {At(0.99)} ms, most {At(1)} ms";
    }

    private static void Say(string name, string figures) => Console.WriteLine($"{name}: {figures}");
}
