using System.Collections.Frozen;
using System.Globalization;
using Junheng.Domain.Definitions;
using Junheng.Domain.Returns;
using Junheng.Domain.Text;

namespace Junheng.Documents.Definitions;

/// <summary>Reads the working-day calendar. Where the file is absent or unsound, only weekdays count, and no year is known.</summary>
public static class WorkingDayFile
{
    /// <summary>The calendar that comes with the product.</summary>
    public static WorkingDays BesideProgram() => Path.Combine(AppContext.BaseDirectory, "standards", "working-days.yaml") is var path && File.Exists(path)
        ? Read(File.ReadAllText(path), Path.GetFileName(path)) ?? WorkingDays.WeekdaysOnly
        : WorkingDays.WeekdaysOnly;

    /// <summary>The calendar of a text; null when it is unsound: a holiday on a weekend, a worked weekend on a weekday, a day outside its year.</summary>
    public static WorkingDays? Read(string text, string file)
    {
        var reader = new DefinitionReader(Language.Zh);
        if (YamlDefinition.Read(text, file, reader) is not DefinitionNode.Map map || map["years"] is not DefinitionNode.Map years)
        {
            return null;
        }

        var (holidays, worked, known) = (new HashSet<DateOnly>(), new HashSet<DateOnly>(), new HashSet<int>());
        foreach (var entry in years.Entries)
        {
            if (!int.TryParse(entry.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || entry.Value is not DefinitionNode.Map days
                || Days(reader, days, "holidays", year, isWeekend: false) is not { } free || Days(reader, days, "worked_weekends", year, isWeekend: true) is not { } exchanged)
            {
                return null;
            }

            known.Add(year);
            holidays.UnionWith(free);
            worked.UnionWith(exchanged);
        }

        return reader.HasErrors ? null : new WorkingDays(holidays.ToFrozenSet(), worked.ToFrozenSet(), known.ToFrozenSet());
    }

    private static List<DateOnly>? Days(DefinitionReader reader, DefinitionNode.Map map, string key, int year, bool isWeekend)
    {
        var days = new List<DateOnly>();
        foreach (var text in reader.Texts(map, key))
        {
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                || day.Year != year || (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) != isWeekend)
            {
                return null;
            }

            days.Add(day);
        }

        return days;
    }
}
