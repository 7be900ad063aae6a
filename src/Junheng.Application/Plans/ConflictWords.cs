using System.Globalization;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Application.Plans;

/// <summary>Why no plan complies, in words: what is out of reach, how near one can come, and which caps conflict, grouped by item and kind of place.</summary>
public static class ConflictWords
{
    private const int MostNamed = 5;

    /// <summary>One sentence a conflict.</summary>
    public static IEnumerable<LocalizedText> Of(CountyPlan plan) => plan.Plan.Conflicts.Select(conflict => Of(plan.Problem, conflict));

    private static LocalizedText Of(PlannedProblem planned, PlanConflict conflict) => conflict switch
    {
        PlanConflict.NormOutOfReach reach => Norm(planned, reach),
        PlanConflict.LimitOutOfReach limit => Limit(planned, limit),
        PlanConflict.BudgetTooSmall budget => new(
            $"预算不够：至少还差{Money(budget.ExtraAtLeast)}元{(budget.ExtraSufficient is { } enough ? $"，再加{Money(enough)}元就有一个可行的方案" : "")}",
            $"The budget is too small: at least {Money(budget.ExtraAtLeast)} yuan more is needed{(budget.ExtraSufficient is { } more ? $", and {Money(more)} more pays for a known plan" : "")}"),
        PlanConflict.Combination combination => new(
            $"{string.Join('、', combination.Stages.Select(stage => stage.Word(Language.Zh)))}：每一条单独都能达到，但在上限之内没有一种余项安排能同时达到",
            $"{string.Join(", ", combination.Stages.Select(stage => stage.Word(Language.En)))}: each condition can be met by itself, but within the caps no choice of exceptions meets them together"),
        _ => throw new InvalidOperationException("An unknown conflict."),
    };

    private static LocalizedText Norm(PlannedProblem planned, PlanConflict.NormOutOfReach reach)
    {
        var unit = planned.Problem.Units[reach.Unit];
        var name = planned.Units[reach.Unit].Name;
        string Ids(IEnumerable<int> indicators) => string.Join("、", indicators.Select(j => planned.Problem.Indicators[j]));
        return new LocalizedText(
            $"{unit.SchoolCode} {name}（{unit.Stage.Word(Language.Zh)}）：上限之内 {Ids(reach.BelowNorm)} 达不到要求{(reach.BelowFloor.IsEmpty ? "，超过可以例外的项数" : $"，其中 {Ids(reach.BelowFloor)} 连底线也达不到")}",
            $"{unit.SchoolCode} {name} ({unit.Stage.Word(Language.En)}): within the caps {Ids(reach.BelowNorm)} can't reach the norm{(reach.BelowFloor.IsEmpty ? ", more than may be excepted" : $", {Ids(reach.BelowFloor)} not even the floor")}");
    }

    private static LocalizedText Limit(PlannedProblem planned, PlanConflict.LimitOutOfReach limit)
    {
        var id = planned.Problem.Indicators[limit.Indicator];
        var asked = planned.Problem.EffectiveLimit(planned.Problem.RuleOf(limit.Stage)!.Indicators[limit.Indicator])!.Value.ToDouble();
        var smallest = (Math.Floor(limit.SmallestReachable * 10000) / 10000).ToString("0.0000", CultureInfo.InvariantCulture);
        var groups = limit.Caps
            .Select(cap => (planned.Problem.Purchases[cap], Unit: planned.Units[planned.Problem.Purchases[cap].Effects[0].Unit]))
            .GroupBy(cap => (planned.Items[planned.Problem.Purchases.IndexOf(cap.Item1)].Column.Short, cap.Unit.Locale))
            .ToList();
        string Zh() => string.Join("；", groups.Select(group =>
            $"{group.Count()}所{LocaleZh(group.Key.Locale)}学校的{group.Key.Short.Zh}上限（{Names(group.Select(cap => cap.Unit.Name.Length > 0 ? cap.Unit.Name : cap.Item1.SchoolCode), "、")}）"));
        string En() => string.Join("; ", groups.Select(group =>
            $"caps on {group.Key.Short.En} at {group.Count()} {group.Key.Locale.Id()} schools ({Names(group.Select(cap => cap.Unit.Name.Length > 0 ? cap.Unit.Name : cap.Item1.SchoolCode), ", ")})"));
        return new LocalizedText(
            $"{limit.Stage.Word(Language.Zh)}{id}：上限之内差异系数降不到{smallest}以下，限值是{asked.ToString("0.####", CultureInfo.InvariantCulture)}。起冲突的是：{Zh()}；放开其中任何一条，其余的就不再互相冲突",
            $"{limit.Stage.Word(Language.En)} {id}: within the caps the CV can't come below {smallest}, the limit is {asked.ToString("0.####", CultureInfo.InvariantCulture)}. In conflict: {En()}; with any one of them lifted the others no longer conflict");
    }

    private static string Names(IEnumerable<string> names, string separator)
    {
        var all = names.ToList();
        return string.Join(separator, all.Take(MostNamed)) + (all.Count > MostNamed ? " …" : "");
    }

    private static string LocaleZh(Locale locale) => locale switch
    {
        Locale.Urban => "城区",
        Locale.Town => "镇区",
        Locale.Rural => "乡村",
        _ => "",
    };

    private static string Money(Domain.Numbers.Rational yuan) => yuan.Round(2).ToDouble().ToString("#,##0.##", CultureInfo.InvariantCulture);
}
