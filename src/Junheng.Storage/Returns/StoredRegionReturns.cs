using System.Collections.Immutable;
using System.Security.Cryptography;
using Junheng.Application.Counties;
using Junheng.Application.Regions;
using Junheng.Assessment.Items;
using Junheng.Domain.Findings;
using Junheng.Domain.Statistics;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Returns;

/// <summary>Reads the returns of many counties with a fixed number of queries.</summary>
internal sealed class StoredRegionReturns(IDbContextFactory<JunhengDatabase> databases) : IRegionReturns
{
    /// <summary>How many scopes one query names.</summary>
    private const int Batch = 200;

    public async Task<ImmutableArray<Region>> RegionsAsync(CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var rows = await database.Regions.AsNoTracking().OrderBy(row => row.Code).ToListAsync(cancellation);
        return [.. rows.Select(ToRegion)];
    }

    public async Task<ImmutableArray<StoredCounty>> CountiesAsync(CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var regions = await database.Regions.AsNoTracking().Where(row => row.Level == (byte)RegionLevel.County).OrderBy(row => row.Code).ToListAsync(cancellation);
        var names = (await database.Files.AsNoTracking().Select(file => new { file.ScopeId, file.Sha256, file.Name }).ToListAsync(cancellation)).ToDictionary(file => (file.ScopeId, file.Sha256), file => file.Name);
        var returns = (await database.Returns.AsNoTracking()
            .Select(row => new { row.ScopeId, row.ReportYear, row.Layout, row.Version, row.FileSha256, row.Rows, row.BlobSha256 })
            .ToListAsync(cancellation)).ToLookup(row => row.ScopeId);
        var items = (await database.Items.AsNoTracking()
            .GroupBy(row => new { row.ScopeId, row.ReportYear, row.Version, row.FileSha256 })
            .Select(group => new { group.Key.ScopeId, group.Key.ReportYear, group.Key.Version, group.Key.FileSha256, Lines = group.Count() })
            .ToListAsync(cancellation)).ToLookup(row => row.ScopeId);
        return
        [
            .. regions.Select(region => new StoredCounty(
                ToRegion(region),
                [
                    .. returns[region.ScopeId].GroupBy(row => (row.ReportYear, row.Layout)).Select(group => group.MaxBy(row => row.Version)!).OrderBy(row => row.ReportYear).Select(row => new StoredReturn(
                        row.ReportYear, (TableLayout)row.Layout, row.Version, names[(row.ScopeId, row.FileSha256)], row.FileSha256, row.Rows, row.BlobSha256, default)),
                ],
                [
                    .. items[region.ScopeId].GroupBy(row => row.ReportYear).Select(group => group.MaxBy(row => row.Version)!).Select(row => new StoredItems(
                        row.ReportYear, row.Version, names[(row.ScopeId, row.FileSha256)], row.FileSha256, row.Lines)),
                ])),
        ];
    }

    public async Task<ImmutableArray<StatisticsPart>> PartsAsync(IReadOnlyList<(ScopeId Scope, StoredReturn Return)> returns, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var found = new Dictionary<(long, int, byte, int), StatisticsPart>();
        foreach (var batch in returns.Chunk(Batch))
        {
            var scopes = batch.Select(each => each.Scope.Value).Distinct().ToList();
            var years = batch.Select(each => each.Return.ReportYear).Distinct().ToList();
            var wanted = batch.Select(each => (each.Scope.Value, each.Return.ReportYear, (byte)each.Return.Layout, each.Return.Version)).ToHashSet();
            await foreach (var row in database.Returns.AsNoTracking().Where(row => scopes.Contains(row.ScopeId) && years.Contains(row.ReportYear)).AsAsyncEnumerable().WithCancellation(cancellation))
            {
                if (wanted.Contains((row.ScopeId, row.ReportYear, row.Layout, row.Version)))
                {
                    found[(row.ScopeId, row.ReportYear, row.Layout, row.Version)] = Read(row);
                }
            }
        }

        return [.. returns.Select(each => found[(each.Scope.Value, each.Return.ReportYear, (byte)each.Return.Layout, each.Return.Version)])];
    }

    public async Task<ImmutableArray<ImmutableArray<ItemFigure>>> ItemsAsync(IReadOnlyList<(StoredCounty County, StoredItems Items)> items, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var found = new Dictionary<(long, int, int), List<ItemsRow>>();
        foreach (var batch in items.Chunk(Batch))
        {
            var scopes = batch.Select(each => each.County.Region.Scope.Value).Distinct().ToList();
            var years = batch.Select(each => each.Items.ReportYear).Distinct().ToList();
            foreach (var group in (await database.Items.AsNoTracking().Where(row => scopes.Contains(row.ScopeId) && years.Contains(row.ReportYear)).ToListAsync(cancellation)).GroupBy(row => (row.ScopeId, row.ReportYear, row.Version)))
            {
                found[group.Key] = [.. group.OrderBy(row => row.Line)];
            }
        }

        return
        [
            .. items.Select(each => found[(each.County.Region.Scope.Value, each.Items.ReportYear, each.Items.Version)]
                .Select(row => new ItemFigure(each.County.Region.Code, row.Item, row.Field, row.Value, row.Source, new Origin(each.Items.FileName, row.Sheet, row.Cell))).ToImmutableArray()),
        ];
    }

    private static StatisticsPart Read(ReturnRow row) =>
        Convert.ToHexStringLower(SHA256.HashData(row.Blob)) == row.BlobSha256
            ? StatisticsBlob.Read(row.Blob)
            : throw new InvalidDataException($"The stored figures of region {row.ScopeId} for {row.ReportYear} do not have the hash on record.");

    private static Region ToRegion(RegionRow row) => new(
        new ScopeId(row.ScopeId), row.Code, row.Name, (RegionLevel)row.Level, row.ParentScopeId is { } parent ? new ScopeId(parent) : null);
}
