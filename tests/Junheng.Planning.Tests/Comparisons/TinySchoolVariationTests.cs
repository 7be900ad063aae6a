using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Planning.Resources.Comparisons;
using Junheng.Planning.Tests.BruteForce;
using Junheng.Planning.Tests.Counties;

namespace Junheng.Planning.Tests.Comparisons;

/// <summary>Varied problems of combined schools, whose purchases are tied, against the listing of all their plans.</summary>
public sealed class TinySchoolVariationTests
{
    private static readonly Rational _hundredth = Rational.FromFraction(1, 100);

    [Fact]
    public void Actions_limits_and_freed_schools_are_bounded_by_the_cheapest_of_all_varied_plans()
    {
        var (compared, closed) = (0, 0);
        for (var seed = 1; seed <= 120; seed++)
        {
            var problem = TinySchools.Draw(seed + 9_000_000);
            var plan = problem.Plan();
            foreach (var varied in Variations(problem, plan))
            {
                compared++;
                closed += CoupledTests.AssertBounds(varied.Plan(), TinySchools.Cheapest(varied), $"schools {seed}") ? 1 : 0;
            }
        }

        Assert.InRange(compared, 400, int.MaxValue);
        Assert.True(closed > compared * 9 / 10, $"only {closed} of {compared} were closed");
    }

    private static IEnumerable<ResourceProblem> Variations(ResourceProblem problem, ResourcePlan plan) =>
    [
        .. plan.Additions.Select(addition => problem.Without(addition.Purchase)),
        .. Enumerable.Range(0, problem.Units.Length).Select(u => problem.Exempting([u])),
        .. new[] { -_hundredth, _hundredth }.Select(by => problem.WithLimit(Stage.Junior, 0, by)).OfType<ResourceProblem>(),
        .. new[] { problem.WithNorm(Stage.Primary, 0, Rational.FromFraction(99, 100)) }.OfType<ResourceProblem>(),
    ];
}
