using Junheng.Application.Audit;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Audit;

/// <summary>Appends entries to the audit trail in the transaction of what they tell.</summary>
internal static class AuditChain
{
    public static async Task AppendAsync(JunhengDatabase database, AuditEntry entry, CancellationToken cancellation)
    {
        database.Audit.Add(new AuditRow
        {
            ScopeId = entry.Scope.Value,
            EntryId = Guid.CreateVersion7(entry.At),
            At = entry.At,
            Actor = entry.Actor,
            Action = entry.Action,
            Subject = entry.Subject,
            OldText = entry.Old,
            NewText = entry.New,
            Result = entry.Result,
        });
        await database.SaveChangesAsync(cancellation);
    }

    public static async Task AppendAsync(JunhengDatabase database, IEnumerable<AuditEntry> entries, CancellationToken cancellation)
    {
        foreach (var entry in entries)
        {
            await AppendAsync(database, entry, cancellation);
        }
    }
}

/// <summary>The trail for what changes no data.</summary>
internal sealed class AuditTrail(IDbContextFactory<JunhengDatabase> databases) : IAuditTrail
{
    public async Task AppendAsync(AuditEntry entry, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await AuditChain.AppendAsync(database, entry, cancellation);
    }
}
