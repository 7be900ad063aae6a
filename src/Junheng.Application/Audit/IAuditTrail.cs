using System.Collections.Immutable;
using Junheng.Application.Regions;

namespace Junheng.Application.Audit;

/// <summary>The record of what was done: it only grows.</summary>
public interface IAuditTrail
{
    /// <summary>
    /// Adds an entry in a transaction of its own. What changes data and its entry belong into one transaction: that is done within storage, beside the change.
    /// </summary>
    Task AppendAsync(AuditEntry entry, CancellationToken cancellation);

    /// <summary>The entries of a chain, newest first.</summary>
    /// <param name="scope">The chain.</param>
    /// <param name="before">Only entries with a smaller number; null for the newest.</param>
    /// <param name="most">At most so many, from 1.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<ImmutableArray<RecordedEntry>> NewestAsync(ScopeId scope, long? before, int most, CancellationToken cancellation);

    /// <summary>The personal values of an entry; null where it has none, or its person's key is gone.</summary>
    Task<PersonalChange?> PersonalAsync(ScopeId scope, long number, CancellationToken cancellation);
}

/// <summary>An entry as it stands in its chain.</summary>
/// <param name="Number">Its place, from 1 without gaps.</param>
/// <param name="Entry">What was done; its personal values are read one by one.</param>
/// <param name="At">The time of the chain: what the clock said, or the time of the entry before where the clock had gone back.</param>
/// <param name="HasPersonal">Whether personal values lie beside it.</param>
/// <param name="Hash">The hash that the next entry builds on, lower-case hex.</param>
public sealed record RecordedEntry(long Number, AuditEntry Entry, DateTimeOffset At, bool HasPersonal, string Hash);

/// <summary>The deletable keys under which personal values lie.</summary>
public interface IPersonalKeys
{
    /// <summary>
    /// Destroys a person's key for good and removes what the database keeps of it on disk; the chain keeps its proof, the values cannot be read any more.
    /// Writes an entry. False where there was no key.
    /// </summary>
    Task<bool> DestroyAsync(ScopeId scope, string person, string actor, DateTimeOffset at, CancellationToken cancellation);
}
