using System.Text.Json;
using Junheng.Domain.Findings;

namespace Junheng.Application.Statistics;

/// <summary>Findings as every JSON of the product has them: rule, severity, place, message, remedy.</summary>
internal static class FindingsJson
{
    /// <summary>Writes findings as an array under a name.</summary>
    public static void Write(Utf8JsonWriter json, string name, IEnumerable<Finding> findings)
    {
        json.WriteStartArray(name);
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.Rule);
            json.WriteString("severity", finding.SeverityId);
            json.WriteString("file", finding.Place.File);
            json.WriteString("sheet", finding.Place.Sheet);
            json.WriteString("cell", finding.Place.Cell);
            json.WriteString("message", finding.Message);
            json.WriteString("remedy", finding.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
