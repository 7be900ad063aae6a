using System.Collections.Immutable;

namespace Junheng.Domain.Definitions;

/// <summary>
/// A definition file (standard, ledger, form map) as a tree of maps, lists and texts that remembers where each part stands,
/// so that whoever gives it meaning can name line and column. Which file format it came from is not known here.
/// </summary>
/// <param name="At">File, line and column (from 1).</param>
public abstract record DefinitionNode(DefinitionPosition At)
{
    /// <summary>A text, number or truth value, as written; an empty or null scalar has an empty text.</summary>
    public sealed record Scalar(DefinitionPosition At, string Text) : DefinitionNode(At);

    /// <summary>An ordered list.</summary>
    public sealed record Sequence(DefinitionPosition At, ImmutableArray<DefinitionNode> Items) : DefinitionNode(At);

    /// <summary>Named parts in the order written; a key occurs once.</summary>
    public sealed record Map(DefinitionPosition At, ImmutableArray<DefinitionEntry> Entries) : DefinitionNode(At)
    {
        /// <summary>The value under <paramref name="key"/>, or null.</summary>
        public DefinitionNode? this[string key]
        {
            get
            {
                foreach (var entry in Entries)
                {
                    if (string.Equals(entry.Key, key, StringComparison.Ordinal))
                    {
                        return entry.Value;
                    }
                }

                return null;
            }
        }
    }
}

/// <summary>One named part of a map.</summary>
/// <param name="Key">The name.</param>
/// <param name="KeyAt">Where the name stands.</param>
/// <param name="Value">What it names.</param>
public sealed record DefinitionEntry(string Key, DefinitionPosition KeyAt, DefinitionNode Value);

/// <summary>A place in a definition file.</summary>
/// <param name="File">The file's name as the user knows it.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
public readonly record struct DefinitionPosition(string File, int Line, int Column)
{
    /// <summary><c>file:line:column</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
