using System.Text.Json;

namespace Junheng.Cli.Tests;

public sealed class ExplainTests
{
    private static readonly string[] _combined = ["explain", Workspace.CountyWorkbook, "--school", "9901210108", "--stage", "junior", "--indicator", "R4"];

    [Fact]
    public void Shows_the_worked_example_of_the_method_page()
    {
        var run = ProgramRun.Of(_combined);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("schools.xlsx › schools › AF385", run.Output, StringComparison.Ordinal);
        Assert.Contains("3885.42", run.Output, StringComparison.Ordinal);
        Assert.Contains("341/841", string.Concat(run.Output.Where(letter => !char.IsWhiteSpace(letter))), StringComparison.Ordinal);
        Assert.Contains("5.082", run.Output, StringComparison.Ordinal);
        Assert.Contains("自 2017-04-19 起，来源 JP [2+]", run.Output, StringComparison.Ordinal);
        Assert.Contains("去掉本校后", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_gives_the_exact_value_and_says_that_rounding_matters()
    {
        var figure = ProgramRun.Of("explain", Workspace.County, "--school", "9901210004", "--stage", "小学", "--indicator", "r1", "--json", "-")
            .Json.GetProperty("figures")[0];

        Assert.Equal("235/56", figure.GetProperty("valueExact").GetString());
        Assert.Equal(4.2, figure.GetProperty("valuePrinted").GetDouble());
        Assert.True(figure.GetProperty("roundingSensitive").GetBoolean());
        Assert.Equal("not_met", figure.GetProperty("verdict").GetString());
        Assert.Equal("V362", figure.GetProperty("numerator")[0].GetProperty("cell").GetString());
    }

    [Fact]
    public void A_campus_is_named_where_its_cells_are_added()
    {
        var run = ProgramRun.Of("explain", Workspace.County, "--school", "9901210005", "--stage", "primary", "--indicator", "R5", "--lang", "en");

        Assert.Contains("campus 9901210006 is added", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_cell_is_blank_and_never_zero()
    {
        var figure = ProgramRun.Of("explain", Workspace.County, "--school", "9901210109", "--stage", "primary", "--indicator", "R7", "--json", "-")
            .Json.GetProperty("figures")[0];

        Assert.Equal(JsonValueKind.Null, figure.GetProperty("value").ValueKind);
        Assert.Equal(JsonValueKind.Null, figure.GetProperty("numerator")[0].GetProperty("value").ValueKind);
        Assert.Equal("undecided", figure.GetProperty("verdict").GetString());
    }

    [Theory]
    [InlineData("9901210108", "junior", "R9", "R1、R2、R3、R4、R5、R6、R7")]
    [InlineData("nobody", "junior", "R4", "没有学校“nobody”")]
    [InlineData("9901210002", "junior", "R4", "它有：primary")]
    [InlineData("9901210002", "senior", "R4", "primary、junior")]
    [InlineData("9901210403", "primary", "R4", "不足50人的教学点")]
    [InlineData("9901210108", "kindergarten", "R4", "--stage 只能是")]
    public void What_there_is_not_is_refused_with_what_there_is(string school, string stage, string indicator, string expected)
    {
        var run = ProgramRun.Of("explain", Workspace.County, "--school", school, "--stage", stage, "--indicator", indicator);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }
}
