using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Junheng.Application.Assess;
using Junheng.Application.Counties;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Assessment.Results;
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
        var laid = ScenarioJudgement.Of(baseline.Report.Result, baseline.County, baseline.Basis.Standard, overlay, library, language);
        return new ScenarioRun(baseline, laid.Grid, laid.Overlay, laid.Table, laid.Result, laid.Result.County(laid.Result.IndexOf(baseline.County.Code)), laid.Problems);
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
}

/// <summary>Use case: judge a county on record as a scenario has it.</summary>
public sealed class TryScenario(AssessStoredCounty assess, IStandardLibrary library)
{
    /// <summary>The scenario judged; null when the county or year is not on record.</summary>
    public async Task<ScenarioRun?> RunAsync(string code, Basis basis, ScenarioOverlay overlay, Language language, CancellationToken cancellation) =>
        await assess.RunAsync(code, basis, language, cancellation) is { } county ? ScenarioRun.Of(county, overlay, library, language) : null;
}
