using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Junheng.Architecture.Tests.Repository;
using Junheng.Domain.Text;

namespace Junheng.Architecture.Tests.Docs;

/// <summary>One of the 154 systems and where it is realised.</summary>
public sealed record CoveredSystem(string Id, string Module, string Kind, LocalizedText Title, string State, ImmutableArray<string> Where, LocalizedText? Note);

/// <summary>The systems S001–S154: <c>docs/coverage.yaml</c>, and the page made from it.</summary>
public static class CoverageSheet
{
    /// <summary>How many systems there are; ids are never reused or renumbered, a new one takes the next number.</summary>
    public const int Count = 154;

    private static readonly Dictionary<string, string> _states = new(StringComparer.Ordinal) { ["full"] = "是 full", ["partly"] = "部分 partly", ["not_yet"] = "尚无 not yet" };

    /// <summary>The states that a system can have.</summary>
    public static IReadOnlyCollection<string> States => _states.Keys;

    /// <summary>The systems in the order of the file.</summary>
    public static ImmutableArray<CoveredSystem> Systems { get; } = Read();

    /// <summary>The page.</summary>
    public static string Page()
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Coverage 覆盖情况

            <!-- Generated from coverage.yaml by eng/docs. Change that file, not this one. -->

            The {Systems.Length} systems that the seed texts name, and where each is realised in this repository. "Partly" says what is there and what is not; "not yet" is meant literally.

            | full | partly | not yet |
            | --- | --- | --- |
            | {CountOf("full")} | {CountOf("partly")} | {CountOf("not_yet")} |

            kind: **a** an algorithm of its own, **b** a ledger file, **c** a goal tracked in plans.

            """);
        foreach (var module in Systems.GroupBy(system => system.Module))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {module.Key}\n\n| id | 系统 system | kind | state | where |\n| --- | --- | --- | --- | --- |\n");
            foreach (var system in module)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {system.Id} | {system.Title.Zh} {system.Title.En} | {system.Kind} | {_states[system.State]} | {Where(system)} |\n");
            }
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static int CountOf(string state) => Systems.Count(system => system.State == state);

    private static string Where(CoveredSystem system) => system.Note is null
        ? ""
        : $"{system.Note.Zh}。{system.Note.En}. {string.Join(", ", system.Where.Select(path => $"[{path}](../{path})"))}";

    private static ImmutableArray<CoveredSystem> Read()
    {
        var yaml = Yaml.Open("docs/coverage.yaml");
        var reader = yaml.Reader;
        var systems = reader.Maps(yaml.Root, "modules", required: true).SelectMany(module =>
        {
            var title = reader.Localized(module, "title", required: true)!;
            var name = $"{reader.Text(module, "id", required: true)} {title.Zh} {title.En}";
            return reader.Maps(module, "systems", required: true).Select(map => new CoveredSystem(
                reader.Text(map, "id", required: true)!,
                name,
                reader.Text(map, "kind", required: true)!,
                reader.Localized(map, "title", required: true)!,
                reader.Text(map, "state", required: true)!,
                reader.Texts(map, "where"),
                reader.Localized(map, "note")));
        }).ToImmutableArray();
        yaml.MustBeSound();
        return systems;
    }
}
