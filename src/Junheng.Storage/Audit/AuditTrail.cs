using Junheng.Application.Audit;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Audit;

/// <summary>Writes entries that stand alone.</summary>
internal sealed class AuditTrail(IDbContextFactory<JunhengDatabase> databases, AuditChain chain) : IAuditTrail
{
    public async Task AppendAsync(AuditEntry entry, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await chain.AppendAsync(database, entry, cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
