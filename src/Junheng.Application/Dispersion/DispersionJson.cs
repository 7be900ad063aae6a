using System.Text.Encodings.Web;
using System.Text.Json;
using Junheng.Assessment.Dispersion;
using Junheng.Domain.Findings;

namespace Junheng.Application.Dispersion;

/// <summary>Writes a dispersion as the public JSON. <c>reason</c> stands only where all measures are null.</summary>
public static class DispersionJson
{
    private static readonly JsonWriterOptions _options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it all; the stream is not closed.</summary>
    public static void Write(DispersionReport report, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, _options);
        json.WriteStartObject();
        json.WriteStartObject("all");
        WriteMeasures(json, report.All);
        json.WriteEndObject();
        json.WriteStartArray("groups");
        foreach (var group in report.Groups)
        {
            json.WriteStartObject();
            json.WriteString("key", group.Key);
            WriteMeasures(json, group.Summary);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("warnings");
        foreach (var finding in report.Findings.Where(finding => finding.Severity == Severity.Warning))
        {
            json.WriteStringValue($"{finding.Place}: {finding.Message}");
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMeasures(Utf8JsonWriter json, DispersionSummary summary)
    {
        json.WriteNumber("n", summary.N);
        json.WriteNumber("excluded", summary.Excluded);
        WriteNumber(json, "mean", summary.Mean);
        WriteNumber(json, "weightedCv", summary.WeightedCv);
        WriteNumber(json, "unweightedCvN", summary.UnweightedCvN);
        WriteNumber(json, "unweightedCvNMinus1", summary.UnweightedCvNMinus1);
        WriteNumber(json, "gini", summary.Gini);
        WriteNumber(json, "theil", summary.Theil);
        WriteNumber(json, "p90p10", summary.P90P10);
        WriteNumber(json, "rangeRatio", summary.RangeRatio);
        if (summary.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value && double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
