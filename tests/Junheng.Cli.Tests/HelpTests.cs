using System.Reflection;
using System.Text.RegularExpressions;
using Junheng.Application.Audit;
using Junheng.Application.Regions;
using Junheng.Cli.Tests.Databases;
using Junheng.Domain.Text;

namespace Junheng.Cli.Tests;

public sealed partial class HelpTests
{
    public static TheoryData<string> Names { get; } = [.. JunhengProgram.Commands.Select(command => command.Spec.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Help_of_a_command_lists_all_its_options_in_both_languages(string name)
    {
        var spec = JunhengProgram.Commands.Single(command => command.Spec.Name == name).Spec;
        foreach (var language in new[] { "zh", "en" })
        {
            var run = ProgramRun.Of("help", name, "--lang", language);

            Assert.Equal(ExitCodes.Done, run.ExitCode);
            Assert.All(spec.Options, option => Assert.Contains(option.Name, run.Output, StringComparison.Ordinal));
            Assert.All(spec.Examples, example => Assert.Contains(example.Line, run.Output, StringComparison.Ordinal));
            Assert.Equal(run.Output, ProgramRun.Of(name, "--help", "--lang", language).Output);
        }
    }

    [Fact]
    public void Help_without_a_command_names_every_command_and_exit_code()
    {
        foreach (var args in new string[][] { [], ["help"], ["--help"], ["-h"] })
        {
            var run = ProgramRun.Of(args);

            Assert.Equal(ExitCodes.Done, run.ExitCode);
            Assert.All(JunhengProgram.Commands, command => Assert.Contains($"  {command.Spec.Name} ", run.Output, StringComparison.Ordinal));
            Assert.Contains("0  完成", run.Output, StringComparison.Ordinal);
            Assert.Contains("3  程序内部故障", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Version_is_one_line()
    {
        Assert.Matches(@"^junheng \d+\.\d+\.\d+\n$", ProgramRun.Of("--version").Output);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_examples_of_help_run(string name)
    {
        using var workspace = new Workspace();
        await PrepareAsync(workspace);
        foreach (var example in JunhengProgram.Commands.Single(command => command.Spec.Name == name).Spec.Examples)
        {
            var args = example.Line.Split(' ').Select(arg => arg switch
            {
                _ when arg.StartsWith("samples/", StringComparison.Ordinal) || arg.StartsWith("standards/", StringComparison.Ordinal) => Path.Combine(AppContext.BaseDirectory, arg),
                "province.json" or "back.xlsx" or "template.xlsx" or "clean.csv" or "form.xlsx" or "form.docx" or "questions.csv" => workspace[arg],
                "plan.json" or "plan.xlsx" or "plan.docx" or "prices.yaml" or "caps.csv" => workspace[arg],
                "junheng.backup" or "before.backup" or "restored.db" or "passphrase.txt" => workspace[arg],
                ".data/junheng.db" => workspace["junheng.db"],
                _ => arg,
            });

            if (name == "restore")
            {
                Assert.Equal(ExitCodes.Done, ProgramRun.Of("backup", "--to", workspace["junheng.backup"], "--database", workspace["junheng.db"], "--passphrase-file", workspace["passphrase.txt"]).ExitCode);
            }

            if (name == "verify-plan")
            {
                Assert.Equal(ExitCodes.Done, ProgramRun.Of("plan", Path.Combine(AppContext.BaseDirectory, "samples/county/schools.xlsx"), "--assume", "mean", "--certificate", workspace["plan.json"]).ExitCode);
            }

            var run = ProgramRun.Of([.. args, .. name == "sample" ? ["--out", workspace["s"]] : Array.Empty<string>()]);

            File.Delete(workspace["junheng.backup"]);
            Assert.True(run.ExitCode == ExitCodes.Done, $"{example.Line}: {run.Error}");
            Assert.NotEqual("", run.Output);
        }
    }

    [Fact]
    public void Every_text_is_there_in_both_languages_with_the_same_blanks()
    {
        var texts = typeof(JunhengProgram).Assembly.GetTypes()
            .Where(type => type.Namespace == "Junheng.Cli.Texts")
            .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(property => property.PropertyType == typeof(LocalizedText))
            .Select(property => (property.Name, Text: (LocalizedText)property.GetValue(null)!))
            .ToList();

        Assert.True(texts.Count > 100);
        Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text.Text.Zh) || string.IsNullOrWhiteSpace(text.Text.En), text.Name));
        Assert.All(texts, text => Assert.Equal(Blanks(text.Text.Zh), Blanks(text.Text.En)));
    }

    /// <summary>A database with one entry of a person, and a backup of it where a restore is to be shown.</summary>
    private static async Task PrepareAsync(Workspace workspace)
    {
        workspace.File("passphrase.txt", "一个很长的口令 2026\n");
        workspace.File("prices.yaml", "sports_area_m2: 500\n");
        workspace.File("caps.csv", "county_code,school_code,stage,item,max_add\n990121,9901210108,shared,sports_area_m2,2000\n");
        using var database = DatabaseSetting.New(workspace, onServer: false, "junheng.db");
        await database.MigrateAsync();
        var entry = new AuditEntry(new ScopeId(1), "account/7", "test", "subject/1", AuditResults.Done, new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero)) { Personal = new PersonalChange("person/17", null, "甲") };
        await database.Get<IAuditTrail>().AppendAsync(entry, TestContext.Current.CancellationToken);
    }

    private static List<string> Blanks(string text) => [.. Blank().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Blank();
}
