using System.Collections.Immutable;

namespace Junheng.Domain.Returns;

/// <summary>A field that two people changed to different texts.</summary>
/// <param name="Field">The column id.</param>
/// <param name="Base">What both started from; empty when blank.</param>
/// <param name="Theirs">What the other has stored.</param>
/// <param name="Mine">What is to be stored now.</param>
public sealed record FieldConflict(string Field, string Base, string Theirs, string Mine);

/// <summary>What comes of two people working in one form.</summary>
/// <param name="Fields">The merged texts; at a conflict the stored one (theirs). Blank fields are absent.</param>
/// <param name="Taken">Fields whose text comes from mine, in order.</param>
/// <param name="Conflicts">Fields that a person has to decide, in order.</param>
public sealed record FieldMergeResult(ImmutableSortedDictionary<string, string> Fields, ImmutableArray<string> Taken, ImmutableArray<FieldConflict> Conflicts);

/// <summary>
/// Merges two versions of a form field by field: what only one side changed is taken, what both changed alike is taken, what both changed differently is a question.
/// Nobody's entry is dropped: a conflict names both texts.
/// </summary>
public static class FieldMerge
{
    /// <summary>Merges. A field that is absent is blank.</summary>
    /// <param name="baseFields">The version that mine started from.</param>
    /// <param name="theirs">The newest stored version.</param>
    /// <param name="mine">What is to be stored.</param>
    public static FieldMergeResult Merge(
        IReadOnlyDictionary<string, string> baseFields, IReadOnlyDictionary<string, string> theirs, IReadOnlyDictionary<string, string> mine)
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var taken = ImmutableArray.CreateBuilder<string>();
        var conflicts = ImmutableArray.CreateBuilder<FieldConflict>();
        foreach (var field in baseFields.Keys.Concat(theirs.Keys).Concat(mine.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            var (was, other, own) = (Text(baseFields, field), Text(theirs, field), Text(mine, field));
            var isOwn = own != was && own != other;
            if (isOwn && other != was)
            {
                conflicts.Add(new FieldConflict(field, was, other, own));
                isOwn = false;
            }

            if (isOwn)
            {
                taken.Add(field);
            }

            var text = isOwn ? own : other;
            if (text.Length > 0)
            {
                fields[field] = text;
            }
        }

        return new FieldMergeResult(fields.ToImmutable(), taken.ToImmutable(), conflicts.ToImmutable());
    }

    private static string Text(IReadOnlyDictionary<string, string> fields, string field) => fields.TryGetValue(field, out var text) ? text : "";
}
