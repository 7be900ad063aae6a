using System.Diagnostics;
using Junheng.Domain.Findings;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;
using Junheng.Planning.Resources;
using Junheng.Planning.Resources.Comparisons;
using Junheng.Planning.Verification;

namespace Junheng.Application.Plans;

/// <summary>Solves one problem and has the answer checked by the separate verifier: no plan is shown that failed it.</summary>
internal static class CountyPlanner
{
    /// <summary>The plan; null with findings where the problem is refused.</summary>
    public static CountyPlan? Solve(PlannedProblem problem, PlannerOptions options, PlanFindings findings)
    {
        var clock = Stopwatch.StartNew();
        switch (ResourcePlanner.Solve(problem.Problem, options))
        {
            case PlanAnswer.Refused refused:
                foreach (var refusal in refused.Refusals)
                {
                    findings.Add(refusal.Rule, Severity.Error, Origin.None, problem.Problem.CountyCode, Words(problem, refusal), new("改正数据或条件后再测算", "Mend the data or the terms and plan again"));
                }

                return null;
            case PlanAnswer.Solved solved:
                var plan = EqualCostAims.Improve(solved.Plan, [.. problem.Units.Select(unit => Precedence(unit.Locale))]);
                var time = clock.Elapsed;
                if (PlanVerifier.Check(plan).Reason is { } reason)
                {
                    findings.Add(
                        "plan.not-verified",
                        Severity.Error,
                        Origin.None,
                        problem.Problem.CountyCode,
                        new($"方案没有通过独立核对，不予给出：{reason.Zh}", $"The plan failed the separate check and is not shown: {reason.En}"),
                        new("请连同数据报告这一问题", "Please report this with the data"));
                    return null;
                }

                return new CountyPlan(problem, plan, time);
            default:
                throw new InvalidOperationException("An answer is a plan or a refusal.");
        }
    }

    /// <summary>Among plans of equal cost rural schools come before towns, towns before the city.</summary>
    private static int Precedence(Locale locale) => locale switch
    {
        Locale.Rural => 0,
        Locale.Urban => 2,
        _ => 1,
    };

    private static LocalizedText Words(PlannedProblem problem, PlanRefusal refusal)
    {
        var purchase = refusal.Purchase is { } a ? problem.Problem.Purchases[a] : null;
        var unit = refusal.Unit is { } u ? problem.Problem.Units[u] : null;
        var school = purchase?.SchoolCode ?? unit?.SchoolCode;
        var indicator = refusal.Indicator is { } j ? problem.Problem.Indicators[j] : purchase?.Item;
        var where = string.Join(' ', new[] { school, indicator }.Where(word => !string.IsNullOrEmpty(word)));
        return where.Length == 0 ? refusal.Message : new LocalizedText($"{where}：{refusal.Message.Zh}", $"{where}: {refusal.Message.En}");
    }
}
