using System.Diagnostics;
using System.Globalization;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Planning.Resources;
using Junheng.Planning.Verification;

namespace Junheng.Benchmarks.Plans;

/// <summary>The independent verifier over every plan of the speed table: how many it accepts, and how long it takes.</summary>
internal static class PlanVerification
{
    /// <summary>Returns how many plans are rejected.</summary>
    public static int Run(bool withNation)
    {
        var rejected = Check("200 counties of 20-300 schools a stage, both stages", Enumerable.Range(1, 200).Select(k => PlanCounty.Both(20 + (k * 7919 % 281), k)), PlannerOptions.Default);
        var thousand = Enumerable.Range(1, 10).Select(k => PlanCounty.Stage(1000, k, k % 2 == 0 ? Stage.Primary : Stage.Junior)).ToList();
        rejected += Check("10 stages of 1,000 schools, root only", thousand, new PlannerOptions { NodeLimit = 1 });
        rejected += Check("the same, to proof", thousand, PlannerOptions.Default);
        rejected += Check("province: 100 counties, both stages", Counties(100), PlannerOptions.Default);
        return withNation ? rejected + Check("nation: 2,900 counties, both stages", Counties(2900), PlannerOptions.Default) : rejected;
    }

    private static IEnumerable<ResourceProblem> Counties(int count) => Enumerable.Range(1, count).Select(k => PlanCounty.Both(20 + (k * 7919 % 143), 20_000 + k));

    private static int Check(string name, IEnumerable<ResourceProblem> problems, PlannerOptions options)
    {
        var (times, rejected, k) = (new List<double>(), 0, 0);
        foreach (var problem in problems)
        {
            k++;
            var plan = PlanSpeed.Solve(problem, options);
            var watch = Stopwatch.StartNew();
            var found = PlanVerifier.Check(plan);
            times.Add(watch.Elapsed.TotalMilliseconds);
            if (found.Reason is { } reason)
            {
                rejected++;
                Console.WriteLine($"  number {k} rejected: {reason.En}");
            }

            if (plan.Status != PlanStatus.Optimal && options.NodeLimit > 1)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  number {k}: {plan.Status}, gap {plan.Gap * 100:F6} %, nodes {plan.Nodes}"));
            }
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: accepted {times.Count - rejected} of {times.Count}, p50 {times[times.Count / 2]:F1} ms, p90 {times[(int)(0.9 * times.Count)]:F1} ms, most {times[^1]:F1} ms"));
        return rejected;
    }
}
