using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Assess;
using Junheng.Assessment.Standards;

namespace Junheng.Application.Reports;

/// <summary>What a paper rests on (依据): standard, inputs, settings, easements, what is modelled.</summary>
/// <param name="StandardId">Id and version.</param>
/// <param name="StandardTitle">Its name.</param>
/// <param name="StandardHash">Content hash.</param>
/// <param name="Overlays">Overlays applied.</param>
/// <param name="EvaluatedOn">Evaluation date.</param>
/// <param name="ResultId">Id of the result.</param>
/// <param name="Inputs">Files with hash and rows.</param>
/// <param name="Settings">All settings.</param>
/// <param name="Notices">What the date does: easements that hold or have lapsed.</param>
/// <param name="Modelled">What is modelled, partly or not.</param>
/// <param name="Sources">Sources of the rules.</param>
public sealed record PaperBasis(
    string StandardId,
    string StandardTitle,
    string StandardHash,
    ImmutableArray<string> Overlays,
    string EvaluatedOn,
    string ResultId,
    ImmutableArray<(string File, string Sha256, int Rows)> Inputs,
    ImmutableArray<Setting> Settings,
    ImmutableArray<string> Notices,
    ImmutableArray<ModelledRule> Modelled,
    ImmutableArray<SourceNote> Sources)
{
    /// <summary>The basis of a result.</summary>
    internal static PaperBasis Of(AssessmentReport report)
    {
        var standard = report.Result.InForce.Standard;
        return new PaperBasis(
            $"{standard.Id}（版本 {standard.Version}）",
            standard.Title.Zh,
            standard.ContentHash,
            standard.Overlays,
            report.Result.InForce.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            report.ResultId,
            [.. report.Inputs.Select(input => (input.File, input.Sha256.Value, input.Rows))],
            standard.Settings,
            [.. report.Notices()],
            standard.Modelled,
            standard.Sources);
    }
}
