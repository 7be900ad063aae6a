using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Junheng.Application.WhatIf;

/// <summary>Everything that a scenario says otherwise than its baseline: key → text. Immutable; the same changes give the same hash in whatever order they were made.</summary>
/// <param name="Texts">By key, ordinal.</param>
public sealed record ScenarioOverlay(ImmutableSortedDictionary<string, string> Texts)
{
    /// <summary>Most changes of one scenario.</summary>
    public const int Most = 5000;

    /// <summary>The longest text of a change.</summary>
    public const int LongestText = 40;

    /// <summary>Nothing is changed.</summary>
    public static ScenarioOverlay Nothing { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>Whether nothing is changed.</summary>
    public bool IsEmpty => Texts.IsEmpty;

    /// <summary>The changes; a key that is none is left out.</summary>
    public IEnumerable<ScenarioChange> Changes => Texts.Select(each => ScenarioChange.Parse(each.Key, each.Value)).OfType<ScenarioChange>();

    /// <summary>SHA-256 over keys and texts, lower-case hex.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Texts.Select(each => $"{each.Key}={each.Value}")))));

    /// <summary>An overlay of changes; of two with one key the later one holds.</summary>
    public static ScenarioOverlay Of(IEnumerable<ScenarioChange> changes) => changes.Aggregate(Nothing, (overlay, change) => overlay.With(change.Key, change.Text));

    /// <summary>With one more change.</summary>
    public ScenarioOverlay With(string key, string text) => new(Texts.SetItem(key, text));

    /// <inheritdoc/>
    public bool Equals(ScenarioOverlay? other) => other is not null && Texts.SequenceEqual(other.Texts);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Sha256);
}
