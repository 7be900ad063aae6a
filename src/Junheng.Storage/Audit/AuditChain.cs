using Junheng.Application.Audit;
using Junheng.Storage.Model;

namespace Junheng.Storage.Audit;

/// <summary>Adds entries to the audit trail, in the transaction of the change that they speak of.</summary>
internal sealed class AuditChain(TimeProvider clock)
{
    /// <summary>Adds an entry, together with everything that the caller has changed and not yet saved.</summary>
    public async Task AppendAsync(JunhengDatabase database, AuditEntry entry, CancellationToken cancellation)
    {
        database.Audit.Add(new AuditRow
        {
            ScopeId = entry.Scope.Value,
            EntryId = Guid.CreateVersion7(clock.GetUtcNow()),
            At = entry.At,
            Actor = entry.Actor,
            Action = entry.Action,
            Subject = entry.Subject,
            OldText = entry.Change?.Old,
            NewText = entry.Change?.New,
            Result = entry.Result,
        });
        await database.SaveChangesAsync(cancellation);
    }
}
