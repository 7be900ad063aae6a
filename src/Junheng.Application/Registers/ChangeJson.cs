using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Junheng.Domain.Registers;

namespace Junheng.Application.Registers;

/// <summary>A change as JSON, the same text for the same change: what is stored, audited and exchanged.</summary>
public static class ChangeJson
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary><c>{"kind":"open","subject":"school/12","fields":{…}}</c>.</summary>
    public static string Write(RegisterChange change)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, _options))
        {
            json.WriteStartObject();
            json.WriteString("kind", change.Kind);
            switch (change)
            {
                case RegisterChange.Open open:
                    json.WriteString("subject", open.Subject.ToString());
                    WriteFields(json, open.Fields);
                    break;
                case RegisterChange.Alter alter:
                    json.WriteString("subject", alter.Subject.ToString());
                    WriteFields(json, alter.Fields);
                    break;
                case RegisterChange.Close close:
                    json.WriteString("subject", close.Subject.ToString());
                    break;
                case RegisterChange.Merge merge:
                    WriteSubjects(json, "from", merge.From);
                    json.WriteString("into", merge.Into.ToString());
                    break;
                case RegisterChange.Split split:
                    json.WriteString("from", split.From.ToString());
                    WriteSubjects(json, "into", split.Into);
                    break;
                case RegisterChange.Undo undo:
                    json.WriteNumber("event", undo.Event);
                    break;
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static RegisterChange Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var json = document.RootElement;
        return json.GetProperty("kind").GetString() switch
        {
            "open" => new RegisterChange.Open(Subject(json, "subject"), Fields(json)),
            "alter" => new RegisterChange.Alter(Subject(json, "subject"), Fields(json)),
            "close" => new RegisterChange.Close(Subject(json, "subject")),
            "merge" => new RegisterChange.Merge(Subjects(json, "from"), Subject(json, "into")),
            "split" => new RegisterChange.Split(Subject(json, "from"), Subjects(json, "into")),
            "undo" => new RegisterChange.Undo(json.GetProperty("event").GetInt64()),
            var kind => throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"A change of the registers can't be of the kind '{kind}'.")),
        };
    }

    private static void WriteFields(Utf8JsonWriter json, ImmutableSortedDictionary<string, string> fields)
    {
        json.WriteStartObject("fields");
        foreach (var (id, value) in fields)
        {
            json.WriteString(id, value);
        }

        json.WriteEndObject();
    }

    private static void WriteSubjects(Utf8JsonWriter json, string name, ImmutableArray<SubjectId> subjects)
    {
        json.WriteStartArray(name);
        foreach (var subject in subjects)
        {
            json.WriteStringValue(subject.ToString());
        }

        json.WriteEndArray();
    }

    private static SubjectId Subject(JsonElement json, string name) => Parsed(json.GetProperty(name).GetString()!);

    private static ImmutableArray<SubjectId> Subjects(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(each => Parsed(each.GetString()!))];

    private static SubjectId Parsed(string text) => SubjectId.Parse(text) ?? throw new InvalidDataException($"'{text}' names no subject of a register.");

    private static ImmutableSortedDictionary<string, string> Fields(JsonElement json) =>
        json.GetProperty("fields").EnumerateObject().ToImmutableSortedDictionary(each => each.Name, each => each.Value.GetString()!, StringComparer.Ordinal);
}
