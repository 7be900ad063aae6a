namespace Junheng.Assessment.Tests.Reference;

/// <summary>
/// One school with exact amounts before the split; null is missing. <c>Stages</c> are the stages it teaches. Amounts of a stage that it does not
/// teach are 0, so
/// that adding schools up needs no special case. <c>Shared</c> areas have the indoor sports area moved already.
/// </summary>
public sealed record ReferenceSchool(
    string CountyCode,
    string SchoolCode,
    string? SchoolType,
    int? OrganiserType,
    string? Locale,
    IReadOnlyList<string> Stages,
    IReadOnlyDictionary<string, ReferenceNumber?> Enrolment,
    IReadOnlyDictionary<string, ReferenceNumber?> Staged,
    IReadOnlyDictionary<string, ReferenceNumber?> Shared)
{
    private const string Indoor = "indoor_sports_area_m2";

    /// <summary>The key of a staged item.</summary>
    public static string StagedKey(string item, string stage) => $"{item}_{stage}";

    /// <summary>Reads one row by itself.</summary>
    /// <exception cref="ReferenceRefusalException">A positive value stands in a stage that the school does not teach.</exception>
    public static ReferenceSchool Read(ReferenceSchoolRow row, ReferenceStandard standard)
    {
        var cells = ReferenceStages.All.ToDictionary(stage => stage, stage => ReferenceNumber.ParseCell(row.Enrolment(stage)), StringComparer.Ordinal);
        var stages = ReferenceSchoolType.StagesTaught(row.SchoolType, cells);

        // A row without type and without any enrolment may teach any stage: its blanks stay missing.
        var mayTeach = stages.Count == 0 ? ReferenceStages.All : stages;
        var enrolment = cells.ToDictionary(
            cell => cell.Key, cell => InStage(cell.Value, mayTeach.Contains(cell.Key), row.SchoolCode), StringComparer.Ordinal);

        var staged = new Dictionary<string, ReferenceNumber?>(StringComparer.Ordinal);
        foreach (var item in standard.StagedItems)
        {
            foreach (var stage in ReferenceStages.Judged)
            {
                var key = StagedKey(item, stage);
                staged[key] = InStage(ReferenceNumber.ParseCell(row.Items.GetValueOrDefault(key)), mayTeach.Contains(stage), row.SchoolCode);
            }
        }

        return new(row.CountyCode, row.SchoolCode, row.SchoolType, row.OrganiserType, row.Locale, stages, enrolment, staged, ReadShared(row, standard));
    }

    /// <summary>
    /// This school with another one's pupils and resources added; the type, organiser and locale stay its own. A missing term makes the sum
    /// missing.
    /// </summary>
    public ReferenceSchool Add(ReferenceSchool part) => this with
    {
        Stages = [.. ReferenceStages.All.Where(stage => Stages.Contains(stage) || part.Stages.Contains(stage))],
        Enrolment = Add(Enrolment, part.Enrolment),
        Staged = Add(Staged, part.Staged),
        Shared = Add(Shared, part.Shared),
    };

    private static ReferenceNumber? InStage(ReferenceNumber? amount, bool taught, string schoolCode)
    {
        if (taught)
        {
            return amount;
        }

        return amount is { Sign: > 0 }
            ? throw new ReferenceRefusalException($"{schoolCode} has a positive value in a stage it does not teach.")
            : ReferenceNumber.Zero;
    }

    /// <summary>The shared items. Where the file has the indoor column, that area leaves the teaching area and joins the sports area.</summary>
    private static Dictionary<string, ReferenceNumber?> ReadShared(ReferenceSchoolRow row, ReferenceStandard standard)
    {
        var shared = standard.SplitItems.ToDictionary(
            item => item, item => ReferenceNumber.ParseCell(row.Items.GetValueOrDefault(item)), StringComparer.Ordinal);
        if (row.Items.TryGetValue(Indoor, out var cell))
        {
            var indoor = ReferenceNumber.ParseCell(cell);
            shared["teaching_area_m2"] = Plus(shared["teaching_area_m2"], indoor is null ? null : -indoor);
            shared["sports_area_m2"] = Plus(shared["sports_area_m2"], indoor);
        }

        return shared;
    }

    private static Dictionary<string, ReferenceNumber?> Add(
        IReadOnlyDictionary<string, ReferenceNumber?> a, IReadOnlyDictionary<string, ReferenceNumber?> b) =>
        a.ToDictionary(entry => entry.Key, entry => Plus(entry.Value, b[entry.Key]), StringComparer.Ordinal);

    private static ReferenceNumber? Plus(ReferenceNumber? a, ReferenceNumber? b) => a is null || b is null ? null : a + b;
}
