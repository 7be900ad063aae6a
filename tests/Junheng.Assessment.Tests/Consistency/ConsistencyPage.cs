using System.Globalization;
using System.Text.RegularExpressions;

namespace Junheng.Assessment.Tests.Consistency;

/// <summary>The page on the checks as people read it.</summary>
internal static partial class ConsistencyPage
{
    private static readonly string _text = File.ReadAllText(Path.Combine(Root(), "docs", "method", "consistency.md"));

    public static string Text => _text;

    /// <summary>The rows of its table of rules: id, kind, what it is asked of, what must hold.</summary>
    public static IReadOnlyList<string[]> Rules { get; } = [.. _text.Split('\n').Where(line => line.StartsWith("| `check.", StringComparison.Ordinal))
        .Select(line => line.Trim('|', ' ').Split(" | ", StringSplitOptions.TrimEntries)).Where(row => row[1] is "hard" or "soft")];

    /// <summary>The share found, in percent, that stands behind a rule or a slip.</summary>
    public static double ShareOf(string name)
    {
        var line = _text.Split('\n').Single(line => line.StartsWith($"| `{name}` |", StringComparison.Ordinal) || line.StartsWith($"| {name} |", StringComparison.Ordinal));
        return double.Parse(Percent().Match(line).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Junheng.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        return folder;
    }

    [GeneratedRegex(@"(\d+(?:\.\d+)?) % \|$")]
    private static partial Regex Percent();
}

/// <summary>The page says what the definitions say.</summary>
public sealed class ConsistencyPageTests
{
    [Fact]
    public void Every_rule_is_listed_with_its_kind_and_level_and_every_rule_listed_is_there() => Assert.Equal(
        CheckRun.Set.Rules.Select(rule => $"{rule.Id} {rule.KindId} {rule.Level.ToString().ToLowerInvariant()}").Order(StringComparer.Ordinal),
        ConsistencyPage.Rules.Select(row => $"{row[0].Trim('`')} {row[1]} {row[2]}").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_is_listed_by_its_english_name() => Assert.All(
        CheckRun.Set.Rules, rule => Assert.Equal(rule.Title.En, ConsistencyPage.Rules.Single(row => row[0] == $"`{rule.Id}`")[3]));

    [Fact]
    public void Every_setting_is_listed_with_its_value() => Assert.All(
        CheckRun.Set.Settings.Where(setting => !setting.IsFixed), setting => Assert.Contains($"| `{setting.Id}` | {setting.Value} |", ConsistencyPage.Text, StringComparison.Ordinal));

    [Fact]
    public void No_rule_claims_more_than_a_proposal() => Assert.All(CheckRun.Set.Rules, rule => Assert.Contains(rule.Source.Mark, new[] { "1", "R", "I" }));
}
