using System.Text.Json;

namespace Junheng.Cli.Tests;

/// <summary>A scenario that the what-if page exported is laid over the inputs: the same as if somebody had changed the cells.</summary>
public sealed class ScenarioTests : IDisposable
{
    private const string Row = "990121,澄溪县,9901210308,";
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Gives_what_the_edited_table_gives_under_another_id()
    {
        var scenario = Scenario("990121", 2026, "\"c:9901210308:-:pe_art_teachers_primary\": \"3\"");
        var laid = Assess(Workspace.County, "--scenario", scenario);
        var edited = Assess(_workspace.File("schools.csv", Edited("pe_art_teachers_primary", "3")));
        var plain = Assess(Workspace.County);

        Assert.Equal(Counties(edited), Counties(laid));
        Assert.NotEqual(Counties(plain), Counties(laid));
        Assert.NotEqual(plain.Json.GetProperty("resultId").GetString(), laid.Json.GetProperty("resultId").GetString());
        Assert.Equal("what-if", laid.Json.GetProperty("inputs").EnumerateArray().Last().GetProperty("file").GetString());
    }

    [Fact]
    public void A_scenario_that_changes_nothing_keeps_the_id()
    {
        var scenario = Scenario("990121", 2026, "");
        Assert.Equal(Assess(Workspace.County).Json.GetProperty("resultId").GetString(), Assess(Workspace.County, "--scenario", scenario).Json.GetProperty("resultId").GetString());
    }

    [Fact]
    public void Norms_and_settings_of_a_scenario_count_too()
    {
        var laid = Assess(Workspace.County, "--scenario", Scenario("990121", 2026, "\"n:R5:primary:limit\": \"0.6\", \"s:easements.until\": \"2027-12-31\""));
        var sports = laid.Json.GetProperty("counties")[0].GetProperty("stages").GetProperty("primary").GetProperty("indicators").GetProperty("R5");
        Assert.Equal(0.6, sports.GetProperty("cvLimit").GetDouble());
        Assert.Equal("met", sports.GetProperty("cvVerdict").GetString());
        Assert.Equal("2027-12-31", laid.Json.GetProperty("settings").EnumerateArray().Single(each => each.GetProperty("id").GetString() == "easements.until").GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("990122", 2026, "", "990122")]
    [InlineData("990121", 2025, "", "2025")]
    [InlineData("990121", 2026, "\"c:9901210308:-:pe_art_teachers_primary\": \"-1\"", "负数")]
    [InlineData("990121", 2026, "\"c:1:-:pe_art_teachers_primary\": \"1\"", "没有这一格")]
    public void One_that_does_not_fit_is_refused_with_what_is_wrong(string county, int year, string changes, string said)
    {
        var run = ProgramRun.Of("assess", Workspace.County, "--scenario", Scenario(county, year, changes));
        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_none_or_not_there_is_refused()
    {
        Assert.Equal(ExitCodes.Refused, ProgramRun.Of("assess", Workspace.County, "--scenario", _workspace.File("x.json", "{}")).ExitCode);
        Assert.Equal(ExitCodes.Refused, ProgramRun.Of("assess", Workspace.County, "--scenario", _workspace["absent.json"]).ExitCode);
    }

    private static ProgramRun Assess(string table, params string[] more)
    {
        var run = ProgramRun.Of(["assess", table, "--items", Workspace.Items, "--json", "-", .. more]);
        Assert.True(run.ExitCode == ExitCodes.Done, run.Error);
        return run;
    }

    /// <summary>The counties as judged; where their cells stand is not part of it.</summary>
    private static string Counties(ProgramRun run) => JsonSerializer.Serialize(run.Json.GetProperty("counties").EnumerateArray().Select(county => county.EnumerateObject().Where(part => part.Name != "dataFindings").ToDictionary(part => part.Name, part => part.Value)));

    private string Scenario(string county, int year, string changes) => _workspace.File(
        $"{Guid.NewGuid():N}.json",
        $$$"""{"schemaVersion": 1, "kind": "junheng-scenario", "county": "{{{county}}}", "reportYear": {{{year}}}, "name": "三名体艺教师", "baseline": "", "overlay": "", "changes": { {{{changes}}} }}""");

    private static string Edited(string column, string text)
    {
        var lines = File.ReadAllLines(Workspace.County);
        var at = Array.IndexOf(lines[0].TrimStart('\uFEFF').Split(','), column);
        return string.Join('\n', lines.Select(line =>
        {
            var cells = line.Split(',');
            if (line.StartsWith(Row, StringComparison.Ordinal) && cells[8] == "2026")
            {
                cells[at] = text;
            }

            return string.Join(',', cells);
        })) + "\n";
    }
}
