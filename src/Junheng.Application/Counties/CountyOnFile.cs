using System.Collections.Immutable;
using Junheng.Application.Assess;
using Junheng.Assessment.Results;

namespace Junheng.Application.Counties;

/// <summary>A county on record as judged for one report year.</summary>
/// <param name="Stored">What is on record.</param>
/// <param name="Year">The report year judged.</param>
/// <param name="Report">The result with its id, inputs and findings.</param>
/// <param name="County">The county in it.</param>
public sealed record CountyOnFile(StoredCounty Stored, int Year, AssessmentReport Report, CountyAssessment County)
{
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
