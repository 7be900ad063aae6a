using System.Collections.Immutable;
using Junheng.Application.Audit;
using Junheng.Application.Plans;
using Junheng.Application.Plans.Kept;
using Junheng.Application.Regions;
using Junheng.Storage.Audit;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Plans;

/// <summary>Plans that were kept, in the database.</summary>
internal sealed class StoredKeptPlans(IDbContextFactory<JunhengDatabase> databases, AuditChain audit, TimeProvider clock) : IKeptPlans
{
    public async Task<ImmutableArray<KeptPlan>> ListAsync(ScopeId scope, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var rows = await database.KeptPlans.AsNoTracking().Where(row => row.ScopeId == scope.Value).ToListAsync(cancellation);
        return [.. rows.Select(ToPlan).OrderByDescending(each => each.CreatedAt).ThenBy(each => each.Id)];
    }

    public async Task<KeptPlan?> FindAsync(ScopeId scope, Guid id, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return await database.KeptPlans.AsNoTracking().FirstOrDefaultAsync(row => row.ScopeId == scope.Value && row.Id == id, cancellation) is { } row ? ToPlan(row) : null;
    }

    public async Task AddAsync(KeptPlan plan, string actor, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        database.KeptPlans.Add(new KeptPlanRow
        {
            ScopeId = plan.Scope.Value,
            Id = plan.Id,
            ReportYear = plan.ReportYear,
            Name = plan.Name,
            Asked = plan.Asked,
            DataSha256 = plan.DataSha256,
            StandardSha256 = plan.StandardSha256,
            ResultId = plan.ResultId,
            CertificateSha256 = plan.CertificateSha256,
            Cost = plan.Cost?.Exact(),
            LowerBound = plan.LowerBound?.Exact(),
            IsShared = plan.IsShared,
            Author = plan.Author,
            CreatedAt = plan.CreatedAt,
        });
        await audit.AppendAsync(database, Entry(plan.Scope, plan.Id, actor, "plan.keep", null, plan.CertificateSha256), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public async Task<bool> DeleteAsync(ScopeId scope, Guid id, string actor, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        if (await database.KeptPlans.FirstOrDefaultAsync(each => each.ScopeId == scope.Value && each.Id == id, cancellation) is not { } row)
        {
            return false;
        }

        database.KeptPlans.Remove(row);
        try
        {
            await audit.AppendAsync(database, Entry(scope, id, actor, "plan.delete", row.CertificateSha256, null), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false; // somebody else has deleted it at the same moment
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }

    private AuditEntry Entry(ScopeId scope, Guid id, string actor, string action, string? old, string? next) =>
        new(scope, actor, action, $"plan/{id:N}", AuditResults.Done, clock.GetUtcNow()) { Change = new ValueChange(old, next) };

    private static KeptPlan ToPlan(KeptPlanRow row) => new(
        new ScopeId(row.ScopeId),
        row.Id,
        row.ReportYear,
        row.Name,
        row.Asked,
        row.DataSha256,
        row.StandardSha256,
        row.ResultId,
        row.CertificateSha256,
        row.Cost is { } cost ? ExactNumbers.ReadExact(cost) : null,
        row.LowerBound is { } bound ? ExactNumbers.ReadExact(bound) : null,
        row.IsShared,
        row.Author,
        row.CreatedAt);
}
