using System.Net;
using System.Text;
using Junheng.Application.Access;
using Junheng.Application.Counties;
using Junheng.Application.WhatIf;
using Junheng.Domain.Text;
using Junheng.Web.Tests.Accounts;

namespace Junheng.Web.Tests.WhatIf;

/// <summary>Trying scenarios out, without script, as different people.</summary>
public sealed class WhatIfTests : IDisposable
{
    private const string Try = "/counties/990199/what-if";
    private const string Kept = "/counties/990199/scenarios";
    private readonly AccountsProgram _program = new();

    private static CancellationToken Cancellation => AccountsProgram.Cancellation;

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task From_a_shortfall_of_a_school_one_click_leads_to_its_scenario()
    {
        var browser = await PersonAsync("leader", Role.Leader);
        var link = (await browser.PageAsync("/counties/990199/schools/9901990002")).QuerySelector("a.try-link[href*='indicator=R5']")!.GetAttribute("href")!;

        var page = await browser.PageAsync(link);

        Assert.Single(page.QuerySelectorAll("td.edit.changed"));
        Assert.Contains("不缺", page.QuerySelector("[data-slot=words]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("td.changed input[autofocus]"));
    }

    [Fact]
    public async Task Without_script_the_form_gives_the_page_with_what_was_typed()
    {
        var browser = await PersonAsync("leader", Role.Leader);
        var form = await browser.FormAsync(Try, Try);
        form["n:R3:primary:limit"] = "0.01";
        form["c:9901990002:-:pe_art_teachers_primary"] = "none";

        using var answer = await browser.PostAsync(Try, form);
        var page = await TestBrowser.DocumentAsync(answer);

        Assert.Equal("none", page.QuerySelector("input[name='c:9901990002:-:pe_art_teachers_primary']")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("[data-problem='c:9901990002:-:pe_art_teachers_primary']"));
        Assert.Contains("未达标", page.QuerySelector("[data-slot='v:R3:primary']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_holds_only_the_places_that_moved_or_had_moved()
    {
        var browser = await PersonAsync("leader", Role.Leader);
        var form = await browser.FormAsync(Try, Try);
        form["c:9901990002:-:sports_area_m2"] = "20000";
        form["shown"] = "u:9901990001:primary";

        using var answer = await browser.PostAsync(Try + "/check", form);
        var slots = (await TestBrowser.DocumentAsync(answer)).QuerySelectorAll("template[data-slot]").ToDictionary(slot => slot.GetAttribute("data-slot")!, slot => slot.HasAttribute("data-moved"));

        Assert.True(slots["u:9901990002:primary"]);
        Assert.True(slots["v:R5:primary"]);
        Assert.False(slots["u:9901990001:primary"]);
        Assert.DoesNotContain("v:R1:primary", slots.Keys);
        Assert.True(slots.Count < 10, string.Join(' ', slots.Keys));
    }

    [Fact]
    public async Task A_scenario_is_kept_shared_compared_taken_away_and_deleted_while_the_baseline_stays()
    {
        var (author, other) = (await PersonAsync("author", Role.Leader), await PersonAsync("other", Role.Reviewer));
        var before = await BaselineAsync();

        var own = await KeepAsync(author, "仅自己看", isShared: false);
        var shared = await KeepAsync(author, "招3名体育教师", isShared: true);

        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync($"{Try}?scenario={own}"));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync($"{Kept}/{own}/json"));
        Assert.DoesNotContain("仅自己看", (await other.PageAsync(Kept)).Body!.TextContent, StringComparison.Ordinal);
        var seen = await other.PageAsync($"{Try}?scenario={shared}");
        Assert.Equal("99", seen.QuerySelector("td.changed input")!.GetAttribute("value"));
        Assert.Contains("author", seen.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);

        var compared = await author.PageAsync($"{Kept}/compare?scenario={own}&scenario={shared}");
        Assert.Equal(4, compared.QuerySelectorAll(".versus thead tr > *").Length);
        Assert.NotEmpty(compared.QuerySelectorAll(".versus td.changed"));

        using var json = await other.GetAsync($"{Kept}/{shared}/json");
        var (file, fault) = ScenarioJson.Read(await json.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Null(fault);
        Assert.Equal(("990199", "招3名体育教师"), (file!.County, file.Name));
        using var book = await other.GetAsync($"{Kept}/{shared}/xlsx");
        Assert.Equal("PK"u8.ToArray(), (await book.Content.ReadAsByteArrayAsync(Cancellation))[..2]);

        using var copy = await SaveAsync(other, $"{Try}?scenario={shared}", "别人的副本", isShared: false);
        Assert.Equal(HttpStatusCode.SeeOther, copy.StatusCode);
        Assert.DoesNotContain(shared, TestBrowser.Location(copy)!, StringComparison.Ordinal);
        using var refused = await DeleteAsync(other, own);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        using var notTheirs = await DeleteAsync(other, shared);
        Assert.Equal(HttpStatusCode.Forbidden, notTheirs.StatusCode);
        using var deleted = await DeleteAsync(author, shared);
        Assert.Equal(HttpStatusCode.SeeOther, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await author.StatusAsync($"{Try}?scenario={shared}"));

        Assert.Equal(before, await BaselineAsync());
        Assert.Equal(4, (await _program.AuditAsync()).Count(line => line.Contains("scenario.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_scenario_says_when_its_baseline_has_moved()
    {
        var author = await PersonAsync("author", Role.Leader);
        var id = await KeepAsync(author, "旧基线", isShared: true);
        Assert.Null((await author.PageAsync($"{Try}?scenario={id}")).QuerySelector("main .note"));

        var county = await _program.Get<ICountyReturns>().FindAsync("990199", Cancellation);
        var kept = (await _program.Get<IScenarios>().FindAsync(county!.Region.Scope, Guid.Parse(id), Cancellation))!;
        await _program.Get<IScenarios>().KeepAsync(kept with { BaselineSha256 = new string('0', 64), Revision = 2 }, "author", Cancellation);

        Assert.Contains("基线", (await author.PageAsync($"{Try}?scenario={id}")).QuerySelector("main .note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("基线已变", (await author.PageAsync(Kept)).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_name_or_a_change_nothing_is_kept()
    {
        var author = await PersonAsync("author", Role.Leader);
        using var nameless = await SaveAsync(author, Try, " ", isShared: false);
        var form = await author.FormAsync(Try, Try);
        form["name"] = "空";
        using var empty = await author.PostAsync(Try + "/keep", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Equal("99", (await TestBrowser.DocumentAsync(nameless)).QuerySelector("td.changed input")!.GetAttribute("value"));
    }

    private static async Task<HttpResponseMessage> SaveAsync(TestBrowser browser, string page, string name, bool isShared)
    {
        var form = await browser.FormAsync(page, Try);
        form["c:9901990002:-:pe_art_teachers_primary"] = "99";
        form["name"] = name;
        form["shared"] = isShared ? "1" : "0";
        return await browser.PostAsync(Try + "/keep", form);
    }

    private static async Task<string> KeepAsync(TestBrowser browser, string name, bool isShared)
    {
        using var answer = await SaveAsync(browser, Try, name, isShared);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return TestBrowser.Location(answer)!.Split("scenario=")[1].Split('&')[0];
    }

    private static async Task<HttpResponseMessage> DeleteAsync(TestBrowser browser, string id)
    {
        var form = await browser.FormAsync(Try, Try);
        return await browser.PostAsync($"{Kept}/{id}/delete", form);
    }

    private async Task<TestBrowser> PersonAsync(string name, Role role)
    {
        var county = await _program.Get<ICountyReturns>().FindAsync("990199", Cancellation) is { } known ? known.Region : await _program.CountyAsync("990199");
        return await _program.SignedInAsync(await _program.PersonAsync(name, _program.Grant(role, GrantScope.Of(county.Scope))));
    }

    private async Task<string> BaselineAsync()
    {
        var county = await _program.Get<AssessStoredCounty>().RunAsync("990199", Basis.Default, Language.Zh, Cancellation);
        var stored = string.Join('\n', county!.Stored.Returns.Select(each => each.BlobSha256));
        return new StringBuilder(stored).Append(county.Report.ResultId).Append(ScenarioRun.HashOf(county)).ToString();
    }
}
