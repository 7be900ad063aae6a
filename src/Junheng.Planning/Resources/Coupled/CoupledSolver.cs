using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Planning.Resources.Coupled;

/// <summary>Solves the stages that are tied together.</summary>
internal static class CoupledSolver
{
    public static PlanPart Solve(ResourceProblem problem, Stage[] stages, int[] units, SearchLimits limits)
    {
        var search = new CoupledSearch(CoupledModelBuilder.Build(problem, stages, units), limits);
        search.Run();
        var isEmpty = search.Best is null && !search.IsCut && double.IsPositiveInfinity(search.LowerBound);
        var lower = double.IsFinite(search.LowerBound) ? StageSolver.Floor(search.LowerBound, search.Cost) : search.Cost ?? Rational.Zero;
        var bound = new BoundPart([.. stages], search.Cost, lower, search.Nodes);
        return new PlanPart(search.Best, bound, search.IsCut, isEmpty ? [new PlanConflict.Combination([.. stages])] : []);
    }
}
