using System.Collections.Immutable;
using Junheng.Domain.Definitions;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Standards.Reading;

/// <summary>Reads sources and the list of what is modelled.</summary>
internal static class NotesReader
{
    public static ImmutableArray<SourceNote> Sources(DefinitionNode.Map main, ImmutableArray<Overlay> overlays, DefinitionReader reader) =>
        [.. new[] { main }.Concat(overlays.Select(overlay => overlay.Root)).SelectMany(file => reader.Maps(file, "sources")).Select(map => Source(map, reader)).OfType<SourceNote>()];

    public static ImmutableArray<ModelledRule> Modelled(DefinitionNode.Map main, DefinitionReader reader) =>
        [.. reader.Maps(main, "modelled").Select(map => Rule(map, reader)).OfType<ModelledRule>()];

    private static SourceNote? Source(DefinitionNode.Map map, DefinitionReader reader)
    {
        reader.AllowOnly(map, "tag", "title", "kind", "trust", "note", "href");
        var title = map["title"] is DefinitionNode.Map ? reader.Localized(map, "title")?.Zh : reader.Text(map, "title", required: true);
        return reader.Text(map, "tag", required: true) is { } tag && title is not null ? new SourceNote(tag, title, reader.Text(map, "href")) : null;
    }

    private static ModelledRule? Rule(DefinitionNode.Map map, DefinitionReader reader)
    {
        reader.AllowOnly(map, "id", "rule", "status", "mark", "where", "note");
        var status = reader.Text(map, "status", required: true);
        if (status is not (null or "covered" or "partly" or "not"))
        {
            reader.Report("standard.modelled", map["status"]!.At, new($"不认识的状态“{status}”", $"Unknown status '{status}'"), new("可用：covered、partly、not", "Known: covered, partly, not"));
        }

        return reader.Text(map, "id", required: true) is { } id && reader.Localized(map, "rule", required: true) is { } rule && status is not null
            ? new ModelledRule(id, rule, status, reader.Text(map, "mark", required: true) ?? "", map["note"] is DefinitionNode.Map ? reader.Localized(map, "note") : Same(reader.Text(map, "note")))
            : null;
    }

    private static LocalizedText? Same(string? text) => text is null ? null : new LocalizedText(text, text);
}
