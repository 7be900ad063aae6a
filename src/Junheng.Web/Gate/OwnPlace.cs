using Junheng.Application.Access;
using Junheng.Application.Counties;
using Junheng.Application.Grants;

namespace Junheng.Web.Gate;

/// <summary>Where somebody to whom no county is granted finds their work: their school, the list of people, the audit, or their own account.</summary>
internal sealed class OwnPlace(ICountyReturns returns, TimeProvider clock)
{
    public async Task<string> OfAsync(Person person, CancellationToken cancellation)
    {
        var held = person.Grants.Where(grant => grant.HoldsOn(GiveGrants.Today(clock))).ToList();
        if (held.FirstOrDefault(grant => grant.Scope.Kind == GrantKind.School) is { } school
            && (await returns.CountiesAsync(cancellation)).FirstOrDefault(region => region.Scope == school.Scope.Region) is { } county)
        {
            return $"/counties/{Uri.EscapeDataString(county.Code)}/schools/{Uri.EscapeDataString(school.Scope.Key)}";
        }

        return held.Any(grant => Roles.Of(grant.Role).Actions.Contains(AccessAction.ViewPeople)) ? "/people" : held.Any(grant => Roles.Of(grant.Role).Actions.Contains(AccessAction.ReadAudit)) ? "/audit" : "/account";
    }
}
