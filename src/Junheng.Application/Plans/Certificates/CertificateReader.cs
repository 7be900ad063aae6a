using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Junheng.Application.Standards;
using Junheng.Assessment.Standards.Reading;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Application.Plans.Certificates;

/// <summary>A certificate file as read.</summary>
/// <param name="ResultId">The id it states.</param>
/// <param name="Date">The evaluation date.</param>
/// <param name="Standard">The standard asked for.</param>
/// <param name="ContentHash">Hash of that standard.</param>
/// <param name="InputHashes">SHA-256 of the inputs.</param>
/// <param name="Stages">The stages planned for; empty for all.</param>
/// <param name="Missing">What was done about blank cells.</param>
/// <param name="Plans">The plans.</param>
public sealed record PlanCertificateFile(
    string ResultId,
    DateOnly Date,
    StandardRequest Standard,
    string ContentHash,
    ImmutableArray<string> InputHashes,
    ImmutableArray<Stage> Stages,
    MissingRule Missing,
    ImmutableArray<(string StageId, ResourcePlan Plan)> Plans)
{
    /// <summary>Whether the transitional easements in force were counted on.</summary>
    public bool Easements { get; init; }
}

/// <summary>Reads a certificate file; what is not one is a <see cref="FormatException"/>.</summary>
public static class CertificateReader
{
    /// <summary>Reads the file's bytes.</summary>
    /// <exception cref="FormatException">It is no certificate of this version, or damaged.</exception>
    public static PlanCertificateFile Read(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 32 });
            return Read(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or OverflowException or IndexOutOfRangeException or ArgumentException)
        {
            throw new FormatException(fault.Message, fault);
        }
    }

    private static PlanCertificateFile Read(JsonElement json)
    {
        if (json.Text("kind") != CertificateWriter.Kind || json.GetProperty("schemaVersion").GetInt32() != CertificateWriter.SchemaVersion)
        {
            throw new FormatException("not a plan certificate of this version");
        }

        var standard = json.GetProperty("standard");
        var request = new StandardRequest(
            standard.Text("askedFor"),
            [.. standard.GetProperty("overlays").EnumerateArray().Select(each => each.GetString() ?? "")],
            [.. standard.GetProperty("settings").EnumerateObject().Select(setting => new SettingOverride(setting.Name, setting.Value.GetString() ?? ""))]);
        return new PlanCertificateFile(
            json.Text("resultId"),
            DateOnly.ParseExact(json.Text("evaluatedOn"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            request,
            standard.Text("contentHash"),
            [.. json.GetProperty("inputs").EnumerateArray().Select(input => input.Text("sha256"))],
            [.. json.GetProperty("stages").EnumerateArray().Select(stage => Stages.Parse(stage.GetString()))],
            Enum.Parse<MissingRule>(json.Text("missing")),
            [.. json.GetProperty("plans").EnumerateArray().Select(plan => (plan.Text("stage"), ReadPlan(plan)))])
        {
            Easements = json.TryGetProperty("easements", out var easements) && easements.GetBoolean(),
        };
    }

    private static ResourcePlan ReadPlan(JsonElement json)
    {
        var certificate = new PlanCertificate(ProblemJson.Read(json.GetProperty("problem")), [.. json.GetProperty("parts").EnumerateArray().Select(TreeJson.Read)]);
        return new ResourcePlan(
            PlanStatuses.Parse(json.Text("status")) ?? throw new FormatException("an unknown status"),
            [.. json.GetProperty("additions").EnumerateArray().Select(each => new Addition(each[0].GetInt32(), JsonExact.Value(each[1]), JsonExact.Value(each[2])))],
            [.. json.GetProperty("exceptions").EnumerateArray().Select(TreeJson.ReadCell)],
            json.OptionalExact("cost"),
            json.OptionalExact("lowerBound"),
            certificate.Parts.Sum(part => (long)part.Nodes.Length),
            [.. json.GetProperty("conflicts").EnumerateArray().Select(ConflictJson.Read)],
            certificate);
    }
}
