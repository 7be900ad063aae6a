using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Text;
using Junheng.Planning.Resources.Comparisons;

namespace Junheng.Application.Plans;

/// <summary>One plan of a comparison.</summary>
/// <param name="Id"><c>ours | norms | gap-share | worst-first</c>.</param>
/// <param name="Title">How it is made.</param>
/// <param name="IsOurs">Whether it is the cheapest plan.</param>
/// <param name="Cost">What it costs.</param>
/// <param name="Extra">What it costs beyond ours; null where ours or this one does not comply.</param>
/// <param name="Schools">Schools touched.</param>
/// <param name="Complies">Whether it complies, by the same exact check.</param>
/// <param name="WhyNot">What it misses; null where it complies.</param>
/// <param name="Coefficients">Coefficients before and after.</param>
public sealed record ComparedPlan(
    string Id, LocalizedText Title, bool IsOurs, Rational Cost, Rational? Extra, int Schools, bool Complies, LocalizedText? WhyNot, ImmutableArray<PlanCoefficient> Coefficients);

/// <summary>The cheapest plan beside the plans that bureaus make without a planner; all judged by one exact check.</summary>
public static class ComparedPlans
{
    private const int MostNamed = 5;

    /// <summary>Ours first, where there is one, then the others.</summary>
    public static ImmutableArray<ComparedPlan> Of(CountyPlan plan)
    {
        var naive = NaivePlans.Of(plan.Problem.Problem).Select(each => Naive(plan, each));
        return plan.Plan.Cost is { } cost
            ?
            [
                new ComparedPlan("ours", new("最省方案", "the cheapest plan"), true, cost, Rational.Zero, SchoolsOf(plan.Problem.Problem, plan.Plan.Additions), true, null, plan.Figures.Coefficients),
                .. naive,
            ]
            : [.. naive];
    }

    private static ComparedPlan Naive(CountyPlan plan, NaivePlan naive)
    {
        var problem = plan.Problem.Problem;
        var complies = naive.Complies && !(problem.Budget < naive.Cost);
        var (id, title) = naive.Rule switch
        {
            NaiveRule.Norms => ("norms", new LocalizedText("每校七项都补到达标值，不看差异系数", "every school to every norm, whatever the coefficients")),
            NaiveRule.GapShare => ("gap-share", new LocalizedText("补到达标值后，低于平均的学校按差额同比例补，直到差异系数合格", "the norms, then the same share of the gap to the mean for all below it, until the coefficients hold")),
            _ => ("worst-first", new LocalizedText("补到达标值后，从最差的学校起逐校补到平均，直到差异系数合格", "the norms, then the weakest school to the mean, then the next, until the coefficients hold")),
        };
        return new ComparedPlan(
            id,
            title,
            false,
            naive.Cost,
            complies && plan.Plan.Cost is { } ours ? naive.Cost - ours : null,
            SchoolsOf(problem, naive.Additions),
            complies,
            complies ? null : WhyNot(plan.Problem, naive),
            PlanFigures.CoefficientsAfter(plan.Problem, naive.Additions));
    }

    private static LocalizedText WhyNot(PlannedProblem planned, NaivePlan naive)
    {
        var (zh, en) = (new List<string>(), new List<string>());
        if (naive.Dispersed.Length > 0)
        {
            zh.Add($"差异系数超限：{string.Join('、', naive.Dispersed.Select(each => $"{each.Stage.Word(Language.Zh)}{planned.Problem.Indicators[each.Indicator]}"))}");
            en.Add($"CV above its limit: {string.Join(", ", naive.Dispersed.Select(each => $"{each.Stage.Word(Language.En)} {planned.Problem.Indicators[each.Indicator]}"))}");
        }

        if (naive.Short.Length > 0)
        {
            var names = string.Join('、', naive.Short.Take(MostNamed).Select(u => planned.Units[u].Name is { Length: > 0 } name ? name : planned.Problem.Units[u].SchoolCode));
            zh.Add($"因上限达不到要求的学校学段{naive.Short.Length}个（{names}）");
            en.Add($"{naive.Short.Length} units below what is asked because of caps ({names})");
        }

        if (planned.Problem.Budget is { } budget && naive.Cost > budget)
        {
            zh.Add($"超出预算{PlanWords.Yuan(naive.Cost - budget)}元");
            en.Add($"{PlanWords.Yuan(naive.Cost - budget)} yuan over the budget");
        }

        if (zh.Count == 0)
        {
            zh.Add("综合差异系数超限");
            en.Add("the composite coefficient is above its limit");
        }

        return new LocalizedText(string.Join('；', zh), string.Join("; ", en));
    }

    private static int SchoolsOf(ResourceProblem problem, ImmutableArray<Addition> additions) => additions.Select(addition => problem.Purchases[addition.Purchase].SchoolCode).Distinct(StringComparer.Ordinal).Count();
}
