using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Planning.Resources;
using Junheng.Planning.Resources.Comparisons;

namespace Junheng.Application.Plans;

/// <summary>Prices every condition of a plan by solving again with that one moved: each limit by 0.01, each norm by 1 %, each touched school's norms waived.</summary>
public static class ConditionPrices
{
    private static readonly Rational _hundredth = Rational.FromFraction(1, 100);

    /// <summary>Limits, then norms, then schools; empty without a plan. A school without additions meets its norms as it stands: waiving them saves nothing, and needs no solving.</summary>
    public static ImmutableArray<ConditionPrice> Of(CountyPlan plan, PlannerOptions? options = null)
    {
        if (plan.Plan.Cost is null)
        {
            return [];
        }

        var chosen = VariedPlan.Options(plan, options);
        var problem = plan.Problem.Problem;
        var cells = problem.Stages.SelectMany(rule => Enumerable.Range(0, problem.Indicators.Length).Select(j => (rule.Stage, Indicator: j))).ToList();
        return
        [
            .. cells.Select(cell => Limit(plan, cell.Stage, cell.Indicator, chosen)).OfType<ConditionPrice>(),
            .. cells.Select(cell => Norm(plan, cell.Stage, cell.Indicator, chosen)).OfType<ConditionPrice>(),
            .. Touched(plan).Select(unit => School(plan, unit, chosen)),
        ];
    }

    private static ConditionPrice? Limit(CountyPlan plan, Stage stage, int j, PlannerOptions options)
    {
        var problem = plan.Problem.Problem;
        return problem.WithLimit(stage, j, _hundredth) is { } looser
            ? new ConditionPrice(
                ConditionKind.Limit,
                stage,
                plan.Problem.Indicators[j],
                null,
                null,
                problem.RuleOf(stage)!.Indicators[j].CvLimit,
                problem.WithLimit(stage, j, -_hundredth) is { } tighter ? Difference(plan, tighter, true, options) : null,
                Difference(plan, looser, false, options))
            : null;
    }

    private static ConditionPrice? Norm(CountyPlan plan, Stage stage, int j, PlannerOptions options)
    {
        var problem = plan.Problem.Problem;
        return problem.WithNorm(stage, j, Rational.One - _hundredth) is { } lower && problem.WithNorm(stage, j, Rational.One + _hundredth) is { } higher
            ? new ConditionPrice(
                ConditionKind.Norm,
                stage,
                plan.Problem.Indicators[j],
                null,
                null,
                problem.RuleOf(stage)!.Indicators[j].Norm * plan.Problem.Indicators[j].Scale,
                Difference(plan, higher, true, options),
                Difference(plan, lower, false, options))
            : null;
    }

    private static ConditionPrice School(CountyPlan plan, int unit, PlannerOptions options)
    {
        var problem = plan.Problem.Problem;
        return new ConditionPrice(
            ConditionKind.School, problem.Units[unit].Stage, null, problem.Units[unit].SchoolCode, plan.Problem.Units[unit], null, null, Difference(plan, problem.Exempting([unit]), false, options));
    }

    private static IEnumerable<int> Touched(CountyPlan plan) =>
        plan.Plan.Additions.SelectMany(addition => plan.Problem.Problem.Purchases[addition.Purchase].Effects).Select(effect => effect.Unit).Distinct().Order();

    private static CostDifference Difference(CountyPlan plan, ResourceProblem varied, bool isStricter, PlannerOptions options) => CostDifference.Of(plan.Plan, VariedPlan.Solve(varied, options), isStricter);
}
