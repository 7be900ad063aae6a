using System.Diagnostics;
using System.Globalization;
using Junheng.Domain.Plans;
using Junheng.Planning.Resources;
using Junheng.Planning.Verification;

namespace Junheng.Benchmarks.Plans;

/// <summary>The certified gaps of counties whose purchases are tied, and whether the verifier accepts them.</summary>
internal static class TiedGaps
{
    public static int Run()
    {
        var rejected = 0;
        foreach (var schools in new[] { 40, 80 })
        {
            foreach (var combined in new[] { 1, 5, 10, 20, 40 })
            {
                rejected += Check($"{schools} schools a stage, {combined} combined", k => TiedCounty.Combined(schools, combined, 5000 + k));
            }

            rejected += Check($"{schools} schools a stage, own prices", k => TiedCounty.OwnPrices(schools, 5000 + k));
        }

        return rejected;
    }

    private static int Check(string name, Func<int, ResourceProblem> problem)
    {
        var (gaps, times, rejected) = (new List<double>(), new List<double>(), 0);
        for (var k = 1; k <= 12; k++)
        {
            var watch = Stopwatch.StartNew();
            var plan = PlanSpeed.Solve(problem(k), PlannerOptions.Default);
            times.Add(watch.Elapsed.TotalMilliseconds);
            gaps.Add(plan.Gap!.Value * 100);
            if (PlanVerifier.Check(plan).Reason is { } reason)
            {
                rejected++;
                Console.WriteLine($"  number {k} rejected: {reason.En}");
            }
        }

        gaps.Sort();
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: gap least {gaps[0]:F4} %, median {gaps[6]:F4} %, most {gaps[^1]:F4} %; time median {times[6]:F0} ms, most {times[^1]:F0} ms; accepted {12 - rejected} of 12"));
        return rejected;
    }
}
