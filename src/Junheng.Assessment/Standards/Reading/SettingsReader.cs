using System.Collections.Immutable;
using System.Globalization;
using Junheng.Domain.Definitions;
using Junheng.Domain.Numbers;
using Junheng.Formulas;

namespace Junheng.Assessment.Standards.Reading;

/// <summary>Reads the named settings of a standard and applies overlays and overrides to them.</summary>
internal static class SettingsReader
{
    public static ImmutableArray<Setting> Read(
        DefinitionNode.Map main, ImmutableArray<Overlay> overlays, IReadOnlyList<SettingOverride> overrides, DefinitionReader reader)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var settings = reader.Maps(main, "settings").Select(map => Setting(map, taken, reader)).OfType<Setting>().ToList();
        foreach (var overlay in overlays)
        {
            foreach (var map in reader.Maps(overlay.Root, "settings"))
            {
                Apply(settings, new SettingOverride(reader.Text(map, "id", required: true) ?? "", reader.Text(map, "value", required: true) ?? ""), map.At, reader);
            }
        }

        foreach (var given in overrides)
        {
            Apply(settings, given, new DefinitionPosition("--set", 1, 1), reader);
        }

        return [.. settings.OrderBy(setting => setting.Id, StringComparer.Ordinal)];
    }

    /// <summary>A setting's text as a formula value; null when the text is not of the kind.</summary>
    public static FormulaValue? ValueOf(SettingKind kind, string text) => kind switch
    {
        SettingKind.Number => Rational.TryParseDecimal(text, out var number) ? FormulaValue.Of(number) : null,
        SettingKind.Truth => text is "true" or "yes" ? FormulaValue.True : text is "false" or "no" ? FormulaValue.False : null,
        SettingKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? FormulaValue.Of(date) : null,
        _ => FormulaValue.Of(text),
    };

    private static void Apply(List<Setting> settings, SettingOverride given, DefinitionPosition at, DefinitionReader reader)
    {
        var index = settings.FindIndex(setting => setting.Id == given.Id);
        if (index < 0)
        {
            var known = string.Join("、", settings.Select(setting => setting.Id));
            reader.Report("settings.unknown", at, new($"没有设置项“{given.Id}”", $"No setting '{given.Id}'"), new($"可用：{known}", $"Known: {known}"));
        }
        else if (settings[index].IsFixed)
        {
            reader.Report("settings.fixed", at, new($"设置项“{given.Id}”是固定读法，不能改", $"Setting '{given.Id}' is a fixed reading"), new("去掉它", "Leave it out"));
        }
        else if (ValueOf(settings[index].Kind, given.Value) is null)
        {
            ReportKind(given.Id, given.Value, settings[index].Kind, at, reader);
        }
        else
        {
            settings[index] = settings[index] with { Value = given.Value };
        }
    }

    private static Setting? Setting(DefinitionNode.Map map, HashSet<string> taken, DefinitionReader reader)
    {
        reader.AllowOnly(map, "id", "kind", "value", "mark", "title", "note", "source", "fixed", "reason", "unit");
        if (reader.Name(map, "id", taken, dotted: true) is not { } id || reader.Text(map, "value", required: true) is not { } value
            || reader.Localized(map, "title", required: true) is not { } title)
        {
            return null;
        }

        if (!Enum.TryParse<SettingKind>(reader.Text(map, "kind", required: true), ignoreCase: true, out var kind))
        {
            reader.Report("settings.kind", map.At, new($"设置项“{id}”的类型不认识", $"Unknown kind of setting '{id}'"), new("可用：number、truth、date、text", "Known: number, truth, date, text"));
            return null;
        }

        if (ValueOf(kind, value) is null)
        {
            ReportKind(id, value, kind, map["value"]!.At, reader);
            return null;
        }

        return new Setting(id, kind, value, value, reader.Text(map, "mark", required: true) ?? "GAP", title, reader.Localized(map, "note") ?? reader.Localized(map, "reason"), reader.Truth(map, "fixed"));
    }

    private static void ReportKind(string id, string value, SettingKind kind, DefinitionPosition at, DefinitionReader reader) => reader.Report(
        "settings.value",
        at,
        new($"设置项“{id}”的值“{value}”类型不符（应为 {kind}）", $"Setting '{id}': '{value}' is not of kind {kind}"),
        new("数写 0.5，真假写 true 或 false，日期写 2026-09-01", "Numbers like 0.5, truths true or false, dates like 2026-09-01"));
}
