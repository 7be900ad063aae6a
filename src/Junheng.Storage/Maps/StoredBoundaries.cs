using System.Collections.Immutable;
using System.Text.Json;
using Junheng.Application.Audit;
using Junheng.Application.Maps;
using Junheng.Application.Regions;
using Junheng.Storage.Audit;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Maps;

/// <summary>Keeps boundaries. Shapes once read stay in memory: a version never changes.</summary>
internal sealed class StoredBoundaries(IDbContextFactory<JunhengDatabase> databases, AuditChain audit, TimeProvider clock) : IBoundaries
{
    private ImmutableDictionary<(long, int), CountyBoundary> _known = ImmutableDictionary<(long, int), CountyBoundary>.Empty;

    public async Task<ImmutableArray<CountyBoundary>> NewestAsync(IReadOnlyCollection<ScopeId> counties, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var asked = counties.Select(county => county.Value).ToHashSet();
        var versions = await database.Boundaries.AsNoTracking().GroupBy(row => row.ScopeId).Select(group => new { ScopeId = group.Key, Version = group.Max(row => row.Version) }).ToListAsync(cancellation);
        var wanted = versions.Where(each => asked.Contains(each.ScopeId)).Select(each => (each.ScopeId, each.Version)).ToList();
        var absent = wanted.Where(each => !_known.ContainsKey(each)).Select(each => each.ScopeId).ToList();
        foreach (var batch in absent.Chunk(200))
        {
            foreach (var row in await database.Boundaries.AsNoTracking().Where(row => batch.Contains(row.ScopeId)).ToListAsync(cancellation))
            {
                ImmutableInterlocked.TryAdd(ref _known, (row.ScopeId, row.Version), ToBoundary(row));
            }
        }

        return [.. wanted.Select(each => _known[each])];
    }

    public async Task AddAsync(IReadOnlyList<(CountyBoundary Boundary, AuditEntry Entry)> boundaries, string actor, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancellation);
        foreach (var (boundary, _) in boundaries)
        {
            var scope = boundary.Scope.Value;
            var version = 1 + (await database.Boundaries.Where(row => row.ScopeId == scope).MaxAsync(row => (int?)row.Version, cancellation) ?? 0);
            database.Boundaries.Add(new BoundaryRow
            {
                ScopeId = scope,
                Version = version,
                FileName = boundary.FileName,
                Datum = (byte)boundary.Datum,
                Outline = ShapeText.Write(boundary.Outline),
                Inner = JsonSerializer.Serialize(boundary.Inner.Select(feature => new InnerText(feature.Code, feature.Name, ShapeText.Write(feature.Shape)))),
                Actor = actor,
                At = clock.GetUtcNow(),
            });
        }

        await database.SaveChangesAsync(cancellation);
        foreach (var (_, entry) in boundaries.OrderBy(each => each.Boundary.Scope.Value))
        {
            await audit.AppendAsync(database, entry, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private static CountyBoundary ToBoundary(BoundaryRow row) => new(
        new ScopeId(row.ScopeId),
        row.Version,
        row.FileName,
        (MapDatum)row.Datum,
        ShapeText.Read(row.Outline),
        [.. (JsonSerializer.Deserialize<InnerText[]>(row.Inner) ?? []).Select(inner => new BoundaryFeature(inner.Code, inner.Name, ShapeText.Read(inner.Shape)))]);

    private sealed record InnerText(string Code, string Name, string Shape);
}
