using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.Samples;
using Junheng.Application.Search;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Search;

/// <summary>What somebody looks for and what was found.</summary>
/// <param name="Text">As typed.</param>
/// <param name="County">The county whose pages are meant; null when none is.</param>
/// <param name="Hits">What was found.</param>
/// <param name="IsAsked">Whether anything was looked for.</param>
public sealed record SearchView(string Text, string? County, ImmutableArray<SearchHit> Hits, bool IsAsked);

/// <summary>The search of the head of every page.</summary>
internal static class SearchHandlers
{
    private const int MostSuggested = 10;

    public static async Task<IResult> ShowAsync(string? q, string? county, HttpContext context, FindAnything find, AccessSubjects subjects, CancellationToken cancellation) =>
        new PageResult<SearchPage>(new { View = await FoundAsync(q, county, context, find, subjects, cancellation) });

    /// <summary>The first few, for the list under the field.</summary>
    public static async Task<IResult> SuggestAsync(string? q, string? county, HttpContext context, FindAnything find, AccessSubjects subjects, CancellationToken cancellation)
    {
        var view = await FoundAsync(q, county, context, find, subjects, cancellation);
        return new PageResult<Suggestions>(new { View = view with { Hits = [.. view.Hits.OrderBy(hit => hit.Rank).Take(MostSuggested)] } });
    }

    private static async Task<SearchView> FoundAsync(string? q, string? county, HttpContext context, FindAnything find, AccessSubjects subjects, CancellationToken cancellation)
    {
        if (SearchTerm.Of(q) is not { } term)
        {
            return new SearchView("", county, [], false);
        }

        var demo = await subjects.IsDemoAsync(cancellation) ? SampleCounty.Code : null;
        var open = county ?? (context.Person() is null ? demo : null);
        var language = ChosenLanguage.Of(context);
        var request = new SearchRequest(term, (action, subject) => subjects.Decide(context, action, subject) == AccessDecision.Allowed, demo, open, Pages(context, open, new Texts(language), subjects), language);
        return new SearchView(term.Text, open, await find.RunAsync(request, cancellation), true);
    }

    /// <summary>The pages that the reader may open.</summary>
    private static ImmutableArray<(string Id, string Name)> Pages(HttpContext context, string? county, Texts texts, AccessSubjects subjects)
    {
        bool May(AccessAction action) => subjects.Decide(context, action, AccessSubject.Installation) == AccessDecision.Allowed;
        return
        [
            .. county is null ? [] : SearchLinks.PagesOfCounty.Select(id => (id, texts["nav." + id])),
            .. May(AccessAction.ViewPeople) ? new[] { ("people", texts["nav.people"]) } : [],
            .. May(AccessAction.ManageSettings) ? new[] { ("settings", texts["nav.settings"]) } : [],
            .. context.Person() is null ? [] : new[] { ("account", texts["account.title"]), ("returns", texts["nav.returns"]) },
        ];
    }
}

/// <summary>Where a hit leads.</summary>
internal static class SearchLinks
{
    public static readonly string[] PagesOfCounty = ["overview", "schools", "indicators", "items", "whatif", "rounds", "modelled", "mapping"];

    public static string Of(SearchHit hit, string? county) => hit.Kind switch
    {
        HitKind.County => County(hit.Code),
        HitKind.School => $"{County(hit.County)}/schools/{Escape(hit.Code)}",
        HitKind.Indicator => $"{County(hit.County)}/indicators/{Escape(hit.Code)}",
        HitKind.Item => $"/items?county={Escape(hit.County)}#{Links.Anchor(hit.Code)}",
        HitKind.Person => $"/people?q={Escape(hit.Code)}",
        _ => hit.Code switch
        {
            "people" or "settings" or "account" or "returns" => "/" + hit.Code,
            "overview" => County(county!),
            "schools" or "rounds" => $"{County(county!)}/{hit.Code}",
            "whatif" => $"{County(county!)}/what-if",
            "indicators" => $"{County(county!)}/indicators/R1",
            _ => $"/{hit.Code}?county={Escape(county!)}",
        },
    };

    private static string County(string code) => $"/counties/{Escape(code)}";

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
