using System.Text.RegularExpressions;

namespace Junheng.Documents.Tests.Statistics;

/// <summary>The page that lists the rules of reading says what the code does.</summary>
public partial class InputRulesPageTests
{
    private static readonly string[] _readers =
        ["src/Junheng.Documents", "src/Junheng.Domain/Definitions", "src/Junheng.Domain/Columns", "src/Junheng.Assessment/Standards/Reading", "src/Junheng.Assessment/Consistency/Reading", "src/Junheng.Application/Accounts", "src/Junheng.Application/Registers", "src/Junheng.Domain/Registers", "src/Junheng.Application/Collection", "src/Junheng.Application/Packages"];

    [Fact]
    public void Every_rule_that_the_readers_use_is_listed_and_every_rule_listed_is_used()
    {
        var used = _readers.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => RuleInCode().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Where(rule => !rule.EndsWith(".yaml", StringComparison.Ordinal));

        Assert.Equal(used.Distinct().Order(StringComparer.Ordinal), Listed().Select(line => line.Rule).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_rule_has_a_severity_a_meaning_and_a_remedy() => Assert.All(Listed(), line =>
    {
        Assert.Contains(line.Cells[1], new[] { "error", "warning", "note" });
        Assert.Equal(4, line.Cells.Length);
        Assert.DoesNotContain("", line.Cells);
    });

    private static List<(string Rule, string[] Cells)> Listed() =>
        [.. File.ReadLines(Path.Combine(Root(), "docs", "method", "input-rules.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries)).Select(cells => (cells[0].Trim('`'), cells))];

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Junheng.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        return folder;
    }

    [GeneratedRegex("\"((?:accounts|register|collect|package|file|table|input|forms|map|items|yaml|standards?|definition|columns|units|settings|overlay|checks|explanations)\\.[a-z][a-z-]*)\"")]
    private static partial Regex RuleInCode();
}
