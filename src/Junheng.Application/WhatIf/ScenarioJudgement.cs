using System.Collections.Immutable;
using Junheng.Application.Standards;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Application.WhatIf;

/// <summary>A result judged again with an overlay over one of its counties. The result that it starts from is only read.</summary>
/// <param name="Grid">What can be changed.</param>
/// <param name="Overlay">The changes made; such as say the same as the baseline, or cannot be made, are not in it.</param>
/// <param name="Table">The table as the scenario has it.</param>
/// <param name="Result">The scenario's result.</param>
/// <param name="Problems">Changes that cannot be made.</param>
public sealed record ScenarioJudgement(ScenarioGrid Grid, ScenarioOverlay Overlay, StatisticsTable Table, AssessmentResult Result, ImmutableArray<ScenarioProblem> Problems)
{
    /// <summary>Judges with an overlay.</summary>
    /// <param name="judged">The baseline.</param>
    /// <param name="county">The county in it that the overlay changes.</param>
    /// <param name="request">How the baseline's standard was asked for.</param>
    /// <param name="overlay">What is otherwise.</param>
    /// <param name="library">Gives the standard with other settings.</param>
    /// <param name="language">Of messages.</param>
    public static ScenarioJudgement Of(AssessmentResult judged, CountyAssessment county, StandardRequest request, ScenarioOverlay overlay, IStandardLibrary library, Language language)
    {
        var grid = ScenarioGrid.Of(judged, county);
        var check = ScenarioCheck.Of(grid, judged.InForce, overlay);
        var standard = ScenarioStandard.Of(Settings(judged, request, check, library, language), [.. check.Norms]);
        var inForce = standard.At(judged.InForce.Date);
        var problems = check.Problems.Concat(FloorsAboveNorms(inForce, check)).ToImmutableArray();
        var table = ScenarioTable.Of(judged.Units.Raw, [.. check.Cells.Select(cell => (cell.Row, cell.Change.Column, cell.Change.Text))]);
        return new ScenarioJudgement(grid, ScenarioOverlay.Of(check.Made), table, AssessmentResult.Of(table, inForce, judged.Items), problems);
    }

    private static Standard Settings(AssessmentResult judged, StandardRequest asked, ScenarioCheck check, IStandardLibrary library, Language language)
    {
        var standard = judged.InForce.Standard;
        if (check.Settings.IsEmpty)
        {
            return standard;
        }

        var request = asked with { Settings = [.. asked.Settings.Where(each => check.Settings.All(other => other.Id != each.Id)), .. check.Settings] };
        switch (library.Open(request, language))
        {
            case StandardOpening.Opened opened:
                return opened.Standard;
            case StandardOpening.Refused refused:
                foreach (var setting in check.Settings)
                {
                    check.Refuse("s:" + setting.Id, setting.Value, string.Join(' ', refused.Findings.Select(finding => $"{finding.Message} {finding.Remedy}")));
                }

                return standard;
            default:
                throw new InvalidOperationException("An opening is opened or refused.");
        }
    }

    private static IEnumerable<ScenarioProblem> FloorsAboveNorms(StandardInForce inForce, ScenarioCheck check) => check.Norms
        .Where(change => change.Kind is NormKind.Norm or NormKind.Floor
            && ScenarioCheck.NumberOf(inForce, new ScenarioChange.Norm(change.Indicator, change.Stage, NormKind.Floor, "")) is { } floor
            && ScenarioCheck.NumberOf(inForce, new ScenarioChange.Norm(change.Indicator, change.Stage, NormKind.Norm, "")) is { } norm
            && floor > norm)
        .Select(change => new ScenarioProblem(change.Key, change.Text, new LocalizedText("底线高于标准；两者都照写的算", "The floor is above the norm; both are used as written")));
}
