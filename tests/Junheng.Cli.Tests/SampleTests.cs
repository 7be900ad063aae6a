using Junheng.Application.Samples;

namespace Junheng.Cli.Tests;

public sealed class SampleTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void The_committed_samples_are_what_the_program_writes_with_seed_1()
    {
        Assert.Equal(ExitCodes.Done, ProgramRun.Of("sample", "county", "--out", _workspace["s"]).ExitCode);
        Assert.Equal(ExitCodes.Done, ProgramRun.Of("sample", "province", "--out", _workspace["s"], "--format", "csv").ExitCode);

        foreach (var (name, committed) in new[]
        {
            ("county/schools.csv", Workspace.County), ("county/items.csv", Workspace.Items), ("county/boundary.geojson", Path.Combine(Path.GetDirectoryName(Workspace.Items)!, "boundary.geojson")),
            ("county/schools.xlsx", Workspace.CountyWorkbook), ("province/schools.csv", Workspace.Province),
        })
        {
            Assert.Equal(File.ReadAllBytes(committed), File.ReadAllBytes(_workspace[Path.Combine("s", name)]));
        }
    }

    [Fact]
    public void The_committed_page_names_every_lesson()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "README.md"));

        Assert.All(SampleLessons.All, lesson => Assert.Contains(lesson.Chinese, page, StringComparison.Ordinal));
        Assert.All(SampleLessons.All, lesson => Assert.Contains(lesson.English, page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_other_content_is_kept_unless_it_is_forced()
    {
        Directory.CreateDirectory(_workspace[Path.Combine("s", "county")]);
        var mine = _workspace.File(Path.Combine("s", "county", "items.csv"), "mine");

        var refused = ProgramRun.Of("sample", "county", "--out", _workspace["s"]);
        var files = Directory.GetFiles(_workspace["s"], "*", SearchOption.AllDirectories);

        Assert.Equal(ExitCodes.Refused, refused.ExitCode);
        Assert.Contains("items.csv", refused.Error, StringComparison.Ordinal);
        Assert.Equal([mine], files);
        Assert.Equal("mine", File.ReadAllText(mine));

        Assert.Equal(ExitCodes.Done, ProgramRun.Of("sample", "county", "--out", _workspace["s"], "--force").ExitCode);
        Assert.NotEqual("mine", File.ReadAllText(mine));
    }

    [Fact]
    public void Writing_the_same_sample_again_changes_nothing()
    {
        ProgramRun.Of("sample", "county", "--out", _workspace["s"]);

        var again = ProgramRun.Of("sample", "county", "--out", _workspace["s"], "--lang", "en");

        Assert.Equal(ExitCodes.Done, again.ExitCode);
        Assert.Contains("there already, the same", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_nation_has_as_many_rows_as_asked_for_and_is_judged()
    {
        ProgramRun.Of("sample", "nation", "--out", _workspace["s"], "--counties", "20", "--rows", "500");
        var units = _workspace[Path.Combine("s", "nation", "units.csv")];

        Assert.Equal(501, File.ReadAllLines(units).Length);
        Assert.Contains("20 counties", ProgramRun.Of("assess", units, "--lang", "en").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--format", "pdf")]
    [InlineData("--seed", "-1")]
    [InlineData("--seed", "99999999999999999999999")]
    [InlineData("--rows", "1")]
    [InlineData("--counties", "0")]
    [InlineData("--counties", "many")]
    public void Sizes_and_formats_out_of_range_are_refused(string option, string value)
    {
        var run = ProgramRun.Of("sample", "nation", "--out", _workspace["s"], option, value);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains(value, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_workspace["s"]));
    }
}
