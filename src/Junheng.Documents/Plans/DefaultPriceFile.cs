using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Plans;
using Junheng.Documents.Definitions;
using Junheng.Domain.Definitions;
using Junheng.Domain.Numbers;
using Junheng.Domain.Text;

namespace Junheng.Documents.Plans;

/// <summary>Reads the default prices with their sources and ranges.</summary>
internal static class DefaultPriceFile
{
    /// <summary>The prices of a file; none where it is absent or unsound.</summary>
    public static PriceSet Read(string path)
    {
        var reader = new DefinitionReader(Language.Zh);
        if (!File.Exists(path) || reader.Map(YamlDefinition.Read(File.ReadAllText(path), Path.GetFileName(path), reader), "prices") is not { } file
            || reader.Map(file["prices"], "prices") is not { } prices)
        {
            return PriceSet.None;
        }

        var year = int.TryParse(reader.Text(file, "year"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var sources = reader.Maps(file, "sources").ToDictionary(source => reader.Text(source, "tag") ?? "", source => reader.Text(source, "title") ?? "", StringComparer.Ordinal);
        var rules = ImmutableSortedDictionary.CreateBuilder<string, PriceRule>(StringComparer.Ordinal);
        foreach (var entry in prices.Entries)
        {
            if (reader.Map(entry.Value, entry.Key) is { } map && Rule(entry.Key, map, sources, year, reader) is { } rule)
            {
                rules[entry.Key] = rule;
            }
        }

        return new PriceSet(rules.ToImmutable());
    }

    private static PriceRule? Rule(string item, DefinitionNode.Map map, Dictionary<string, string> sources, int year, DefinitionReader reader)
    {
        if (map["value"] is not { } node || reader.Decimal(node, item) is not { } value)
        {
            return null;
        }

        var range = reader.List(map, "range").Select(each => reader.Decimal(each, item)).ToList();
        var isRecurrent = reader.Truth(map, "recurrent");
        var years = isRecurrent && int.TryParse(reader.Text(map, "horizon_years"), NumberStyles.None, CultureInfo.InvariantCulture, out var horizon) ? horizon : isRecurrent ? 1 : 0;
        return new PriceRule(item, value)
        {
            Years = years,
            Default = new PriceNote(
                range.Count == 2 ? range[0] : (Rational?)null,
                range.Count == 2 ? range[1] : (Rational?)null,
                reader.Text(map, "mark") ?? "",
                sources.GetValueOrDefault(reader.Text(map, "source") ?? "", ""),
                reader.Localized(map, "note"),
                year),
        };
    }
}
