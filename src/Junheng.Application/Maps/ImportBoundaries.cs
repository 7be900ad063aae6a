using System.Collections.Immutable;
using Junheng.Application.Audit;
using Junheng.Application.Regions;
using Junheng.Domain.Findings;
using Junheng.Domain.Geography;
using Junheng.Domain.Text;

namespace Junheng.Application.Maps;

/// <summary>What came of importing boundaries.</summary>
public abstract record BoundaryOutcome
{
    private BoundaryOutcome()
    {
    }

    /// <summary>Nothing was stored, and all that is wrong.</summary>
    public sealed record Refused(ImmutableArray<Finding> Findings) : BoundaryOutcome;

    /// <summary>Everything was stored.</summary>
    /// <param name="Counties">The counties that have a new boundary.</param>
    /// <param name="Unused">Names of areas that belong to none of them.</param>
    public sealed record Stored(ImmutableArray<RegionNode> Counties, ImmutableArray<string> Unused) : BoundaryOutcome;
}

/// <summary>
/// Use case: boundaries from a GeoJSON file. An area belongs to the county of its code or name; where one county is asked for and no area names it, a single area is the county itself.
/// For one county the other areas are its townships.
/// </summary>
public sealed class ImportBoundaries(IBoundaryFiles files, IBoundaries boundaries, TimeProvider clock)
{
    /// <summary>Reads, checks and stores.</summary>
    /// <param name="counties">The counties that the actor may give boundaries to.</param>
    /// <param name="fileName">The file's name.</param>
    /// <param name="content">Its content.</param>
    /// <param name="datum">What it is drawn in.</param>
    /// <param name="actor">Who.</param>
    /// <param name="language">Of findings.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<BoundaryOutcome> RunAsync(
        ImmutableArray<RegionNode> counties, string fileName, ReadOnlyMemory<byte> content, MapDatum datum, string actor, Language language, CancellationToken cancellation)
    {
        var reading = files.Read(fileName, content, language);
        if (reading.Features is not { } read)
        {
            return new BoundaryOutcome.Refused(reading.Findings);
        }

        var features = read.Select(feature => datum == MapDatum.Gcj02 ? feature with { Shape = feature.Shape.Moved(Gcj02.ToCgcs2000) } : feature).ToList();
        var found = counties.Select(county => (County: county, Feature: features.Find(feature => Names(feature, county)) ?? (counties.Length == 1 && features.Count == 1 ? features[0] : null)))
            .Where(each => each.Feature is not null && each.County.Scope is not null).ToList();
        if (found.Count == 0)
        {
            var (zh, en) = ("文件里没有哪个区域的代码或名称是这里的县", "No area of the file has the code or name of a county here");
            var (remedyZh, remedyEn) = ($"给区域加上属性 code（如 {counties[0].Code}）或 name", $"Give the area a property code (such as {counties[0].Code}) or name");
            return new BoundaryOutcome.Refused([new Finding("map.no-county", Severity.Error, new Origin(fileName), language == Language.En ? en : zh, language == Language.En ? remedyEn : remedyZh)]);
        }

        var used = found.Select(each => each.Feature!).ToHashSet();
        var rest = features.Where(feature => !used.Contains(feature)).ToImmutableArray();
        var inner = counties.Length == 1 ? rest : [];
        await boundaries.AddAsync(
            [.. found.Select(each => (new CountyBoundary(each.County.Scope!.Value, 0, fileName, datum, each.Feature!.Shape, inner), Entry(each.County, actor, fileName)))], actor, cancellation);
        return new BoundaryOutcome.Stored([.. found.Select(each => each.County)], counties.Length == 1 ? [] : [.. rest.Select(feature => feature.Name.Length > 0 ? feature.Name : feature.Code)]);
    }

    private AuditEntry Entry(RegionNode county, string actor, string fileName) =>
        new(county.Scope!.Value, actor, "map.boundary", $"county/{county.Code}", AuditResults.Done, clock.GetLocalNow()) { Change = new ValueChange(null, fileName) };

    private static bool Names(BoundaryFeature feature, RegionNode county) =>
        feature.Code == county.Code || (feature.Code.Length == 0 && feature.Name.Length > 0 && feature.Name == county.Name);
}
