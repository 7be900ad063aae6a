using System.Collections.Concurrent;
using System.Collections.Immutable;
using Junheng.Application.Regions;
using Junheng.Application.Search;
using Junheng.Storage.Returns;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Search;

/// <summary>The names of schools out of the newest returns; kept by the hash of their figures.</summary>
internal sealed class StoredSchoolNames(IDbContextFactory<JunhengDatabase> databases) : ISchoolNames
{
    private readonly ConcurrentDictionary<string, ImmutableArray<NamedSchool>> _byBlob = new(StringComparer.Ordinal);

    public async Task<ImmutableArray<NamedCounty>> ReadAsync(ImmutableHashSet<ScopeId> scopes, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var regions = await database.Regions.AsNoTracking().Where(row => row.Level == (byte)RegionLevel.County).OrderBy(row => row.Code).ToListAsync(cancellation);
        var heads = await database.Returns.AsNoTracking().Select(row => new { row.ScopeId, row.ReportYear, row.Layout, row.Version, row.BlobSha256 }).ToListAsync(cancellation);
        var newest = heads.GroupBy(row => row.ScopeId).ToDictionary(
            group => group.Key,
            group => group.Where(row => row.ReportYear == group.Max(each => each.ReportYear)).GroupBy(row => row.Layout).Select(layout => layout.MaxBy(row => row.Version)!).ToList());
        var counties = ImmutableArray.CreateBuilder<NamedCounty>();
        foreach (var region in regions.Where(region => scopes.Contains(new ScopeId(region.ScopeId))))
        {
            var schools = new List<NamedSchool>();
            foreach (var head in newest.GetValueOrDefault(region.ScopeId) ?? [])
            {
                if (!_byBlob.TryGetValue(head.BlobSha256, out var named))
                {
                    var blob = await database.Returns.AsNoTracking()
                        .Where(row => row.ScopeId == head.ScopeId && row.ReportYear == head.ReportYear && row.Layout == head.Layout && row.Version == head.Version)
                        .Select(row => row.Blob).SingleAsync(cancellation);
                    named = _byBlob.GetOrAdd(head.BlobSha256, Names(blob));
                }

                schools.AddRange(named);
            }

            counties.Add(new NamedCounty(
                new Region(new ScopeId(region.ScopeId), region.Code, region.Name, RegionLevel.County, region.ParentScopeId is { } parent ? new ScopeId(parent) : null),
                [.. schools.DistinctBy(school => school.Code)]));
        }

        return counties.ToImmutable();
    }

    private static ImmutableArray<NamedSchool> Names(byte[] blob)
    {
        var part = StatisticsBlob.Read(blob);
        return [.. Enumerable.Range(0, part.Count).Select(row => new NamedSchool(part.SchoolCode[row], part.SchoolName?[row] ?? "")).DistinctBy(school => school.Code)];
    }
}
