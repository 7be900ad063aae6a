using System.Text.Json;

namespace Junheng.Cli.Tests;

public sealed class CheckTests : IDisposable
{
    private const string Head = "county_code,school_code,school_name,school_type,report_year,enrolment_primary,roll_pupils_primary,full_time_teachers_primary,backbone_teachers_primary\n";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void The_sample_county_has_questions_and_no_errors()
    {
        var run = ProgramRun.Of("check", Workspace.County);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("检查了 70 所学校", run.Output, StringComparison.Ordinal);
        Assert.Contains("错误 0 处", run.Output, StringComparison.Ordinal);
        Assert.Contains("check.heaping", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_names_its_cells_why_it_is_one_and_how_to_mend_it()
    {
        var run = ProgramRun.Of("check", Schools("990101,1,一小,primary,2026,200,200,12,30"), "--allow-missing");

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("骨干教师 30 人，多于专任教师 12 人", run.Output, StringComparison.Ordinal);
        Assert.Contains("I2 小学县级以上骨干教师数=30; H2 小学专任教师数=12", run.Output, StringComparison.Ordinal);
        Assert.Contains("为什么问：", run.Output, StringComparison.Ordinal);
        Assert.Contains("怎么办：", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_anything_to_ask_says_so()
    {
        var run = ProgramRun.Of("check", Schools("990101,1,一小,primary,2026,200,200,12,3"), "--allow-missing", "--lang", "en");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.StartsWith("✓ 1 schools checked by ", run.Output, StringComparison.Ordinal);
        Assert.Contains("One number, one source", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_go_out_and_come_back_answered()
    {
        var schools = Schools("990101,1,一小,primary,2026,200,150,12,3");
        var questions = _workspace["questions.csv"];

        var asked = ProgramRun.Of("check", schools, "--allow-missing", "--questions", questions);
        File.WriteAllText(questions, File.ReadAllText(questions).Replace(",,,,", ",学籍次日更新,王,通过,", StringComparison.Ordinal));
        var answered = ProgramRun.Of("check", schools, "--allow-missing", "--explanations", questions);

        Assert.Equal((ExitCodes.Done, ExitCodes.Done), (asked.ExitCode, answered.ExitCode));
        Assert.Contains("待说明 1 处", asked.Output, StringComparison.Ordinal);
        Assert.Contains("questions.csv", asked.Error, StringComparison.Ordinal);
        Assert.Contains("待说明 0 处", answered.Output, StringComparison.Ordinal);
        Assert.Contains("说明已通过（王）：学籍次日更新", answered.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_stands_alone_and_counts_what_it_lists()
    {
        var json = ProgramRun.Of("check", Schools("990101,1,一小,primary,2026,200,150,12,30"), "--allow-missing", "--json", "-").Json;

        var hits = json.GetProperty("hits").EnumerateArray().ToList();
        Assert.Equal(["check.backbone-within-teachers", "check.cross-roll"], hits.Select(hit => hit.GetProperty("rule").GetString()));
        Assert.Equal((1, 1), (json.GetProperty("summary").GetProperty("errors").GetInt32(), json.GetProperty("summary").GetProperty("open").GetInt32()));
        Assert.Equal(2, json.GetProperty("rules").EnumerateArray().Sum(rule => rule.GetProperty("hits").GetInt32()));
        Assert.Equal(JsonValueKind.Null, hits[1].GetProperty("explanation").ValueKind);
        Assert.Equal("F2", hits[1].GetProperty("cells")[0].GetProperty("cell").GetString());
        Assert.Equal(1, Assert.Single(json.GetProperty("sources").EnumerateArray(), source => source.GetProperty("rule").GetString() == "check.cross-roll").GetProperty("compared").GetInt32());
    }

    [Fact]
    public void A_threshold_is_changed_by_its_setting_and_the_standard_by_its_own()
    {
        var schools = Schools("990101,1,一小,primary,2026,200,150,12,3");

        var run = ProgramRun.Of("check", schools, "--allow-missing", "--set", "check.cross_pupils=60", "--set", "scope.teaching_point_min=40", "--json", "-");

        Assert.Equal(0, run.Json.GetProperty("hits").GetArrayLength());
    }

    [Theory]
    [InlineData("--set", "check.nothing=1")]
    [InlineData("--set", "nothing=1")]
    [InlineData("--explanations", "no-such-file.csv")]
    [InlineData("--standard", "no-such-standard")]
    public void Wrong_uses_are_refused_with_a_reason(params string[] args)
    {
        var run = ProgramRun.Of(["check", Workspace.County, .. args]);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("→", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_never_overwrite_an_input()
    {
        var schools = Schools("990101,1,一小,primary,2026,200,150,12,3");

        Assert.Equal(ExitCodes.Refused, ProgramRun.Of("check", schools, "--questions", schools).ExitCode);
        Assert.StartsWith(Head, File.ReadAllText(schools), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_rules_is_checked_among_those_of_the_product()
    {
        const string rules = """
            checks:
              - id: check.mine
                kind: soft
                group: time
                level: unit
                holds: enrolment > previous_enrollment
            """;

        var run = ProgramRun.Of("standards", "check", _workspace.File("mine.yaml", rules), "--lang", "en");
        var own = ProgramRun.Of("standards", "check", Path.Combine(AppContext.BaseDirectory, "standards", "checks", "time.yaml"));

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("mine.yaml › 2:5  definition.absent", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, own.ExitCode);
    }

    private string Schools(string rows) => _workspace.File("schools.csv", Head + rows + "\n");
}
