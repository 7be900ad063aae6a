namespace Junheng.Application.Regions;

/// <summary>The immutable number of a region within this database: first in every key. A county may change its code and name, never this.</summary>
/// <param name="Value">Positive; 0 is the installation itself, which every region lies in.</param>
public readonly record struct ScopeId(long Value)
{
    /// <summary>The installation as a whole: accounts, settings, and whoever works for all its regions.</summary>
    public static ScopeId Installation { get; }
}

/// <summary>The level of a region.</summary>
public enum RegionLevel : byte
{
    /// <summary>国家.</summary>
    Nation = 0,

    /// <summary>省级.</summary>
    Province = 1,

    /// <summary>市级.</summary>
    City = 2,

    /// <summary>县级.</summary>
    County = 3,
}

/// <summary>A region on record.</summary>
/// <param name="Scope">Its number.</param>
/// <param name="Code">Its present code.</param>
/// <param name="Name">Its present name; empty when not given.</param>
/// <param name="Level">Its level.</param>
/// <param name="Parent">The region above; null when none is on record.</param>
public sealed record Region(ScopeId Scope, string Code, string Name, RegionLevel Level, ScopeId? Parent);
