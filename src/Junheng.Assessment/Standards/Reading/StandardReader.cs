using System.Collections.Immutable;
using Junheng.Domain.Columns;
using Junheng.Domain.Definitions;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Standards.Reading;

/// <summary>
/// Gives the definition files of a standard their meaning. Everything wrong is reported with line, column and remedy; a standard comes out only when nothing is.
/// </summary>
public static class StandardReader
{
    private static readonly string[] _keys =
    [
        "id", "version", "title", "effective", "checked_on", "include", "stages", "print", "verdict", "indicators", "scope", "split", "indoor_sports",
        "easements", "items", "settings", "sources", "modelled",
    ];

    /// <summary>Reads a standard, its overlays and settings; null when the reader has findings.</summary>
    public static Standard? Read(StandardSource source, IReadOnlyList<SettingOverride> overrides, DefinitionReader reader)
    {
        if (reader.Map(source.Main, "standard") is not { } main)
        {
            return null;
        }

        reader.AllowOnly(main, _keys);
        var overlays = source.Overlays.Select(overlay => OverlayReader.Read(overlay, main, reader)).OfType<Overlay>().ToImmutableArray();
        var settings = SettingsReader.Read(main, overlays, overrides, reader);
        var columns = ColumnCatalogueReader.Read(source.Columns, reader);
        var units = UnitsReader.Read(source.Units, reader);
        var context = new ReadingContext(reader, settings, columns, units);
        var indicators = IndicatorReader.Read(main, overlays, context);
        var standard = new Standard
        {
            Id = reader.Text(main, "id", required: true) ?? "",
            Version = reader.Text(main, "version", required: true) ?? "",
            ContentHash = source.ContentHash,
            Title = reader.Localized(main, "title", required: true) ?? new LocalizedText("", ""),
            Effective = reader.Date(main, "effective", required: true) ?? DateOnly.MinValue,
            Overlays = [.. overlays.Select(overlay => overlay.Id)],
            Stages = Stages(main, reader),
            Print = Print(main, reader),
            Indicators = indicators,
            Scope = ScopeReader.Exclusions(main, context),
            Split = ScopeReader.Split(main, context),
            IndoorSports = ScopeReader.IndoorSports(main, context),
            Items = ItemReader.Read(main, overlays, context),
            Easements = EasementReader.Read(main, context),
            Parts = VerdictRuleReader.Parts(main, context),
            Settings = settings,
            Sources = NotesReader.Sources(main, overlays, reader),
            Modelled = NotesReader.Modelled(main, reader),
            Columns = columns,
        };
        ReferenceCheck.Check(standard, main, reader);
        return reader.HasErrors ? null : standard;
    }

    private static ImmutableArray<Stage> Stages(DefinitionNode.Map main, DefinitionReader reader)
    {
        var stages = reader.Texts(main, "stages", required: true).Select(text => Domain.Schools.Stages.Parse(text)).ToImmutableArray();
        if (stages.Contains(Stage.None))
        {
            reader.Report("standard.stage", main["stages"]!.At, new("不认识的学段", "Unknown stage"), new("可用：primary、junior", "Known: primary, junior"));
        }

        return stages;
    }

    private static PrintDigits Print(DefinitionNode.Map main, DefinitionReader reader)
    {
        if (main["print"] is not { } node || reader.Map(node, "print") is not { } print)
        {
            return new PrintDigits(2, 2, 3, 1);
        }

        reader.AllowOnly(print, "value", "mean", "cv", "percent");
        int Digits(string key, int otherwise) => print[key] is { } digits ? (int)(reader.Decimal(digits, key)?.ToDouble() ?? otherwise) : otherwise;
        return new PrintDigits(Digits("value", 2), Digits("mean", 2), Digits("cv", 3), Digits("percent", 1));
    }
}
