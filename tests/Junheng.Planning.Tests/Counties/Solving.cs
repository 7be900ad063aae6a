using Junheng.Domain.Plans;
using Junheng.Planning.Resources;

namespace Junheng.Planning.Tests.Counties;

internal static class Solving
{
    public static ResourcePlan Plan(this ResourceProblem problem, PlannerOptions? options = null) =>
        Assert.IsType<PlanAnswer.Solved>(ResourcePlanner.Solve(problem, options)).Plan;
}
