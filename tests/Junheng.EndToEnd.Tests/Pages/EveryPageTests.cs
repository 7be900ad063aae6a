using System.Globalization;

namespace Junheng.EndToEnd.Tests.Pages;

/// <summary>
/// Every page of the program, with the sample county and with a county of its own, as visitor and in the roles: axe-core finds nothing in light, dark and large type, nothing is asked of another
/// server, no page is wider than a desk's, a wall's or a phone's window, and weights hold. One program, one browser.
/// </summary>
public class EveryPageTests
{
    /// <summary>Largest page as sent, with styles and script, before islands (architecture §6).</summary>
    private const long MostOfWorkspace = 300 * 1024;

    private const long MostOfPublic = 100 * 1024;

    /// <summary>Endpoints by the end of their address that are no page of their own to look at, and why.</summary>
    private static readonly Dictionary<string, string> _noPage = new(StringComparer.Ordinal)
    {
        ["/sign-in/code"] = "asks for a code after the password of somebody with a second factor; the markup is that of /sign-in",
        ["/package"] = "a file, once a year is frozen",
        ["/packages/{year:int}"] = "the same file for programs",
        ["/marked"] = "a file, while an import with faults is open",
        ["/imports/{batch}"] = "looked at right after the import of a county; that of a school is the same component",
        ["/regions"] = "leads to the nation's page",
        ["/health"] = "says only that the program runs",
        ["/scenarios/compare"] = "there is none before scenarios are kept",
        ["/scenarios/{scenario:guid}/{format}"] = "a file, once a scenario is kept",
        ["/plans/{plan:guid}"] = "leads to the page of plans with the terms that were kept",
        ["/search/suggestions"] = "a part of every page, not one of its own",
        ["{*path:nonfile}"] = "looked at under its own name, /nowhere",
    };

    private static readonly string[] _start =
    [
        "/", "/help", "/glossary", "/api", "/sign-in", "/account", "/account/tokens", "/account/password", "/account/second-factor", "/returns", "/people", "/people/import", "/proposals", "/settings", "/settings/counties",
        "/counties/990121", "/counties/990121/data", "/counties/990121/rounds", "/search?q=cxxd", "/regions/99", "/counties/990121/what-if", "/counties/990121/plan", "/counties/990121/plan?skip=9901210108~shared~sports_area_m2&caps=9901210002,primary,sports_area_m2,0", "/counties/990121/plans", "/counties/990121/plans/compare", "/audit", "/modelled?county=990121", "/mapping?county=990121", "/registers?county=990121", "/items?county=990121",
        "/counties/990121/sizes", "/counties/990121/schools/9901210108", "/trace?county=990121&school=9901210108&stage=junior&indicator=R4",
        "/counties/990301", "/counties/990301/rounds", "/counties/990301/rounds/2026", "/counties/990301/recognition", "/counties/990301/import", "/counties/990301/package", "/counties/990301/rounds/2026/reminders", "/counties/990301/rounds/2026/import",
        "/counties/990301/rounds/2026/schools/9903010201", "/counties/990301/rounds/2026/schools/9903010201/import", "/counties/990301/rounds/2026/schools/9903010201/history", "/counties/990301/rounds/2026/schools/9903010201/print",
    ];

