using Junheng.Application.Access;
using Junheng.Application.Settings;
using Junheng.Web.Tests.Accounts;

namespace Junheng.Web.Tests.Search;

/// <summary>Everybody finds what they may see, and nothing else.</summary>
public sealed class SearchTests : IDisposable
{
    private readonly AccountsProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Visitors_find_the_sample_by_first_letters_and_nothing_of_other_counties()
    {
        await _program.CountyAsync("990199");
        var page = await _program.Browser().PageAsync("/search?q=cxxdyxx");
        var links = page.QuerySelectorAll("main .hits a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Contains("/counties/990121/schools/9901210002", links);
        Assert.DoesNotContain(links, link => link.Contains("990199", StringComparison.Ordinal));
        Assert.Empty((await _program.Browser().PageAsync("/search?q=9901990002")).QuerySelectorAll("main .hits a"));
    }

    [Fact]
    public async Task With_the_demo_closed_visitors_find_nothing()
    {
        _ = await _program.SetUpLinkAsync();
        await _program.Get<Demo>().SwitchAsync(false, "test", AccountsProgram.Cancellation);

        Assert.Empty((await _program.Browser().PageAsync("/search?q=cxx&county=990121")).QuerySelectorAll("main .hits a"));
    }

    [Fact]
    public async Task A_school_clerk_finds_their_school_alone()
    {
        var (own, _) = (await _program.CountyAsync("990199"), await _program.CountyAsync("990198"));
        await _program.Get<Demo>().SwitchAsync(false, "test", AccountsProgram.Cancellation);
        var clerk = await _program.SignedInAsync(await _program.PersonAsync("clerk", Role.SchoolClerk, GrantScope.School(own.Scope, "9901990108")));

        var links = (await clerk.PageAsync("/search?q=99019")).QuerySelectorAll("main .hits a").Select(link => link.GetAttribute("href"));

        Assert.Equal(["/counties/990199/schools/9901990108"], links);
    }

    [Fact]
    public async Task People_are_found_by_those_who_may_see_people()
    {
        var own = await _program.CountyAsync("990199");
        var (leader, keeper) = (
            await _program.SignedInAsync(await _program.PersonAsync("leader", Role.Leader, GrantScope.Of(own.Scope))),
            await _program.SignedInAsync(await _program.PersonAsync("keeper", Role.SystemAdministrator)));

        Assert.Contains("/people?q=leader", (await keeper.PageAsync("/search?q=leader")).QuerySelectorAll("main .hits a").Select(link => link.GetAttribute("href")));
        Assert.Empty((await leader.PageAsync("/search?q=keeper")).QuerySelectorAll("main .hits a"));
        Assert.Empty((await keeper.PageAsync("/search?q=9901990108")).QuerySelectorAll("main .hits a"));
    }

    [Theory]
    [InlineData("R5", "/counties/990121/indicators/R5")]
    [InlineData("G4", "/items?county=990121#G4")]
    [InlineData("试算", "/counties/990121/what-if")]
    [InlineData("ss", "/counties/990121/what-if")]
    public async Task Indicators_items_and_pages_are_found_too(string typed, string address)
    {
        _ = await _program.SetUpLinkAsync();
        var links = (await _program.Browser().PageAsync($"/search?q={Uri.EscapeDataString(typed)}&county=990121")).QuerySelectorAll("main .hits a").ToList();

        Assert.Contains(address, links.Select(link => link.GetAttribute("href")));
        Assert.Equal(System.Net.HttpStatusCode.OK, await _program.Browser().StatusAsync(address.Split('#')[0]));
    }

    [Fact]
    public async Task Suggestions_are_options_of_a_list_and_what_is_typed_stays_text()
    {
        _ = await _program.SetUpLinkAsync();
        using var answer = await _program.Browser().GetAsync("/search/suggestions?q=sy");
        var options = (await TestBrowser.DocumentAsync(answer)).QuerySelectorAll("li[role=option][data-href]");

        Assert.InRange(options.Length, 1, 10);
        Assert.Null((await _program.Browser().PageAsync("/search?q=%3Cb%20id%3Dx%3E")).QuerySelector("#x"));
    }
}
