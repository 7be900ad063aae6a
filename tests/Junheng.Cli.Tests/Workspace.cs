using System.Globalization;

namespace Junheng.Cli.Tests;

/// <summary>A folder of its own for one test, removed afterwards; and the committed samples.</summary>
public sealed class Workspace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("junheng-cli-");

    /// <summary>The committed county as a workbook.</summary>
    public static string CountyWorkbook => Sample("county", "schools.xlsx");

    /// <summary>The committed county as CSV.</summary>
    public static string County => Sample("county", "schools.csv");

    /// <summary>Its items file.</summary>
    public static string Items => Sample("county", "items.csv");

    /// <summary>The committed province.</summary>
    public static string Province => Sample("province", "schools.csv");

    /// <summary>A path in the folder.</summary>
    public string this[string name] => Path.Combine(_folder.FullName, name);

    /// <summary>Writes a file.</summary>
    public string File(string name, string content)
    {
        System.IO.File.WriteAllText(this[name], content);
        return this[name];
    }

    /// <summary>A unit table with every norm of 2017 amply met, one primary and one junior school a county.</summary>
    public string RichUnits(string name, int counties = 1)
    {
        const string head = "county_code,school_code,stage,enrolment,school_type,above_degree_teachers,backbone_teachers,pe_art_teachers,"
            + "teaching_area_m2,sports_area_m2,equipment_yuan,multimedia_rooms";
        var rows = Enumerable.Range(1, counties).SelectMany(county => new[] { ("primary", 1), ("junior", 2) }.Select(stage => string.Create(
            CultureInfo.InvariantCulture, $"{900000 + county},{stage.Item2},{stage.Item1},100,{stage.Item1},9,9,9,900,1900,900000,9")));
        return File(name, string.Join('\n', rows.Prepend(head)) + "\n");
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static string Sample(string folder, string file) => Path.Combine(AppContext.BaseDirectory, "samples", folder, file);
}
