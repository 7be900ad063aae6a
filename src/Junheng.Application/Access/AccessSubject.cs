using System.Collections.Immutable;
using Junheng.Application.Regions;

namespace Junheng.Application.Access;

/// <summary>What somebody wants to act on, with everything that it lies in.</summary>
/// <param name="Regions">The region itself first, then each that it lies in; the installation is not listed, since everything lies in it.</param>
/// <param name="School">The school's code; null for what is not one school's.</param>
/// <param name="Class">The class within the school; null for what is not one class's.</param>
/// <param name="Pupil">The pupil; null for what is not one pupil's.</param>
/// <param name="Groups">The groups that the school is in.</param>
/// <param name="IsOpenDemo">Whether it belongs to the sample county and the demo is switched on.</param>
/// <param name="Merged">Counties that merged into the region: a grant for one of their schools goes along with the school, one for the whole county does not.</param>
public sealed record AccessSubject(
    ImmutableArray<ScopeId> Regions, string? School = null, string? Class = null, string? Pupil = null, ImmutableArray<string> Groups = default, bool IsOpenDemo = false, ImmutableArray<ScopeId> Merged = default)
{
    /// <summary>The installation as a whole.</summary>
    public static AccessSubject Installation { get; } = new([]);

    /// <summary>Whether a grant for this scope covers the subject.</summary>
    public bool IsWithin(GrantScope scope) => scope.Kind switch
    {
        GrantKind.Region => scope.Region == ScopeId.Installation || Regions.Contains(scope.Region),
        GrantKind.School => School == scope.Key && (Regions.Contains(scope.Region) || (!Merged.IsDefaultOrEmpty && Merged.Contains(scope.Region))),
        _ when !Regions.Contains(scope.Region) => false,
        GrantKind.Group => !Groups.IsDefaultOrEmpty && Groups.Contains(scope.Key),
        GrantKind.Class => Class == scope.Key,
        _ => Pupil == scope.Key,
    };
}
