using System.Collections.Immutable;
using System.Text.Json;
using Junheng.Application.Audit;
using Junheng.Application.Regions;
using Junheng.Application.WhatIf;
using Junheng.Storage.Audit;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.WhatIf;

/// <summary>Scenarios in the database; of two writers at once one keeps and the other is told.</summary>
internal sealed class StoredScenarios(IDbContextFactory<JunhengDatabase> databases, AuditChain audit, TimeProvider clock) : IScenarios
{
    public async Task<ImmutableArray<Scenario>> ListAsync(ScopeId scope, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var rows = await database.Scenarios.AsNoTracking().Where(row => row.ScopeId == scope.Value).ToListAsync(cancellation);
        return [.. rows.Select(ToScenario).OrderByDescending(each => each.UpdatedAt).ThenBy(each => each.Id)];
    }

    public async Task<Scenario?> FindAsync(ScopeId scope, Guid id, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return await database.Scenarios.AsNoTracking().FirstOrDefaultAsync(row => row.ScopeId == scope.Value && row.Id == id, cancellation) is { } row ? ToScenario(row) : null;
    }

    public async Task<bool> KeepAsync(Scenario scenario, string actor, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var row = await database.Scenarios.FirstOrDefaultAsync(each => each.ScopeId == scenario.Scope.Value && each.Id == scenario.Id, cancellation);
        if ((row?.Revision ?? 0) != scenario.Revision - 1)
        {
            return false;
        }

        var old = row?.OverlaySha256;
        if (row is null)
        {
            row = new KeptScenarioRow { ScopeId = scenario.Scope.Value, Id = scenario.Id, Author = scenario.Author, CreatedAt = scenario.CreatedAt };
            database.Scenarios.Add(row);
        }

        (row.ReportYear, row.Name, row.Changes, row.OverlaySha256) = (scenario.ReportYear, scenario.Name, JsonSerializer.Serialize(scenario.Overlay.Texts), scenario.Overlay.Sha256);
        (row.BaselineSha256, row.IsShared, row.UpdatedAt, row.Revision) = (scenario.BaselineSha256, scenario.IsShared, scenario.UpdatedAt, scenario.Revision);
        try
        {
            await audit.AppendAsync(database, Entry(scenario.Scope, scenario.Id, actor, "scenario.keep", old, row.OverlaySha256), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }

    public async Task<bool> DeleteAsync(ScopeId scope, Guid id, string actor, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        if (await database.Scenarios.FirstOrDefaultAsync(each => each.ScopeId == scope.Value && each.Id == id, cancellation) is not { } row)
        {
            return false;
        }

        database.Scenarios.Remove(row);
        try
        {
            await audit.AppendAsync(database, Entry(scope, id, actor, "scenario.delete", row.OverlaySha256, null), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }

    private AuditEntry Entry(ScopeId scope, Guid id, string actor, string action, string? old, string? next) =>
        new(scope, actor, action, $"scenario/{id:N}", AuditResults.Done, clock.GetUtcNow()) { Change = new ValueChange(old, next) };

    private static Scenario ToScenario(KeptScenarioRow row) => new(
        new ScopeId(row.ScopeId),
        row.Id,
        row.ReportYear,
        row.Name,
        new ScenarioOverlay(JsonSerializer.Deserialize<Dictionary<string, string>>(row.Changes)!.ToImmutableSortedDictionary(StringComparer.Ordinal)),
        row.BaselineSha256,
        row.IsShared,
        row.Author,
        row.CreatedAt,
        row.UpdatedAt,
        row.Revision);
}
