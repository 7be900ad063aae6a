using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Counties;
using Junheng.Application.Regions;
using Junheng.Application.Standards;
using Junheng.Domain.Text;

namespace Junheng.Application.Search;

/// <summary>Who looks for what.</summary>
/// <param name="Term">What.</param>
/// <param name="May">Whether the seeker may do something to a subject.</param>
/// <param name="DemoCode">The county that everybody may look at; null when there is none.</param>
/// <param name="County">The county whose pages are meant; null when none is open.</param>
/// <param name="Pages">The pages by id, as the seeker's language names them.</param>
/// <param name="Language">Of names.</param>
public sealed record SearchRequest(
    SearchTerm Term, Func<AccessAction, AccessSubject, bool> May, string? DemoCode, string? County, ImmutableArray<(string Id, string Name)> Pages, Language Language);

/// <summary>
/// Use case: find schools, people, indicators, items and pages by name, code or first letters. Nobody is told of what they may not see: a county's schools need its
/// figures, one school that school's, people the right to see people.
/// </summary>
public sealed class FindAnything(ICountyReturns returns, ISchoolNames names, IAccounts accounts, IStandardLibrary library)
{
    /// <summary>Finds everything that fits, best first within each kind, alike ones by pinyin.</summary>
    public async Task<ImmutableArray<SearchHit>> RunAsync(SearchRequest request, CancellationToken cancellation)
    {
        var hits = new List<SearchHit>();
        var regions = await returns.CountiesAsync(cancellation);
        var whole = regions.Where(region => request.May(AccessAction.ViewFigures, Subject(region, null, request))).Select(region => region.Scope).ToHashSet();
        var counties = await names.ReadAsync([.. regions.Select(region => region.Scope)], cancellation);
        foreach (var (county, schools) in counties)
        {
            var isWhole = whole.Contains(county.Scope);
            if (isWhole)
            {
                Add(hits, request, HitKind.County, county.Code, county.Name, county);
            }

            foreach (var school in schools.Where(school => isWhole || request.May(AccessAction.ViewFigures, Subject(county, school.Code, request))))
            {
                Add(hits, request, HitKind.School, school.Code, school.Name.Length > 0 ? school.Name : school.Code, county);
            }
        }

        if (regions.FirstOrDefault(region => region.Code == request.County && whole.Contains(region.Scope)) is { } open)
        {
            AddRules(hits, request, open);
        }

        if (request.May(AccessAction.ViewPeople, AccessSubject.Installation))
        {
            foreach (var account in await accounts.AllAsync(cancellation))
            {
                Add(hits, request, HitKind.Person, account.Name, account.FullName, null);
            }
        }

        foreach (var (id, name) in request.Pages)
        {
            Add(hits, request, HitKind.Page, id, name, null);
        }

        return [.. hits.OrderBy(hit => hit.Kind).ThenBy(hit => hit.Rank).ThenBy(hit => hit.Name, PinyinInitials.Order).ThenBy(hit => hit.Code, StringComparer.Ordinal)];
    }

    private void AddRules(List<SearchHit> hits, SearchRequest request, Region county)
    {
        if (library.Open(StandardRequest.Of(StandardRequest.DefaultId), request.Language) is not StandardOpening.Opened { Standard: var standard })
        {
            return;
        }

        foreach (var indicator in standard.Indicators)
        {
            Add(hits, request, HitKind.Indicator, indicator.Id, indicator.Title.In(request.Language), county);
        }

        foreach (var item in standard.Items)
        {
            Add(hits, request, HitKind.Item, item.Id, item.Title.In(request.Language), county);
        }
    }

    private static void Add(List<SearchHit> hits, SearchRequest request, HitKind kind, string code, string name, Region? county)
    {
        if (request.Term.Rank(name, code) is { } rank)
        {
            hits.Add(new SearchHit(kind, code, name, county?.Code ?? "", county?.Name ?? "", rank));
        }
    }

    private static AccessSubject Subject(Region region, string? school, SearchRequest request) =>
        new(region.Parent is { } parent ? [region.Scope, parent] : [region.Scope], school, IsOpenDemo: region.Code == request.DemoCode);
}
