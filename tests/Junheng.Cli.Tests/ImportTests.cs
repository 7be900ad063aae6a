using System.IO.Compression;
using System.Text;

namespace Junheng.Cli.Tests;

/// <summary><c>import</c>: how papers are read, the map to correct, the clean table; and <c>assess</c> of the same papers.</summary>
public sealed class ImportTests : IDisposable
{
    private const string Head = """
        示范县2025学年小学一览表
        学校标识码,学校名称,统计三级,办学类型,在校生数,,专任教师,,,,,教学及辅助用房,,运动场地面积,网络多媒体教室,教学仪器设备资产值(万元),县级以上骨干教师(小学),备用
        ,,,,合计,一年级,#按学历分,,,#按授课课程分,,计,室内体育用房,,,,,
        ,,,,,,硕士研究生,本科,专科,体育与健康,艺术,,,,,,,

        """;

    private const string Rows = """
        2101010001,第一小学,示范县,小学,500,80,2,20,8,3,2,2900,400,3600,12,120,6,甲
        2101010002,第二小学,示范县,小学,400,60,1,17,6,2,2,2000,0,3200,10,100.5,5,乙
        合计,,,,900,140,3,37,14,5,4,4900,400,6800,22,220.5,11,

        """;

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_dry_run_tells_what_became_what_and_what_was_chosen()
    {
        var run = ProgramRun.Of("import", List(), "--dry-run", "--allow-missing");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("pe_art_teachers_primary", run.Output, StringComparison.Ordinal);
        Assert.Contains("R2 备用: 甲 | 乙", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 行是合计", run.Output, StringComparison.Ordinal);
        Assert.Contains("×10000", run.Output, StringComparison.Ordinal);
        Assert.Contains("博士", run.Output, StringComparison.Ordinal);
        Assert.Contains("可以读取：1 个县，2 行", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_aim_it_says_what_import_does_here()
    {
        var run = ProgramRun.Of("import", List(), "--lang", "en");

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("--dry-run", run.Error, StringComparison.Ordinal);
        Assert.Contains("--out", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clean.csv")]
    [InlineData("clean.xlsx")]
    public void The_table_written_gives_the_same_statistics(string name)
    {
        var list = List();
        Assert.Equal(ExitCodes.Done, ProgramRun.Of("import", list, "--out", _workspace[name], "--allow-missing").ExitCode);

        var (papers, clean) = (Assess(list), Assess(_workspace[name]));
        Assert.Equal(papers.GetProperty("counties")[0].GetProperty("stages").GetRawText(), clean.GetProperty("counties")[0].GetProperty("stages").GetRawText());
        Assert.Equal(papers.GetProperty("counties")[0].GetProperty("schools").GetRawText(), clean.GetProperty("counties")[0].GetProperty("schools").GetRawText());
    }

    [Fact]
    public void A_saved_map_reads_the_same_list_and_can_be_corrected()
    {
        var list = List();
        Assert.Equal(ExitCodes.Done, ProgramRun.Of("import", list, "--dry-run", "--allow-missing", "--save-map", _workspace["own.yaml"]).ExitCode);
        var text = File.ReadAllText(_workspace["own.yaml"]);
        Assert.Contains("# - {item: , path: [\"备用\"]}", text, StringComparison.Ordinal);
        File.WriteAllText(_workspace["own.yaml"], text.Replace("# - {item: , path: [\"备用\"]}", "- {item: township, path: [\"备用\"]}", StringComparison.Ordinal));

        var sheets = ProgramRun.Of("import", list, "--dry-run", "--allow-missing", "--map", _workspace["own.yaml"], "--json", "-").Json.GetProperty("sheets");
        Assert.Equal("own-list-primary", sheets[0].GetProperty("map").GetString());
        Assert.Contains("township", sheets[0].GetProperty("mapped").EnumerateArray().Select(item => item.GetProperty("item").GetString()));
    }

    [Fact]
    public void A_broken_map_is_refused_with_line_and_column()
    {
        var run = ProgramRun.Of("import", List(), "--dry-run", "--map", _workspace.File("bad.yaml", "id: x\ntitle: {zh: 表}\nlayout: list\ncolumns:\n  - {item: nonsense, path: [学校名称]}\n"));

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("map.item", run.Error, StringComparison.Ordinal);
        Assert.Contains("5:12", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_shows_the_real_cells_of_a_list_in_a_zip()
    {
        var zip = _workspace["papers.zip"];
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            using var entry = archive.CreateEntry("小学.csv").Open();
            entry.Write(Encoding.UTF8.GetBytes(Head + Rows));
        }

        var run = ProgramRun.Of("explain", zip, "--allow-missing", "--school", "2101010001", "--stage", "primary", "--indicator", "R3");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("papers.zip/小学.csv › J5+K5", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unrecognised_list_gives_a_map_to_start_from()
    {
        var list = _workspace.File("foreign.csv", "id,pupils\nA,5\nB,6\n");
        var run = ProgramRun.Of("import", list, "--dry-run", "--save-map", _workspace["start.yaml"]);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("# - {item: , path: [\"pupils\"]}", File.ReadAllText(_workspace["start.yaml"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_with_a_renamed_key_heading_gives_the_nearest_map_with_the_rest_filled_in()
    {
        var list = _workspace.File("小学.csv", Head.Replace("在校生数", "学生人数", StringComparison.Ordinal) + Rows);
        Assert.Equal(ExitCodes.Refused, ProgramRun.Of("import", list, "--dry-run", "--allow-missing", "--save-map", _workspace["own.yaml"]).ExitCode);
        var text = File.ReadAllText(_workspace["own.yaml"]);
        Assert.Contains("{item: sports_area_m2, path: [\"运动场地面积\"]}", text, StringComparison.Ordinal);
        File.WriteAllText(
            _workspace["own.yaml"],
            text.Replace("# - {item: , path: [\"学生人数\", \"合计\"]}", "- {item: enrolment_primary, path: [\"学生人数\", \"合计\"]}", StringComparison.Ordinal)
                .Replace("# - {item: , path: [\"学生人数\", \"一年级\"]}", "- {item: pupils_grade_1, path: [\"学生人数\", \"一年级\"]}", StringComparison.Ordinal));

        var corrected = ProgramRun.Of("import", list, "--out", _workspace["corrected.csv"], "--allow-missing", "--map", _workspace["own.yaml"]);
        var named = ProgramRun.Of("import", List(), "--out", _workspace["named.csv"], "--allow-missing");

        Assert.Equal((ExitCodes.Done, ExitCodes.Done), (corrected.ExitCode, named.ExitCode));
        Assert.Equal(Columns(_workspace["named.csv"]), Columns(_workspace["corrected.csv"]));
    }

    [Fact]
    public void A_truncated_archive_is_called_an_archive()
    {
        File.WriteAllBytes(_workspace["papers.zip"], [.. "PK\u0003\u0004"u8, .. new byte[600]]);
        var run = ProgramRun.Of("import", _workspace["papers.zip"], "--dry-run");

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("压缩包已损坏", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The columns of a table written, in the order of their headings, each with its cells.</summary>
    private static string[] Columns(string path)
    {
        var rows = File.ReadAllLines(path).Select(line => line.TrimStart('\uFEFF').Split(',')).ToList();
        return [.. Enumerable.Range(0, rows[0].Length).Select(column => string.Join(' ', rows.Select(row => row[column]))).Order(StringComparer.Ordinal)];
    }

    private static System.Text.Json.JsonElement Assess(string input) => ProgramRun.Of("assess", input, "--allow-missing", "--json", "-").Json;

    private string List() => _workspace.File("小学.csv", Head + Rows);
}
