using System.Collections.Concurrent;
using System.Collections.Immutable;
using Junheng.Application.Assess;
using Junheng.Application.Schools;
using Junheng.Assessment.Results;
using Junheng.Assessment.Traces;

namespace Junheng.Application.Counties;

/// <summary>A county on record as judged for one report year.</summary>
/// <param name="Stored">What is on record.</param>
/// <param name="Year">The report year judged.</param>
/// <param name="Report">The result with its id, inputs and findings.</param>
/// <param name="County">The county in it.</param>
public sealed record CountyOnFile(StoredCounty Stored, int Year, AssessmentReport Report, CountyAssessment County)
{
    private readonly ConcurrentDictionary<(int Block, int Indicator), SpreadTrace> _spreads = new();
    private readonly Lazy<ImmutableArray<SchoolRow>> _rows = new(() => [.. County.Units.Select(unit => SchoolRow.Of(Report.Result, unit))]);

    /// <summary>The units as rows of figures, in the county's order; worked out once, since a judged county is kept.</summary>
    public ImmutableArray<SchoolRow> Rows => _rows.Value;

    /// <summary>How a coefficient comes about, with each unit's part in it; worked out once for the same reason.</summary>
    /// <param name="block">Index of the stage's block.</param>
    /// <param name="indicator">Index of the indicator.</param>
    public SpreadTrace Spread(int block, int indicator) => _spreads.GetOrAdd((block, indicator), at => SpreadTrace.Of(Report.Result, at.Block, at.Indicator));

    /// <summary>By what it was judged, with the year named.</summary>
    public Basis Basis { get; init; } = Basis.Default;

    /// <summary>The name to show: the code where there is no name.</summary>
    public string Name => County.Name.Length > 0 ? County.Name : County.Code;

    /// <summary>The report years to choose from, newest first.</summary>
    public ImmutableArray<int> Years => Stored.Years;

    /// <summary>The hash of a file by the name that origins carry; null when it is not on record.</summary>
    public string? FileHash(string? name) =>
        Stored.Returns.FirstOrDefault(each => each.FileName == name)?.FileSha256 ?? Stored.Items.FirstOrDefault(each => each.FileName == name)?.FileSha256;
}
