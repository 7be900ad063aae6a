using System.Collections.Frozen;
using Junheng.Domain.Definitions;
using Junheng.Domain.Numbers;
using Junheng.Domain.Text;

namespace Junheng.Documents.Definitions;

/// <summary>Default unit prices, in yuan, used to name a school's cheapest exception. They are proposals, not part of any standard.</summary>
public static class PriceList
{
    /// <summary>The prices that come with the product; empty when the file is absent or unsound.</summary>
    public static IReadOnlyDictionary<string, Rational> BesideProgram() => Read(Path.Combine(AppContext.BaseDirectory, "standards", "prices.yaml"));

    private static FrozenDictionary<string, Rational> Read(string path)
    {
        var reader = new DefinitionReader(Language.Zh);
        if (!File.Exists(path) || reader.Map(YamlDefinition.Read(File.ReadAllText(path), Path.GetFileName(path), reader), "prices") is not { } file
            || reader.Map(file["prices"], "prices") is not { } prices)
        {
            return FrozenDictionary<string, Rational>.Empty;
        }

        return prices.Entries
            .Select(entry => (entry.Key, Value: reader.Map(entry.Value, entry.Key)?["value"] is { } value ? reader.Decimal(value, entry.Key) : null))
            .Where(price => price.Value is not null)
            .ToFrozenDictionary(price => price.Key, price => price.Value!.Value, StringComparer.Ordinal);
    }
}
