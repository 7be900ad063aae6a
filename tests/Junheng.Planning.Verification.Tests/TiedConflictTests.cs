using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Planning.Resources;

namespace Junheng.Planning.Verification.Tests;

/// <summary>What caps exclude where a combined school shares its ground: named by the planner, decided again by the verifier.</summary>
public sealed class TiedConflictTests
{
    [Fact]
    public void A_floor_out_of_reach_at_a_combined_school_is_named_and_accepted()
    {
        var plan = Plan(Problem(capOfShared: 10, capOfRich: null, stockOfShared: 300));

        Assert.Equal(PlanStatus.Infeasible, plan.Status);
        var conflict = Assert.IsType<PlanConflict.NormOutOfReach>(plan.Conflicts[0]);
        Assert.Equal("B", plan.Certificate.Problem.Units[conflict.Unit].SchoolCode);
        Assert.Equal([0], conflict.BelowFloor);
        Assert.Null(PlanVerifier.Check(plan).Reason);
    }

    [Fact]
    public void A_limit_out_of_reach_is_named_with_the_smallest_coefficient_and_the_caps_that_conflict()
    {
        var plan = Plan(Problem(capOfShared: 100, capOfRich: 100, stockOfShared: 800));

        Assert.Equal(PlanStatus.Infeasible, plan.Status);
        var conflict = Assert.IsType<PlanConflict.LimitOutOfReach>(Assert.Single(plan.Conflicts));
        Assert.Equal((Stage.Primary, 0), (conflict.Stage, conflict.Indicator));
        Assert.InRange(conflict.SmallestReachable, 0.5, 1.2);
        Assert.NotEmpty(conflict.Caps);
        Assert.Null(PlanVerifier.Check(plan).Reason);

        // Any one of them lifted, the others no longer conflict.
        foreach (var cap in conflict.Caps)
        {
            var lifted = plan.Certificate.Problem with { Purchases = plan.Certificate.Problem.Purchases.SetItem(cap, plan.Certificate.Problem.Purchases[cap] with { MaxAdd = null }) };
            var other = Plan(lifted with { Purchases = [.. lifted.Purchases.Select((purchase, a) => conflict.Caps.Contains(a) ? purchase : purchase with { MaxAdd = null })] });
            Assert.NotNull(other.Cost);
        }
    }

    [Fact]
    public void A_limit_that_the_caps_allow_is_not_accepted_as_out_of_reach()
    {
        var plan = Plan(Problem(capOfShared: 100, capOfRich: 100, stockOfShared: 800));
        var loose = plan.Certificate.Problem with { Stages = [.. plan.Certificate.Problem.Stages.Select(rule => rule with { Indicators = [rule.Indicators[0] with { CvLimit = 2 }] })] };

        Assert.NotNull(PlanVerifier.Check(plan with { Certificate = plan.Certificate with { Problem = loose } }).Reason);
    }

    [Fact]
    public void A_plan_for_a_school_freed_of_its_norms_is_accepted_and_rejected_once_it_is_no_longer_freed()
    {
        var problem = Problem(capOfShared: null, capOfRich: null, stockOfShared: 300, stockOfRich: 500);
        var freed = problem with { Units = [.. problem.Units.Select(unit => unit with { IsExempt = unit.SchoolCode == "B" })] };
        var (plan, cheaper) = (Plan(problem), Plan(freed));

        Assert.True(cheaper.Cost < plan.Cost);
        Assert.Null(PlanVerifier.Check(cheaper).Reason);
        Assert.NotNull(PlanVerifier.Check(cheaper with { Certificate = cheaper.Certificate with { Problem = problem } }).Reason);
    }

    private static ResourcePlan Plan(ResourceProblem problem) => Assert.IsType<PlanAnswer.Solved>(ResourcePlanner.Solve(problem)).Plan;

    /// <summary>Primary schools A and C, and B with both stages on one ground; C has ten times as much as the others.</summary>
    private static ResourceProblem Problem(int? capOfShared, int? capOfRich, int stockOfShared, int stockOfRich = 5000)
    {
        var norm = Rational.ParseDecimal("4");
        StageRule Rule(Stage stage) => new(stage, [new IndicatorRule(norm, norm * Rational.ParseDecimal("0.85"), Rational.FromFraction(1, 2))], 1);
        return new ResourceProblem(
            "1",
            ["R5"],
            [Rule(Stage.Primary), Rule(Stage.Junior)],
            [
                new PlanUnit("A", Stage.Primary, 100, [500]), new PlanUnit("B", Stage.Primary, 100, [stockOfShared]), new PlanUnit("B", Stage.Junior, 100, [stockOfShared]),
                new PlanUnit("C", Stage.Primary, 100, [stockOfRich]),
            ],
            [
                new Purchase("A", Stage.Primary, "sports_area_m2", new PlanPrice(450), null, 0, capOfRich, [new PurchaseEffect(0, 0, 1)]),
                new Purchase("B", Stage.None, "sports_area_m2", new PlanPrice(450), null, 0, capOfShared, [new PurchaseEffect(1, 0, Rational.FromFraction(1, 2)), new PurchaseEffect(2, 0, Rational.FromFraction(1, 2))]),
                new Purchase("C", Stage.Primary, "sports_area_m2", new PlanPrice(450), null, 0, capOfRich, [new PurchaseEffect(3, 0, 1)]),
            ]);
    }
}
