using System.Net;
using Junheng.Application.Access;
using Junheng.Application.Audit;
using Junheng.Application.Regions;
using Junheng.Storage;
using Junheng.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Web.Tests.Audit;

/// <summary>The auditor's page: what was done, by whom, proved or the first broken entry named; and that reading it is itself on record.</summary>
public class AuditPageTests(AccountsProgram program) : IClassFixture<AccountsProgram>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_auditor_is_led_there_and_finds_entries_by_actor_kind_and_day()
    {
        var browser = await AuditorAsync("a-find");
        using var home = await browser.GetAsync("/");
        Assert.Equal("/audit", TestBrowser.Location(home));
        var other = await program.PersonAsync("a-other", Role.Leader, GrantScope.Of((await program.CountyAsync("990177")).Scope));
        var trail = program.Get<IAuditTrail>();
        await trail.AppendAsync(Entry(other.Id.Id, "county.register", "county/1", -3), Cancellation);
        await trail.AppendAsync(Entry(other.Id.Id, "grant.give", "county/2", -2), Cancellation);
        await trail.AppendAsync(Entry("account/x", "grant.give", "county/3", -2), Cancellation);

        Assert.Equal(["county/2", "county/1"], Subjects(await browser.PageAsync("/audit?actor=a-other姓名")));
        Assert.Equal(["county/2"], Subjects(await browser.PageAsync("/audit?actor=a-other&kind=grant.")));
        Assert.Equal(["county/3", "county/2"], Subjects(await browser.PageAsync("/audit?subject=county/&kind=grant.")));
        Assert.Equal(["county/2", "county/1"], Subjects(await browser.PageAsync($"/audit?actor=a-other&until={program.Clock.Now:yyyy-MM-dd}")));
        Assert.Empty(Subjects(await browser.PageAsync($"/audit?actor=a-other&until={program.Clock.Now.AddDays(-1):yyyy-MM-dd}")));
        Assert.Contains("a-other姓名", (await browser.PageAsync("/audit?actor=a-other")).QuerySelector("table.audit")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_go_on_to_the_oldest_entry_and_none_is_shown_twice()
    {
        var browser = await AuditorAsync("a-page");
        for (var at = 0; at < 120; at++)
        {
            await program.Get<IAuditTrail>().AppendAsync(Entry("account/pages", "file.take", $"file/{at}", 0), Cancellation);
        }

        var seen = new List<string>();
        for (var address = "/audit?actor=account/pages"; address is not null;)
        {
            var page = await browser.PageAsync(address);
            seen.AddRange(Subjects(page));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(0, 120).Reverse().Select(at => $"file/{at}"), seen);
    }

    [Fact]
    public async Task Reading_exporting_and_opening_personal_values_are_on_record()
    {
        var browser = await AuditorAsync("a-read");
        var subject = await program.PersonAsync("a-subject");
        await program.Get<IAuditTrail>().AppendAsync(AuditEntries.OnAccount("-", "account.add", subject.Id.Id, program.Clock.Now, null, "a-subject 某人"), Cancellation);
        await browser.PageAsync("/audit?kind=account.");
        using var csv = await browser.GetAsync("/audit/export.csv?kind=account.");
        var bytes = await csv.Content.ReadAsByteArrayAsync(Cancellation);
        var link = (await browser.PageAsync($"/audit?subject={subject.Id.Id}&kind=account.")).QuerySelector("table.audit tbody a")!.GetAttribute("href")!;

        Assert.DoesNotContain("某人", (await browser.PageAsync(link)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var opened = await browser.SubmitAsync(link, link + "/personal");
        Assert.Contains("a-subject 某人", (await TestBrowser.DocumentAsync(opened)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        Assert.Contains($"\"account.add\",\"新建账号\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("某人", text, StringComparison.Ordinal);
        var trail = await program.AuditAsync();
        foreach (var action in new[] { "audit.read", "audit.export", "audit.personal" })
        {
            Assert.Contains(trail, line => line.StartsWith($"a-read {action} audit/", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task No_name_of_a_person_is_stored_in_the_chain()
    {
        var system = await program.SignedInAsync(await program.PersonAsync("a-admin", Role.SystemAdministrator));
        using var added = await system.SubmitAsync("/people", "/people", ("name", "zhangsan"), ("full", "张三丰"), ("phone", ""));

        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        var raw = await program.RawAuditAsync();
        Assert.Contains(raw, line => line.Contains(" account.add account/", StringComparison.Ordinal));
        Assert.DoesNotContain(raw, line => line.Contains("zhangsan", StringComparison.Ordinal) || line.Contains("张三丰", StringComparison.Ordinal) || line.Contains("a-admin", StringComparison.Ordinal));
    }

    private async Task<TestBrowser> AuditorAsync(string name) => await program.SignedInAsync(await program.PersonAsync(name, Role.Auditor));

    private AuditEntry Entry(string actor, string action, string subject, int days) => new(ScopeId.Installation, actor, action, subject, AuditResults.Done, program.Clock.Now.AddDays(days));

    private static List<string> Subjects(AngleSharp.Dom.IDocument page) => [.. page.QuerySelectorAll("table.audit tbody tr").Select(row => row.QuerySelectorAll("td")[3].TextContent.Trim())];
}

/// <summary>Verification on the page, in a program of its own because its chain is broken.</summary>
public class AuditProofPageTests(AccountsProgram program) : IClassFixture<AccountsProgram>
{
    [Fact]
    public async Task The_page_proves_the_chains_and_then_names_the_first_broken_entry_and_a_foreign_anchor()
    {
        var browser = await program.SignedInAsync(await program.PersonAsync("p-auditor", Role.Auditor));
        using var sound = await browser.SubmitAsync("/audit", "/audit/verify", ("kept", ""));
        Assert.NotNull((await TestBrowser.DocumentAsync(sound)).QuerySelector("[data-proof=sound]"));

        await using (var database = await program.Get<IDbContextFactory<JunhengDatabase>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            await database.Database.ExecuteSqlRawAsync("UPDATE audit_entries SET subject = 'account/forged' WHERE scope_id = 0 AND number = 2", TestContext.Current.CancellationToken);
        }

        using var broken = await browser.SubmitAsync("/audit", "/audit/verify", ("kept", $"junheng-anchor 2020-01-01 1 1 sha256:{new string('a', 64)}"));
        var page = await TestBrowser.DocumentAsync(broken);
        Assert.NotNull(page.QuerySelector("[data-proof=broken]"));
        Assert.Contains("第 2 条起不成立：内容被改动", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2020-01-01 系统中没有这个锚值", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        using var unread = await browser.SubmitAsync("/audit", "/audit/verify", ("kept", "不是锚值"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unread.StatusCode);
    }
}
