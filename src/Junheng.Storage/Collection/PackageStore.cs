using System.Globalization;
using Junheng.Application.Audit;
using Junheng.Application.Import;
using Junheng.Application.Packages;
using Junheng.Application.Regions;
using Junheng.Storage.Audit;
using Junheng.Storage.Imports;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Collection;

/// <summary>Trusted keys and the packages taken over.</summary>
internal sealed class PackageStore(IDbContextFactory<JunhengDatabase> databases, ImportWriter imports, AuditChain audit, TimeProvider clock) : ITrustedNodes, IReceivedPackages
{
    public async Task<string?> CountyOfAsync(string publicKey, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var scope = ScopeId.Installation.Value;
        return await database.TrustedNodes.AsNoTracking().Where(row => row.ScopeId == scope && row.PublicKey == publicKey).Select(row => row.CountyCode).FirstOrDefaultAsync(cancellation);
    }

    public async Task TrustAsync(string publicKey, string countyCode, string actor, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var scope = ScopeId.Installation;
        await database.TrustedNodes.Where(row => row.ScopeId == scope.Value && (row.CountyCode == countyCode || row.PublicKey == publicKey)).ExecuteDeleteAsync(cancellation);
        database.TrustedNodes.Add(new TrustedNodeRow { ScopeId = scope.Value, PublicKey = publicKey, CountyCode = countyCode, AcceptedBy = actor, At = clock.GetUtcNow() });
        await database.SaveChangesAsync(cancellation);
        await audit.AppendAsync(
            database, new AuditEntry(scope, actor, "package.trust", $"county/{countyCode}", AuditResults.Done, clock.GetLocalNow()) { Change = new ValueChange(null, publicKey) }, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public async Task<int> NewestAsync(string countyCode, int year, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return await NewestAsync(database, countyCode, year, cancellation);
    }

    public async Task<bool> StoreAsync(PackageManifest manifest, ImportBatch figures, string actor, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancellation);
        if (await NewestAsync(database, manifest.CountyCode, manifest.ReportYear, cancellation) >= manifest.FreezeVersion)
        {
            return false;
        }

        await imports.WriteAsync(database, figures, cancellation);
        var scope = await ScopeAsync(database, manifest.CountyCode, cancellation);
        database.ReceivedPackages.Add(new ReceivedPackageRow
        {
            ScopeId = scope,
            ReportYear = manifest.ReportYear,
            FreezeVersion = manifest.FreezeVersion,
            DataSha256 = manifest.DataSha256,
            StandardHash = manifest.StandardHash,
            PublicKey = manifest.PublicKey,
            Signature = manifest.Signature,
            TakenBy = actor,
            At = clock.GetUtcNow(),
        });
        await database.SaveChangesAsync(cancellation);
        var subject = string.Create(CultureInfo.InvariantCulture, $"package/{manifest.CountyCode}/{manifest.ReportYear}");
        await audit.AppendAsync(
            database,
            new AuditEntry(new ScopeId(scope), actor, "package.take-over", subject, AuditResults.Done, clock.GetLocalNow()) { Change = new ValueChange(null, manifest.DataSha256) },
            cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private static Task<long> ScopeAsync(JunhengDatabase database, string countyCode, CancellationToken cancellation) => database.Regions
        .Where(row => row.Level == (byte)RegionLevel.County && row.Code == countyCode).Select(row => row.ScopeId).FirstOrDefaultAsync(cancellation);

    private static async Task<int> NewestAsync(JunhengDatabase database, string countyCode, int year, CancellationToken cancellation)
    {
        var scope = await ScopeAsync(database, countyCode, cancellation);
        return await database.ReceivedPackages.Where(row => row.ScopeId == scope && row.ReportYear == year).MaxAsync(row => (int?)row.FreezeVersion, cancellation) ?? 0;
    }
}