    [Fact]
    public async Task Every_page_is_accessible_light_and_keeps_to_itself()
    {
        Axe.Require();
        using var browser = Browser.Open(1366, 768);
        using var files = new CountyFiles();
        await using var program = new RunningProgram();
        await program.InitializeAsync();
        var persons = new Persons(browser, program.Origin);
        var faults = new List<string>();

        browser.Go(await program.SetUpLink);
        Judge(browser, new CrawledPage("/set-up/{token}", "", new Uri(browser.Address).PathAndQuery, 0), faults);
        CollectionJourneyTests.SetUp(browser, persons, await program.SetUpLink);
        CollectionJourneyTests.Staff(browser, persons, files, () => Judge(browser, new CrawledPage("/hand-out/{token}", "xitong", new Uri(browser.Address).PathAndQuery, 0), faults));
        CollectionJourneyTests.OpenRound(browser, persons, files);
        CollectionJourneyTests.FillInByWorkbooks(browser, persons, files, () => Judge(browser, new CrawledPage("/counties/{code}/rounds/{year:int}/imports/{batch}", "shuju", new Uri(browser.Address).PathAndQuery, 0), faults));

        var crawl = new PageCrawl(program.Origin);
        await crawl.FollowAsync("", new Dictionary<string, string>(), [.. _start, "/nowhere"]);
        var visitors = crawl.Pages.Count;
        foreach (var person in new[] { "shuju", "xitong", "anquan", "shenji", "erxiao", "shenhe" })
        {
            persons.As(person, "/account");
            await crawl.FollowAsync(person, browser.Cookies.ToDictionary(cookie => cookie.Name, cookie => cookie.Value), _start);
        }

        var seen = crawl.Pages.Select(page => page.Pattern).ToHashSet(StringComparer.Ordinal);
        var unseen = PageCrawl.Patterns().Where(pattern => !seen.Contains(pattern) && !crawl.Files.Contains(pattern) && !_noPage.Keys.Any(pattern.EndsWith) && !pattern.StartsWith("/api/", StringComparison.Ordinal) && pattern is not ("/set-up/{token}" or "/hand-out/{token}")).ToList();
        Assert.True(unseen.Count == 0, $"No link leads to these pages, and no file came of them; add an address to the start: {string.Join(", ", unseen)}");

        Weigh(crawl.Pages.Take(visitors), MostOfPublic, await SharedBytesAsync(program.Origin), faults);
        Weigh(crawl.Pages, MostOfWorkspace, await SharedBytesAsync(program.Origin), faults);
        foreach (var group in crawl.Pages.DistinctBy(page => page.Pattern).Append(new CrawledPage("{*path:nonfile}", "", "/nowhere", 0)).GroupBy(page => page.Person))
        {
            if (group.Key.Length == 0)
            {
                browser.Cookies = [];
            }

            foreach (var page in group)
            {
                if (group.Key.Length == 0)
                {
                    browser.Go(program.Origin + page.Address);
                }
                else
                {
                    persons.As(group.Key, page.Address);
                }

                Judge(browser, page, faults);
            }

            persons.Leave();
        }

        faults.AddRange(browser.Requests().Where(request => !request.StartsWith("data:", StringComparison.Ordinal) && !request.StartsWith(program.Origin + "/", StringComparison.Ordinal)).Select(request => $"a request left: {request}"));
        Assert.True(faults.Count == 0, $"{faults.Count} findings:\n{string.Join('\n', faults.Distinct())}");
    }

    /// <summary>The page in the browser in its three looks, at both widths.</summary>
    private static void Judge(Browser browser, CrawledPage page, List<string> faults)
    {
        browser.Find("h1");
        Axe.Load(browser);
        foreach (var look in new[] { "light", "dark", "large" })
        {
            browser.Run(
                "const [look] = arguments; for (const link of document.querySelectorAll('link[href^=\"/dist/dark.css\"]')) { link.media = look === 'dark' ? 'screen' : 'not all'; } document.documentElement.dataset.size = look === 'large' ? 'large' : 'usual'; window.scrollTo(0, 0);",
                look);
            browser.Picture($"pages/{Name(page)}-{look}");
            faults.AddRange(Axe.Findings(browser).Where(finding => !IsOfAWall(page, finding)).Select(finding => $"{page.Address} as '{page.Person}' in {look}: {finding}"));
            Wide(browser, page, look, 1366, faults);
        }

        browser.Resize(360, 800);
        Wide(browser, page, "large", 360, faults);
        browser.Run("document.documentElement.dataset.size = 'usual'");
        Wide(browser, page, "light", 360, faults);
        browser.Picture($"pages/{Name(page)}-360");
        browser.Resize(1920, 1080);
        Wide(browser, page, "light", 1920, faults);
        browser.Picture($"pages/{Name(page)}-1920");
        browser.Resize(1366, 768);
    }

    /// <summary>A wall screen renews itself: nobody reads it step by step, and the pages below it, where one link leads, hold the same figures and stand still.</summary>
    private static bool IsOfAWall(CrawledPage page, string finding) => page.Pattern.EndsWith("/screen", StringComparison.Ordinal) && finding.StartsWith("meta-refresh ", StringComparison.Ordinal);

    private static void Wide(Browser browser, CrawledPage page, string look, int width, List<string> faults)
    {
        if (browser.Overflow() is > 0 and var pixels)
        {
            faults.Add($"{page.Address} as '{page.Person}' in {look} is {pixels} px wider than {width}");
        }
    }

    private static void Weigh(IEnumerable<CrawledPage> pages, long most, long shared, List<string> faults) => faults.AddRange(
        pages.Where(page => page.Bytes + shared > most).Select(page => string.Create(CultureInfo.InvariantCulture, $"{page.Address} as '{page.Person}' weighs {(page.Bytes + shared) / 1024} KB of at most {most / 1024}")));

    /// <summary>Styles of both colours and the script, compressed, as every page brings them on the first visit.</summary>
    private static async Task<long> SharedBytesAsync(string origin)
    {
        using var client = new HttpClient { BaseAddress = new Uri(origin) };
        long bytes = 0;
        foreach (var name in new[] { "site.css", "dark.css", "site.js" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/dist/" + name);
            request.Headers.Add("Accept-Encoding", "br");
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, name);
            bytes += (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        }

        return bytes;
    }

    private static string Name(CrawledPage page) => string.Concat(page.Pattern.Trim('/').Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');
}
