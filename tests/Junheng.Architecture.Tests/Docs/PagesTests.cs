using System.Diagnostics;
using System.Text.RegularExpressions;
using Junheng.Architecture.Tests.Repository;

namespace Junheng.Architecture.Tests.Docs;

/// <summary>What people read first leads somewhere.</summary>
public sealed partial class PagesTests
{
    private static readonly string[] _readmes = ["README.md", "README.zh-CN.md"];

    public static TheoryData<string> Pages => [.. Tree.TextFiles.Where(path => path.EndsWith(".md", StringComparison.Ordinal))];

    public static TheoryData<string> Decisions => [.. Tree.TextFiles.Where(path => path.StartsWith("docs/adr/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_to_a_file_leads_to_one(string page) => Assert.Empty(MarkdownLinks.DeadIn(page, Tree.Read(page)));

    [Fact]
    public void A_dead_link_is_found() =>
        Assert.Equal(["docs/nowhere.md"], MarkdownLinks.DeadIn("docs/page.md", "[a](nowhere.md), [b](../global.json#top), [c](https://example.org/x.md), [d](#here)"));

    [Fact]
    public void The_readmes_are_shorter_than_150_lines() => Assert.All(_readmes, path => Assert.True(Tree.Read(path).AsSpan().Count('\n') < 150, path));

    [Theory]
    [MemberData(nameof(Decisions))]
    public void A_decision_is_dated_shorter_than_60_lines_and_has_its_parts(string page)
    {
        var lines = Tree.Read(page).Split('\n');
        Assert.True(lines.Length <= 60, $"{page}: {lines.Length} lines");
        Assert.Matches(@"^# \d{4}\. ", lines[0]);
        Assert.Contains(lines, line => DateLine().IsMatch(line));
        Assert.All(new[] { "## Context", "## Decision", "## Consequences", "## Alternatives" }, part => Assert.Contains(part, lines));
    }

    [Fact]
    public void The_commands_of_the_readmes_are_commands_of_the_program()
    {
        var known = KnownCommands();
        var used = _readmes.SelectMany(path => Example().Matches(Tree.Read(path)).Select(match => match.Groups["command"].Value)).Where(command => command != "test").ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(used);
        Assert.Subset(known, used);
    }

    [Fact]
    public void Every_package_of_the_project_is_in_the_table_of_dependencies()
    {
        var table = Tree.Read("docs/adr/0010-dependencies.md");
        var packages = PackageVersion().Matches(Tree.Read("Directory.Packages.props")).Select(match => (Id: match.Groups["id"].Value, Version: match.Groups["version"].Value));
        Assert.All(packages, package => Assert.Contains($"| {package.Id} | {package.Version} |", table, StringComparison.Ordinal));
    }

    /// <summary>The first word of each indented line of the program's own help.</summary>
    private static HashSet<string> KnownCommands()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Junheng.Cli.dll"), "--help"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var help = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        _ = errors.Result;
        return [.. HelpEntry().Matches(help).Select(match => match.Groups["command"].Value), "help"];
    }

    [GeneratedRegex(@"^Date: 20\d\d-\d\d-\d\d")]
    private static partial Regex DateLine();

    [GeneratedRegex(@"\./junheng (?<command>[a-z][a-z-]*)")]
    private static partial Regex Example();

    [GeneratedRegex(@"^\s+(?:junheng )?(?<command>[a-z][a-z-]*)\b", RegexOptions.Multiline)]
    private static partial Regex HelpEntry();

    [GeneratedRegex(@"<PackageVersion Include=""(?<id>[^""]+)"" Version=""(?<version>[^""]+)""")]
    private static partial Regex PackageVersion();
}
