using System.Collections.Frozen;
using Junheng.Application.Audit;
using Junheng.Application.Regions;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Audit;

/// <summary>Goes along one chain from its first entry and stops at the first that does not hold. Needs memory for one entry at a time.</summary>
/// <param name="scope">The chain.</param>
/// <param name="anchored">Places that anchors name, each with the hash that it had.</param>
internal sealed class ChainWalk(long scope, IReadOnlyList<(long Number, string Hash)> anchored)
{
    private readonly FrozenDictionary<long, FrozenSet<string>> _anchored = anchored
        .GroupBy(each => each.Number)
        .ToFrozenDictionary(group => group.Key, group => group.Select(each => each.Hash).ToFrozenSet(StringComparer.Ordinal));

    public async Task<VerifiedChain> RunAsync(JunhengDatabase database, AuditHeadRow? head, CancellationToken cancellation)
    {
        var entries =
            from entry in database.AuditEntries.AsNoTracking()
            where entry.ScopeId == scope
            join personal in database.AuditPersonal.AsNoTracking() on new { entry.ScopeId, entry.Number } equals new { personal.ScopeId, personal.Number } into beside
            from personal in beside.DefaultIfEmpty()
            orderby entry.Number
            select new { Entry = entry, Personal = personal == null ? null : personal.Sealed };
        AuditEntryRow? last = null;
        var count = 0L;
        await foreach (var each in entries.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (FaultOf(each.Entry, each.Personal, last) is { } fault)
            {
                var number = fault == AuditFault.Deleted ? (last?.Number ?? 0) + 1 : each.Entry.Number;
                return new VerifiedChain(new ScopeId(scope), count, new BrokenEntry(new ScopeId(scope), number, fault));
            }

            last = each.Entry;
            count++;
        }

        return new VerifiedChain(new ScopeId(scope), count, EndsTooSoon(last, head) is { } missing ? new BrokenEntry(new ScopeId(scope), missing, AuditFault.Truncated) : null);
    }

    private AuditFault? FaultOf(AuditEntryRow entry, byte[]? personal, AuditEntryRow? last)
    {
        if (entry.Number != (last?.Number ?? 0) + 1)
        {
            return AuditFault.Deleted;
        }

        if (AuditHash.Of(entry) != entry.Hash)
        {
            return AuditFault.Changed;
        }

        if (entry.PreviousHash != (last?.Hash ?? AuditHash.Start))
        {
            return AuditFault.OutOfOrder;
        }

        if (_anchored.TryGetValue(entry.Number, out var hashes) && !(hashes.Count == 1 && hashes.Contains(entry.Hash)))
        {
            return AuditFault.Changed;
        }

        if (entry.PersonalHash != (personal is null ? null : AuditHash.Of(personal)))
        {
            return AuditFault.PersonalChanged;
        }

        return last is not null && AuditChain.Time(entry.At) < AuditChain.Time(last.At) ? AuditFault.TimeWentBack : null;
    }

    /// <summary>The first entry that must be there and is not; null when the chain reaches everything that was ever said of it.</summary>
    private long? EndsTooSoon(AuditEntryRow? last, AuditHeadRow? head)
    {
        var reached = last?.Number ?? 0;
        var promised = _anchored.Keys.Append(head?.Number ?? 0).Max();
        return promised > reached ? reached + 1
            : (head?.Number ?? 0) < reached || (head is not null && last is not null && head.Hash != last.Hash) ? Math.Max(head?.Number ?? 0, 0) + 1
            : null;
    }
}
