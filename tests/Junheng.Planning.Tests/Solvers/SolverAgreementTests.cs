using Junheng.Benchmarks.Plans;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Planning.Tests.Counties;

namespace Junheng.Planning.Tests.Solvers;

/// <summary>An outside solver, which knows nothing of our bounds, finds no cheaper plan. The long run, with larger stages and two solvers, is in benchmarks/.</summary>
public sealed class SolverAgreementTests
{
    [Fact]
    public void Twenty_stages_of_twenty_and_more_schools_that_CBC_closes_cost_the_same_after_repair()
    {
        Assert.SkipWhen(ConeCutOracle.Cbc is null, "The solver CBC is not installed (Debian: coinor-cbc).");
        var closed = 0;
        for (var k = 1; k <= 40 && closed < 20; k++)
        {
            var problem = PlanCounty.Stage(20 + (k % 6), 60_000 + k, k % 2 == 0 ? Stage.Junior : Stage.Primary);
            if (ConeCutOracle.Solve(problem, ConeCutOracle.RunCbc, 5).Cost is { } cost)
            {
                closed++;
                var plan = problem.Plan();
                Assert.Equal(PlanStatus.Optimal, plan.Status);
                Assert.InRange((cost / plan.Cost!.Value.ToDouble()) - 1, -5e-6, 5e-6);
            }
        }

        Assert.True(closed >= 20, $"CBC closed only {closed}");
    }
}
