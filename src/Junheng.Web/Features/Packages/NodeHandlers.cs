using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Junheng.Application.Packages;
using Junheng.Domain.Findings;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Packages;

/// <summary>What a node answers to a package.</summary>
/// <param name="TakenOver">Whether the county's figures are on record now.</param>
/// <param name="County">The county named in the package; empty where it could not be read.</param>
/// <param name="ReportYear">The year.</param>
/// <param name="FreezeVersion">Which freeze.</param>
/// <param name="Findings">What the conformance check found.</param>
internal sealed record NodeAnswer(bool TakenOver, string County, int ReportYear, int FreezeVersion, ImmutableArray<NodeFinding> Findings)
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };
}

/// <summary>A finding of the conformance check.</summary>
internal sealed record NodeFinding(string Rule, string Message, string Remedy);

/// <summary>
/// Takes packages over from other nodes. Who sends needs no account: a package is taken only when it carries the signature of a key that an administrator registered for its
/// county, reads clean and is newer than the last one; sent again it is refused and changes nothing.
/// </summary>
internal static class NodeHandlers
{
    public const string MediaType = "application/zip";
    private const string Actor = "node";

    public static async Task<IResult> TakeOverAsync(HttpContext context, IPackageFiles packages, ReceivePackage receive, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await context.Request.Body.CopyToAsync(content, cancellation);
        var (bytes, language) = (content.ToArray(), ChosenLanguage.Of(context));
        switch (packages.Open("package.zip", bytes, language))
        {
            case PackageOpening.Opened { Package.Manifest: var manifest }:
                var outcome = await receive.RunAsync("package.zip", bytes, Actor, language, cancellation);
                var findings = outcome is ReceiveOutcome.Refused refused ? refused.Findings : [];
                return Answer(
                    new NodeAnswer(findings.IsEmpty, manifest.CountyCode, manifest.ReportYear, manifest.FreezeVersion, Findings(findings)),
                    findings.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
            case PackageOpening.Refused unreadable:
                return Answer(new NodeAnswer(false, "", 0, 0, Findings(unreadable.Findings)), StatusCodes.Status400BadRequest);
            default:
                throw new InvalidOperationException("A package is opened or refused.");
        }
    }

    private static IResult Answer(NodeAnswer answer, int status) => Results.Json(answer, NodeAnswer.Json, "application/json", status);

    private static ImmutableArray<NodeFinding> Findings(ImmutableArray<Finding> findings) => [.. findings.Select(finding => new NodeFinding(finding.Rule, finding.Message, finding.Remedy))];
}
