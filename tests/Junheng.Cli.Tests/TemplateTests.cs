using Junheng.Documents.Tables;

namespace Junheng.Cli.Tests;

public sealed class TemplateTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_template_filled_in_with_last_years_rows_is_read_by_assess()
    {
        var run = ProgramRun.Of("template", "--last-year", Workspace.CountyWorkbook, "--out", _workspace["t.xlsx"]);

        Assert.Equal((ExitCodes.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("预填 70 行", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, ProgramRun.Of("assess", _workspace["t.xlsx"], "--date", "2028-01-01").ExitCode);
    }

    [Fact]
    public void Layout_and_types_choose_the_columns()
    {
        Assert.Equal(ExitCodes.Done, ProgramRun.Of("template", "--layout", "unit", "--out", _workspace["unit.xlsx"]).ExitCode);
        Assert.Equal(ExitCodes.Done, ProgramRun.Of("template", "--type", "junior", "--type", "初中", "--out", _workspace["junior.xlsx"]).ExitCode);

        Assert.Contains("学段", Headers("unit.xlsx"));
        Assert.Contains("初中在校生数（人）", Headers("junior.xlsx"));
        Assert.DoesNotContain(Headers("junior.xlsx"), heading => heading.StartsWith("小学", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_other_content_is_kept_unless_it_is_forced()
    {
        var target = _workspace.File("t.xlsx", "filled in");

        var run = ProgramRun.Of("template", "--out", target);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Equal("filled in", File.ReadAllText(target));
        Assert.Equal(ExitCodes.Done, ProgramRun.Of("template", "--out", target, "--force").ExitCode);
        Assert.Equal(ExitCodes.Done, ProgramRun.Of("template", "--out", target).ExitCode);
    }

    [Fact]
    public void Everything_wrong_with_the_call_is_said_at_once()
    {
        var run = ProgramRun.Of("template", "--layout", "x", "--type", "大学", "--out", "t.xls");

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.All(new[] { "--layout", "大学", ".xlsx" }, text => Assert.Contains(text, run.Error, StringComparison.Ordinal));
        Assert.Contains("--out", ProgramRun.Of("template").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Last_years_table_that_cannot_be_read_is_refused_with_its_finding()
    {
        var run = ProgramRun.Of("template", "--last-year", _workspace["none.xlsx"], "--out", _workspace["t.xlsx"]);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("file.not-found", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_workspace["t.xlsx"]));
    }

    private System.Collections.Immutable.ImmutableArray<string> Headers(string name) => Assert.IsType<TableOpening.Opened>(TableFile.Open(_workspace[name])).File.Headers;
}
