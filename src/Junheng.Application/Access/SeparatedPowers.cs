using System.Collections.Immutable;

namespace Junheng.Application.Access;

/// <summary>The three powers that nobody holds two of on the same day (三员分立): system, security and audit. Standing in for somebody counts.</summary>
public static class SeparatedPowers
{
    /// <summary>The powers.</summary>
    public static ImmutableArray<Role> All { get; } = [Role.SystemAdministrator, Role.SecurityAdministrator, Role.Auditor];

    /// <summary>Whether a role is one of them; to give it takes two persons.</summary>
    public static bool Contains(Role role) => All.Contains(role);

    /// <summary>Two of the grants that would give one person two of the powers on the same day; null when there are none.</summary>
    public static (Grant First, Grant Second)? Conflict(IReadOnlyList<Grant> grants)
    {
        var powers = grants.Where(grant => Contains(grant.Role)).ToList();
        for (var i = 0; i < powers.Count; i++)
        {
            for (var j = i + 1; j < powers.Count; j++)
            {
                if (powers[i].Role != powers[j].Role && powers[i].Overlaps(powers[j]))
                {
                    return (powers[i], powers[j]);
                }
            }
        }

        return null;
    }
}
