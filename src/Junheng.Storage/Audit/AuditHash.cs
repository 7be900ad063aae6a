using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Junheng.Storage.Model;

namespace Junheng.Storage.Audit;

/// <summary>
/// The hashes of entries and anchors: SHA-256 over a canonical form in which every text carries its length, so that no two contents give the same bytes.
/// docs/method/audit.md describes it for who wants to check a chain with other tools.
/// </summary>
internal static class AuditHash
{
    /// <summary>What the first entry of a chain builds on.</summary>
    public const string Start = "0000000000000000000000000000000000000000000000000000000000000000";

    private const string EntryForm = "junheng-audit-1";
    private const string AnchorForm = "junheng-anchor-1";

    /// <summary>The hash of an entry, from everything in it except the hash itself.</summary>
    public static string Of(AuditEntryRow row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, EntryForm);
        Add(hash, row.PreviousHash);
        Add(hash, row.ScopeId);
        Add(hash, row.Number);
        foreach (var text in new[]
        {
            row.Actor, row.Action, row.Subject, row.Result, row.OldValue, row.NewValue, row.At, row.ObservedAt, row.PersonalHash,
        })
        {
            Add(hash, text);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The hash of an anchor.</summary>
    /// <param name="previous">The hash of the anchor before.</param>
    /// <param name="day">Its day.</param>
    /// <param name="heads">Where each chain stood, by scope.</param>
    public static string Of(string previous, DateOnly day, IEnumerable<(long Scope, long Number, string Hash)> heads)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, AnchorForm);
        Add(hash, previous);
        Add(hash, day.DayNumber);
        foreach (var head in heads)
        {
            Add(hash, head.Scope);
            Add(hash, head.Number);
            Add(hash, head.Hash);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The hash of bytes, lower-case hex.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void Add(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    /// <summary>A text by its length in UTF-8 and its bytes; the length −1 stands for none.</summary>
    private static void Add(IncrementalHash hash, string? text)
    {
        Add(hash, text is null ? -1 : Encoding.UTF8.GetByteCount(text));
        hash.AppendData(Encoding.UTF8.GetBytes(text ?? ""));
    }
}
