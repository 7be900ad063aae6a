using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Junheng.Application.Plans.Certificates;

/// <summary>
/// Writes the certificate file (schema version 1): input hashes, the standard asked for, and per plan the problem (norms, limits, prices, caps, locks), the plan,
/// and the tree of the proof. Exact numbers are texts (decimals or fractions), doubles are JSON numbers that read back to the same double.
/// </summary>
public static class CertificateWriter
{
    /// <summary>What the file says it is.</summary>
    public const string Kind = "junheng-plan-certificate";

    /// <summary>The version written.</summary>
    public const int SchemaVersion = 1;

    private static readonly JsonWriterOptions _options = new() { Indented = false, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the certificate of a report.</summary>
    public static void Write(PlanReport report, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, _options);
        json.WriteStartObject();
        json.WriteString("kind", Kind);
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("resultId", report.ResultId);
        json.WriteString("evaluatedOn", report.InForce.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        WriteStandard(json, report);
        json.WriteStartArray("inputs");
        foreach (var input in report.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("file", input.File);
            json.WriteString("sha256", input.Sha256.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("stages");
        foreach (var stage in report.Terms.Stages)
        {
            json.WriteStringValue(Domain.Schools.Stages.Id(stage));
        }

        json.WriteEndArray();
        json.WriteString("missing", report.Terms.Missing.ToString());
        json.WriteBoolean("easements", report.Terms.Easements);
        json.WriteStartArray("plans");
        foreach (var plan in report.Plans)
        {
            WritePlan(json, plan);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteStandard(Utf8JsonWriter json, PlanReport report)
    {
        json.WriteStartObject("standard");
        json.WriteString("id", report.InForce.Standard.Id);
        json.WriteString("contentHash", report.InForce.Standard.ContentHash);
        json.WriteString("askedFor", report.Request.IdOrFile);
        json.WriteStartArray("overlays");
        foreach (var overlay in report.Request.Overlays)
        {
            json.WriteStringValue(overlay);
        }

        json.WriteEndArray();
        json.WriteStartObject("settings");
        foreach (var setting in report.Request.Settings)
        {
            json.WriteString(setting.Id, setting.Value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePlan(Utf8JsonWriter json, CountyPlan each)
    {
        var plan = each.Plan;
        json.WriteStartObject();
        json.WriteString("stage", each.Problem.StageId);
        json.WriteString("status", plan.Status.Id());
        json.WriteString("cost", plan.Cost?.Exact());
        json.WriteString("lowerBound", plan.LowerBound?.Exact());
        json.WriteStartArray("conflicts");
        foreach (var conflict in plan.Conflicts)
        {
            ConflictJson.Write(json, conflict);
        }

        json.WriteEndArray();
        json.WriteStartArray("additions");
        foreach (var addition in plan.Additions)
        {
            json.WriteStartArray();
            json.WriteNumberValue(addition.Purchase);
            json.WriteStringValue(addition.Amount.Exact());
            json.WriteStringValue(addition.Cost.Exact());
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("exceptions");
        foreach (var cell in plan.Exceptions)
        {
            TreeJson.WriteCell(json, cell);
        }

        json.WriteEndArray();
        ProblemJson.Write(json, plan.Certificate.Problem);
        json.WriteStartArray("parts");
        foreach (var part in plan.Certificate.Parts)
        {
            TreeJson.Write(json, part);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
