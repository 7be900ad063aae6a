using Junheng.Domain.Schools;

namespace Junheng.Assessment.Tests.Consistency;

/// <summary>A kind of error, and how a clerk makes it.</summary>
/// <param name="Rule">The rule that should ask about it.</param>
/// <param name="Fits">Which schools it can be made in.</param>
/// <param name="Plant">Makes it: this year's row, last year's row, another school of the county, chance. False where it came to nothing.</param>
internal sealed record PlantedError(string Rule, Func<CheckRow, bool> Fits, Func<CheckRow, CheckRow, CheckRow, Random, bool> Plant)
{
    /// <summary>Every kind that concerns one school or a pair.</summary>
    public static IReadOnlyList<PlantedError> All { get; } =
    [
        // Accounting: hard.
        new("check.grades-sum-primary", row => row.HasPrimary, (row, _, _, random) => Change(row, $"pupils_grade_{random.Next(1, 7)}", random)),
        new("check.grades-sum-junior", row => row.HasJunior, (row, _, _, random) => Change(row, $"pupils_grade_{random.Next(7, 10)}", random)),
        new("check.teacher-levels-exceed", Any, (row, _, _, random) => Add(row, "teachers_below_college", random.Next(1, 6), random)),
        new("check.above-degree-primary", row => row.HasPrimary, (row, _, _, random) => Put(row, "above_degree_teachers_primary", row["above_degree_teachers_primary"] + random.Next(1, 5))),
        new("check.above-degree-junior", row => row.HasJunior, (row, _, _, random) => Put(row, "above_degree_teachers_junior", row["above_degree_teachers_junior"] + row["teachers_college_junior"])),
        new("check.above-degree-within-teachers", Any, (row, _, _, random) => Exceed(row, "above_degree_teachers", "full_time_teachers", random)),
        new("check.backbone-within-teachers", Any, (row, _, _, random) => Exceed(row, "backbone_teachers", "full_time_teachers", random)),
        new("check.pe-art-within-teachers", Any, (row, _, _, random) => Exceed(row, "pe_art_teachers", "full_time_teachers", random)),
        new("check.mid-title-within-teachers", Any, (row, _, _, random) => Exceed(row, "mid_title_teachers", "full_time_teachers", random)),
        new("check.pe-and-arts-sum", Any, (row, _, _, random) => Add(row, "pe_art_teachers", random.Next(1, 4), random)),
        new("check.music-and-fine-art-within-arts", Any, (row, _, _, random) => Add(row, "music_teachers", random.Next(1, 4), random)),
        new("check.teachers-within-staff", Any, (row, _, _, random) => Put(row, "staff", Math.Floor(row["staff"] * (0.5 + (0.3 * random.NextDouble()))))),
        new("check.class-bands-sum", Any, (row, _, _, random) => Add(row, "stage_classes", random.Next(1, 4), random)),
        new("check.class-bands-below-enrolment", Any, (row, _, _, random) => Add(row, "classes_66_up", 2 + (int)(Enrolment(row) / 50), random)),
        new("check.class-bands-above-enrolment", row => Enrolment(row) > 150, (row, _, _, random) => DropClasses(row, random)),
        new("check.largest-class-and-bands", row => row["largest_class"] is > 45 and < 66, (row, _, _, random) => Put(row, "largest_class", random.Next(30, 46))),
        new("check.classes-hold-enrolment", Any, (row, _, _, random) => Put(row, "classes", Math.Floor(row["classes"] * 0.6))),
        new("check.teaching-parts-within", Any, (row, _, _, random) => Put(row, "classroom_area_m2", row["teaching_area_m2"] * (1 + random.NextDouble()))),
        new("check.floor-parts-within", Any, (row, _, _, random) => Put(row, "building_area_m2", Math.Round(row["building_area_m2"] * (0.6 + (0.35 * random.NextDouble())), 2))),
        new("check.indoor-sports-within-teaching", Any, (row, _, _, random) => Put(row, "indoor_sports_area_m2", Math.Round(row["teaching_area_m2"] * (1.05 + random.NextDouble()), 2))),
        new("check.dangerous-within-floor", Any, (row, _, _, random) => Put(row, "dangerous_area_m2", Math.Round(row["building_area_m2"] * 1.1, 2))),
        new("check.rented-within-floor", Any, (row, _, _, random) => Put(row, "rented_area_m2", Math.Round(row["building_area_m2"] * (1.01 + random.NextDouble()), 2))),
        new("check.green-within-site", Any, (row, _, _, random) => Put(row, "green_area_m2", Math.Round(row["site_area_m2"] * 1.2, 2))),
        new("check.equipment-within-assets", Any, (row, _, _, random) => Put(row, "fixed_assets_yuan", Math.Round(row["fixed_assets_yuan"] / 10, 2))),

        // Identity.
        new("check.site-without-parent", row => row.Type == SchoolType.TeachingPoint, (row, _, _, _) => Put(row, "counts_as_school", 0)),
        new("check.grades-beyond-primary", row => row.Type == SchoolType.Primary, (row, _, _, random) => Put(row, "pupils_grade_7", random.Next(5, 60))),
        new("check.grades-beyond-junior", row => row.Type == SchoolType.Junior, (row, _, _, random) => Put(row, "pupils_grade_5", random.Next(5, 60))),
        new("check.stage-of-type-without-pupils", row => row.Type == SchoolType.NineYear, (row, _, _, _) => Put(row, "enrolment_junior", 0)),
        new("check.same-name-two-codes", Any, (row, _, other, _) => Rename(other, row)),
        new("check.same-place-two-codes", row => row.Type == SchoolType.Primary, (row, _, other, _) => Move(other, row)),
        new("check.code-of-another-school", Any, (row, before, _, _) => Replace(row, before)),

        // Time.
        new("check.survival-primary", row => row.HasPrimary && row["enrolment_primary"] > 150, (row, before, _, random) => Jump(row, before, random.Next(2, 7), random)),
        new("check.survival-junior", row => row.HasJunior && row["enrolment_junior"] > 150, (row, before, _, random) => Jump(row, before, random.Next(8, 10), random)),
        new("check.enrolment-jump", row => Enrolment(row) > 200, (row, _, _, random) => Scale(row, random.Next(2) == 0 ? 0.5 : 1.8)),
        new("check.jump-above-degree", row => Enrolment(row) > 250, (row, before, _, _) => Grow(row, before, "above_degree_teachers", 2)),
        new("check.jump-backbone", row => Enrolment(row) > 600, (row, before, _, _) => Grow(row, before, "backbone_teachers", 4)),
        new("check.jump-pe-art", row => Enrolment(row) > 600, (row, before, _, _) => Grow(row, before, "pe_art_teachers", 4)),
        new("check.jump-equipment", row => Enrolment(row) > 150, (row, before, _, random) => Put(row, "equipment_yuan", Math.Round(before["equipment_yuan"] * (2.2 + random.NextDouble()), 2))),
        new("check.jump-multimedia-rooms", row => Enrolment(row) > 250, (row, before, _, _) => Put(row, "multimedia_rooms", (before["multimedia_rooms"] * 2) + 7)),
        new("check.teaching-area-without-record", Any, (row, before, _, random) => Put(row, "teaching_area_m2", Math.Round(before["teaching_area_m2"] * (1.05 + random.NextDouble()) + row["built_area_m2"], 2))),
        new("check.building-area-without-record", Any, (row, before, _, random) => Put(row, "building_area_m2", Math.Round(before["building_area_m2"] * (1.05 + random.NextDouble()) + row["built_area_m2"], 2))),
        new("check.sports-area-without-record", Any, (row, before, _, random) => Put(row, "sports_area_m2", Math.Round(before["sports_area_m2"] * (1.05 + random.NextDouble()) + row["sports_ground_built_m2"], 2))),
        new("check.teaching-area-jump", Any, (row, before, _, _) => row.Figures.Remove("built_area_m2") && Put(row, "teaching_area_m2", Math.Round((before["teaching_area_m2"] * 1.5) + 100, 2))),
        new("check.sports-area-jump", Any, (row, before, _, _) => row.Figures.Remove("sports_ground_built_m2") && Put(row, "sports_area_m2", Math.Round((before["sports_area_m2"] * 1.5) + 100, 2))),
        new("check.equipment-falls", Any, (row, before, _, random) => Put(row, "equipment_yuan", Math.Round((before["equipment_yuan"] * (0.5 + (0.4 * random.NextDouble()))) - row["equipment_written_off_yuan"], 2))),
        new("check.equipment-falls-unrecorded", Any, (row, before, _, _) => row.Figures.Remove("equipment_written_off_yuan") && Put(row, "equipment_yuan", Math.Round(before["equipment_yuan"] * 0.6, 2))),
        new("check.grades-unchanged", row => row.HasPrimary && row["enrolment_primary"] > 60, (row, before, _, _) => Repeat(row, before)),

        // Accounting: soft.
        new("check.teacher-levels-short", Any, (row, _, _, random) => Add(row, "full_time_teachers", random.Next(2, 6), random)),
        new("check.pupils-per-teacher", row => row.Stages.All(stage => row[$"enrolment_{stage}"] > 100), (row, _, _, random) => Put(row, $"full_time_teachers_{row.Stages.First()}", 1)),

        // Registers and copies.
        new("check.cross-roll", Any, (row, _, _, random) => Add(row, "roll_pupils", 6 + (int)(Enrolment(row) * 0.05), random)),
        new("check.cross-payroll", Any, (row, _, _, random) => Put(row, "payroll_teachers", Math.Floor(row["payroll_teachers"] * 1.1) + 4)),
        new("check.cross-asset-equipment", Any, (row, _, _, random) => Put(row, "asset_equipment_yuan", Math.Round(row["asset_equipment_yuan"] * (random.Next(2) == 0 ? 0.7 : 1.3), 2))),
        new("check.cross-asset-rooms", Any, (row, _, _, _) => Put(row, "asset_multimedia_rooms", row["asset_multimedia_rooms"] + 3)),
        new("check.copied-figures", row => Enrolment(row) > 200, (row, _, other, _) => Copy(other, row)),
    ];

