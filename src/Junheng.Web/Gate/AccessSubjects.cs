using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.Counties;
using Junheng.Application.Files;
using Junheng.Application.Grants;
using Junheng.Application.Regions;
using Junheng.Application.Samples;
using Junheng.Application.Settings;

namespace Junheng.Web.Gate;

/// <summary>The county and school that a request is about; handlers take them from here, so that they show what the gate asked about.</summary>
/// <param name="Code">The county's code; null where none is named and the visitor may see none.</param>
/// <param name="School">The school's code; null where none is named.</param>
internal sealed record AskedCounty(string? Code, string? School = null);

/// <summary>Tells from an address what a request is about.</summary>
internal sealed class AccessSubjects(ICountyReturns returns, DatedCounties counties, IStoredFiles files, Demo demo, TimeProvider clock)
{
    /// <summary>The subjects, of which one must be allowed; none where the address names nothing on record.</summary>
    public async Task<ImmutableArray<AccessSubject>> OfAsync(HttpContext context, EndpointRule.Requires rule, CancellationToken cancellation)
    {
        if (rule.Subject == SubjectKind.Installation)
        {
            return [AccessSubject.Installation];
        }

        var regions = await returns.CountiesAsync(cancellation);
        var isDemo = await demo.IsOnAsync(cancellation);
        if (rule.Subject == SubjectKind.File)
        {
            var scopes = await files.ScopesAsync(Routed(context, "sha") ?? "", cancellation);
            return [.. regions.Where(region => scopes.Contains(region.Scope)).Select(region => Subject(region, null, isDemo))];
        }

        var county = Routed(context, "code") ?? Queried(context, "county");
        if (county is null)
        {
            // Whoever is signed in works on what is granted to them; the first page leads all others to their own place rather than to the sample.
            var seen = regions.FirstOrDefault(region => IsAllowed(context, rule.Action, Subject(region, null, isDemo: false)));
            if (seen is null && (context.Person() is null || rule.Subject != SubjectKind.FirstPage))
            {
                seen = regions.FirstOrDefault(region => IsAllowed(context, rule.Action, Subject(region, null, isDemo)));
            }

            context.Features.Set(new AskedCounty(seen?.Code));
            return seen is null ? [new AccessSubject([])] : [Subject(seen, null, isDemo)];
        }

        var school = rule.Subject == SubjectKind.School ? Routed(context, "school") ?? Queried(context, "school") : null;
        context.Features.Set(new AskedCounty(county, school));
        return await counties.FindAsync(county, cancellation) is { } named ? [Subject(named, school, isDemo) with { Merged = await MergedAsync(named, school, cancellation) }] : [];
    }

    /// <summary>Whether visitors may look at something without signing in.</summary>
    public Task<bool> IsDemoAsync(CancellationToken cancellation) => demo.IsOnAsync(cancellation);

    /// <summary>Decides for the person of a request.</summary>
    public AccessDecision Decide(HttpContext context, AccessAction action, AccessSubject subject) => AccessRules.Decide(context.Person(), action, subject, GiveGrants.Today(clock));

    /// <summary>The counties that a school's county took over; none where the whole county is asked for.</summary>
    private async Task<ImmutableArray<ScopeId>> MergedAsync(Region county, string? school, CancellationToken cancellation) =>
        school is null ? [] : [.. (await counties.MergedIntoAsync(county.Scope, GiveGrants.Today(clock), cancellation)).Select(region => region.Scope)];

    private bool IsAllowed(HttpContext context, AccessAction action, AccessSubject subject) => Decide(context, action, subject) == AccessDecision.Allowed;

    private static AccessSubject Subject(Region region, string? school, bool isDemo) =>
        new(region.Parent is { } parent ? [region.Scope, parent] : [region.Scope], school, IsOpenDemo: isDemo && region.Code == SampleCounty.Code);

    private static string? Routed(HttpContext context, string name) => context.Request.RouteValues.TryGetValue(name, out var value) ? value as string : null;

    private static string? Queried(HttpContext context, string name) => context.Request.Query[name].ToString() is { Length: > 0 } text ? text : null;
}
