using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Junheng.Architecture.Tests.Repository;

namespace Junheng.Architecture.Tests.Docs;

/// <summary>A security check and what proves it.</summary>
/// <param name="Id">S1 and so on.</param>
/// <param name="Check">What is checked.</param>
/// <param name="State">held, partly or not.</param>
/// <param name="Note">What is missing; null when nothing is to be said.</param>
/// <param name="Tests">Class.Method, or Class.* for all of a class.</param>
public sealed record SecurityControl(string Id, string Check, string State, ImmutableArray<string> Tests, string? Note);

/// <summary>The checks S1–S17 and S26: <c>docs/security.yaml</c>, and the page made from it.</summary>
public static partial class SecuritySheet
{
    private static readonly Dictionary<string, string> _states = new(StringComparer.Ordinal) { ["held"] = "held", ["partly"] = "**partly**", ["not"] = "**not done**" };

    /// <summary>The states that a check can have.</summary>
    public static IReadOnlyCollection<string> States => _states.Keys;

    /// <summary>The checks in the order of the file.</summary>
    public static ImmutableArray<SecurityControl> Controls { get; } = Read();

    /// <summary>The test methods of the repository as Class.Method, with the file that each stands in.</summary>
    public static IReadOnlyDictionary<string, string> Methods { get; } = Tree.SourcesBelow("tests")
        .SelectMany(path => TestsOf(Tree.Read(path)).Select(test => (test, path)))
        .DistinctBy(each => each.test)
        .ToDictionary(each => each.test, each => each.path, StringComparer.Ordinal);

    /// <summary>The page.</summary>
    public static string Page()
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Security: what is checked, and by which test

            <!-- Generated from security.yaml by eng/docs. Change that file, not this one. -->

            Each line names the automatic tests that prove it, or says what is missing. Who may call what is in [access-matrix.md](access-matrix.md), how the audit proves itself in [audit.md](method/audit.md).

            | check | what | state | tests | limits |
            | --- | --- | --- | --- | --- |

            """);
        foreach (var control in Controls)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {control.Id} | {control.Check} | {_states[control.State]} | {string.Join("<br>", control.Tests.Select(Linked))} | {control.Note} |\n");
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The tests that a name stands for.</summary>
    public static IEnumerable<string> Named(string test) => test.EndsWith(".*", StringComparison.Ordinal)
        ? Methods.Keys.Where(each => each.StartsWith(test[..^1], StringComparison.Ordinal))
        : Methods.Keys.Where(each => each == test);

    private static string Linked(string test) => $"[{test.Replace('_', ' ')}](../{Methods[Named(test).First()]})";

    private static IEnumerable<string> TestsOf(string source) => Class().Match(source) is { Success: true }
        ? Class().Matches(source).SelectMany(declared => Method().Matches(source).Select(method => $"{declared.Groups[1].Value}.{method.Groups[1].Value}"))
        : [];

    private static ImmutableArray<SecurityControl> Read()
    {
        var yaml = Yaml.Open("docs/security.yaml");
        var reader = yaml.Reader;
        var controls = reader.Maps(yaml.Root, "controls", required: true).Select(map => new SecurityControl(
            reader.Text(map, "id", required: true)!,
            reader.Text(map, "check", required: true)!,
            reader.Text(map, "state", required: true)!,
            reader.Texts(map, "tests"),
            reader.Text(map, "note"))).ToImmutableArray();
        yaml.MustBeSound();
        return controls;
    }

    [GeneratedRegex(@"\bclass (\w+Tests)\b")]
    private static partial Regex Class();

    [GeneratedRegex(@"\[(?:Fact|Theory)\b[^\]]*\](?:\s*\[[^\n]*\])*\s*public (?:async )?(?:Task|void) (\w+)\(")]
    private static partial Regex Method();
}
