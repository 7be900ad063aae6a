using System.Collections.Immutable;
using Junheng.Assessment.Results;
using Junheng.Domain.Schools;

namespace Junheng.Application.WhatIf;

/// <summary>A coefficient before and after.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Before">In the baseline.</param>
/// <param name="After">In the scenario.</param>
public sealed record SpreadChange(Stage Stage, IndicatorAssessment Before, IndicatorAssessment After)
{
    /// <summary>Whether the coefficient, its limit or its verdict is another.</summary>
    public bool IsChange => Before.Spread != After.Spread || Before.Numbers.CvLimit != After.Numbers.CvLimit;
}

/// <summary>A unit before and after.</summary>
/// <param name="School">School code.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Before">In the baseline; null when it is out of scope there.</param>
/// <param name="After">In the scenario; null when it is out of scope there.</param>
public sealed record UnitChange(string School, Stage Stage, UnitAssessment? Before, UnitAssessment? After)
{
    /// <summary>The name to show: the code where there is no name.</summary>
    public string Name => (After ?? Before)!.SchoolName is { Length: > 0 } name ? name : School;

    /// <summary>Whether the verdict is another.</summary>
    public bool IsOtherVerdict => Before?.Verdict != After?.Verdict;

    /// <summary>Whether its verdict or what it lacks is another.</summary>
    public bool IsChange => IsOtherVerdict || !Lacks(Before).SequenceEqual(Lacks(After));

    private static IEnumerable<object?> Lacks(UnitAssessment? unit) => unit is null
        ? []
        : unit.Findings.SelectMany(finding => new object?[] { finding.Indicator.Id, finding.Value, finding.Standing, finding.ShortfallToNorm, finding.ShortfallToFloor, string.Join(',', finding.Missing) });
}

/// <summary>A stage before and after.</summary>
/// <param name="Before">In the baseline.</param>
/// <param name="After">In the scenario.</param>
public sealed record StageChange(StageAssessment Before, StageAssessment After)
{
    /// <summary>Whether the numbers of units are other ones.</summary>
    public bool IsChange => (Before.Units, Before.Meeting, Before.NotMeeting, Before.Undecided) != (After.Units, After.Meeting, After.NotMeeting, After.Undecided);
}

/// <summary>What a scenario changes, from the whole to the single unit.</summary>
/// <param name="Stages">One a stage, in the standard's order.</param>
/// <param name="Spreads">One an indicator and stage, indicators first.</param>
/// <param name="Units">One a unit that is in scope before or after, by school code and stage.</param>
/// <param name="Before">The county in the baseline.</param>
/// <param name="After">The county in the scenario.</param>
public sealed record ScenarioDifference(
    ImmutableArray<StageChange> Stages, ImmutableArray<SpreadChange> Spreads, ImmutableArray<UnitChange> Units, CountyAssessment Before, CountyAssessment After)
{
    /// <summary>What a run changes.</summary>
    public static ScenarioDifference Of(ScenarioRun run) => Of(run.Baseline.County, run.County);

    /// <summary>What lies between two judgements of one county.</summary>
    public static ScenarioDifference Of(CountyAssessment before, CountyAssessment after)
    {
        var units = before.Units.Select(unit => (unit.SchoolCode, unit.Stage)).Concat(after.Units.Select(unit => (unit.SchoolCode, unit.Stage))).Distinct()
            .OrderBy(unit => unit.SchoolCode, StringComparer.Ordinal).ThenBy(unit => unit.Stage);
        var (old, next) = (before.Units.ToDictionary(unit => (unit.SchoolCode, unit.Stage)), after.Units.ToDictionary(unit => (unit.SchoolCode, unit.Stage)));
        var stages = before.Stages.Zip(after.Stages, (first, second) => new StageChange(first, second)).ToImmutableArray();
        return new ScenarioDifference(
            stages,
            [.. Enumerable.Range(0, stages.Length == 0 ? 0 : stages[0].Before.Indicators.Length).SelectMany(k => stages.Select(stage => new SpreadChange(stage.Before.Stage, stage.Before.Indicators[k], stage.After.Indicators[k])))],
            [.. units.Select(unit => new UnitChange(unit.SchoolCode, unit.Stage, old.GetValueOrDefault(unit), next.GetValueOrDefault(unit)))],
            before,
            after);
    }
}
