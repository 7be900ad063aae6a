using Junheng.Application.Regions;

namespace Junheng.Application.Access;

/// <summary>The number of an account; it never changes.</summary>
public readonly record struct AccountId(Guid Value)
{
    /// <summary>The stable id under which records name somebody, <c>account/…</c>: it says nothing by itself, and the name is found by looking it up.</summary>
    public string Id => $"account/{Value:n}";
}

/// <summary>What a grant is about.</summary>
public enum GrantKind : byte
{
    /// <summary>A region with everything in it; the installation holds all regions.</summary>
    Region = 0,

    /// <summary>One school.</summary>
    School = 1,

    /// <summary>A named group of schools.</summary>
    Group = 2,

    /// <summary>One class.</summary>
    Class = 3,

    /// <summary>One pupil.</summary>
    Pupil = 4,
}

/// <summary>Where a grant holds.</summary>
/// <param name="Region">The region, or the region that the school, group, class or pupil lies in.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Key">The code of the school, group, class or pupil within the region; empty for a region.</param>
public sealed record GrantScope(ScopeId Region, GrantKind Kind, string Key)
{
    /// <summary>Everything.</summary>
    public static GrantScope Installation { get; } = Of(ScopeId.Installation);

    /// <summary>A region.</summary>
    public static GrantScope Of(ScopeId region) => new(region, GrantKind.Region, "");

    /// <summary>A school of a county.</summary>
    public static GrantScope School(ScopeId county, string code) => new(county, GrantKind.School, code);
}

/// <summary>Somebody's role in a scope from one day to another, both included.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">Where.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null = until it is ended.</param>
/// <param name="DeputyFor">Whom the holder stands in for; null for a grant of one's own.</param>
public sealed record Grant(Guid Id, Role Role, GrantScope Scope, DateOnly From, DateOnly? To, AccountId? DeputyFor = null)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>Whether there is a day on which both hold.</summary>
    public bool Overlaps(Grant other) => (To is null || other.From <= To) && (other.To is null || From <= other.To);

    /// <summary>Whether nothing of it lies ahead.</summary>
    public bool IsOver(DateOnly today) => To < today;
}
