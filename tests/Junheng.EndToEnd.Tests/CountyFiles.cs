using System.Text;
using Junheng.Documents.Tables;

namespace Junheng.EndToEnd.Tests;

/// <summary>The files that people of a county of three schools hand in.</summary>
internal sealed class CountyFiles : IDisposable
{
    public const string Code = "990301";
    private static readonly string[] _columns =
    [
        "county_code", "county_name", "school_code", "school_name", "school_type", "township", "report_year", "enrolment_primary", "enrolment_junior",
        "above_degree_teachers_primary", "backbone_teachers_primary", "pe_art_teachers_primary", "above_degree_teachers_junior", "backbone_teachers_junior", "pe_art_teachers_junior",
        "teaching_area_m2", "sports_area_m2", "equipment_yuan", "multimedia_rooms",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("junheng-files-");

    /// <summary>The figures of a primary school, in the order of the form.</summary>
    public static IReadOnlyDictionary<string, string> Primary { get; } = new Dictionary<string, string>
    {
        ["enrolment_primary"] = "400",
        ["above_degree_teachers_primary"] = "20",
        ["backbone_teachers_primary"] = "5",
        ["pe_art_teachers_primary"] = "4",
        ["teaching_area_m2"] = "2200",
        ["sports_area_m2"] = "3600",
        ["equipment_yuan"] = "900000",
        ["multimedia_rooms"] = "12",
    };

    public static IReadOnlyDictionary<string, string> Junior { get; } = new Dictionary<string, string>
    {
        ["enrolment_junior"] = "500",
        ["above_degree_teachers_junior"] = "30",
        ["backbone_teachers_junior"] = "6",
        ["pe_art_teachers_junior"] = "5",
        ["teaching_area_m2"] = "3300",
        ["sports_area_m2"] = "5600",
        ["equipment_yuan"] = "1300000",
        ["multimedia_rooms"] = "13",
    };

    /// <summary>All three schools in one year.</summary>
    public string LastYear() => Csv("上年.csv", 2025, ("9903010101", "第一小学", "primary", "城关镇", Primary), ("9903010102", "第二小学", "primary", "东山乡", Primary), ("9903010201", "第一初级中学", "junior", "城关镇", Junior));

    /// <summary>One school, with changes to its figures.</summary>
    public string School(string file, string code, string name, string type, string township, IReadOnlyDictionary<string, string> figures, string? changed = null, string? to = null)
    {
        var own = new Dictionary<string, string>(figures);
        if (changed is not null)
        {
            own[changed] = to!;
        }

        return Csv(file, 2026, (code, name, type, township, own));
    }

    /// <summary>A workbook of accounts: user name, full name, role, code.</summary>
    public string Accounts(string file, params (string Name, string FullName, string Role, string Code)[] people)
    {
        var path = Path.Combine(_folder.FullName, file);
        using var stream = File.Create(path);
        WorkbookWriter.Write(
            stream,
            new WorkbookSheet("账号", [.. new[] { "用户名", "姓名", "角色", "地区或学校代码" }.Select(heading => new WorkbookHeading(heading, IsCode: true))], people.Select(each => (IReadOnlyList<object?>)[each.Name, each.FullName, each.Role, each.Code])));
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Csv(string file, int year, params (string Code, string Name, string Type, string Township, IReadOnlyDictionary<string, string> Figures)[] schools)
    {
        var text = new StringBuilder("\uFEFF").AppendJoin(',', _columns).Append('\n');
        foreach (var (code, name, type, township, figures) in schools)
        {
            string[] known = [Code, "新城县", code, name, type, township, year.ToString(System.Globalization.CultureInfo.InvariantCulture)];
            text.AppendJoin(',', known.Concat(_columns.Skip(known.Length).Select(column => figures.GetValueOrDefault(column, "")))).Append('\n');
        }

        var path = Path.Combine(_folder.FullName, file);
        File.WriteAllText(path, text.ToString());
        return path;
    }
}
