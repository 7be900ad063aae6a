using System.Text.RegularExpressions;
using Junheng.Architecture.Tests.Repository;

namespace Junheng.Architecture.Tests.Sources;

/// <summary>What the text of the repository must not contain, and that each rule finds what it forbids.</summary>
public sealed partial class SourceRulesTests
{
    private static readonly string[] _core = ["src/Junheng.Domain", "src/Junheng.Formulas", "src/Junheng.Assessment", "src/Junheng.Application"];

    [Fact]
    public void No_source_is_longer_than_four_hundred_lines() =>
        Assert.All(
            Tree.SourcesBelow("src").Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal)),
            path => Assert.True(Tree.Read(path).AsSpan().Count('\n') <= SourceRules.LongestFile, path));

    [Fact]
    public void Sources_hold_finished_work_only() => Assert.Empty(Violations(SourceRules.InEverySource, Tree.SourcesBelow("src")));

    [Fact]
    public void The_core_asks_neither_clock_nor_chance_and_never_sleeps() => Assert.Empty(Violations(SourceRules.InCore, _core.SelectMany(Tree.SourcesBelow)));

    [Fact]
    public void No_file_names_a_path_of_one_machine() => Assert.Empty(Violations(SourceRules.InEveryFile, Tree.TextFiles.Where(path => !path.EndsWith("/SourceRulesTests.cs", StringComparison.Ordinal))));

    [Theory]
    [InlineData("src/Junheng.Web/Resources/Texts.resx")]
    [InlineData("src/Junheng.Web/Resources/Texts.en.resx")]
    public void A_text_has_one_entry(string file) => Assert.Empty(Twice(Tree.Read(file)));

    [Fact]
    public void A_text_with_two_entries_is_found() => Assert.Equal(["nav.data"], Twice("""<data name="nav.data"><value>1</value></data><data name="nav"/><data name="nav.data"/>"""));

    [Fact]
    public void Lock_files_and_settings_record_no_download_addresses()
    {
        var locks = Tree.TextFiles.Where(path => Path.GetFileName(path) is "package-lock.json" or "packages.lock.json");
        Assert.All(locks, path => Assert.DoesNotContain("\"resolved\": \"http", Tree.Read(path), StringComparison.Ordinal));
        Assert.DoesNotContain(Tree.TextFiles, path => Path.GetFileName(path).ToUpperInvariant() is "NUGET.CONFIG" or ".NPMRC");
    }

    [Theory]
    [InlineData("to do", "    // TODO: later")]
    [InlineData("to do", "throw new NotImplementedException();")]
    [InlineData("clock", "var now = DateTime.UtcNow;")]
    [InlineData("clock", "var today = DateTime.Today;")]
    [InlineData("chance", "var id = Guid.NewGuid();")]
    [InlineData("chance", "var next = Random.Shared.Next();")]
    [InlineData("sleep", "Thread.Sleep(10);")]
    [InlineData("machine path", "see /home/someone/junheng")]
    [InlineData("machine path", "cat /tmp/file.csv")]
    public void A_deliberate_violation_is_found(string rule, string line) =>
        Assert.NotEmpty(SourceRules.InEverySource.Concat(SourceRules.InCore).Concat(SourceRules.InEveryFile).Single(forbidden => forbidden.Name == rule).In(line));

    [Theory]
    [InlineData("var now = time.GetUtcNow();")]
    [InlineData("""work="$(mktemp -d)"; cp a "$work/tree/" """)]
    [InlineData("/benchmarks/.work/")]
    [InlineData("new SplitMix64(seed)")]
    public void What_is_allowed_is_not_found(string line) =>
        Assert.Empty(SourceRules.InEverySource.Concat(SourceRules.InCore).Concat(SourceRules.InEveryFile).SelectMany(forbidden => forbidden.In(line)));

    private static IEnumerable<string> Twice(string resources) =>
        TextName().Matches(resources).GroupBy(match => match.Groups[1].Value).Where(group => group.Count() > 1).Select(group => group.Key);

    [GeneratedRegex("<data name=\"([^\"]+)\"")]
    private static partial Regex TextName();

    private static IEnumerable<string> Violations(IEnumerable<ForbiddenText> rules, IEnumerable<string> paths) =>
        from path in paths
        let content = Tree.Read(path)
        from rule in rules
        from place in rule.In(content)
        select $"{path}:{place}";
}
