using Junheng.Application.Access;
using Junheng.Application.Counties;

namespace Junheng.Web.Shared;

/// <summary>From where the head of a page leads: its county as far as the page has one, and who reads.</summary>
/// <param name="County">The county with its figures; null where the page does not show them.</param>
/// <param name="Code">The county's code; null where the page belongs to none.</param>
/// <param name="Page">The reader.</param>
internal sealed record NavigationPlace(CountyOnFile? County, string? Code, PageContext Page)
{
    /// <summary>An address below the county's own; null without a county.</summary>
    public string? Below(string path) => Code is null ? null : $"/counties/{Uri.EscapeDataString(Code)}{path}";

    /// <summary>An address that names the county in its query; null without a county.</summary>
    public string? Asking(string path) => Code is null ? null : $"{path}?county={Uri.EscapeDataString(Code)}";
}

/// <summary>One entry of the head.</summary>
/// <param name="Id">Its id: the text is <c>nav.ID</c>, and a page whose <c>Current</c> it is stands here.</param>
/// <param name="Group">The group, whose text is <c>nav.group.ID</c>.</param>
/// <param name="Address">Where it leads; null where it is not offered.</param>
internal sealed record NavigationEntry(string Id, string Group, Func<NavigationPlace, string?> Address);

/// <summary>The pages that the head of every page offers, by groups. A new page of weight gets a line here.</summary>
internal static class Navigation
{
    private static readonly NavigationEntry[] _entries =
    [
        new("overview", "county", place => place.County is { } county ? Links.Overview(county) : place.Below("") ?? "/"),
        new("schools", "county", place => place.County is { } county ? Links.Schools(county) : place.Below("/schools")),
        new("indicators", "county", place => place.County is { } county ? Links.Indicator(county, county.Report.Result.InForce.Standard.Indicators[0].Id, county.Report.Result.InForce.Standard.Stages[0]) : null),
        new("items", "county", place => place.County is { } county ? Links.Items(county) : place.Asking("/items")),
        new("structure", "county", place => place.County is { } county ? Links.Structure(county) : place.Below("/teachers")),
        new("retention", "county", place => place.County is { } county ? Links.Retention(county) : place.Below("/retention")),
        new("sizes", "county", place => place.County is { } county ? Links.Sizes(county) : place.Below("/sizes")),
        new("compare", "county", place => place.County is { } county ? Links.Compare(county) : place.Below("/compare")),
        new("map", "county", place => place.County is { } county ? Links.Map(county) : place.Below("/map")),
        new("screen", "county", place => place.County is { } county ? Links.Screen(county) : place.Below("/screen")),
        new("data", "county", place => place.County is { } county ? Links.Quality(county) : place.Below("/data")),
        new("returns", "collection", place => HasOwnReturns(place.Page) ? "/returns" : null),
        new("rounds", "collection", place => place.Below("/rounds")),
        new("mapping", "collection", place => place.County is { } county ? Links.Mapping(county) : place.Asking("/mapping")),
        new("plan", "plan", place => place.County is { } county ? Links.Plan(county) : place.Below("/plan")),
        new("plans", "plan", place => place.Below("/plans")),
        new("whatif", "scenario", place => place.County is { } county ? Links.WhatIf(county) : place.Below("/what-if")),
        new("scenarios", "scenario", place => place.Below("/scenarios")),
        new("help", "reference", _ => "/help"),
        new("modelled", "reference", place => place.County is { } county ? Links.Modelled(county) : place.Asking("/modelled") ?? "/modelled"),
        new("registers", "reference", place => place.Asking("/registers")),
        new("glossary", "reference", _ => "/glossary"),
        new("api", "reference", _ => "/api"),
        new("people", "admin", place => place.Page.May(AccessAction.ViewPeople) ? "/people" : null),
        new("proposals", "admin", place => place.Page.May(AccessAction.CountersignGrants) ? "/proposals" : null),
        new("audit", "admin", place => place.Page.May(AccessAction.ReadAudit) ? "/audit" : null),
        new("settings", "admin", place => place.Page.May(AccessAction.ManageSettings) ? "/settings" : null),
    ];

    /// <summary>The groups in the order of the work, each with what it offers the reader; empty groups are left out.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<(string Id, string Address)> Entries)> Of(NavigationPlace place)
    {
        string[] order = ["county", "collection", "plan", "scenario", "reference", "admin"];
        var offered = _entries.Select(entry => (entry.Group, entry.Id, Address: entry.Address(place))).Where(entry => entry.Address is not null).ToLookup(entry => entry.Group, entry => (entry.Id, entry.Address!));
        return [.. order.Where(offered.Contains).Select(group => (group, (IReadOnlyList<(string, string)>)[.. offered[group]]))];
    }

    private static bool HasOwnReturns(PageContext page) =>
        page.Session is { } session && session.Grants.Any(grant => grant.HoldsOn(page.Today) && !SeparatedPowers.Contains(grant.Role));
}
