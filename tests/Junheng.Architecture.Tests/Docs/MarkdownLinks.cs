using System.Text.RegularExpressions;
using Junheng.Architecture.Tests.Repository;

namespace Junheng.Architecture.Tests.Docs;

/// <summary>The links of a page to other files of the repository.</summary>
public static partial class MarkdownLinks
{
    /// <summary>The targets that lie nowhere, as paths from the root. Links to other sites and within the page are not looked at.</summary>
    /// <param name="page">Path of the page from the root.</param>
    /// <param name="content">Its text.</param>
    public static IEnumerable<string> DeadIn(string page, string content)
    {
        var folder = Path.GetDirectoryName(page)!;
        foreach (Match match in Link().Matches(content))
        {
            var target = match.Groups["target"].Value;
            // The guide is shown by the program and leads to its pages; GuideTests follows those links.
            if (target.StartsWith('/') && page.StartsWith("docs/guide/", StringComparison.Ordinal))
            {
                continue;
            }

            if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith('#') || target.StartsWith("mailto:", StringComparison.Ordinal))
            {
                continue;
            }

            var path = Path.GetRelativePath(Tree.Root, Path.GetFullPath(Path.Combine(Tree.Root, folder, Uri.UnescapeDataString(target.Split('#')[0]))));
            if (!Tree.Exists(path))
            {
                yield return path.Replace('\\', '/');
            }
        }
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)(?:\s+""[^""]*"")?\)")]
    private static partial Regex Link();
}
