namespace Junheng.Application.Search;

/// <summary>What kind of thing was found, in the order in which kinds are shown.</summary>
public enum HitKind : byte
{
    /// <summary>A county.</summary>
    County = 0,

    /// <summary>A school.</summary>
    School = 1,

    /// <summary>An indicator of the standard.</summary>
    Indicator = 2,

    /// <summary>An evaluation item of the standard.</summary>
    Item = 3,

    /// <summary>A person with an account.</summary>
    Person = 4,

    /// <summary>A page.</summary>
    Page = 5,
}

/// <summary>Something found.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Code">Its code: school code, indicator id, user name, page id.</param>
/// <param name="Name">Its name.</param>
/// <param name="County">The county that it belongs to; empty for none.</param>
/// <param name="CountyName">That county's name.</param>
/// <param name="Rank">How well it fits, 0 best.</param>
public sealed record SearchHit(HitKind Kind, string Code, string Name, string County, string CountyName, int Rank);
