namespace Junheng.Web.Shared;

/// <summary>Which chapter of the guide is about which page, told from the beginning of its address; the longest beginning decides.</summary>
internal static class HelpChapters
{
    private static readonly (string Beginning, string Chapter)[] _chapters =
    [
        ("/counties/{code}", "county"),
        ("/counties/{code}/schools", "county#matrix"),
        ("/counties/{code}/schools/{school}", "county#school"),
        ("/counties/{code}/indicators", "county#indicator"),
        ("/counties/{code}/data", "county#data"),
        ("/counties/{code}/items", "county#items"),
        ("/counties/{code}/schools/{school}/sheet", "print"),
        ("/counties/{code}/compare", "county#years-task"),
        ("/counties/{code}/teachers", "county#watched"),
        ("/counties/{code}/retention", "county#watched"),
        ("/counties/{code}/sizes", "county#watched"),
        ("/counties/{code}/map", "regions"),
        ("/counties/{code}/screen", "regions"),
        ("/counties/{code}/boundary", "regions"),
        ("/counties/{code}/recognition", "regions"),
        ("/counties/{code}/what-if", "whatif"),
        ("/audit", "people"),
        ("/account/tokens", "api"),
        ("/counties/{code}/papers", "print"),
        ("/counties/{code}/rounds", "collect"),
        ("/counties/{code}/rounds/{year:int}", "review"),
        ("/counties/{code}/rounds/{year:int}/schools", "collect#form"),
        ("/counties/{code}/rounds/{year:int}/schools/{school}/import", "collect#sheet"),
        ("/counties/{code}/rounds/{year:int}/schools/{school}/print", "print"),
        ("/counties/{code}/rounds/{year:int}/import", "collect#sheet"),
        ("/counties/{code}/import", "import"),
        ("/counties/{code}/package", "review#package"),
        ("/returns", "collect"),
        ("/trace", "county#trace"),
        ("/files", "county#trace"),
        ("/items", "county#items"),
        ("/mapping", "import"),
        ("/people", "people"),
        ("/proposals", "people"),
        ("/settings", "people#settings"),
        ("/account", "people#account"),
        ("/hand-out", "people"),
        ("/sign-in", "start#sign-in"),
        ("/set-up", "start#set-up"),
        ("/registers", "import#registers"),
        ("/scenarios", "whatif"),
        ("/counties/{code}/scenarios", "whatif"),
        ("/counties/{code}/plan", "plan"),
        ("/regions", "regions"),
        ("/api", "api"),
    ];

    /// <summary>The address of the chapter below <c>/help</c>; empty for the first page of the guide.</summary>
    /// <param name="pattern">The pattern of the endpoint that answers.</param>
    public static string Of(string? pattern) =>
        _chapters.Where(each => pattern == each.Beginning || pattern?.StartsWith(each.Beginning + '/', StringComparison.Ordinal) == true)
            .OrderByDescending(each => each.Beginning.Length).Select(each => '/' + each.Chapter).FirstOrDefault() ?? "";
}
