using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;
using Junheng.Planning.Resources.Coupled;

namespace Junheng.Planning.Resources;

/// <summary>
/// Finds the cheapest additions that bring a county to its standard, and proves how cheap any plan can be. docs/method/cheapest-plan.md explains it.
/// </summary>
public static class ResourcePlanner
{
    /// <summary>
    /// Plans. The same problem and options give the same answer on any machine, unless a time limit is set. Every plan returned has been checked
    /// against the whole problem in exact arithmetic.
    /// </summary>
    public static PlanAnswer Solve(ResourceProblem problem, PlannerOptions? options = null)
    {
        var refusals = ProblemCheck.Of(problem);
        if (refusals.Length > 0)
        {
            return new PlanAnswer.Refused(refusals);
        }

        if (TiedComposite(problem) is { } tied)
        {
            return new PlanAnswer.Refused([tied]);
        }

        var chosen = options ?? PlannerOptions.Default;
        return new PlanAnswer.Solved(PlanAssembly.Of(problem, Parts(problem, chosen).ConvertAll(part => CleanAmounts.Of(problem, part))));
    }

    /// <summary>A mean of coefficients is planned for unit tables at equal prices only.</summary>
    private static PlanRefusal? TiedComposite(ResourceProblem problem)
    {
        foreach (var rule in problem.Stages)
        {
            if (rule.CompositeLimit is not null && UnitsOf(problem, rule.Stage) is { Length: > 0 } units && StageModelBuilder.Build(problem, rule.Stage, units) is null)
            {
                return new PlanRefusal("plan.composite-tied", null, null, null, new LocalizedText(
                    "综合差异系数只能按单元表、同一项目同一单价测算", "A composite limit is planned for unit tables with one price per item only"));
            }
        }

        return null;
    }

    private static List<PlanPart> Parts(ResourceProblem problem, PlannerOptions options)
    {
        var limits = new SearchLimits(options);
        var parts = new List<PlanPart>();
        var rest = new List<Stage>();
        foreach (var rule in problem.Stages)
        {
            var units = UnitsOf(problem, rule.Stage);
            if (units.Length == 0)
            {
                continue;
            }

            if (StageModelBuilder.Build(problem, rule.Stage, units) is { } stage)
            {
                parts.Add(rule.CompositeLimit is null ? StageSolver.Solve(problem, stage, limits, options.Start) : CompositeSolver.Solve(problem, stage, rule, limits));
            }
            else
            {
                rest.Add(rule.Stage);
            }
        }

        if (rest.Count > 0)
        {
            int[] units = [.. rest.SelectMany(stage => UnitsOf(problem, stage))];
            var conflicts = TiedConflicts.Of(problem, [.. rest], units);
            parts.Add(conflicts.Count > 0 ? TiedConflicts.Part([.. rest], conflicts) : CoupledSolver.Solve(problem, [.. rest], units, limits));
        }

        return parts;
    }

    private static int[] UnitsOf(ResourceProblem problem, Stage stage)
    {
        var units = Enumerable.Range(0, problem.Units.Length).Where(u => problem.Units[u].Stage == stage).ToArray();
        Array.Sort(units, (one, other) => string.CompareOrdinal(problem.Units[one].SchoolCode, problem.Units[other].SchoolCode));
        return units;
    }
}
