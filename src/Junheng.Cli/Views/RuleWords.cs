using Junheng.Assessment.Standards;
using Junheng.Cli.Pages;
using Junheng.Domain.Text;

namespace Junheng.Cli.Views;

/// <summary>A verdict rule in words.</summary>
internal static class RuleWords
{
    /// <summary>The rule in one sentence.</summary>
    public static string Of(VerdictRule rule, Language language)
    {
        var isEnglish = language == Language.En;
        return rule switch
        {
            VerdictRule.All all => string.Join(isEnglish ? "; and " : "；并且", all.Rules.Select(inner => Of(inner, language))),
            VerdictRule.EachUnit each => OfUnit(each.Rule, isEnglish),
            VerdictRule.Dispersion dispersion => isEnglish
                ? $"the CV of each of {Names(dispersion.Indicators)} at or below its limit, stage by stage"
                : $"{Names(dispersion.Indicators)} 每项差异系数分学段都不超过限值",
            VerdictRule.Composite composite => isEnglish
                ? $"the mean of the CVs of {Names(composite.Indicators)} at or below {Limits(composite, language)}"
                : $"{Names(composite.Indicators)} 的差异系数平均后不超过{Limits(composite, language)}",
            VerdictRule.Items items => isEnglish ? $"every item met: {Names(items.Ids)}" : $"各项都达标：{Names(items.Ids)}",
            VerdictRule.Veto veto => isEnglish ? $"none has happened: {Names(veto.Ids)}" : $"一项都没有发生：{Names(veto.Ids)}",
            VerdictRule.Manual manual => isEnglish ? $"a person's conclusion: {manual.Id}" : $"由人给出结论：{manual.Id}",
            _ => "",
        };
    }

    private static string OfUnit(AtLeast rule, bool isEnglish)
    {
        var rest = rule.RestAtFloor ? isEnglish ? ", the rest at or above the floor" : "，余项不低于底线" : "";
        return isEnglish
            ? $"each school at each stage reaches the norm in at least {rule.Count} of {rule.Indicators.Length} indicators ({Names(rule.Indicators)}){rest}"
            : $"每所学校每个学段 {rule.Indicators.Length} 项（{Names(rule.Indicators)}）中至少 {rule.Count} 项达到标准{rest}";
    }

    /// <summary>Names, a run of numbered ones as its ends: R1…R7.</summary>
    private static string Names(IReadOnlyList<string> ids) =>
        ids.Count > 3 && ids.All(id => id.Length > 1 && id[0] == ids[0][0] && id.Skip(1).All(char.IsAsciiDigit)) ? $"{ids[0]}…{ids[^1]}" : string.Join(", ", ids);

    private static string Limits(VerdictRule.Composite composite, Language language) => string.Join(
        language == Language.En ? ", " : "、",
        composite.Limit.Numbers.OrderBy(limit => limit.Key).Select(limit => $"{PrintedNumber.Limit(limit.Value)} ({limit.Key.Word(language)})"));
}
