using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Junheng.Application.Assess;
using Junheng.Application.Counties;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Application.WhatIf;

/// <summary>A county judged as it is and as a scenario has it. The baseline is only read.</summary>
/// <param name="Baseline">The county on record as judged.</param>
/// <param name="Grid">What can be changed.</param>
/// <param name="Overlay">The changes made; such as say the same as the baseline, or cannot be made, are not in it.</param>
/// <param name="Table">The table as the scenario has it.</param>
/// <param name="Result">The scenario's result.</param>
/// <param name="County">The county in it.</param>
/// <param name="Problems">Changes that cannot be made.</param>
public sealed record ScenarioRun(
    CountyOnFile Baseline, ScenarioGrid Grid, ScenarioOverlay Overlay, StatisticsTable Table, AssessmentResult Result, CountyAssessment County, ImmutableArray<ScenarioProblem> Problems)
{
    /// <summary>What the scenario rests on: the figures of the report year, its items and the standard. It does not move with the day.</summary>
    public string BaselineSha256 => HashOf(Baseline);

    /// <summary>The id of the scenario's result: the baseline's data, the changes, standard, settings and date.</summary>
    public string ResultId => Overlay.IsEmpty
        ? Baseline.Report.ResultId
        : ResultIds.Of(Result.InForce, Baseline.Report.Inputs.Append(new InputSummary(ScenarioStandard.Overlay, new Lazy<string>(() => Overlay.Sha256), Overlay.Texts.Count)));

    /// <summary>Judges a county with an overlay over it.</summary>
    /// <param name="baseline">The county as judged.</param>
    /// <param name="overlay">What is otherwise.</param>
    /// <param name="library">Gives the standard with other settings.</param>
    /// <param name="language">Of messages.</param>
    public static ScenarioRun Of(CountyOnFile baseline, ScenarioOverlay overlay, IStandardLibrary library, Language language)
    {
        var judged = baseline.Report.Result;
        var grid = ScenarioGrid.Of(baseline);
        var check = ScenarioCheck.Of(grid, judged.InForce, overlay);
        var standard = ScenarioStandard.Of(Settings(baseline, check, library, language), [.. check.Norms]);
        var inForce = standard.At(judged.InForce.Date);
        var problems = check.Problems.Concat(FloorsAboveNorms(inForce, check)).ToImmutableArray();
        var table = ScenarioTable.Of(judged.Units.Raw, [.. check.Cells.Select(cell => (cell.Row, cell.Change.Column, cell.Change.Text))]);
        var result = AssessmentResult.Of(table, inForce, judged.Items);
        return new ScenarioRun(
            baseline, grid, ScenarioOverlay.Of(check.Made), table, result, result.County(result.IndexOf(baseline.County.Code)), problems);
    }

    /// <summary>The hash of what scenarios over a county rest on.</summary>
    public static string HashOf(CountyOnFile county)
    {
        var lines = county.Stored.Returns.Where(each => each.ReportYear == county.Year)
            .Select(each => $"return {each.ReportYear.ToString(CultureInfo.InvariantCulture)} {each.Layout} {each.BlobSha256}")
            .Concat(county.Stored.Items.Where(each => each.ReportYear == county.Year).Select(each => $"items {each.FileSha256}"))
            .Order(StringComparer.Ordinal)
            .Append($"standard {county.Report.Result.InForce.Standard.ContentHash}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    private static Standard Settings(CountyOnFile baseline, ScenarioCheck check, IStandardLibrary library, Language language)
    {
        var standard = baseline.Report.Result.InForce.Standard;
        if (check.Settings.IsEmpty)
        {
            return standard;
        }

        var request = baseline.Basis.Standard with { Settings = [.. baseline.Basis.Standard.Settings.Where(each => check.Settings.All(other => other.Id != each.Id)), .. check.Settings] };
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

/// <summary>Use case: judge a county on record as a scenario has it.</summary>
public sealed class TryScenario(AssessStoredCounty assess, IStandardLibrary library)
{
    /// <summary>The scenario judged; null when the county or year is not on record.</summary>
    public async Task<ScenarioRun?> RunAsync(string code, Basis basis, ScenarioOverlay overlay, Language language, CancellationToken cancellation) =>
        await assess.RunAsync(code, basis, language, cancellation) is { } county ? ScenarioRun.Of(county, overlay, library, language) : null;
}
