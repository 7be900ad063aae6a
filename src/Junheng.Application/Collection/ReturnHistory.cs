using System.Collections.Immutable;

namespace Junheng.Application.Collection;

/// <summary>A text that a version changed.</summary>
/// <param name="Field">The field id.</param>
/// <param name="Old">Before; empty when blank.</param>
/// <param name="New">Afterwards; empty when blank.</param>
/// <param name="From">Where the new text came from; null when typed or blank.</param>
public sealed record VersionChange(string Field, string Old, string New, EntryText? From);

/// <summary>A version with what it changed.</summary>
/// <param name="Version">The version.</param>
/// <param name="Changes">By field.</param>
public sealed record VersionChanges(ReturnVersion Version, ImmutableArray<VersionChange> Changes);

/// <summary>Who changed what and when.</summary>
public static class ReturnHistory
{
    private static readonly ImmutableSortedDictionary<string, EntryText> _blank = ImmutableSortedDictionary.Create<string, EntryText>(StringComparer.Ordinal);

    /// <summary>The versions of a return with their changes, newest first.</summary>
    public static ImmutableArray<VersionChanges> Of(ReturnFile file) =>
        [.. file.Versions.Select((version, at) => new VersionChanges(version, Changes(at == 0 ? _blank : file.Versions[at - 1].Entries, version.Entries))).Reverse()];

    private static ImmutableArray<VersionChange> Changes(ImmutableSortedDictionary<string, EntryText> before, ImmutableSortedDictionary<string, EntryText> after) =>
    [
        .. before.Keys.Concat(after.Keys).Distinct().Order(StringComparer.Ordinal)
            .Select(field => (Field: field, Old: before.GetValueOrDefault(field), New: after.GetValueOrDefault(field)))
            .Where(change => change.Old?.Text != change.New?.Text)
            .Select(change => new VersionChange(change.Field, change.Old?.Text ?? "", change.New?.Text ?? "", change.New?.File is null ? null : change.New)),
    ];
}
