using Junheng.Application.Import;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Imports;

/// <summary>Stores imports: every batch in one transaction.</summary>
internal sealed class ImportStore(IDbContextFactory<JunhengDatabase> databases, ImportWriter writer) : IImportStore
{
    public async Task<bool> IsEmptyAsync(CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return !await database.Regions.AnyAsync(cancellation);
    }

    public async Task CommitAsync(ImportBatch batch, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await writer.WriteAsync(database, batch, cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
