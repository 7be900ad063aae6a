namespace Junheng.Cli.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly Workspace _workspace = new();

    /// <summary>Command lines, their arguments separated by bars; ␀ stands for a zero character.</summary>
    public static TheoryData<string> Hostile { get; } =
    [
        "asess",
        "assess",
        "assess|",
        "assess|␀",
        "assess|no-such-file.csv",
        "assess|/",
        "assess|x.csv|--date|yesterday",
        "assess|x.csv|--date|2026-02-30",
        "assess|x.csv|--date",
        "assess|x.csv|--date|2026-01-01|--date|2026-01-02",
        "assess|x.csv|--set|novalue",
        "assess|x.csv|--set|=3",
        "assess|x.csv|--allow-missing=yes",
        "assess|x.csv|--nope",
        "assess|x.csv|--lang|fr",
        "assess|x.csv|--lang",
        "assess|x.csv|--json",
        "assess|x.csv|--json=",
        "assess|-x",
        "assess|--|--json",
        "dispersion",
        "dispersion|x.csv",
        "dispersion|x.csv|y.csv|--numerator|a|--denominator|b",
        "explain|x.csv|--school|1",
        "sample",
        "sample|continent",
        "sample|county|--rows|5",
        "help|nothing",
        "--nothing",
    ];

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Wrong_command_lines_are_refused_with_a_word_on_standard_error_only(string line)
    {
        var args = line.Replace('␀', '\0').Split('|');
        foreach (var language in new[] { "zh", "en" })
        {
            var run = ProgramRun.With(language, args);

            Assert.Equal(ExitCodes.Refused, run.ExitCode);
            Assert.Equal("", run.Output);
            Assert.NotEqual("", run.Error.Trim());
        }
    }

    [Fact]
    public void Every_mistake_of_a_command_line_is_named_at_once()
    {
        var run = ProgramRun.Of("assess", "x.csv", "--nope", "--json", "--dat", "3", "--lang", "en");

        Assert.Contains("--nope", run.Error, StringComparison.Ordinal);
        Assert.Contains("--json needs FILE|-", run.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean --date?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_may_stand_anywhere_and_be_joined_by_an_equals_sign()
    {
        var rich = _workspace.RichUnits("--odd.csv");

        var run = ProgramRun.Of("--lang=en", "assess", "--date=2026-09-01", "--json", "-", "--", rich);

        Assert.Equal("2026-09-01", run.Json.GetProperty("evaluatedOn").GetString());
    }

    [Fact]
    public void An_unknown_setting_or_overlay_or_standard_is_refused()
    {
        var rich = _workspace.RichUnits("rich.csv");

        Assert.Equal(ExitCodes.Refused, ProgramRun.Of("assess", rich, "--set", "no.such=1").ExitCode);
        Assert.Equal(ExitCodes.Refused, ProgramRun.Of("assess", rich, "--overlay", "nothing").ExitCode);
        Assert.Equal(ExitCodes.Refused, ProgramRun.Of("assess", rich, "--standard", "nothing").ExitCode);
    }

    [Fact]
    public void Json_never_overwrites_an_input()
    {
        var rich = _workspace.RichUnits("rich.csv");
        var before = File.ReadAllText(rich);

        Assert.Equal(ExitCodes.Refused, ProgramRun.Of("assess", rich, "--json", rich).ExitCode);
        Assert.Equal(before, File.ReadAllText(rich));
    }

    [Fact]
    public void A_JSON_file_that_cannot_be_written_is_refused()
    {
        var run = ProgramRun.Of("assess", _workspace.RichUnits("rich.csv"), "--json", _workspace[Path.Combine("no", "such", "folder", "x.json")]);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("无法写入", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_the_program_ends_with_3_and_an_id_that_stays_the_same()
    {
        var runs = Enumerable.Range(0, 2).Select(_ =>
        {
            using var error = new StringWriter();
            var terminal = new Terminal { Output = new FaultyStream(), Error = error };
            return (Code: JunhengProgram.Run(["assess", Workspace.County], terminal), Text: error.ToString());
        }).ToList();

        Assert.All(runs, run => Assert.Equal(ExitCodes.Fault, run.Code));
        Assert.Matches("编号 [0-9a-f]{8}", runs[0].Text);
        Assert.Equal(runs[0].Text, runs[1].Text);
    }

    [Fact]
    public void A_reader_that_goes_away_is_no_fault()
    {
        using var error = new StringWriter();

        Assert.Equal(ExitCodes.Done, JunhengProgram.Run(["assess", Workspace.County], new Terminal { Output = new ClosedPipe(), Error = error }));
        Assert.Equal(ExitCodes.Done, JunhengProgram.Run(["assess", Workspace.County, "--json", "-"], new Terminal { Output = new ClosedPipe(), Error = error }));
        Assert.Equal("", error.ToString());
    }

    private sealed class ClosedPipe : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");
    }

    private sealed class FaultyStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("a fault");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("a fault");
    }
}
