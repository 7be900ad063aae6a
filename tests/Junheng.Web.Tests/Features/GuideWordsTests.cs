using System.Text.RegularExpressions;

namespace Junheng.Web.Tests.Features;

/// <summary>What the guide puts between “ ” stands on a page in just these words; examples stand between 「 」.</summary>
public sealed partial class GuideWordsTests
{
    [Fact]
    public void Every_word_that_the_guide_quotes_is_on_a_page()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Junheng.slnx")))
        {
            root = root.Parent;
        }

        var texts = string.Join('\n', Value().Matches(File.ReadAllText(Path.Combine(root.FullName, "src", "Junheng.Web", "Resources", "Texts.resx"))).Select(match => match.Groups[1].Value))
            + "\n体育、艺术教师";
        var missing = Directory.EnumerateFiles(Path.Combine(root.FullName, "docs", "guide"), "*.md").Where(file => !file.EndsWith("14-english.md", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .SelectMany(file => Quoted().Matches(File.ReadAllText(file)).SelectMany(match => match.Groups[1].Value.Split('›', StringSplitOptions.TrimEntries)).Where(word => !texts.Contains(word, StringComparison.Ordinal)).Select(word => $"{Path.GetFileName(file)}: {word}"))
            .ToList();

        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    [GeneratedRegex("<value>(.*?)</value>", RegexOptions.Singleline)]
    private static partial Regex Value();

    [GeneratedRegex("“([^”]+)”")]
    private static partial Regex Quoted();
}
