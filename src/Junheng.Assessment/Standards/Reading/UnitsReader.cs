using System.Collections.Frozen;
using Junheng.Domain.Definitions;
using Junheng.Domain.Text;
using Junheng.Formulas.Types;

namespace Junheng.Assessment.Standards.Reading;

/// <summary>The closed vocabulary of units: base dimensions for formulas, names and symbols for people.</summary>
/// <param name="Vocabulary">The base dimensions.</param>
/// <param name="Named">Derived units by id: symbol and dimensions.</param>
internal sealed record UnitTexts(UnitVocabulary Vocabulary, FrozenDictionary<string, NamedUnit> Named)
{
    /// <summary>The base dimension of an id; plain numbers for <c>1</c> and for what is not known.</summary>
    public Unit Base(string id) => Vocabulary.TryParse(id, out var unit) ? unit : Named.TryGetValue(id, out var named) ? named.Of : Unit.One;
}

/// <summary>A unit with a name.</summary>
/// <param name="Symbol">As printed.</param>
/// <param name="Of">Its dimensions.</param>
internal sealed record NamedUnit(LocalizedText Symbol, Unit Of);

/// <summary>Reads the units file.</summary>
internal static class UnitsReader
{
    public static UnitTexts Read(DefinitionNode root, DefinitionReader reader)
    {
        if (reader.Map(root, "units") is not { } file || reader.Map(file["units"], "units") is not { } units)
        {
            return new UnitTexts(new UnitVocabulary([]), FrozenDictionary<string, NamedUnit>.Empty);
        }

        reader.AllowOnly(file, "units");
        reader.AllowOnly(units, "base", "derived");
        var bases = Entries(units, "base", reader);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var vocabulary = new UnitVocabulary(bases.Select(entry => reader.Name(entry.Key, entry.KeyAt, taken)).OfType<string>());
        var named = bases.Concat(Entries(units, "derived", reader))
            .DistinctBy(entry => entry.Key)
            .ToFrozenDictionary(entry => entry.Key, entry => Named(entry, vocabulary, reader), StringComparer.Ordinal);
        return new UnitTexts(vocabulary, named);
    }

    private static System.Collections.Immutable.ImmutableArray<DefinitionEntry> Entries(DefinitionNode.Map units, string key, DefinitionReader reader) =>
        reader.Map(units[key], key) is { } map ? map.Entries : [];

    private static NamedUnit Named(DefinitionEntry entry, UnitVocabulary vocabulary, DefinitionReader reader)
    {
        if (reader.Map(entry.Value, entry.Key) is not { } map)
        {
            return new NamedUnit(new LocalizedText("", ""), Unit.One);
        }

        reader.AllowOnly(map, "zh", "en", "of", "per", "note");
        var symbol = new LocalizedText(reader.Text(map, "zh") ?? "", reader.Text(map, "en") ?? "");
        var of = reader.Text(map, "of") ?? entry.Key;
        if (!vocabulary.TryParse(of, out var unit))
        {
            reader.Report("units.of", map.At, new($"“{of}”不是由基本单位组成的单位", $"'{of}' is not made of base units"), new("写成 m2/pupil 的样子", "Write it like m2/pupil"));
            unit = Unit.One;
        }

        return new NamedUnit(symbol, unit);
    }
}
