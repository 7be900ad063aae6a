using Junheng.Documents.Tables;

namespace Junheng.Cli.Tests;

public sealed class ReturnedTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_refused_table_comes_back_marked_and_the_exit_code_stays_that_of_a_refusal()
    {
        var input = _workspace.File("bad.csv", File.ReadAllText(_workspace.RichUnits("rich.csv")).Replace("primary,100", "primary,一百", StringComparison.Ordinal));

        var run = ProgramRun.Of("assess", input, "--returned", _workspace["back.xlsx"]);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("1 处错误、0 处疑问已标出", run.Error, StringComparison.Ordinal);
        Assert.Contains("input.not-a-number", run.Error, StringComparison.Ordinal);
        Assert.Equal(["数据", "校验结果"], Opened("back.xlsx").Sheets.Select(sheet => sheet.Name));
        Assert.Equal("校验结果", Opened("back.xlsx").Headers[^1]);
        Assert.Equal(ExitCodes.Refused, ProgramRun.Of("assess", _workspace["back.xlsx"]).ExitCode);
    }

    [Fact]
    public void A_table_without_fault_comes_back_without_marks_and_is_judged_as_before()
    {
        var run = ProgramRun.Of("assess", Workspace.CountyWorkbook, "--items", Workspace.Items, "--returned", _workspace["back.xlsx"], "--json", "-");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("没有要标的问题", run.Error, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(Workspace.CountyWorkbook), File.ReadAllBytes(_workspace["back.xlsx"]));
        Assert.False(File.Exists(_workspace["back-items.xlsx"]));
    }

    [Fact]
    public void Of_several_inputs_each_comes_back_and_the_items_file_only_when_something_is_wrong_with_it()
    {
        var (first, second) = (_workspace.RichUnits("first.csv"), _workspace.File("second.csv", "county_code\n"));
        var items = _workspace.File("items.csv", "county_code,item,field,value\n,G1,x,1\n");

        var run = ProgramRun.Of("assess", first, second, "--items", items, "--returned", _workspace["back.xlsx"]);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.All(new[] { "back.xlsx", "back-second.xlsx", "back-items.xlsx" }, name => Assert.True(File.Exists(_workspace[name]), name));
    }

    [Fact]
    public void A_target_that_is_an_input_or_no_xlsx_is_refused_before_anything_is_read()
    {
        var input = _workspace.RichUnits("in.csv");
        File.Copy(Workspace.CountyWorkbook, _workspace["in.xlsx"]);

        foreach (var (inputs, target) in new[] { (_workspace["in.xlsx"], _workspace["in.xlsx"]), (input, _workspace["back.csv"]) })
        {
            var run = ProgramRun.Of("assess", inputs, "--returned", target);

            Assert.Equal((ExitCodes.Refused, ""), (run.ExitCode, run.Output));
            Assert.Contains("退回的工作簿", run.Error, StringComparison.Ordinal);
        }

        Assert.Equal(File.ReadAllBytes(Workspace.CountyWorkbook), File.ReadAllBytes(_workspace["in.xlsx"]));
    }

    [Fact]
    public void When_the_standard_is_refused_nothing_was_read_and_nothing_comes_back()
    {
        var run = ProgramRun.Of("assess", Workspace.County, "--standard", "none", "--returned", _workspace["back.xlsx"]);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.False(File.Exists(_workspace["back.xlsx"]));
    }

    private TableFile Opened(string name) => Assert.IsType<TableOpening.Opened>(TableFile.Open(_workspace[name])).File;
}
