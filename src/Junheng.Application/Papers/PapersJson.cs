using System.Text.Encodings.Web;
using System.Text.Json;
using Junheng.Application.Statistics;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Application.Papers;

/// <summary>Writes what was made of papers as the public JSON of <c>import --json</c>.</summary>
public static class PapersJson
{
    private const int SchemaVersion = 1;
    private static readonly JsonWriterOptions _options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it all; the stream is not closed.</summary>
    public static void Write(StatisticsReading reading, Language language, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, _options);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteBoolean("accepted", reading.Table is not null);
        json.WriteStartArray("inputs");
        foreach (var input in reading.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("file", input.File);
            json.WriteString("sha256", input.Sha256.Value);
            json.WriteNumber("rows", input.Rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("sheets");
        foreach (var mapping in reading.Mappings)
        {
            Sheet(json, mapping, language);
        }

        json.WriteEndArray();
        FindingsJson.Write(json, "findings", reading.Findings);
        json.WriteEndObject();
    }

    private static void Sheet(Utf8JsonWriter json, SheetMapping mapping, Language language)
    {
        json.WriteStartObject();
        json.WriteString("file", mapping.File);
        json.WriteString("sheet", mapping.Sheet);
        json.WriteString("map", mapping.MapId);
        json.WriteString("status", mapping.Status switch
        {
            MappingStatus.PublicLayout => "public-layout",
            MappingStatus.Known => "known",
            MappingStatus.Assumed => "assumed",
            _ => "not-read",
        });
        json.WriteNumber("reportYear", mapping.ReportYear);
        json.WriteString("stage", mapping.Stage.Id());
        json.WriteNumber("schools", mapping.Schools);
        json.WriteStartArray("mapped");
        foreach (var item in mapping.Mapped)
        {
            json.WriteStartObject();
            json.WriteString("item", item.Item);
            json.WriteString("by", item.By);
            json.WriteString("cells", item.Cells);
            json.WriteString("operation", item.Operation);
            Texts(json, "samples", item.Samples);
            json.WriteString("note", item.Note?.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("leftOver");
        foreach (var heading in mapping.LeftOver)
        {
            json.WriteStartObject();
            json.WriteString("path", heading.Path);
            json.WriteString("cell", heading.Cell);
            Texts(json, "samples", heading.Samples);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Texts(json, "choices", mapping.Choices.Select(choice => choice.In(language)));
        Texts(json, "questions", mapping.Questions.Select(question => question.In(language)));
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
