using Junheng.Application.Access;
using Junheng.Application.Collection;
using Junheng.Web.Tests.Accounts;

namespace Junheng.Web.Tests.Collection;

/// <summary>The county's first page says which round asks for what is missing, and where the school's return stands.</summary>
public class OwedFiguresTests(CollectionProgram program) : IClassFixture<CollectionProgram>
{
    [Fact]
    public async Task What_is_missing_leads_to_the_return_of_the_school_that_owes_it()
    {
        var county = await program.CountyAsync("990197");
        var round = new CollectionRound(county.Scope, 2026, "2026年填报", new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 7), "cn-2017-quality-balance", null);
        Assert.IsType<OpenOutcome.Opened>(await program.Get<OpenRound>().RunAsync(round, "test", TestContext.Current.CancellationToken));
        var browser = await program.SignedInAsync(await program.PersonAsync("owed", Role.DataAdministrator, GrantScope.Of(county.Scope)));

        var page = await browser.PageAsync("/counties/990197");

        var owed = page.QuerySelector(".open-matters > li")!;
        Assert.Contains("缺：网络多媒体教室数", owed.TextContent, StringComparison.Ordinal);
        Assert.Contains("填报任务：未填，2026-11-30 截止", owed.TextContent, StringComparison.Ordinal);
        var back = await browser.PageAsync(owed.QuerySelector("a[href*='/rounds/2026/schools/']")!.GetAttribute("href")!);
        Assert.Contains("大坪镇中心小学", back.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_county_of_one_year_without_items_has_a_whole_first_page()
    {
        var county = await program.CountyAsync("990196");
        var browser = await program.SignedInAsync(await program.PersonAsync("oneyear", Role.Leader, GrantScope.Of(county.Scope)));

        var page = await browser.PageAsync("/counties/990196");

        Assert.Equal(14, page.QuerySelectorAll("a.cv").Length);
        Assert.Empty(page.QuerySelectorAll("svg.cv-years"));
        Assert.Empty(page.QuerySelectorAll(".papers a[href*='/compare']"));
        Assert.Contains("查看全部", page.QuerySelector(".county-open .more")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, (await browser.PageAsync("/counties/990196/compare")).QuerySelectorAll("table.compare thead th").Length - 1);
    }
}
