using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.Collection;
using Junheng.Application.Counties;
using Junheng.Application.Grants;
using Junheng.Application.Regions;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Collection;

/// <summary>Where somebody's work on returns is: their counties and their schools, with the rounds of each.</summary>
/// <param name="County">The county.</param>
/// <param name="Rounds">Its rounds, newest first.</param>
/// <param name="IsWhole">Whether the whole county is theirs to see.</param>
/// <param name="Schools">Their schools with the state in each round; empty where the whole county is theirs.</param>
public sealed record OwnCounty(Region County, ImmutableArray<CollectionRound> Rounds, bool IsWhole, ImmutableArray<(CollectionRound Round, SchoolReturn Return)> Schools);

/// <summary>The first page of whoever fills in, reviews or confirms.</summary>
internal static class OwnReturnsHandlers
{
    public static async Task<IResult> ShowAsync(HttpContext context, ICountyReturns returns, ICollectionStore store, CollectionDesk desk, TimeProvider clock, CancellationToken cancellation)
    {
        var (person, today) = (context.OwnSession().Person, GiveGrants.Today(clock));
        var counties = ImmutableArray.CreateBuilder<OwnCounty>();
        foreach (var county in await returns.CountiesAsync(cancellation))
        {
            var isWhole = person.Grants.Any(grant => grant.HoldsOn(today) && grant.Scope.Kind == GrantKind.Region) && desk.May(context, AccessAction.ViewFigures, county)
                && person.Grants.Any(grant => grant.HoldsOn(today) && grant.Scope.Kind == GrantKind.Region && (grant.Scope.Region == county.Scope || grant.Scope.Region == county.Parent || grant.Scope.Region == ScopeId.Installation));
            var merged = await desk.MergedAsync(county, today, cancellation);
            var schools = person.Grants.Where(grant => grant.HoldsOn(today) && grant.Scope.Kind == GrantKind.School && (grant.Scope.Region == county.Scope || merged.Contains(grant.Scope.Region))).Select(grant => grant.Scope.Key).ToHashSet(StringComparer.Ordinal);
            if (!isWhole && schools.Count == 0)
            {
                continue;
            }

            var rounds = await store.RoundsAsync(county.Scope, cancellation);
            var own = ImmutableArray.CreateBuilder<(CollectionRound, SchoolReturn)>();
            foreach (var round in rounds)
            {
                own.AddRange((await store.ReturnsAsync(county.Scope, round.ReportYear, cancellation)).Where(each => schools.Contains(each.School.Code)).Select(each => (round, each)));
            }

            counties.Add(new OwnCounty(county, rounds, isWhole, own.ToImmutable()));
        }

        return new PageResult<OwnReturnsPage>(new { Counties = counties.ToImmutable() });
    }
}
