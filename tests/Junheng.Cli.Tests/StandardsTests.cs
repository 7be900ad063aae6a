namespace Junheng.Cli.Tests;

public sealed class StandardsTests : IDisposable
{
    private const string Overlay = """
        overlay:
          id: mine
          version: "1"
          title: {zh: 我县, en: Mine}
          base: cn-2017-quality-balance
        indicators:
          - id: R4
            values:
              - {from: 2024-01-01, norm: {primary: 5.0}, floor: {primary: 4.25}, source: X, mark: "1"}
        sources:
          - {tag: X, title: 我县文件, kind: plan, trust: secondary}
        """;

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void List_names_both_standards_and_the_overlays()
    {
        var run = ProgramRun.Of("standards", "list");

        Assert.Contains("cn-2012-basic-balance", run.Output, StringComparison.Ordinal);
        Assert.Contains("cn-2017-quality-balance", run.Output, StringComparison.Ordinal);
        Assert.Contains("example-district-target", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", "每所学校每个学段 7 项（R1…R7）中至少 6 项达到标准")]
    [InlineData("en", "reaches the norm in at least 6")]
    public void Show_tells_the_rule_the_numbers_and_the_sources(string language, string rule)
    {
        var run = ProgramRun.Of("standards", "show", "cn-2017-quality-balance", "--lang", language);
        var text = string.Concat(run.Output.Where(letter => !char.IsWhiteSpace(letter)));

        Assert.Contains(rule.Replace(" ", "", StringComparison.Ordinal), text, StringComparison.Ordinal);
        Assert.Contains("3.825", run.Output, StringComparison.Ordinal);
        Assert.Contains("easements.until", run.Output, StringComparison.Ordinal);
        Assert.Contains("JP", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_with_an_overlay_has_its_numbers_beside_the_national_ones()
    {
        var run = ProgramRun.Of("standards", "show", "cn-2017-quality-balance", "--overlay", _workspace.File("mine.yaml", Overlay));

        Assert.Contains("4.25", run.Output, StringComparison.Ordinal);
        Assert.Contains("mine", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Modelled_says_what_is_covered_partly_or_not()
    {
        var run = ProgramRun.Of("standards", "modelled", "cn-2012-basic-balance", "--lang", "en");

        Assert.Contains("✓ covered", run.Output, StringComparison.Ordinal);
        Assert.Contains("~ partly", run.Output, StringComparison.Ordinal);
        Assert.Contains("✗ not", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_passes_a_sound_overlay_and_every_standard_of_the_product()
    {
        var run = ProgramRun.Of("standards", "check", _workspace.File("mine.yaml", Overlay), "cn-2017-quality-balance", "cn-2012-basic-balance");

        Assert.Equal("", run.Error);
        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal(3, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Check_gives_line_column_and_remedy_of_every_mistake()
    {
        var bad = _workspace.File("bad.yaml", Overlay.Replace("norm:", "nrm:", StringComparison.Ordinal).Replace("- id: R4", "- id: R8", StringComparison.Ordinal));

        var run = ProgramRun.Of("standards", "check", bad, "--lang", "en");

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("bad.yaml › 7:9  overlay.unknown", run.Error, StringComparison.Ordinal);
        Assert.Contains("→ Known:", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not: [closed", "yaml.syntax")]
    [InlineData("", "yaml.empty")]
    [InlineData("[1, 2]", "definition")]
    public void Check_refuses_files_that_define_nothing(string content, string rule)
    {
        var run = ProgramRun.Of("standards", "check", _workspace.File("x.yaml", content));

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains(rule, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("standards", "show")]
    [InlineData("standards", "check")]
    [InlineData("standards", "list", "extra")]
    [InlineData("standards", "chek", "x")]
    [InlineData("standards", "show", "no-such-standard")]
    [InlineData("standards", "show", "cn-2017-quality-balance", "--overlay", "no-such-overlay")]
    public void Wrong_uses_are_refused(params string[] args)
    {
        var run = ProgramRun.Of(args);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.NotEqual("", run.Error);
    }
}
