using System.Collections.Immutable;
using Junheng.Application.Audit;
using Junheng.Application.Regions;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Audit;

/// <summary>Writes entries that stand alone, and reads the chains.</summary>
internal sealed class AuditTrail(IDbContextFactory<JunhengDatabase> databases, AuditChain chain, PersonKeys keys) : IAuditTrail, IPersonalKeys
{
    public async Task AppendAsync(AuditEntry entry, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await chain.AppendAsync(database, entry, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public async Task<ImmutableArray<RecordedEntry>> NewestAsync(ScopeId scope, long? before, int most, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var rows = await database.AuditEntries.AsNoTracking()
            .Where(row => row.ScopeId == scope.Value && (before == null || row.Number < before))
            .OrderByDescending(row => row.Number)
            .Take(most)
            .ToListAsync(cancellation);
        return [.. rows.Select(Recorded)];
    }

    public async Task<PersonalChange?> PersonalAsync(ScopeId scope, long number, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return await database.AuditPersonal.AsNoTracking().FirstOrDefaultAsync(row => row.ScopeId == scope.Value && row.Number == number, cancellation) is { } row
            && await keys.FindAsync(database, scope, row.Person, cancellation) is { } key
                ? PersonalText.Open(key, row.Sealed, row.ScopeId, row.Number, row.Person)
                : null;
    }

    public async Task<bool> DestroyAsync(ScopeId scope, string person, string actor, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using (var transaction = await database.Database.BeginTransactionAsync(cancellation))
        {
            if (await database.PersonKeys.Where(row => row.ScopeId == scope.Value && row.Person == person).ExecuteDeleteAsync(cancellation) == 0)
            {
                return false;
            }

            await chain.AppendAsync(database, new AuditEntry(scope, actor, "person.key.destroy", person, AuditResults.Done, at), cancellation);
            await transaction.CommitAsync(cancellation);
        }

        await Residue.RemoveAsync(database, "person_keys", cancellation);
        return true;
    }

    internal static RecordedEntry Recorded(AuditEntryRow row) => new(
        row.Number,
        new AuditEntry(new ScopeId(row.ScopeId), row.Actor, row.Action, row.Subject, row.Result, AuditChain.Time(row.ObservedAt))
        {
            Change = row.OldValue is null && row.NewValue is null ? null : new ValueChange(row.OldValue, row.NewValue),
        },
        AuditChain.Time(row.At),
        row.PersonalHash is not null,
        row.Hash);
}
