using Junheng.Application.Assess;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Documents.Definitions;
using Junheng.Documents.Statistics;

namespace Junheng.Cli.Tests;

public sealed class AssessTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Tells_what_each_failing_school_of_the_sample_county_lacks()
    {
        var run = ProgramRun.Of("assess", Workspace.CountyWorkbook, "--items", Workspace.Items);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.Contains("澄溪县 990121  ✗ 未达标", run.Output, StringComparison.Ordinal);
        Assert.Contains("缺 80 ㎡教学及辅助用房，32,000 元教学仪器设备", run.Output, StringComparison.Ordinal);
        Assert.Contains("R1 高于规定学历 4.20（更精确 4.196429），低于标准 4.2", run.Output, StringComparison.Ordinal);
        Assert.Contains("金额按默认单价估算", run.Output, StringComparison.Ordinal);
        Assert.Contains("R5 体育场馆", run.Output, StringComparison.Ordinal);
        Assert.Contains("结果编号", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Speaks_English_when_asked()
    {
        var run = ProgramRun.Of("assess", Workspace.County, "--items", Workspace.Items, "--lang", "en");

        Assert.Contains("✗ not met", run.Output, StringComparison.Ordinal);
        Assert.Contains("lacks 80 m² of teaching area, 32,000 yuan of equipment", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("未达标", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_chooses_the_language_and_the_option_overrules_it()
    {
        Assert.Contains("not met", ProgramRun.With("en", "assess", Workspace.County).Output, StringComparison.Ordinal);
        Assert.Contains("未达标", ProgramRun.With("en", "--lang", "zh", "assess", Workspace.County).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_on_standard_output_is_the_public_JSON_alone()
    {
        var run = ProgramRun.Of("assess", Workspace.County, "--items", Workspace.Items, "--json", "-");

        Assert.Equal(PublicJson(Workspace.County, Workspace.Items) + "\n", run.Output);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public void Json_in_a_file_leaves_the_page_on_standard_output_and_no_temporary_file()
    {
        var target = _workspace.File("result.json", "old");

        var run = ProgramRun.Of("assess", Workspace.County, "--items", Workspace.Items, $"--json={target}");

        Assert.Equal(PublicJson(Workspace.County, Workspace.Items), File.ReadAllText(target));
        Assert.Contains("未达标", run.Output, StringComparison.Ordinal);
        Assert.Contains(target, run.Error, StringComparison.Ordinal);
        Assert.Equal([target], Directory.GetFiles(Path.GetDirectoryName(target)!));
    }

    [Fact]
    public void The_date_is_today_unless_it_is_given()
    {
        Assert.Equal("2026-11-21", ProgramRun.Of("assess", Workspace.County, "--json", "-").Json.GetProperty("evaluatedOn").GetString());
        Assert.Equal("2024-09-01", ProgramRun.Of("assess", Workspace.County, "--json", "-", "--date", "2024-09-01").Json.GetProperty("evaluatedOn").GetString());
    }

    [Fact]
    public void Exit_1_needs_both_a_county_that_fails_and_the_option()
    {
        var rich = _workspace.RichUnits("rich.csv");

        Assert.Equal(ExitCodes.Done, ProgramRun.Of("assess", Workspace.County).ExitCode);
        Assert.Equal(ExitCodes.NotMet, ProgramRun.Of("assess", Workspace.County, "--fail-on-not-met").ExitCode);
        Assert.Equal(ExitCodes.NotMet, ProgramRun.Of("assess", Workspace.County, "--fail-on-not-met", "--json", "-").ExitCode);
        Assert.Equal(ExitCodes.Done, ProgramRun.Of("assess", rich, "--fail-on-not-met").ExitCode);
    }

    [Fact]
    public void Without_items_says_that_a_county_is_undecided_for_want_of_them()
    {
        var run = ProgramRun.Of("assess", _workspace.RichUnits("rich.csv"));

        Assert.Contains("900001  ? 待定", run.Output, StringComparison.Ordinal);
        Assert.Contains("没有给出项目文件", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Refused_input_names_every_cell_on_standard_error_and_nothing_on_standard_output()
    {
        var bad = _workspace.RichUnits("bad.csv", counties: 2);
        File.WriteAllText(bad, File.ReadAllText(bad).Replace("1900,", "许多,", StringComparison.Ordinal));

        var run = ProgramRun.Of("assess", bad, "--json", "-");

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Equal("", run.Output);
        foreach (var cell in new[] { "J2", "J3", "J4", "J5" })
        {
            Assert.Contains($"bad.csv › {cell}  input.not-a-number", run.Error, StringComparison.Ordinal);
        }

        Assert.Contains("→ 只写数字", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_refuses_the_input_unless_it_is_allowed()
    {
        var table = _workspace.RichUnits("narrow.csv");
        File.WriteAllText(table, File.ReadAllText(table).Replace("multimedia_rooms", "something_else", StringComparison.Ordinal));

        var refused = ProgramRun.Of("assess", table, "--lang", "en");
        var allowed = ProgramRun.Of("assess", table, "--allow-missing", "--lang", "en");

        Assert.Equal(ExitCodes.Refused, refused.ExitCode);
        Assert.Contains("multimedia_rooms", refused.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, allowed.ExitCode);
        Assert.Contains("missing: Networked multimedia classrooms", allowed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_counties_are_summed_up_with_the_reasons_most_frequent()
    {
        var run = ProgramRun.Of("assess", Workspace.Province);

        Assert.Contains("12 个县", run.Output, StringComparison.Ordinal);
        Assert.Contains("5  小学有学校未达标", run.Output, StringComparison.Ordinal);
        Assert.Contains("990132 沅口县", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("缺 ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_counts_the_same_verdicts_as_the_JSON()
    {
        var counties = ProgramRun.Of("assess", Workspace.Province, "--json", "-").Json.GetProperty("counties").EnumerateArray()
            .Select(county => county.GetProperty("verdict").GetString()).ToList();

        var page = ProgramRun.Of("assess", Workspace.Province, "--lang", "en").Output;

        Assert.Matches($@"✗ not met +{counties.Count(verdict => verdict == "not_met")}\n", page);
        Assert.Matches($@"\? undecided +{counties.Count(verdict => verdict == "undecided")}\n", page);
    }

    [Fact]
    public void The_standard_of_2012_is_judged_by_its_composite()
    {
        var run = ProgramRun.Of("assess", Workspace.County, "--standard", "cn-2012-basic-balance", "--allow-missing");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("综合差异系数", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlay_shows_its_target_beside_the_limit_and_a_changed_setting_is_named()
    {
        var run = ProgramRun.Of("assess", Workspace.County, "--overlay", "example-district-target", "--set", "easements.until=2027-12-31");

        Assert.Contains("目标", run.Output, StringComparison.Ordinal);
        Assert.Contains("0.30", run.Output, StringComparison.Ordinal);
        Assert.Contains("easements.until = 2027-12-31 (2022-12-31)", run.Output, StringComparison.Ordinal);
        Assert.Contains("用到的过渡性规定", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_of_a_page_is_wider_than_a_hundred_columns()
    {
        foreach (var language in new[] { "zh", "en" })
        {
            foreach (var line in ProgramRun.Of("assess", Workspace.County, "--items", Workspace.Items, "--lang", language).Output.Split('\n'))
            {
                Assert.True(Pages.DisplayWidth.Of(line) <= Terminal.UsualWidth, line);
            }
        }
    }

    private static string PublicJson(string schools, string items)
    {
        var outcome = new AssessCounties(StandardFiles.BesideProgram, new StatisticsFiles()).Run(
            new AssessRequest([new InputFile(schools)], StandardRequest.Of(StandardRequest.DefaultId), new DateOnly(2026, 11, 21), new InputFile(items)));
        using var stream = new MemoryStream();
        AssessmentJson.Write(Assert.IsType<AssessOutcome.Assessed>(outcome).Report, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
