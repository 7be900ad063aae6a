using System.Collections.Immutable;
using Junheng.Assessment.Items;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Application.Counties;

/// <summary>A county's first page: does it pass, what falls short, what next.</summary>
/// <param name="Failing">Units not met, the dearest to mend last.</param>
/// <param name="Undecided">Units undecided.</param>
/// <param name="Above">Coefficients above their limit.</param>
/// <param name="Open">Coefficients undecided.</param>
/// <param name="ItemsNotMet">Items not met.</param>
/// <param name="ItemsUndecided">Items undecided.</param>
/// <param name="Coefficients">One row an indicator, its stages in the standard's order.</param>
/// <param name="Severities">How many data findings of each weight.</param>
/// <param name="CostOfExceptions">What lifting the failing schools with each one's cheapest exception costs at reference prices, in yuan; null when it cannot be said.</param>
public sealed record CountyOverview(
    ImmutableArray<FailingUnit> Failing,
    ImmutableArray<UnitAssessment> Undecided,
    ImmutableArray<Coefficient> Above,
    ImmutableArray<Coefficient> Open,
    ImmutableArray<(EvaluationItem Item, ItemResult Result)> ItemsNotMet,
    ImmutableArray<(EvaluationItem Item, ItemResult Result)> ItemsUndecided,
    ImmutableArray<ImmutableArray<Coefficient>> Coefficients,
    ImmutableSortedDictionary<Severity, int> Severities,
    Rational? CostOfExceptions)
{
    /// <summary>The overview of a county as judged.</summary>
    /// <param name="county">The county.</param>
    /// <param name="prices">Yuan for one unit of an item.</param>
    public static CountyOverview Of(CountyOnFile county, IReadOnlyDictionary<string, Rational> prices)
    {
        var standard = county.Report.Result.InForce.Standard;
        var rule = standard.Parts.SelectMany(part => Flatten(part.Rule)).OfType<VerdictRule.EachUnit>().FirstOrDefault()?.Rule;
        var failing = county.County.Units
            .Where(unit => unit.Verdict == Verdict.NotMet)
            .Select(unit => new FailingUnit(unit, rule is null ? null : ExceptionAdvice.Of(unit, rule, prices)))
            .OrderBy(unit => unit.Advice is null)
            .ThenBy(unit => unit.Advice?.Cost ?? Rational.Zero)
            .ThenBy(unit => unit.Unit.SchoolCode, StringComparer.Ordinal)
            .ToImmutableArray();
        var items = standard.Items.Select(item => (Item: item, Result: county.County.Items.First(result => result.Id == item.Id))).ToList();
        var coefficients = standard.Indicators
            .Select((_, k) => county.County.Stages.Select(stage => new Coefficient(stage.Stage, stage.Indicators[k])).ToImmutableArray())
            .ToImmutableArray();
        var all = coefficients.SelectMany(row => row).ToList();
        return new CountyOverview(
            failing,
            [.. county.County.Units.Where(unit => unit.Verdict == Verdict.Undecided)],
            [.. all.Where(each => each.Assessed.Spread.Verdict == Verdict.NotMet)],
            [.. all.Where(each => each.Assessed.Spread.Verdict == Verdict.Undecided)],
            [.. items.Where(item => item.Result.Verdict == Verdict.NotMet)],
            [.. items.Where(item => item.Result.Verdict == Verdict.Undecided)],
            coefficients,
            county.Report.DataFindingsOf(county.County).GroupBy(finding => finding.Severity).ToImmutableSortedDictionary(group => group.Key, group => group.Count()),
            failing.IsEmpty || failing.Any(unit => unit.Advice is null) ? null : failing.Aggregate(Rational.Zero, (sum, unit) => sum + unit.Advice!.Cost));
    }

    private static IEnumerable<VerdictRule> Flatten(VerdictRule rule) => rule is VerdictRule.All all ? all.Rules.SelectMany(Flatten) : [rule];
}

/// <summary>A unit that does not meet, with its cheapest exception.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Advice">Which indicator to leave at its floor; null when none may be or a price is missing.</param>
public sealed record FailingUnit(UnitAssessment Unit, ExceptionAdvice? Advice);

/// <summary>A coefficient of variation of one stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Assessed">The indicator there.</param>
public sealed record Coefficient(Stage Stage, IndicatorAssessment Assessed);
