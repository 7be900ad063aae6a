using System.Collections.Immutable;
using Junheng.Domain.Definitions;
using Junheng.Domain.Text;

namespace Junheng.Domain.Columns;

/// <summary>Gives the definition file of the public columns its meaning.</summary>
public static class ColumnCatalogueReader
{
    private static readonly LocalizedText _empty = new("", "");

    /// <summary>The catalogue, as far as it could be read; what is wrong stands in the reader's findings.</summary>
    public static ColumnCatalogue Read(DefinitionNode root, DefinitionReader reader)
    {
        if (reader.Map(root, "columns") is not { } file)
        {
            return new ColumnCatalogue([]);
        }

        reader.AllowOnly(file, "keys", "descriptors", "items", "facts");
        var columns = ImmutableArray.CreateBuilder<ColumnDefinition>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in new[] { "keys", "descriptors", "items", "facts" })
        {
            columns.AddRange(reader.Maps(file, group, required: group != "facts").Select(map => Column(map, group == "items", taken, reader)).OfType<ColumnDefinition>());
        }

        return new ColumnCatalogue(columns.ToImmutable());
    }

    private static ColumnDefinition? Column(DefinitionNode.Map map, bool isItem, HashSet<string> taken, DefinitionReader reader)
    {
        reader.AllowOnly(map, "id", "kind", "unit", "whole", "staged", "headings", "title", "short", "measure");
        if (reader.Name(map, "id", taken) is not { } id || reader.Localized(map, "title", required: true) is not { } title)
        {
            return null;
        }

        return new ColumnDefinition(
            id,
            isItem ? ColumnKind.Number : Kind(map, reader),
            reader.Text(map, "unit") ?? "",
            reader.Truth(map, "whole"),
            reader.Truth(map, "staged"),
            isItem,
            reader.Texts(map, "headings"),
            title,
            reader.Localized(map, "short") ?? title,
            reader.Localized(map, "measure") ?? _empty);
    }

    private static ColumnKind Kind(DefinitionNode.Map map, DefinitionReader reader)
    {
        var text = reader.Text(map, "kind", required: true);
        if (Enum.TryParse<ColumnKind>(text, ignoreCase: true, out var kind))
        {
            return kind;
        }

        if (text is not null)
        {
            reader.Report(
                "columns.kind", map["kind"]!.At, new($"不认识的列类型“{text}”", $"Unknown kind of column '{text}'"), new("可用：key、text、code、number、year、flag", "Known: key, text, code, number, year, flag"));
        }

        return ColumnKind.Text;
    }
}
