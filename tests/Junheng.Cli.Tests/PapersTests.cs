using System.IO.Compression;

namespace Junheng.Cli.Tests;

public sealed class PapersTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void One_run_writes_workbook_document_and_matrix_and_says_so()
    {
        var (workbook, document, matrix) = (_workspace["form.xlsx"], _workspace["form.docx"], _workspace["matrix.csv"]);

        var run = ProgramRun.Of("assess", Workspace.County, "--items", Workspace.Items, "--out", workbook, "--out", document, "--out", matrix);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains($"已写入 {workbook}：申报表", run.Error, StringComparison.Ordinal);
        Assert.Contains($"已写入 {document}：申报表", run.Error, StringComparison.Ordinal);
        Assert.Contains("澄溪县", run.Output, StringComparison.Ordinal);
        Assert.Contains("xl/workbook.xml", Parts(workbook));
        Assert.Contains("word/footnotes.xml", Parts(document));
        Assert.StartsWith("县代码,学校代码", File.ReadAllText(matrix), StringComparison.Ordinal);
        Assert.Equal(3, Directory.GetFiles(Path.GetDirectoryName(workbook)!).Length); // no temporary file stays
    }

    [Fact]
    public void JSON_on_standard_output_stays_alone()
    {
        var with = ProgramRun.Of("assess", Workspace.County, "--json", "-", "--out", _workspace["form.xlsx"]);

        Assert.Equal(ProgramRun.Of("assess", Workspace.County, "--json", "-").Output, with.Output);
    }

    [Fact]
    public void Several_counties_give_an_overview_and_one_of_them_its_own_form()
    {
        var (overview, form) = (_workspace["all.xlsx"], _workspace["one.xlsx"]);
        var input = _workspace.RichUnits("units.csv", 3);

        var all = ProgramRun.Of("assess", input, "--out", overview, "--lang", "en");
        var one = ProgramRun.Of("assess", input, "--out", form, "--county", "900002");

        Assert.Contains("overview of 3 counties", all.Error, StringComparison.Ordinal);
        Assert.Contains("--county CODE", all.Error, StringComparison.Ordinal);
        Assert.Equal(2, Parts(overview).Count(part => part.StartsWith("xl/worksheets/", StringComparison.Ordinal)));
        Assert.Equal(ExitCodes.Done, one.ExitCode);
        Assert.Equal(15, Parts(form).Count(part => part.StartsWith("xl/worksheets/", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_form_in_Word_is_one_countys()
    {
        var run = ProgramRun.Of("assess", _workspace.RichUnits("units.csv", 2), "--out", _workspace["form.docx"], "--out", _workspace["all.xlsx"]);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("--county", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_workspace["all.xlsx"])); // nothing is written where something is refused
    }

    [Fact]
    public void The_standard_of_2012_gives_its_own_workbook_and_refuses_the_form_of_2017()
    {
        string[] judge = ["assess", Workspace.County, "--standard", "cn-2012-basic-balance"];

        var workbook = ProgramRun.Of([.. judge, "--out", _workspace["basic.xlsx"]]);
        var document = ProgramRun.Of([.. judge, "--out", _workspace["basic.docx"]]);

        Assert.Equal(ExitCodes.Done, workbook.ExitCode);
        Assert.Contains("校际均衡情况表", workbook.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Refused, document.ExitCode);
        Assert.Contains("没有 2017 年的申报表", document.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("form.pdf", "要以 .xlsx、.docx 或 .csv 结尾")]
    [InlineData("form", "要以 .xlsx、.docx 或 .csv 结尾")]
    public void An_unknown_ending_is_refused(string name, string message)
    {
        var run = ProgramRun.Of("assess", Workspace.County, "--out", _workspace[name]);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_or_another_output_is_never_written_over()
    {
        var input = _workspace.RichUnits("units.csv");
        var before = File.ReadAllText(input);

        var over = ProgramRun.Of("assess", input, "--out", input);
        var twice = ProgramRun.Of("assess", input, "--out", _workspace["a.xlsx"], "--out", _workspace["./a.xlsx"]);
        var json = ProgramRun.Of("assess", input, "--out", _workspace["a.csv"], "--json", _workspace["a.csv"]);

        Assert.All([over, twice, json], run => Assert.Equal(ExitCodes.Refused, run.ExitCode));
        Assert.Equal(before, File.ReadAllText(input));
        Assert.False(File.Exists(_workspace["a.xlsx"]));
    }

    [Fact]
    public void An_unknown_county_and_a_county_without_papers_are_refused()
    {
        var unknown = ProgramRun.Of("assess", Workspace.County, "--out", _workspace["a.xlsx"], "--county", "1");
        var idle = ProgramRun.Of("assess", Workspace.County, "--county", "990121");

        Assert.Equal((ExitCodes.Refused, ExitCodes.Refused), (unknown.ExitCode, idle.ExitCode));
        Assert.Contains("没有代码为“1”的县", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_output_refused()
    {
        var run = ProgramRun.Of("assess", Workspace.County, "--out", Path.Combine(_workspace["nowhere"], "a.xlsx"));

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("无法写入", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_again_give_the_same_bytes()
    {
        ProgramRun.Of("assess", Workspace.County, "--out", _workspace["a.xlsx"], "--out", _workspace["a.docx"]);
        ProgramRun.Of("assess", Workspace.County, "--out", _workspace["b.xlsx"], "--out", _workspace["b.docx"]);

        Assert.Equal(File.ReadAllBytes(_workspace["a.xlsx"]), File.ReadAllBytes(_workspace["b.xlsx"]));
        Assert.Equal(File.ReadAllBytes(_workspace["a.docx"]), File.ReadAllBytes(_workspace["b.docx"]));
    }

    private static List<string> Parts(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }
}
