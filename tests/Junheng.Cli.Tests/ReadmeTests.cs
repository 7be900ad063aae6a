namespace Junheng.Cli.Tests;

/// <summary>The commands that the two readmes show run as they stand.</summary>
public class ReadmeTests
{
    private const string Start = "    ./junheng ";
    private static readonly string[] _commands = ["assess", "dispersion", "explain", "plan", "verify-plan"];

    public static TheoryData<string> Commands => [.. new[] { "README.md", "README.zh-CN.md" }
        .SelectMany(file => File.ReadLines(Path.Combine(AppContext.BaseDirectory, file)))
        .Where(line => line.StartsWith(Start, StringComparison.Ordinal))
        .Select(line => line[Start.Length..].Trim())
        .Where(line => _commands.Contains(line.Split(' ')[0]))
        .Distinct()];

    /// <summary>Files that one command of the readme writes and the next reads.</summary>
    private static readonly Lazy<string> _written = new(() => Directory.CreateTempSubdirectory("junheng-readme-").FullName);

    [Fact]
    public void Both_readmes_show_the_same_commands_of_every_kind()
    {
        Assert.True(Commands.Count >= _commands.Length);
        Assert.All(_commands, command => Assert.Contains(Commands, line => line.Data.StartsWith(command + " ", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_of_the_readme_runs(string command)
    {
        if (command.StartsWith("verify-plan ", StringComparison.Ordinal))
        {
            var writer = Commands.Select(line => line.Data).Single(line => line.Contains("--certificate", StringComparison.Ordinal));
            Assert.Equal(0, ProgramRun.Of([.. writer.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(FromRoot)]).ExitCode);
        }

        var run = ProgramRun.Of([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(FromRoot)]);

        Assert.Equal(0, run.ExitCode);
        Assert.NotEmpty(run.Output);
        Assert.DoesNotContain("✗ 错误", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The readme's paths are those of the repository; the tests have samples and standards beside them.</summary>
    private static string FromRoot(string word) =>
        word.StartsWith("samples/", StringComparison.Ordinal) || word.StartsWith("standards/", StringComparison.Ordinal) ? Path.Combine(AppContext.BaseDirectory, word)
        : word is "plan.json" or "plan.xlsx" or "plan.docx" ? Path.Combine(_written.Value, word) : word;
}
