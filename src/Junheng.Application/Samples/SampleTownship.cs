namespace Junheng.Application.Samples;

/// <summary>A township of a sample county.</summary>
/// <param name="Name">Name with its kind: 街道, 镇 or 乡.</param>
/// <param name="Latitude">Degrees × 10,000.</param>
/// <param name="Longitude">Degrees × 10,000.</param>
internal sealed record SampleTownship(string Name, int Latitude, int Longitude);

/// <summary>A county of the sample: the code and names are invented, province 99 is in no register.</summary>
internal sealed record SampleCountyProfile(string Code, string Name, IReadOnlyList<SampleTownship> Townships)
{
    /// <summary>How well the county is provided for, in thousandths of the usual level.</summary>
    public int Quality { get; init; } = 1000;

    /// <summary>Sports area of rural schools in thousandths of the usual level; it drives the dispersion.</summary>
    public int RuralSports { get; init; } = 1000;

    /// <summary>How many of 1,000 schools have one item a little below the norm.</summary>
    public int WeakSchools { get; init; } = 150;
}
