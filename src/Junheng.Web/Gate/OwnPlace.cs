using Junheng.Application.Access;

namespace Junheng.Web.Gate;

/// <summary>Where somebody who may see no county finds their work.</summary>
internal static class OwnPlace
{
    public static string Of(Person person)
    {
        var roles = person.Grants.Select(grant => grant.Role).ToHashSet();
        return roles.Overlaps([Role.SystemAdministrator, Role.SecurityAdministrator]) ? "/people" : roles.Overlaps([Role.SchoolClerk, Role.Principal]) ? "/returns" : "/account";
    }
}
