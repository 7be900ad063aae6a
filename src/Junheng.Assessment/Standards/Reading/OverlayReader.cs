using Junheng.Domain.Definitions;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Standards.Reading;

/// <summary>A place's additions to a standard: stricter or later numbers, targets, settings.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Root">Its file.</param>
internal sealed record Overlay(string Id, DefinitionNode.Map Root)
{
    /// <summary>The dated numbers that it gives for an indicator or item.</summary>
    public IEnumerable<DefinitionNode.Map> ValuesOf(string section, string id, DefinitionReader reader) => reader.Maps(Root, section)
        .Where(map => reader.Text(map, "id", required: true) == id)
        .SelectMany(map => reader.Maps(map, "values", required: true));
}

/// <summary>Reads overlay files.</summary>
internal static class OverlayReader
{
    public static Overlay? Read(DefinitionNode root, DefinitionNode.Map main, DefinitionReader reader)
    {
        if (reader.Map(root, "overlay") is not { } file)
        {
            return null;
        }

        reader.AllowOnly(file, "overlay", "indicators", "items", "settings", "sources");
        if (reader.Map(file["overlay"], "overlay") is not { } head || reader.Text(head, "id", required: true) is not { } id)
        {
            return null;
        }

        reader.AllowOnly(head, "id", "version", "title", "base", "note", "checked_on");
        var standard = reader.Text(main, "id");
        if (reader.Text(head, "base", required: true) is { } basis && basis != standard)
        {
            reader.Report(
                "overlay.base", head["base"]!.At, new($"此叠加文件用于“{basis}”，不是“{standard}”", $"This overlay is for '{basis}', not '{standard}'"), new("换用对应的标准，或改 base", "Use that standard, or correct base"));
        }

        CheckIds(file, main, "indicators", reader);
        CheckIds(file, main, "items", reader);
        return new Overlay(id, file);
    }

    private static void CheckIds(DefinitionNode.Map file, DefinitionNode.Map main, string section, DefinitionReader reader)
    {
        var known = reader.Maps(main, section).Select(map => reader.Text(map, "id")).ToHashSet();
        foreach (var map in reader.Maps(file, section))
        {
            if (reader.Text(map, "id", required: true) is { } id && !known.Contains(id))
            {
                var list = new LocalizedText(string.Join("、", known), string.Join(", ", known));
                reader.Report("overlay.unknown", map["id"]!.At, new($"标准里没有“{id}”", $"The standard has no '{id}'"), new($"可用：{list.Zh}", $"Known: {list.En}"));
            }
        }
    }
}
