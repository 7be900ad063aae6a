using Junheng.Assessment.Resources;
using Junheng.Assessment.Units;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Assessment.Standards;

/// <summary>
/// A standard as it holds on one day: dated numbers looked up, the unit rule and the kernel's plan ready. Made once, used for any number of counties.
/// </summary>
public sealed class StandardInForce
{
    internal StandardInForce(Standard standard, DateOnly date)
    {
        (Standard, Date) = (standard, date);
        UnitRule = FindUnitRule(standard);
        Plan = new ResourcePlan(
            [.. standard.Stages.Select(stage => new StagePlan(stage, [.. standard.Indicators.Select(indicator => Numbers(indicator, stage))], UnitRule))],
            standard.Indicators.Length);
        ViewRules = new ViewRules(
            standard.Stages, [.. standard.Indicators.Select(indicator => indicator.Numerator)], standard.Split, standard.IndoorSports, standard.Scope);
    }

    /// <summary>The standard.</summary>
    public Standard Standard { get; }

    /// <summary>The evaluation date.</summary>
    public DateOnly Date { get; }

    /// <summary>The kernel's numbers.</summary>
    public ResourcePlan Plan { get; }

    /// <summary>How units are judged; null when the standard judges none.</summary>
    public UnitRule? UnitRule { get; }

    /// <summary>Whether the date lies before the standard came into force; then its first numbers are used.</summary>
    public bool IsBeforeEffect => Date < Standard.Effective;

    /// <summary>The easements of indicators and items that hold on the date.</summary>
    public IEnumerable<Easement> EasementsInForce => Standard.Easements.Where(easement => easement.HoldsOn(Date));

    /// <summary>The rules of its view.</summary>
    internal ViewRules ViewRules { get; }

    /// <summary>The standard's view of a raw table: scope, merging, correction and split applied.</summary>
    public UnitTable View(StatisticsTable table) => UnitTableBuilder.Build(table, ViewRules, Date);

    /// <summary>The entry that gives a number in force, for traces; null when no entry gives one.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="number">Which of an entry's numbers.</param>
    public DatedNorm? EntryFor(Indicator indicator, Stage stage, Func<DatedNorm, StageNumbers> number)
    {
        var having = indicator.Norms.Where(entry => number(entry)[stage] is not null).ToList();
        return having.LastOrDefault(entry => entry.From <= Date) ?? having.FirstOrDefault();
    }

    /// <summary>Index of the item's norms in force: the latest entry not after the date, else the first.</summary>
    public int NormIndex(EvaluationItem item)
    {
        var index = 0;
        for (var at = 0; at < item.Norms.Length; at++)
        {
            index = item.Norms[at].From <= Date ? at : index;
        }

        return index;
    }

    private IndicatorNumbers Numbers(Indicator indicator, Stage stage)
    {
        Rational? Number(Func<DatedNorm, StageNumbers> number) => EntryFor(indicator, stage, number) is { } entry ? number(entry)[stage] : null;
        return new IndicatorNumbers(
            indicator.Scale, Number(entry => entry.Norm), Number(entry => entry.Floor), Number(entry => entry.CvLimit), Number(entry => entry.CvTarget));
    }

    private static UnitRule? FindUnitRule(Standard standard)
    {
        var rule = standard.Parts.SelectMany(part => Flatten(part.Rule)).OfType<VerdictRule.EachUnit>().FirstOrDefault()?.Rule;
        return rule is null
            ? null
            : new UnitRule(rule.Count, [.. rule.Indicators.Select(id => standard.IndexOf(id))], rule.RestAtFloor);
    }

    private static IEnumerable<VerdictRule> Flatten(VerdictRule rule) => rule is VerdictRule.All all ? all.Rules.SelectMany(Flatten) : [rule];
}

/// <summary>Look-ups by id.</summary>
public static class StandardLookups
{
    /// <summary>Index of an indicator, or −1.</summary>
    public static int IndexOf(this Standard standard, string indicator)
    {
        for (var at = 0; at < standard.Indicators.Length; at++)
        {
            if (standard.Indicators[at].Id == indicator)
            {
                return at;
            }
        }

        return -1;
    }
}
