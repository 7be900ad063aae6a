using System.Globalization;
using Junheng.Application.Access;

namespace Junheng.Application.Grants;

/// <summary>A grant as one line, for the audit trail and for proposals.</summary>
public static class GrantText
{
    /// <summary>Role, place and days.</summary>
    public static string Of(Grant grant)
    {
        var place = grant.Scope == GrantScope.Installation ? "*" : $"{grant.Scope.Region.Value.ToString(CultureInfo.InvariantCulture)}/{grant.Scope.Kind}/{grant.Scope.Key}".TrimEnd('/');
        return $"{Roles.Of(grant.Role).Title.Zh} @ {place}, {Day(grant.From)} – {(grant.To is { } to ? Day(to) : "…")}";
    }

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
