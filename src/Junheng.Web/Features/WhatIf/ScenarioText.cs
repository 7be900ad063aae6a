using Junheng.Application.WhatIf;
using Junheng.Assessment.Results;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.WhatIf;

/// <summary>What a scenario changes, in words.</summary>
internal static class ScenarioText
{
    private const int MostSpreads = 6;

    /// <summary>What a unit lacks of one indicator: 体育、艺术教师差 3 人.</summary>
    public static string Lack(PageContext page, WhatIfView view, IndicatorFinding finding) => finding.Verdict == Verdict.Undecided
        ? page.Text["whatif.missing", page.Of(finding.Indicator.Short)]
        : page.Text["whatif.lack", page.Of(finding.Indicator.Short), Amount(page, view, finding)];

    /// <summary>Every change, the weightiest first.</summary>
    public static IEnumerable<string> Words(PageContext page, WhatIfView view)
    {
        var difference = view.Difference;
        if (difference.Before.Verdict != difference.After.Verdict)
        {
            yield return page.Text["whatif.word.county", Word(page, difference.Before.Verdict), Word(page, difference.After.Verdict)];
        }

        foreach (var change in difference.Spreads.Where(each => each.Before.Spread.Verdict != each.After.Spread.Verdict))
        {
            yield return page.Text["whatif.word.spread", Name(page, change), Cv(view, change.Before), Cv(view, change.After), Word(page, change.Before.Spread.Verdict), Word(page, change.After.Spread.Verdict)];
        }

        foreach (var change in difference.Units.Where(each => each.IsOtherVerdict))
        {
            yield return page.Text["whatif.word.unit", change.Name, page.Printed.Stage(change.Stage), Word(page, change.Before?.Verdict ?? Verdict.NotApplicable), Word(page, change.After?.Verdict ?? Verdict.NotApplicable)];
        }

        foreach (var (change, before, after, indicator) in difference.Units.SelectMany(Lacks))
        {
            var (old, next) = (before is null ? page.Text["whatif.enough"] : Lack(page, view, before), after is null ? page.Text["whatif.enough"] : Lack(page, view, after));
            if (old != next)
            {
                yield return page.Text["whatif.word.lack", change.Name, page.Printed.Stage(change.Stage), page.Of(indicator.Short), old, next];
            }
        }

        foreach (var change in difference.Spreads.Where(each => each.IsChange && each.Before.Spread.Verdict == each.After.Spread.Verdict && Cv(view, each.Before) != Cv(view, each.After)).Take(MostSpreads))
        {
            yield return page.Text["whatif.word.spread.same", Name(page, change), Cv(view, change.Before), Cv(view, change.After)];
        }
    }

    private static IEnumerable<(UnitChange Change, IndicatorFinding? Before, IndicatorFinding? After, Assessment.Standards.Indicator Indicator)> Lacks(UnitChange change)
    {
        if (change.Before is not { } before || change.After is not { } after)
        {
            yield break;
        }

        foreach (var indicator in before.Findings.Concat(after.Findings).Select(finding => finding.Indicator).DistinctBy(each => each.Id))
        {
            yield return (change, before.Findings.FirstOrDefault(finding => finding.Indicator.Id == indicator.Id), after.Findings.FirstOrDefault(finding => finding.Indicator.Id == indicator.Id), indicator);
        }
    }

    private static string Amount(PageContext page, WhatIfView view, IndicatorFinding finding) => view.Run.Result.InForce.Standard.Columns[finding.Indicator.Item] is { } column
        ? page.Text[column.IsWhole ? "amount.whole" : "amount", Printed.Whole(finding.ShortfallToNorm), page.Of(column.Measure)]
        : Printed.Whole(finding.ShortfallToNorm);

    private static string Word(PageContext page, Verdict verdict) => page.Text["verdict." + verdict.Id()];

    private static string Name(PageContext page, SpreadChange change) => page.Text["whatif.spread.name", page.Printed.Stage(change.Stage), page.Of(change.After.Indicator.Short)];

    private static string Cv(WhatIfView view, IndicatorAssessment indicator) => Printed.Fixed(indicator.Spread.Cv, view.Run.Result.InForce.Standard.Print.Cv);
}
