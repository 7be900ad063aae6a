using Junheng.Application.Audit;
using Junheng.Application.Regions;
using Junheng.Storage.Audit;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Regions;

/// <summary>Counties that are put on record by hand; an import of their figures finds them by their code.</summary>
internal sealed class StoredCountyRegister(IDbContextFactory<JunhengDatabase> databases, AuditChain audit) : ICountyRegister
{
    public async Task<bool> AddAsync(string code, string name, AuditEntry entry, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancellation);
        if (await database.Regions.AnyAsync(row => row.Level == (byte)RegionLevel.County && row.Code == code, cancellation))
        {
            return false;
        }

        var next = 1 + (await database.Regions.MaxAsync(row => (long?)row.ScopeId, cancellation) ?? 0);
        database.Regions.Add(new RegionRow { ScopeId = next, Code = code, Name = name, Level = (byte)RegionLevel.County });
        await database.SaveChangesAsync(cancellation);
        await audit.AppendAsync(database, entry, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}
