using System.Globalization;
using Junheng.Application.Audit;
using Junheng.Application.Import;
using Junheng.Application.Regions;
using Junheng.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Imports;

/// <summary>Stores imports: every batch in one transaction with its entries of the audit.</summary>
internal sealed class ImportStore(IDbContextFactory<JunhengDatabase> databases, ImportWriter writer, AuditChain audit, TimeProvider clock) : IImportStore
{
    public async Task<bool> IsEmptyAsync(CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return !await database.Regions.AnyAsync(cancellation);
    }

    public async Task CommitAsync(ImportBatch batch, string actor, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var scopes = await writer.WriteAsync(database, batch, cancellation);
        foreach (var (scope, county) in scopes.Zip(batch.Counties).OrderBy(each => each.First))
        {
            foreach (var each in county.Returns)
            {
                await AppendAsync("figures.import", string.Create(CultureInfo.InvariantCulture, $"figures/{each.ReportYear}"), each.FileSha256);
            }

            if (county.Items is { } items)
            {
                await AppendAsync("items.import", string.Create(CultureInfo.InvariantCulture, $"items/{items.ReportYear}"), items.FileSha256);
            }

            Task AppendAsync(string action, string subject, string file) => audit.AppendAsync(
                database, new AuditEntry(new ScopeId(scope), actor, action, subject, AuditResults.Done, clock.GetLocalNow()) { Change = new ValueChange(null, file) }, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }
}
