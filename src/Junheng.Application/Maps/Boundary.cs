using System.Collections.Immutable;
using Junheng.Application.Audit;
using Junheng.Application.Regions;
using Junheng.Domain.Findings;
using Junheng.Domain.Geography;
using Junheng.Domain.Text;

namespace Junheng.Application.Maps;

/// <summary>In which coordinates a file of boundaries is drawn.</summary>
public enum MapDatum : byte
{
    /// <summary>CGCS2000, and WGS 84, which differs by less than a metre.</summary>
    Cgcs2000 = 0,

    /// <summary>GCJ-02: taken from a public map service; moved to CGCS2000 when read.</summary>
    Gcj02 = 1,
}

/// <summary>One area of a file.</summary>
/// <param name="Code">Its code; empty where the file gives none.</param>
/// <param name="Name">Its name; empty likewise.</param>
/// <param name="Shape">Its shape.</param>
public sealed record BoundaryFeature(string Code, string Name, GeoShape Shape);

/// <summary>The boundaries of a county on record.</summary>
/// <param name="Scope">The county.</param>
/// <param name="Version">From 1.</param>
/// <param name="FileName">The file that they came in.</param>
/// <param name="Datum">What that file was drawn in; the shapes are in CGCS2000.</param>
/// <param name="Outline">The county's own area.</param>
/// <param name="Inner">Its townships, where the file had them.</param>
public sealed record CountyBoundary(ScopeId Scope, int Version, string FileName, MapDatum Datum, GeoShape Outline, ImmutableArray<BoundaryFeature> Inner);

/// <summary>What came of reading a file of boundaries.</summary>
/// <param name="Features">Its areas; null where something is wrong.</param>
/// <param name="Findings">All that is wrong, with the number of the feature.</param>
public sealed record BoundaryReading(ImmutableArray<BoundaryFeature>? Features, ImmutableArray<Finding> Findings);

/// <summary>Reads files of boundaries.</summary>
public interface IBoundaryFiles
{
    /// <summary>Reads a GeoJSON file (RFC 7946): polygons and multi-polygons with a name or a code.</summary>
    BoundaryReading Read(string fileName, ReadOnlyMemory<byte> content, Language language);
}

/// <summary>Where boundaries are kept: versions are added, none is changed.</summary>
public interface IBoundaries
{
    /// <summary>The newest boundary of each county that has one, of those asked for.</summary>
    Task<ImmutableArray<CountyBoundary>> NewestAsync(IReadOnlyCollection<ScopeId> counties, CancellationToken cancellation);

    /// <summary>Adds a version of each county's boundary with its entry of the audit, all or none.</summary>
    Task AddAsync(IReadOnlyList<(CountyBoundary Boundary, AuditEntry Entry)> boundaries, string actor, CancellationToken cancellation);
}
