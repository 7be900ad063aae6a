using System.Text.Json;

namespace Junheng.EndToEnd.Tests.Pages;

/// <summary>axe-core in the page at hand: what it finds against people with disabilities being able to use the page.</summary>
internal static class Axe
{
    private static readonly Lazy<string?> _script = new(() =>
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Junheng.slnx")))
        {
            folder = folder.Parent;
        }

        var file = folder is null ? null : Path.Combine(folder.FullName, "src", "Junheng.Web", "node_modules", "axe-core", "axe.min.js");
        return File.Exists(file) ? File.ReadAllText(file) : null;
    });

    /// <summary>The test is reported skipped where axe-core was not installed with the page packages.</summary>
    public static void Require() => Assert.SkipWhen(_script.Value is null, "axe-core is not installed: npm ci in src/Junheng.Web.");

    /// <summary>Puts it into the page.</summary>
    public static void Load(Browser browser) => browser.Run(_script.Value!);

    /// <summary>The findings of every rule, one line each: rule, where, what is wrong.</summary>
    public static IReadOnlyList<string> Findings(Browser browser)
    {
        var json = (string)browser.RunAsync(
            "const done = arguments[arguments.length - 1]; axe.run(document, { resultTypes: ['violations'] }).then((all) => done(JSON.stringify(all.violations.flatMap((rule) => rule.nodes.map((node) => [rule.id, node.target.join(' '), node.failureSummary])))), (fault) => done(JSON.stringify([['fault', '', String(fault)]])))")!;
        return [.. JsonSerializer.Deserialize<string[][]>(json)!.Select(each => $"{each[0]} at {each[1]}: {each[2].ReplaceLineEndings(" ")}")];
    }
}
