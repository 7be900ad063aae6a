using System.Collections.Immutable;
using Junheng.Assessment.Consistency.Subjects;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Standards.Reading;
using Junheng.Domain.Columns;
using Junheng.Domain.Definitions;
using Junheng.Formulas.Types;

namespace Junheng.Assessment.Consistency.Reading;

/// <summary>Gives the definition files of the checks their meaning. Everything wrong is reported with line, column and remedy.</summary>
public static class CheckSetReader
{
    private static readonly string[] _sections = ["checks", "settings", "sources"];

    /// <summary>Reads the rules with settings applied; null when the reader has findings.</summary>
    public static CheckSet? Read(CheckSource source, IReadOnlyList<SettingOverride> overrides, DefinitionReader reader)
    {
        var files = source.Files.Select(file => reader.Map(file, "checks")).OfType<DefinitionNode.Map>().ToList();
        foreach (var file in files)
        {
            reader.AllowOnly(file, _sections);
        }

        if (files.Count == 0)
        {
            return null;
        }

        var whole = new DefinitionNode.Map(files[0].At, [.. _sections.Select(key => Joined(files, key, reader))]);
        var settings = SettingsReader.Read(whole, [], overrides, reader);
        var columns = ColumnCatalogueReader.Read(source.Columns, reader);
        var units = UnitsReader.Read(source.Units, reader);
        var context = new ReadingContext(reader, settings, columns, units);
        var meanings = CheckColumns.Of(columns);
        var schema = meanings.Schema(units, Constants(whole, settings, units, reader));
        var rules = new CheckRuleReader(context, meanings, schema);
        var set = new CheckSet
        {
            Rules = [.. reader.Maps(whole, "checks").Select(rules.Read).OfType<CheckRule>()],
            Settings = settings,
            Sources = NotesReader.Sources(whole, [], reader),
            ContentHash = source.ContentHash,
            Columns = columns,
            Schema = schema,
            Meanings = meanings,
        };
        CheckSources(set, whole, reader);
        return reader.HasErrors ? null : set;
    }

    /// <summary>The lists under a key of all files as one list.</summary>
    private static DefinitionEntry Joined(List<DefinitionNode.Map> files, string key, DefinitionReader reader) =>
        new(key, files[0].At, new DefinitionNode.Sequence(files[0].At, [.. files.SelectMany(file => reader.List(file, key))]));

    /// <summary>The settings as constants of formulas, each in its unit where it has one.</summary>
    private static IEnumerable<FormulaSetting> Constants(DefinitionNode.Map whole, ImmutableArray<Setting> settings, UnitTexts units, DefinitionReader reader)
    {
        var given = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (var map in reader.Maps(whole, "settings"))
        {
            if (reader.Text(map, "id") is { } id && reader.Text(map, "unit") is { } unit)
            {
                given[id] = units.Base(unit);
            }
        }

        return settings.Select(setting => new FormulaSetting(setting.Id, SettingsReader.ValueOf(setting.Kind, setting.Value)!, given.GetValueOrDefault(setting.Id)));
    }

    private static void CheckSources(CheckSet set, DefinitionNode.Map whole, DefinitionReader reader)
    {
        var known = set.Sources.Select(source => source.Tag).ToHashSet(StringComparer.Ordinal);
        foreach (var map in reader.Maps(whole, "checks"))
        {
            if (map["source"] is DefinitionNode.Scalar { Text: { Length: > 0 } tag } node && !known.Contains(tag))
            {
                reader.Report("checks.source", node.At, new($"来源“{tag}”不在 sources 中", $"Source '{tag}' is not under sources"), new("补上这个来源，或改正标签", "Add the source or correct the tag"));
            }
        }
    }
}
