using System.Globalization;
using Junheng.Domain.Schools;

namespace Junheng.Assessment.Tests.Consistency;

/// <summary>
/// Counties without any error, two report years each: cohorts that move up with some pupils coming and going, classes made from the grades, teachers by
/// education and subject, areas and equipment that grow by what was built and bought, registers that lag a little. In one school of a hundred something
/// unusual but true happens: a merger, a new building, a large purchase, a write-off.
/// </summary>
internal sealed class CleanCounties(int seed)
{
    public const int Year = 2026;

    private static readonly int[] _bands = [25, 30, 35, 40, 45, 50, 55, 60, 65, int.MaxValue];
    private static readonly string[] _bandColumns =
    [
        "classes_upto_25", "classes_26_30", "classes_31_35", "classes_36_40", "classes_41_45", "classes_46_50", "classes_51_55", "classes_56_60", "classes_61_65",
        "classes_66_up",
    ];

    private readonly Random _random = new(seed);

    /// <summary>All rows of a county of so many schools, last year's first.</summary>
    public List<CheckRow> County(string code, int schools)
    {
        var before = Enumerable.Range(1, schools).Select(serial => School(code, serial)).ToList();
        return [.. before, .. before.Select(NextYear)];
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private double Around(double mean, double spread) => Math.Max(0, mean * (1 + (spread * Normal())));

    private int Whole(double value) => (int)Math.Floor(value + _random.NextDouble());

    private static double Cents(double value) => Math.Round(value, 2);

    private CheckRow School(string county, int serial)
    {
        var type = _random.Next(100) switch { < 55 => SchoolType.Primary, < 65 => SchoolType.TeachingPoint, < 89 => SchoolType.Junior, _ => SchoolType.NineYear };
        var row = new CheckRow(county, county + serial.ToString("0000", CultureInfo.InvariantCulture), type, Year - 1)
        {
            Name = $"{(char)('一' + (serial * 7))}{(char)('甲' + (serial * 3))}{(type == SchoolType.Junior ? "中学" : "小学")}",
            Township = $"乡{serial % 15}",
        };
        var size = type == SchoolType.TeachingPoint ? 4 + (8 * _random.NextDouble()) : Math.Exp(3.2 + (1.1 * _random.NextDouble()) + (0.6 * Normal()));
        var size7 = type == SchoolType.NineYear ? size * 0.9 : size * 1.6;
        for (var grade = 1; grade <= 9; grade++)
        {
            if (grade <= 6 ? row.HasPrimary : row.HasJunior)
            {
                row[Grade(grade)] = Math.Min(700, Whole(Around(grade <= 6 ? size : size7, 0.08)));
            }
        }

        row["lat"] = Math.Round(30 + (_random.NextDouble() * 0.6), 5);
        row["lon"] = Math.Round(110 + (_random.NextDouble() * 0.6), 5);
        SetPupils(row);
        SetTeachers(row, null);
        SetResources(row);
        SetRegisters(row);
        return row;
    }

    private static string Grade(int grade) => $"pupils_grade_{grade}";

    private void SetPupils(CheckRow row)
    {
        var (classes, largest) = (0, 0);
        foreach (var stage in row.Stages)
        {
            var grades = (stage == "primary" ? Enumerable.Range(1, 6) : Enumerable.Range(7, 3)).Select(grade => (int)row[Grade(grade)]).ToList();
            var sizes = ClassesOf(grades, stage == "primary" ? 45 : 50).ToList();
            row[$"enrolment_{stage}"] = grades.Sum();
            row[$"stage_classes_{stage}"] = sizes.Count;
            for (var band = 0; band < _bands.Length; band++)
            {
                row[$"{_bandColumns[band]}_{stage}"] = sizes.Count(size => size <= _bands[band] && (band == 0 || size > _bands[band - 1]));
            }

            classes += sizes.Count;
            largest = Math.Max(largest, sizes.DefaultIfEmpty(0).Max());
        }

        row["classes"] = classes;
        row["largest_class"] = largest;
    }

    /// <summary>Each grade in classes of nearly equal size; grades of a handful are taught together.</summary>
    private IEnumerable<int> ClassesOf(List<int> grades, int most)
    {
        var together = grades.Where(pupils => pupils < 5).Sum();
        foreach (var pupils in grades.Where(pupils => pupils >= 5).Concat(together > 0 ? [together] : Array.Empty<int>()))
        {
            var classes = Math.Max(1, (pupils + most - 1) / most) + (_random.Next(8) == 0 && pupils > most ? 1 : 0);
            for (var at = 0; at < classes; at++)
            {
                yield return (pupils / classes) + (at < pupils % classes ? 1 : 0);
            }
        }
    }

    private void SetTeachers(CheckRow row, CheckRow? before)
    {
        var all = 0.0;
        foreach (var stage in row.Stages)
        {
            var junior = stage == "junior";
            string C(string column) => $"{column}_{stage}";
            var pupils = row[C("enrolment")];
            var kept = before?.Figures.GetValueOrDefault(C("full_time_teachers")) ?? 0;
            var teachers = before is null || _random.Next(50) == 0
                ? Math.Max(2, Whole(Around(pupils * (junior ? 0.085 : 0.06), 0.12)) + 1)
                : Math.Max(2, Whole(kept + (0.5 * (pupils * (junior ? 0.085 : 0.06) - kept)) + (0.4 * Normal())));
            var master = Math.Min(teachers, Whole(Around(teachers * 0.04, 0.3)));
            var bachelor = Math.Min(teachers - master, Whole(teachers * (junior ? 0.82 : 0.6) * Math.Min(1.1, 1 + (0.05 * Normal()))));
            var college = Math.Min(teachers - master - bachelor, Whole(teachers * (junior ? 0.12 : 0.32)));
            row[C("full_time_teachers")] = teachers;
            row[C("teachers_doctor")] = 0;
            row[C("teachers_master")] = master;
            row[C("teachers_bachelor")] = bachelor;
            row[C("teachers_college")] = college;
            row[C("teachers_below_college")] = teachers - master - bachelor - college;
            row[C("above_degree_teachers")] = master + bachelor + (junior ? 0 : college);
            row[C("backbone_teachers")] = before is null ? Math.Min(teachers, Whole(Around(pupils * 0.011, 0.3))) : Math.Min(teachers, before[C("backbone_teachers")] + _random.Next(2));
            row[C("mid_title_teachers")] = Math.Min(teachers, Whole(teachers * 0.5));
            var pe = Math.Min(teachers / 2, Whole(Around(pupils * 0.005, 0.2)));
            var music = Math.Min((teachers - pe) / 2, Whole(Around(pupils * 0.0025, 0.2)));
            var fine = Math.Min((teachers - pe) / 2, Whole(Around(pupils * 0.0025, 0.2)));
            row[C("pe_teachers")] = pe;
            row[C("music_teachers")] = music;
            row[C("fine_art_teachers")] = fine;
            row[C("art_teachers")] = music + fine;
            row[C("pe_art_teachers")] = pe + music + fine;
            all += teachers;
        }

        row["staff"] = all + Whole(all * 0.08) + 1;
    }

    private void SetResources(CheckRow row)
    {
        var pupils = Pupils(row);
        row["classroom_area_m2"] = Cents(Around(pupils * 2.6, 0.2) + 60);
        row["laboratory_area_m2"] = Cents(Around(pupils * 0.9, 0.25));
        row["library_area_m2"] = Cents(Around(pupils * 0.5, 0.25));
        row["indoor_sports_area_m2"] = pupils > 500 && _random.Next(3) == 0 ? Cents(Around(700, 0.3)) : 0;
        row["office_area_m2"] = Cents(Around((pupils * 0.5) + 60, 0.25));
        row["living_area_m2"] = Cents(Around((pupils * 1.1) + 40, 0.4));
        row["other_area_m2"] = Cents(Around((pupils * 0.2) + 10, 0.4));
        row["sports_area_m2"] = Cents(Around((pupils * 8) + 600, 0.3));
        row["equipment_yuan"] = Cents(Around((pupils * 2300) + 20000, 0.2));
        row["fixed_assets_yuan"] = Cents(row["equipment_yuan"] * (4 + (3 * _random.NextDouble())));
        row["multimedia_rooms"] = Math.Max(1, Whole(Around((pupils * 0.024) + 1, 0.1)));
        row["computers"] = Whole(Around((pupils * 0.14) + 5, 0.15));
        row["books"] = Whole(Around((pupils * 28) + 200, 0.2));
        row["dangerous_area_m2"] = 0;
        row["rented_area_m2"] = 0;
        (row["built_area_m2"], row["sports_ground_built_m2"], row["equipment_written_off_yuan"]) = (0, 0, 0);
        Add(row);
        row["site_area_m2"] = Cents((row["building_area_m2"] * 1.1) + row["sports_area_m2"] + Around((pupils * 9) + 800, 0.3));
        row["green_area_m2"] = Cents(row["site_area_m2"] * (0.1 + (0.2 * _random.NextDouble())));
    }

    /// <summary>The sums over the kinds of area; a part of the teaching area is of no kind named.</summary>
    private void Add(CheckRow row)
    {
        var unnamed = Around(40 + (0.4 * Pupils(row)), 0.3);
        row["teaching_area_m2"] = Cents(row["classroom_area_m2"] + row["laboratory_area_m2"] + row["library_area_m2"] + row["indoor_sports_area_m2"] + unnamed);
        row["building_area_m2"] = Cents(row["teaching_area_m2"] + row["office_area_m2"] + row["living_area_m2"] + row["other_area_m2"]);
    }

    private static double Pupils(CheckRow row) => row.Stages.Sum(stage => row[$"enrolment_{stage}"]);

    /// <summary>Other registers, counted on other days: mostly the same, some a little off.</summary>
    private void SetRegisters(CheckRow row)
    {
        foreach (var stage in row.Stages)
        {
            row[$"roll_pupils_{stage}"] = Math.Max(0, row[$"enrolment_{stage}"] + (_random.Next(5) == 0 ? _random.Next(-2, 3) : 0));
        }

        row["payroll_teachers"] = Math.Max(0, row.Stages.Sum(stage => row[$"full_time_teachers_{stage}"]) + (_random.Next(6) == 0 ? _random.Next(-1, 2) : 0));
        row["asset_equipment_yuan"] = Cents(row["equipment_yuan"] * (1 + (_random.Next(4) == 0 ? 0.006 * Normal() : 0)));
        row["asset_multimedia_rooms"] = row["multimedia_rooms"];
    }

    private CheckRow NextYear(CheckRow before)
    {
        var row = before.In(Year);
        var trend = 1 + (0.012 * Normal());
        for (var grade = 1; grade <= 9; grade++)
        {
            if (row.Figures.ContainsKey(Grade(grade)))
            {
                row[Grade(grade)] = grade is 1 or 7
                    ? Whole(Around(before[Grade(grade)], 0.07))
                    : Math.Max(0, Whole((before[Grade(grade - 1)] * trend) + (0.2 * Math.Sqrt(before[Grade(grade - 1)]) * Normal())));
            }
        }

        var unusual = _random.Next(400);
        if (unusual == 0)
        {
            foreach (var grade in row.Figures.Keys.Where(column => column.StartsWith("pupils_grade_", StringComparison.Ordinal)).ToList())
            {
                row[grade] = Whole(row[grade] * 1.35);
            }
        }

        SetPupils(row);
        SetTeachers(row, before);
        var built = unusual == 1 || _random.Next(40) == 0 ? Cents(Around(900, 0.5)) : 0;
        row["teaching_area_m2"] = Cents(before["teaching_area_m2"] + built);
        row["building_area_m2"] = Cents(before["building_area_m2"] + built);
        row["site_area_m2"] = Cents(before["site_area_m2"] + built);
        row["built_area_m2"] = built;
        var ground = _random.Next(60) == 0 ? Cents(Around(1500, 0.4)) : 0;
        row["sports_area_m2"] = Cents(before["sports_area_m2"] + ground);
        row["site_area_m2"] = Cents(row["site_area_m2"] + ground);
        row["sports_ground_built_m2"] = ground;
        var off = unusual == 2 ? Cents(before["equipment_yuan"] * 0.2) : _random.Next(4) == 0 ? Cents(before["equipment_yuan"] * 0.03) : 0;
        row["equipment_written_off_yuan"] = off;
        row["equipment_yuan"] = Cents(before["equipment_yuan"] - off + (before["equipment_yuan"] * (unusual == 3 ? 0.8 : Math.Abs(0.05 * Normal()))));
        row["fixed_assets_yuan"] = Cents(before["fixed_assets_yuan"] + Math.Max(0, row["equipment_yuan"] - before["equipment_yuan"]));
        row["multimedia_rooms"] = before["multimedia_rooms"] + (_random.Next(6) == 0 ? 1 : 0);
        row["computers"] = before["computers"] + _random.Next(4);
        row["books"] = Whole(before["books"] * (1 + Math.Abs(0.03 * Normal())));
        SetRegisters(row);
        return row;
    }
}