    private static bool Any(CheckRow row) => true;

    private static double Enrolment(CheckRow row) => row.Stages.Sum(stage => row[$"enrolment_{stage}"]);

    private static string OneStage(CheckRow row, Random random) => row.Stages.ElementAt(random.Next(row.Stages.Count()));

    private static bool Put(CheckRow row, string column, double figure)
    {
        var isChange = row.Figures.GetValueOrDefault(column, double.NaN) != figure;
        row[column] = figure;
        return isChange;
    }

    private static bool Add(CheckRow row, string column, int more, Random random)
    {
        var id = $"{column}_{OneStage(row, random)}";
        return Put(row, id, row[id] + more);
    }

    private static bool Exceed(CheckRow row, string column, string limit, Random random)
    {
        var stage = OneStage(row, random);
        return Put(row, $"{column}_{stage}", row[$"{limit}_{stage}"] + random.Next(1, 8));
    }

    /// <summary>A slip of the hand: one off, a digit too many, two digits exchanged.</summary>
    private static bool Change(CheckRow row, string column, Random random) => Put(row, column, random.Next(3) switch
    {
        0 => row[column] + random.Next(1, 4),
        1 => (row[column] * 10) + random.Next(10),
        _ => (Math.Floor(row[column] / 100) * 100) + (row[column] % 10 * 10) + Math.Floor(row[column] / 10 % 10),
    });

