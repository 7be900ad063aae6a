namespace Junheng.Application.Samples;

/// <summary>Pupils of one stage in the school's first and last year of the series; between them the number moves evenly.</summary>
internal readonly record struct Pupils(int First, int Last);

/// <summary>One school of a roster: what a bureau knows of it before any number of a year.</summary>
/// <param name="Serial">Last four digits of the school code.</param>
/// <param name="Name">Full name.</param>
/// <param name="Type">school_type id of the layout.</param>
/// <param name="Township">Name of a township of the county.</param>
/// <param name="Locale">urban, town or rural.</param>
/// <param name="Built">Year in which the school was planned and built.</param>
internal sealed record SampleSchool(string Serial, string Name, string Type, string Township, string Locale, int Built)
{
    public Pupils? Primary { get; init; }
    public Pupils? Junior { get; init; }
    public Pupils? Senior { get; init; }

    /// <summary>举办者类型: 7 county education authority, 5 prefecture, 10 private.</summary>
    public int Organiser { get; init; } = 7;

    public int FirstYear { get; init; } = SampleYears.First;
    public int LastYear { get; init; } = SampleYears.Last;

    /// <summary>Crowded centre of a city, a condition of the sports-area easement.</summary>
    public bool CentreCity { get; init; }

    /// <summary>Serial of the school whose campus this is; null for a school of its own.</summary>
    public string? ParentSerial { get; init; }

    /// <summary>Serial of the school that was merged into this one; null when none was.</summary>
    public string? AbsorbedSerial { get; init; }

    /// <summary>A school of a planted lesson keeps its pupils whatever the seed.</summary>
    public bool Planted { get; init; }

    public bool OpenedLate => FirstYear > SampleYears.First;

    public Pupils? Stage(int stage) => stage switch { 0 => Primary, 1 => Junior, _ => Senior };
}

/// <summary>The report years of the sample series.</summary>
internal static class SampleYears
{
    public const int First = 2021;
    public const int Last = 2026;
}
