using System.Globalization;
using Junheng.Application.Audit;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Audit;

/// <summary>
/// Adds entries to the chains. An entry is written in the transaction of the change that it speaks of: both are there afterwards, or neither.
/// A chain's head row is held while it grows, so that writers of one scope wait for each other and those of different scopes do not.
/// </summary>
internal sealed class AuditChain(PersonKeys keys)
{
    /// <summary>Adds an entry, together with everything that the caller has changed and not yet saved.</summary>
    /// <param name="database">With an open transaction. Who appends to several scopes does so in ascending order of scope, or two of them may block each other.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public Task AppendAsync(JunhengDatabase database, AuditEntry entry, CancellationToken cancellation) => AppendAsync(database, [entry], cancellation);

    /// <summary>Adds entries, by ascending scope and within a scope in order; a chain is held once for all of its own.</summary>
    public async Task AppendAsync(JunhengDatabase database, IEnumerable<AuditEntry> entries, CancellationToken cancellation)
    {
        if (database.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("An entry of the audit is written in the transaction of the change that it speaks of.");
        }

        foreach (var chain in entries.GroupBy(entry => entry.Scope.Value).OrderBy(chain => chain.Key))
        {
            var head = await HoldAsync(database, chain.Key, cancellation);
            var rows = new List<AuditEntryRow>();
            foreach (var entry in chain)
            {
                var row = Next(head, entry);
                await SealAsync(database, row, entry, cancellation);
                row.Hash = AuditHash.Of(row);
                database.AuditEntries.Add(row);
                rows.Add(row);
                (head.Number, head.At, head.Hash) = (row.Number, row.At, row.Hash);
            }

            await database.SaveChangesAsync(cancellation);
            rows.ForEach(row => database.Entry(row).State = EntityState.Detached);
            database.Entry(head).State = EntityState.Detached;
        }
    }

    /// <summary>What is personal goes beside the entry, under the key of the person.</summary>
    private async Task SealAsync(JunhengDatabase database, AuditEntryRow row, AuditEntry entry, CancellationToken cancellation)
    {
        if (entry.Personal is { } personal)
        {
            var bytes = PersonalText.Seal(await keys.OfAsync(database, entry.Scope, personal.Person, cancellation), personal, row.ScopeId, row.Number);
            row.PersonalHash = AuditHash.Of(bytes);
            database.AuditPersonal.Add(new AuditPersonalRow { ScopeId = row.ScopeId, Number = row.Number, Person = personal.Person, Sealed = bytes });
        }
    }

    /// <summary>The text of a time as it is hashed: to a ten-millionth of a second, with its offset.</summary>
    public static string Text(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The time of a text.</summary>
    public static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);

    /// <summary>The head row of a chain, locked until the transaction ends; made where there is none.</summary>
    private static async Task<AuditHeadRow> HoldAsync(JunhengDatabase database, long scope, CancellationToken cancellation)
    {
        var (start, never) = (AuditHash.Start, Text(DateTimeOffset.MinValue));
        await database.Database.ExecuteSqlAsync(
            $"INSERT INTO audit_heads (scope_id, number, at, hash) VALUES ({scope}, 0, {never}, {start}) ON CONFLICT (scope_id) DO UPDATE SET number = audit_heads.number", cancellation);
        return await database.AuditHeads.SingleAsync(row => row.ScopeId == scope, cancellation);
    }

    private static AuditEntryRow Next(AuditHeadRow head, AuditEntry entry)
    {
        var observed = Text(entry.At);
        return new AuditEntryRow
        {
            ScopeId = head.ScopeId,
            Number = head.Number + 1,
            Actor = entry.Actor,
            Action = entry.Action,
            Subject = entry.Subject,
            Result = entry.Result,
            OldValue = entry.Change?.Old,
            NewValue = entry.Change?.New,
            At = entry.At < Time(head.At) ? head.At : observed,
            ObservedAt = observed,
            PreviousHash = head.Hash,
        };
    }
}
