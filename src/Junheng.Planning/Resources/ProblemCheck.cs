using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Text;

namespace Junheng.Planning.Resources;

/// <summary>Finds everything that makes a problem unfit for planning.</summary>
internal static class ProblemCheck
{
    public static ImmutableArray<PlanRefusal> Of(ResourceProblem problem)
    {
        var found = ImmutableArray.CreateBuilder<PlanRefusal>();
        CheckRules(problem, found);
        CheckUnits(problem, found);
        CheckPurchases(problem, found);
        if (found.Count == 0)
        {
            CheckEmptyIndicators(problem, found);
        }

        if (problem.Budget is { Sign: < 0 })
        {
            Add(found, "plan.budget-negative", null, null, null, "预算不能为负数", "The budget must not be negative");
        }

        return found.ToImmutable();
    }

    private static void CheckRules(ResourceProblem problem, ImmutableArray<PlanRefusal>.Builder found)
    {
        if (problem.Margin.Sign < 0)
        {
            Add(found, "plan.margin-negative", null, null, null, "安全余量不能为负数", "The safety margin must not be negative");
        }

        foreach (var rule in problem.Stages)
        {
            if (rule.Indicators.Length != problem.Indicators.Length || rule.Exceptions < 0)
            {
                Add(found, "plan.rule-shape", null, null, null, "学段规则与指标个数不符", "A stage's rule does not match the indicators");
                continue;
            }

            for (var j = 0; j < rule.Indicators.Length; j++)
            {
                var indicator = rule.Indicators[j];
                if (indicator.Norm is { Sign: < 0 } || indicator.Floor is { Sign: < 0 } || (indicator.Norm is { } norm && indicator.Floor > norm))
                {
                    Add(found, "plan.norm-order", null, j, null, "达标值、底线应不为负，且底线不高于达标值", "Norm and floor must not be negative, nor the floor above the norm");
                }

                if (problem.EffectiveLimit(indicator) is { Sign: <= 0 })
                {
                    Add(found, "plan.limit-not-positive", null, j, null, "差异系数限值减去安全余量后应大于零", "The limit of dispersion less the margin must be positive");
                }
            }

            if (rule.CompositeLimit is { Sign: <= 0 })
            {
                Add(found, "plan.limit-not-positive", null, null, null, "综合差异系数限值应大于零", "The composite limit must be positive");
            }

        }
    }

    private static void CheckUnits(ResourceProblem problem, ImmutableArray<PlanRefusal>.Builder found)
    {
        var seen = new HashSet<(string, Domain.Schools.Stage)>();
        for (var u = 0; u < problem.Units.Length; u++)
        {
            var unit = problem.Units[u];
            if (unit.Enrolment.Sign <= 0)
            {
                Add(found, "plan.no-pupils", u, null, null, "在校生数应大于零", "The enrolment must be positive");
            }

            if (unit.Stock.Length != problem.Indicators.Length || unit.Stock.Any(each => each.Sign < 0))
            {
                Add(found, "plan.stock-negative", u, null, null, "现有数量缺失或为负", "A stock is missing or negative");
            }

            if (problem.RuleOf(unit.Stage) is null)
            {
                Add(found, "plan.stage-without-rule", u, null, null, "该学段没有规则", "The unit's stage has no rule");
            }

            if (!seen.Add((unit.SchoolCode, unit.Stage)))
            {
                Add(found, "plan.unit-twice", u, null, null, "同一学校同一学段出现两次", "The same school and stage appears twice");
            }
        }
    }

    private static void CheckPurchases(ResourceProblem problem, ImmutableArray<PlanRefusal>.Builder found)
    {
        for (var a = 0; a < problem.Purchases.Length; a++)
        {
            var purchase = problem.Purchases[a];
            if (purchase.Price.Amount.Sign <= 0 || purchase.Price.Years < 0)
            {
                Add(found, "plan.price-not-positive", null, null, a, "单价应大于零", "The price must be positive");
            }

            if (purchase.Step is { Sign: <= 0 })
            {
                Add(found, "plan.step-not-positive", null, null, a, "批量应大于零", "The step or lot must be positive");
            }

            if (purchase.MinAdd.Sign < 0 || purchase.MaxAdd is { Sign: < 0 })
            {
                Add(found, "plan.bound-negative", null, null, a, "锁定数量和上限不能为负数", "Locks and caps must not be negative");
            }
            else if (purchase.MaxAdd is { } most && Rounded(purchase) > most)
            {
                Add(found, "plan.lock-above-cap", null, null, a, "锁定数量（按批量取整后）超过上限", "The lock, rounded up to the step, exceeds the cap");
            }

            var isSound = !purchase.Effects.IsDefaultOrEmpty
                && purchase.Effects.All(each => each.Amount.Sign > 0 && each.Unit >= 0 && each.Unit < problem.Units.Length && each.Indicator >= 0 && each.Indicator < problem.Indicators.Length)
                && purchase.Effects.DistinctBy(each => new CellRef(each.Unit, each.Indicator)).Count() == purchase.Effects.Length;
            if (!isSound)
            {
                Add(found, "plan.effects", null, null, a, "采购项目没有对应的单元和指标", "The purchase lifts no cell, one twice, or one that does not exist");
            }
        }
    }

    /// <summary>The lock as it is bought.</summary>
    private static Rational Rounded(Purchase purchase) => Requirement.Add(null, Rational.One, Rational.Zero, purchase.MinAdd, purchase.Step ?? Rational.Zero);

    /// <summary>An indicator with a limit that nobody has and no norm asks for: its mean would stay 0 and its dispersion undefined.</summary>
    private static void CheckEmptyIndicators(ResourceProblem problem, ImmutableArray<PlanRefusal>.Builder found)
    {
        foreach (var rule in problem.Stages)
        {
            var units = problem.Units.Where(unit => unit.Stage == rule.Stage).ToList();
            for (var j = 0; j < rule.Indicators.Length && units.Count > 0; j++)
            {
                var isJudged = rule.Indicators[j].CvLimit is not null || rule.CompositeLimit is not null;
                if (isJudged && rule.Indicators[j].Norm is not { Sign: > 0 } && units.TrueForAll(unit => unit.Stock[j].IsInteger && unit.Stock[j].Sign == 0))
                {
                    Add(found, "plan.empty-indicator", null, j, null, "全县均为零且无达标值，差异系数无定义", "Nobody has any and no norm asks for it: its dispersion is undefined");
                }
            }
        }
    }

    private static void Add(ImmutableArray<PlanRefusal>.Builder found, string rule, int? unit, int? indicator, int? purchase, string zh, string en) =>
        found.Add(new PlanRefusal(rule, unit, indicator, purchase, new LocalizedText(zh, en)));
}
