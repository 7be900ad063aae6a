using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Planning.Resources.Comparisons;
using Junheng.Planning.Tests.BruteForce;
using Junheng.Planning.Tests.Counties;

namespace Junheng.Planning.Tests.Comparisons;

/// <summary>What actions, exceptions and conditions cost on tiny stages, against the listing of all plans of the varied stage.</summary>
public sealed class TinyVariationTests
{
    private static readonly Rational _hundredth = Rational.FromFraction(1, 100);

    [Fact]
    public void Without_an_addition_the_plan_costs_what_the_cheapest_of_all_such_plans_costs() =>
        Assert.InRange(Compare((problem, plan) => plan.Additions.Select(addition => ((ResourceProblem?)problem.Without(addition.Purchase), (CellRef?)null))), 500, int.MaxValue);

    [Fact]
    public void With_a_step_less_the_plan_costs_what_the_cheapest_of_all_such_plans_costs() =>
        Assert.InRange(Compare((problem, plan) => plan.Additions.Select(addition => (problem.WithLess(addition.Purchase, addition.Amount, _hundredth), (CellRef?)null))), 500, int.MaxValue);

    [Fact]
    public void Without_an_exception_the_plan_costs_what_the_cheapest_plan_with_that_norm_reached_costs() =>
        Assert.InRange(Compare((problem, plan) => plan.Exceptions.Select(cell => (problem.WithoutException(cell), (CellRef?)cell)), problem => problem), 200, int.MaxValue);

    [Fact]
    public void A_moved_limit_costs_what_the_cheapest_of_all_plans_under_it_costs() =>
        Assert.InRange(Compare((problem, _) => Cells(problem).SelectMany(j => new[] { -_hundredth, _hundredth }.Select(by => (problem.WithLimit(Stage.Primary, j, by), (CellRef?)null)))), 500, int.MaxValue);

    [Fact]
    public void A_school_freed_of_its_norms_leaves_what_the_cheapest_of_all_such_plans_costs() =>
        Assert.InRange(Compare((problem, _) => Enumerable.Range(0, problem.Units.Length).Select(u => ((ResourceProblem?)problem.Exempting([u]), (CellRef?)null))), 500, int.MaxValue);

    /// <summary>Solves every varied stage and lists its plans; returns how many were compared.</summary>
    /// <param name="variations">Varied stages; with a cell, it is the stage as it was that is listed, with that cell's norm asked.</param>
    /// <param name="listed">What is listed where a cell is given.</param>
    private static int Compare(Func<ResourceProblem, ResourcePlan, IEnumerable<(ResourceProblem? Varied, CellRef? Refused)>> variations, Func<ResourceProblem, ResourceProblem>? listed = null)
    {
        var compared = 0;
        for (var seed = 1; seed <= 1000; seed++)
        {
            var problem = TinyStage.Draw(seed + 7_000_000, new(Caps: seed % 2 == 0, Locks: seed % 3 == 0, Lots: seed % 5 == 0, MostExceptions: 1 + (seed % 2)));
            var plan = problem.Plan();
            if (plan.Cost is null)
            {
                continue;
            }

            foreach (var (varied, refused) in variations(problem, plan))
            {
                if (varied is null || !Enumeration.TryCheapest(refused is null ? varied : listed!(problem), out var cheapest, refused))
                {
                    continue;
                }

                compared++;
                if (varied.Purchases.Any(purchase => purchase.MaxAdd is { } most && purchase.MinAdd > most))
                {
                    Assert.Null(cheapest); // the need is above the cap: refused before it is searched
                }
                else
                {
                    WholeStageTests.AssertAgrees(varied, cheapest, $"seed {seed}");
                }
            }
        }

        return compared;
    }

    private static IEnumerable<int> Cells(ResourceProblem problem) => Enumerable.Range(0, problem.Indicators.Length);
}
