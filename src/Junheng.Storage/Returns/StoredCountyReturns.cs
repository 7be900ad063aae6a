using System.Collections.Immutable;
using System.Security.Cryptography;
using Junheng.Application.Counties;
using Junheng.Application.Import;
using Junheng.Application.Regions;
using Junheng.Application.Registers;
using Junheng.Assessment.Items;
using Junheng.Domain.Findings;
using Junheng.Domain.Registers;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;
using Junheng.Storage.Model;
using Junheng.Storage.Together;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Returns;

/// <summary>Reads counties and their figures from the database.</summary>
internal sealed class StoredCountyReturns(IDbContextFactory<JunhengDatabase> databases, IRegisters registers) : ICountyReturns
{
    private readonly Shared<ImmutableArray<Region>> _counties = new(() => CountiesAsync(databases));

    private readonly GroupedByKey<ScopeId, Region, StoredCounty> _contents = new((_, asked) => ContentsAsync(databases, asked));

    public Task<ImmutableArray<Region>> CountiesAsync(CancellationToken cancellation) => _counties.ReadAsync(cancellation);

    public async Task<StoredCounty?> FindAsync(string code, CancellationToken cancellation)
    {
        var registered = (await registers.ReadAsync(cancellation)).EverCoded(SubjectKind.Region, code).Select(each => (long?)each.Number).FirstOrDefault();
        var counties = await CountiesAsync(cancellation);
        return counties.FirstOrDefault(county => registered is { } number ? county.Scope.Value == number : county.Code == code) is { } region
            ? await _contents.RunAsync(region.Scope, region, cancellation)
            : null;
    }

    public async Task<StatisticsTable> TableAsync(StoredCounty county, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var parts = ImmutableArray.CreateBuilder<StatisticsPart>();
        foreach (var each in county.Returns)
        {
            var row = await database.Returns.AsNoTracking().SingleAsync(
                row => row.ScopeId == county.Region.Scope.Value && row.ReportYear == each.ReportYear && row.Layout == (byte)each.Layout && row.Version == each.Version,
                cancellation);
            if (Convert.ToHexStringLower(SHA256.HashData(row.Blob)) != row.BlobSha256)
            {
                throw new InvalidDataException($"The stored figures of {county.Region.Code} for {each.ReportYear} do not have the hash on record.");
            }

            parts.Add(StatisticsBlob.Read(row.Blob));
        }

        return StatisticsTable.Of(parts.ToImmutable());
    }

    public async Task<ItemFigures> ItemsAsync(StoredCounty county, StoredItems items, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var rows = await database.Items.AsNoTracking()
            .Where(row => row.ScopeId == county.Region.Scope.Value && row.ReportYear == items.ReportYear && row.Version == items.Version)
            .OrderBy(row => row.Line)
            .ToListAsync(cancellation);
        return new ItemFigures(rows.Select(row => new ItemFigure(
            county.Region.Code, row.Item, row.Field, row.Value, row.Source, new Origin(items.FileName, row.Sheet, row.Cell))));
    }

    public async Task<ImmutableArray<ImportFinding>> FindingsAsync(StoredCounty county, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var files = county.Returns.Select(each => (each.FileSha256, each.FileName)).Concat(county.Items.Select(each => (each.FileSha256, each.FileName))).Distinct().ToDictionary();
        var rows = await database.Findings.AsNoTracking().Where(row => row.ScopeId == county.Region.Scope.Value).OrderBy(row => row.FileSha256).ThenBy(row => row.Number).ToListAsync(cancellation);
        return [.. rows.Where(row => files.ContainsKey(row.FileSha256)).Select(row => new ImportFinding(
            row.FileSha256,
            row.Rule,
            (Severity)row.Severity,
            new Origin(files[row.FileSha256], row.Sheet, row.Cell),
            new LocalizedText(row.MessageZh, row.MessageEn),
            new LocalizedText(row.RemedyZh, row.RemedyEn)))];
    }

    private static async Task<ImmutableArray<Region>> CountiesAsync(IDbContextFactory<JunhengDatabase> databases)
    {
        await using var database = await databases.CreateDbContextAsync();
        var rows = await database.Regions.AsNoTracking().Where(row => row.Level == (byte)RegionLevel.County).OrderBy(row => row.Code).ToListAsync();
        return [.. rows.Select(ToRegion)];
    }

    /// <summary>What a county has, for all who ask at the same time.</summary>
    private static async Task<IReadOnlyList<StoredCounty>> ContentsAsync(IDbContextFactory<JunhengDatabase> databases, IReadOnlyList<Region> asked)
    {
        await using var database = await databases.CreateDbContextAsync();
        var region = asked[^1];
        var names = await database.Files.AsNoTracking().Where(file => file.ScopeId == region.Scope.Value).Select(file => new { file.Sha256, file.Name }).ToDictionaryAsync(file => file.Sha256, file => file.Name);
        var returns = await database.Returns.AsNoTracking()
            .Where(row => row.ScopeId == region.Scope.Value)
            .Select(row => new { row.ReportYear, row.Layout, row.Version, row.FileSha256, row.Rows, row.BlobSha256, row.CreatedAt })
            .ToListAsync();
        var items = await database.Items.AsNoTracking()
            .Where(row => row.ScopeId == region.Scope.Value)
            .GroupBy(row => new { row.ReportYear, row.Version, row.FileSha256 })
            .Select(group => new { group.Key.ReportYear, group.Key.Version, group.Key.FileSha256, Lines = group.Count() })
            .ToListAsync();
        var found = new StoredCounty(
            region,
            [.. returns.GroupBy(row => (row.ReportYear, row.Layout)).Select(group => group.MaxBy(row => row.Version)!).OrderBy(row => row.ReportYear).Select(row => new StoredReturn(
                row.ReportYear, (TableLayout)row.Layout, row.Version, names[row.FileSha256], row.FileSha256, row.Rows, row.BlobSha256, row.CreatedAt))],
            [.. items.GroupBy(row => row.ReportYear).Select(group => group.MaxBy(row => row.Version)!).Select(row => new StoredItems(
                row.ReportYear, row.Version, names[row.FileSha256], row.FileSha256, row.Lines))]);
        return [.. asked.Select(_ => found)];
    }

    private static Region ToRegion(RegionRow row) => new(
        new ScopeId(row.ScopeId), row.Code, row.Name, (RegionLevel)row.Level, row.ParentScopeId is { } parent ? new ScopeId(parent) : null);
}
