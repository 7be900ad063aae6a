using System.Text;
using System.Text.Json;
using Junheng.Domain.Text;

namespace Junheng.Application.WhatIf;

/// <summary>A scenario as a file of its own: what <c>assess --scenario</c> lays over a table.</summary>
/// <param name="County">County code.</param>
/// <param name="ReportYear">The report year.</param>
/// <param name="Name">Its name.</param>
/// <param name="BaselineSha256">What it was made over.</param>
/// <param name="Overlay">What is otherwise.</param>
public sealed record ScenarioFile(string County, int ReportYear, string Name, string BaselineSha256, ScenarioOverlay Overlay);

/// <summary>Scenarios as JSON: <c>{schemaVersion, kind, county, reportYear, name, baseline, overlay, changes: {key: text}}</c>.</summary>
public static class ScenarioJson
{
    private const string Kind = "junheng-scenario";
    private const int Version = 1;

    /// <summary>Writes one.</summary>
    public static byte[] Write(ScenarioFile file)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", Version);
            json.WriteString("kind", Kind);
            json.WriteString("county", file.County);
            json.WriteNumber("reportYear", file.ReportYear);
            json.WriteString("name", file.Name);
            json.WriteString("baseline", file.BaselineSha256);
            json.WriteString("overlay", file.Overlay.Sha256);
            json.WriteStartObject("changes");
            foreach (var (key, text) in file.Overlay.Texts)
            {
                json.WriteString(key, text);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>Reads one; a message instead when it is none.</summary>
    public static (ScenarioFile? File, LocalizedText? Fault) Read(byte[] content)
    {
        try
        {
            using var document = JsonDocument.Parse(content.AsMemory(content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0), new JsonDocumentOptions { MaxDepth = 8 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "kind") != Kind || !root.TryGetProperty("changes", out var changes) || changes.ValueKind != JsonValueKind.Object)
            {
                return (null, new("这不是情景文件：应有 kind 和 changes", "This is no scenario file: kind and changes are needed"));
            }

            if (!root.TryGetProperty("schemaVersion", out var version) || !version.TryGetInt32(out var number) || number != Version)
            {
                return (null, new($"情景文件的版本不认识，应为 {Version}", $"Unknown version of a scenario file; {Version} is known"));
            }

            var overlay = ScenarioOverlay.Nothing;
            foreach (var change in changes.EnumerateObject())
            {
                if (change.Value.ValueKind != JsonValueKind.String || change.Value.GetString()!.Length > ScenarioOverlay.LongestText || ScenarioChange.Parse(change.Name, "") is null)
                {
                    return (null, new($"“{change.Name}”不是一项更改：键如 c:学校代码:-:栏目，值是文字", $"'{change.Name}' is no change: keys like c:SCHOOL:-:COLUMN, values texts"));
                }

                overlay = overlay.With(change.Name, change.Value.GetString()!);
            }

            return (new ScenarioFile(Text(root, "county") ?? "", root.TryGetProperty("reportYear", out var year) && year.TryGetInt32(out var known) ? known : 0, Text(root, "name") ?? "", Text(root, "baseline") ?? "", overlay), null);
        }
        catch (JsonException fault)
        {
            return (null, new($"不是 JSON：第 {fault.LineNumber + 1} 行", $"Not JSON: line {fault.LineNumber + 1}"));
        }
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