    /// <summary>All classes of the fullest bands are left out.</summary>
    private static bool DropClasses(CheckRow row, Random random)
    {
        var stage = OneStage(row, random);
        var changed = row[$"enrolment_{stage}"] > 60 && row[$"classes_66_up_{stage}"] == 0;
        foreach (var band in new[] { "31_35", "36_40", "41_45", "46_50", "51_55", "56_60", "61_65" })
        {
            row[$"classes_{band}_{stage}"] = 0;
        }

        foreach (var band in new[] { "upto_25", "26_30" })
        {
            row[$"classes_{band}_{stage}"] = Math.Floor(row[$"classes_{band}_{stage}"] / 2);
        }

        return changed;
    }

    private static bool Rename(CheckRow other, CheckRow row)
    {
        (other.Name, other.Township) = (row.Name, row.Township);
        return true;
    }

    private static bool Move(CheckRow other, CheckRow row)
    {
        (other["lat"], other["lon"]) = (row["lat"], row["lon"]);
        return other.HasPrimary;
    }

    private static bool Replace(CheckRow row, CheckRow before)
    {
        (before.Name, before.Township) = ("旧址完小", "旧乡");
        return row.Name != before.Name;
    }

    private static bool Jump(CheckRow row, CheckRow before, int grade, Random random) =>
        Put(row, $"pupils_grade_{grade}", Math.Round(before[$"pupils_grade_{grade - 1}"] * (random.Next(2) == 0 ? 0.5 : 1.6)));

    private static bool Scale(CheckRow row, double factor)
    {
        foreach (var stage in row.Stages)
        {
            row[$"enrolment_{stage}"] = Math.Round(row[$"enrolment_{stage}"] * factor);
        }

        return true;
    }

    private static bool Grow(CheckRow row, CheckRow before, string column, double factor)
    {
        var stage = row.Stages.First();
        return Put(row, $"{column}_{stage}", Math.Round(before[$"{column}_{stage}"] * factor) + 6);
    }

    private static bool Repeat(CheckRow row, CheckRow before)
    {
        for (var grade = 1; grade <= 6; grade++)
        {
            row[$"pupils_grade_{grade}"] = before[$"pupils_grade_{grade}"];
        }

        row["enrolment_primary"] = before["enrolment_primary"];
        return true;
    }

    private static bool Copy(CheckRow other, CheckRow row)
    {
        foreach (var column in new[] { "teaching_area_m2", "sports_area_m2", "equipment_yuan", "books", "building_area_m2" })
        {
            other[column] = row[column];
        }

        return true;
    }
}
