using System.Collections.Immutable;
using Junheng.Assessment.Standards;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Application.Plans;

/// <summary>What a standard in force asks of schools' resources, as a plan has to reach it: norms, floors, limits and "k of n" read from its verdict rule.</summary>
/// <param name="Indicators">Positions in the standard of the indicators that are judged, in order.</param>
/// <param name="Rules">One rule a stage, indicators in the order of <paramref name="Indicators"/>.</param>
public sealed record StageRules(ImmutableArray<int> Indicators, ImmutableArray<StageRule> Rules)
{
    /// <summary>The rules of a standard; null with a reason where its verdict rule can't be planned for.</summary>
    public static StageRules? Of(StandardInForce inForce, out LocalizedText? why)
    {
        var standard = inForce.Standard;
        var rules = standard.Parts.SelectMany(part => Flatten(part.Rule)).ToList();
        var dispersed = rules.OfType<VerdictRule.Dispersion>().SelectMany(rule => rule.Indicators).ToHashSet(StringComparer.Ordinal);
        var composites = rules.OfType<VerdictRule.Composite>().ToList();
        var judged = inForce.UnitRule?.Indicators ?? [];
        var meant = composites.SelectMany(rule => rule.Indicators).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<int> indicators =
        [
            .. Enumerable.Range(0, standard.Indicators.Length)
                .Where(k => judged.Contains(k) || dispersed.Contains(standard.Indicators[k].Id) || meant.Contains(standard.Indicators[k].Id)),
        ];
        why = indicators.IsEmpty
            ? new("该标准不判定学校资源，没有可测算的内容", "The standard judges no resources of schools: there is nothing to plan")
            : composites.Count > 1 || (composites.Count == 1 && !indicators.All(k => meant.Contains(standard.Indicators[k].Id)))
                ? new("该标准的综合差异系数只取部分指标，目前不能测算", "The standard's composite limit covers some of its indicators only, which can't be planned for")
                : null;
        if (why is not null)
        {
            return null;
        }

        return new StageRules(
            indicators,
            [.. standard.Stages.Select(stage => new StageRule(
                stage,
                [.. indicators.Select(k => Rule(inForce, stage, k, judged.Contains(k), dispersed.Contains(standard.Indicators[k].Id)))],
                inForce.UnitRule?.AllowedBelow ?? 0,
                composites.Count == 1 ? composites[0].Limit[stage] : null))]);
    }

    private static IndicatorRule Rule(StandardInForce inForce, Stage stage, int k, bool isJudged, bool isDispersed)
    {
        var numbers = inForce.Plan[stage].Indicators[k];
        var norm = isJudged && numbers.Norm is { } asked ? asked / numbers.Scale : (Domain.Numbers.Rational?)null;
        var floor = norm is not null && inForce.UnitRule!.RestAtFloor && numbers.Floor is { } least ? least / numbers.Scale : (Domain.Numbers.Rational?)null;
        return new IndicatorRule(norm, floor, isDispersed ? numbers.CvLimit : null);
    }

    private static IEnumerable<VerdictRule> Flatten(VerdictRule rule) => rule is VerdictRule.All all ? all.Rules.SelectMany(Flatten) : [rule];
}
