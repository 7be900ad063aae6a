using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Planning.Verification.Tests;

/// <summary>
/// A large school lies between two that can't move. Left at its stock it keeps either limit, at its norm neither, and it may stay below the norm once only: every limit and norm can be reached by itself,
/// but not together. The verifier replays the proof of that.
/// </summary>
public class CombinationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void That_no_choice_of_exceptions_complies_is_replayed(bool isTied)
    {
        var plan = GeneratedPlans.Solve(Problem("0.05", isTied));

        Assert.IsType<PlanConflict.Combination>(Assert.Single(plan.Conflicts));
        Assert.Null(PlanVerifier.Check(plan).Reason?.En);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_same_said_of_a_problem_that_has_a_plan_is_rejected(bool isTied)
    {
        var plan = GeneratedPlans.Solve(Problem("0.05", isTied));
        var easier = Problem("0.054", isTied);

        Assert.NotNull(GeneratedPlans.Solve(easier).Cost);
        Assert.False(PlanVerifier.Check(plan with { Certificate = plan.Certificate with { Problem = easier } }).IsAccepted);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Without_its_proof_it_is_rejected(bool isTied)
    {
        var plan = GeneratedPlans.Solve(Problem("0.05", isTied));
        var bare = plan.Certificate with { Parts = [.. plan.Certificate.Parts.Select(part => part with { Nodes = [new BoundNode(-1, null, false, [], NodeEnd.Empty, double.PositiveInfinity)] })] };

        Assert.True(plan.Nodes > 1);
        Assert.False(PlanVerifier.Check(plan with { Certificate = bare }).IsAccepted);
    }

    private static ResourceProblem Problem(string limit, bool isTied)
    {
        PlanUnit Unit(string code, int pupils, int first, int second) => new(code, Stage.Primary, pupils, [first, second]);
        Purchase Buy(int unit, string code, int j, int most) => new(
            code, Stage.Primary, $"R{j + 1}", new PlanPrice(isTied ? 100 + unit : 100), isTied ? 250 : null, Rational.Zero, most, [new PurchaseEffect(unit, j, Rational.One)]);
        var rule = new IndicatorRule(1, Rational.ParseDecimal("0.85"), Rational.ParseDecimal(limit));
        return new ResourceProblem(
            "410999",
            ["R1", "R2"],
            [new StageRule(Stage.Primary, [rule, rule], 1)],
            [Unit("A", 5000, 4500, 4500), Unit("B", 1000, 850, 1000), Unit("C", 1000, 1000, 850)],
            [Buy(0, "A", 0, 500), Buy(0, "A", 1, 500), Buy(1, "B", 0, 0), Buy(1, "B", 1, 0), Buy(2, "C", 0, 0), Buy(2, "C", 1, 0)]);
    }
}
