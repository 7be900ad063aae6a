using System.Net;
using Junheng.Application.Access;
using Junheng.Application.Counties;
using Junheng.Application.Plans.Kept;
using Junheng.Web.Tests.Accounts;

namespace Junheng.Web.Tests.Plans;

/// <summary>Plans that are kept, opened, compared and deleted, as different people.</summary>
public sealed class KeptPlanTests : IDisposable
{
    private const string Plan = "/counties/990199/plan";
    private const string Kept = "/counties/990199/plans";
    private readonly AccountsProgram _program = new();

    private static CancellationToken Cancellation => AccountsProgram.Cancellation;

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_plan_is_kept_opened_compared_and_deleted_by_those_who_may()
    {
        var (author, other) = (await PersonAsync("author", Role.Leader), await PersonAsync("other", Role.Reviewer));
        var own = await KeepAsync(author, Plan + "?level=150", "仅自己看", isShared: false);
        var shared = await KeepAsync(author, Plan, "共享的", isShared: true);

        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync($"{Kept}/{own}"));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync($"{Plan}?kept={own}"));
        Assert.DoesNotContain("仅自己看", (await other.PageAsync(Kept)).Body!.TextContent, StringComparison.Ordinal);
        var opened = await other.PageAsync(await OpenAsync(other, shared));
        Assert.Contains("数据和标准与保存时相同", opened.QuerySelector(".plan-kept")!.TextContent, StringComparison.Ordinal);

        var dear = await author.PageAsync(await OpenAsync(author, own));
        Assert.Equal("150", dear.QuerySelector("#f-level")!.GetAttribute("value"));
        Assert.Contains("已经和保存时不同", (await author.PageAsync($"{Plan}?kept={own}")).QuerySelector(".plan-kept")!.TextContent, StringComparison.Ordinal);

        var compared = await author.PageAsync($"{Kept}/compare?plan={own}&plan={shared}");
        Assert.Equal(3, compared.QuerySelector(".versus thead tr")!.Children.Length);
        Assert.NotEmpty(compared.QuerySelectorAll(".versus td.plan-differs"));
        Assert.Equal(2, (await other.PageAsync($"{Kept}/compare?plan={own}&plan={shared}")).QuerySelector(".versus thead tr")!.Children.Length);

        using var hidden = await DeleteAsync(other, own);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using var notTheirs = await DeleteAsync(other, shared);
        Assert.Equal(HttpStatusCode.Forbidden, notTheirs.StatusCode);
        using var deleted = await DeleteAsync(author, shared);
        Assert.Equal(HttpStatusCode.SeeOther, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await author.StatusAsync($"{Kept}/{shared}"));
        Assert.Equal(3, (await _program.AuditAsync()).Count(line => line.Contains("plan.keep", StringComparison.Ordinal) || line.Contains("plan.delete", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_kept_is_the_request_and_the_hashes_of_what_it_rested_on_and_of_what_came_of_it()
    {
        var author = await PersonAsync("author", Role.Leader);
        var id = await KeepAsync(author, Plan + "?level=150", "方案", isShared: true);

        var kept = await FindAsync(id);
        var page = await author.PageAsync(kept.Asked.Length > 0 ? Plan + kept.Asked : Plan);

        Assert.Contains("level=150", kept.Asked, StringComparison.Ordinal);
        Assert.Equal(page.QuerySelector("[data-cost]")!.GetAttribute("data-cost"), Junheng.Application.Plans.ExactNumbers.Exact(kept.Cost!.Value));
        Assert.Equal(kept.ResultId, page.QuerySelector(".plan-proof code")!.TextContent);
        Assert.All(new[] { kept.DataSha256, kept.StandardSha256, kept.CertificateSha256 }, hash => Assert.Equal(64, hash.Length));
        using var certificate = await author.GetAsync($"{Plan}/json{kept.Asked}");
        Assert.Equal(kept.CertificateSha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await certificate.Content.ReadAsByteArrayAsync(Cancellation))));
    }

    [Fact]
    public async Task A_plan_says_when_the_data_have_changed_since_and_what_it_costs_now()
    {
        var author = await PersonAsync("author", Role.Leader);
        var kept = await FindAsync(await KeepAsync(author, Plan, "新", isShared: true));
        var old = kept with { Id = Guid.NewGuid(), Name = "旧数据", DataSha256 = new string('0', 64), Cost = 1 };
        await _program.Get<IKeptPlans>().AddAsync(old, old.Author, Cancellation);

        var opened = await author.PageAsync(await OpenAsync(author, old.Id.ToString()));
        Assert.Contains("数据或标准变了", opened.QuerySelector("main .note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("保存时 1.00", opened.QuerySelector("main .note")!.TextContent, StringComparison.Ordinal);
        var list = (await author.PageAsync(Kept)).QuerySelectorAll("main tbody tr").Select(row => row.TextContent).ToList();
        Assert.Equal(["旧数据"], list.Where(row => row.Contains("数据已变", StringComparison.Ordinal)).Select(row => row.Contains("旧数据", StringComparison.Ordinal) ? "旧数据" : row));
    }

    [Fact]
    public async Task Without_a_name_or_a_plan_nothing_is_kept_and_the_terms_stay()
    {
        var author = await PersonAsync("author", Role.Leader);
        using var nameless = await SaveAsync(author, Plan + "?level=150", " ", isShared: false);
        var form = await author.FormAsync(Plan, Plan + "/keep");
        (form["name"], form["asked"]) = ("读不出", "?level=1");
        using var refused = await author.PostAsync(Plan + "/keep", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull((await author.PageAsync(Plan + "?level=1")).QuerySelector("[data-keeps][disabled]"));
        Assert.Equal("150", (await TestBrowser.DocumentAsync(nameless)).QuerySelector("#f-level")!.GetAttribute("value"));
        Assert.Empty(await _program.Get<IKeptPlans>().ListAsync((await _program.Get<ICountyReturns>().FindAsync("990199", Cancellation))!.Region.Scope, Cancellation));
    }

    private static async Task<HttpResponseMessage> SaveAsync(TestBrowser browser, string page, string name, bool isShared)
    {
        var form = await browser.FormAsync(page, Plan + "/keep");
        form["name"] = name;
        form["shared"] = isShared ? "1" : "0";
        return await browser.PostAsync(Plan + "/keep", form);
    }

    private static async Task<string> KeepAsync(TestBrowser browser, string page, string name, bool isShared)
    {
        using var answer = await SaveAsync(browser, page, name, isShared);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return TestBrowser.Location(answer)!.Split("/plans/")[1].Split('?')[0];
    }

    private static async Task<string> OpenAsync(TestBrowser browser, string id)
    {
        using var answer = await browser.GetAsync($"{Kept}/{id}");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return TestBrowser.Location(answer)!;
    }

    private static async Task<HttpResponseMessage> DeleteAsync(TestBrowser browser, string id) =>
        await browser.PostAsync($"{Kept}/{id}/delete", await browser.FormAsync(Plan, Plan + "/keep"));

    private async Task<KeptPlan> FindAsync(string id) =>
        (await _program.Get<IKeptPlans>().FindAsync((await _program.Get<ICountyReturns>().FindAsync("990199", Cancellation))!.Region.Scope, Guid.Parse(id), Cancellation))!;

    private async Task<TestBrowser> PersonAsync(string name, Role role)
    {
        var county = await _program.Get<ICountyReturns>().FindAsync("990199", Cancellation) is { } known ? known.Region : await _program.CountyAsync("990199");
        return await _program.SignedInAsync(await _program.PersonAsync(name, _program.Grant(role, GrantScope.Of(county.Scope))));
    }
}
