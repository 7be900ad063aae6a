using Junheng.Application.Maps;
using Junheng.Application.Regions;
using Junheng.Application.Samples;
using Junheng.Domain.Text;

namespace Junheng.Application.FirstStart;

/// <summary>Use case: the sample county gets its invented boundary, through the same import as any other, where it has none.</summary>
public sealed class StoreSampleBoundary(ReadRegions regions, IBoundaries boundaries, ImportBoundaries import)
{
    /// <summary>Stores it; says whether it did.</summary>
    /// <exception cref="InvalidOperationException">The generated file was refused.</exception>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        if ((await regions.RunAsync(cancellation)).Find(SampleCounty.Code) is not { Level: RegionLevel.County, Scope: { } scope } county
            || (await boundaries.NewestAsync([scope], cancellation)).Length > 0)
        {
            return false;
        }

        return await import.RunAsync([county], "boundary.geojson", SampleBoundaries.County(), MapDatum.Cgcs2000, "installation", Language.Zh, cancellation) is BoundaryOutcome.Refused refused
            ? throw new InvalidOperationException($"The boundary of the sample county was refused: {string.Join("; ", refused.Findings.Select(finding => finding.Message))}")
            : true;
    }
}
