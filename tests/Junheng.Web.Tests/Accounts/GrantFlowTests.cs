using System.Net;
using System.Text;
using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Grants;
using Junheng.Application.Proposals;

namespace Junheng.Web.Tests.Accounts;

/// <summary>S5, S6: grants by one, powers by two; deputies, hand-over, expiry; accounts from a sheet.</summary>
public class GrantFlowTests(AccountsProgram program) : IClassFixture<AccountsProgram>
{
    private IGrants Grants => program.Get<IGrants>();

    [Fact]
    public async Task A_power_takes_another_administrator_and_nobody_holds_two()
    {
        var holder = await program.PersonAsync("powerful");
        var security = await program.SignedInAsync(await program.PersonAsync("g-security", Role.SecurityAdministrator));
        var system = await program.SignedInAsync(await program.PersonAsync("g-system", Role.SystemAdministrator));
        var address = $"/people/{holder.Id.Value}";
        using var proposed = await security.SubmitAsync(address, address + "/grants", ("role", "auditor"), ("code", ""), ("from", "2026-11-21"), ("to", ""));
        Assert.EndsWith("said=grant.Proposed", TestBrowser.Location(proposed), StringComparison.Ordinal);
        Assert.Empty(await Grants.OfAsync(holder.Id, AccountsProgram.Cancellation));

        var proposal = Assert.Single(await program.Get<IProposals>().OpenAsync(AccountsProgram.Cancellation), each => each.Kind == GrantPayload.Kind);
        var approve = $"/proposals/{proposal.Id}/approve";
        var fields = await security.FormAsync("/proposals", $"/proposals/{proposal.Id}/reject");
        fields["hash"] = proposal.PayloadHash;
        using (var own = await security.PostAsync(approve, fields))
        {
            Assert.Equal(HttpStatusCode.Forbidden, own.StatusCode);
        }

        using (var other = await system.SubmitAsync("/proposals", approve, ("hash", new string('0', 64))))
        {
            Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        }

        using (var approved = await system.SubmitAsync("/proposals", approve))
        {
            Assert.Equal(HttpStatusCode.SeeOther, approved.StatusCode);
        }

        Assert.Equal(Role.Auditor, Assert.Single(await Grants.OfAsync(holder.Id, AccountsProgram.Cancellation)).Role);
        using var second = await security.SubmitAsync(address, address + "/grants", ("role", "system_administrator"), ("code", ""), ("from", "2026-11-21"), ("to", ""));
        Assert.Contains("不得由一人兼任", (await TestBrowser.DocumentAsync(second)).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_auditor_is_neither_ended_nor_blocked()
    {
        var auditor = await program.PersonAsync("last-auditor", Role.Auditor);
        var security = await program.SignedInAsync(await program.PersonAsync("l-security", Role.SecurityAdministrator));
        var system = await program.SignedInAsync(await program.PersonAsync("l-system", Role.SystemAdministrator));
        var address = $"/people/{auditor.Id.Value}";
        foreach (var other in (await Grants.AllAsync(AccountsProgram.Cancellation)).Where(held => held.Grant.Role == Role.Auditor && held.Account != auditor.Id))
        {
            var entry = Junheng.Application.Audit.AuditEntries.Done("t", "t", "t", program.Clock.Now);
            await Grants.EndAsync(other.Account, other.Grant.Id, program.Clock.Now, entry, AccountsProgram.Cancellation);
        }

        var grant = Assert.Single(await Grants.OfAsync(auditor.Id, AccountsProgram.Cancellation));
        using var ended = await security.SubmitAsync(address, $"{address}/grants/{grant.Id}/end");
        using var blocked = await system.SubmitAsync(address, address + "/active");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, ended.StatusCode);
        Assert.EndsWith("said=account.LastOne", TestBrowser.Location(blocked), StringComparison.Ordinal);
        Assert.Single(await Grants.OfAsync(auditor.Id, AccountsProgram.Cancellation));
        Assert.True((await program.Get<IAccounts>().FindAsync(auditor.Id, AccountsProgram.Cancellation))!.Account.IsActive);
    }

    [Fact]
    public async Task Nobody_gives_grants_to_themselves()
    {
        var account = await program.PersonAsync("selfish", Role.SecurityAdministrator);
        var browser = await program.SignedInAsync(account);
        var other = await program.PersonAsync("selfish-other");
        var fields = await browser.FormAsync($"/people/{other.Id.Value}", $"/people/{other.Id.Value}/grants");
        (fields["role"], fields["code"], fields["from"], fields["to"]) = ("leader", "990121", "2026-11-21", "");
        using var answer = await browser.PostAsync($"/people/{account.Id.Value}/grants", fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(Role.SecurityAdministrator, Assert.Single(await Grants.OfAsync(account.Id, AccountsProgram.Cancellation)).Role);
    }

    [Fact]
    public async Task A_grant_works_from_its_first_day_to_its_last_by_the_clock()
    {
        var county = await program.CountyAsync("990197");
        var inspector = await program.PersonAsync("expiring", program.Grant(Role.Inspector, GrantScope.Of(county.Scope), new DateOnly(2026, 11, 22)));
        async Task<HttpStatusCode> Sees() => await (await program.SignedInAsync(inspector)).StatusAsync("/counties/990197");
        var start = program.Clock.Now;

        Assert.Equal(HttpStatusCode.OK, await Sees());
        program.Clock.Now = new DateTimeOffset(2026, 11, 22, 23, 59, 59, TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.OK, await Sees());
        program.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Forbidden, await Sees());
        program.Clock.Now = start;
    }

    [Fact]
    public async Task A_deputy_sees_for_some_days_what_the_absent_sees_and_hand_over_is_for_good()
    {
        var county = await program.CountyAsync("990196");
        var leaver = await program.PersonAsync("leaver", program.Grant(Role.DataAdministrator, GrantScope.Of(county.Scope)));
        var other = await program.PersonAsync("successor");
        var security = await program.SignedInAsync(await program.PersonAsync("h-security", Role.SecurityAdministrator));
        var address = $"/people/{leaver.Id.Value}";
        var leaving = await program.SignedInAsync(leaver);
        Assert.Equal(HttpStatusCode.OK, await leaving.StatusAsync("/counties/990196"));

        using var lent = await security.SubmitAsync(address, address + "/deputy", ("deputy", other.Id.Value.ToString()), ("from", "2026-11-21"), ("to", "2026-11-30"));
        Assert.EndsWith("said=grant.Done", TestBrowser.Location(lent), StringComparison.Ordinal);
        var deputy = Assert.Single(await Grants.OfAsync(other.Id, AccountsProgram.Cancellation));
        Assert.Equal((leaver.Id, new DateOnly(2026, 11, 30)), (deputy.DeputyFor!.Value, deputy.To!.Value));
        Assert.Equal(HttpStatusCode.OK, await (await program.SignedInAsync(other)).StatusAsync("/counties/990196"));

        using var moved = await security.SubmitAsync(address, address + "/hand-over", ("successor", other.Id.Value.ToString()));
        Assert.EndsWith("said=grant.Done", TestBrowser.Location(moved), StringComparison.Ordinal);
        Assert.Empty(await Grants.OfAsync(leaver.Id, AccountsProgram.Cancellation));
        Assert.Contains(await Grants.OfAsync(other.Id, AccountsProgram.Cancellation), grant => grant is { Role: Role.DataAdministrator, DeputyFor: null, To: null });
        Assert.Equal(HttpStatusCode.SeeOther, await leaving.StatusAsync("/account"));
    }

    [Fact]
    public async Task From_a_sheet_with_every_fault_named_to_accounts_whose_grants_a_second_person_approves()
    {
        await program.CountyAsync("990195");
        var system = await program.SignedInAsync(await program.PersonAsync("i-system", Role.SystemAdministrator));
        var security = await program.SignedInAsync(await program.PersonAsync("i-security", Role.SecurityAdministrator));
        const string head = "用户名,姓名,角色,地区或学校代码,手机,起,止\r\n";
        using (var bad = await UploadAsync(system, head + "w,王,数据管理员,000000,abc,,\r\ni-system,李,局长,990195,,明天,\r\nlidu,李督,督学,990195,,,\r\nboth,兼,系统管理员,,,,\r\nboth,兼,审计管理员,,,,\r\nschool,校,学校填报员,990195,,,\r\n"))
        {
            var page = await TestBrowser.DocumentAsync(bad);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
            var places = page.QuerySelectorAll(".findings code").Select(code => code.TextContent).ToList();
            Assert.Equal(["A2", "E2", "D2", "A3", "C3", "F3", "G4", "C6", "D7"], places);
            Assert.Null(await program.Get<IAccounts>().FindAsync("lidu", AccountsProgram.Cancellation));
        }

        using var sound = await UploadAsync(system, head + "wangfang,王芳,数据管理员,990195,13800001234,,\r\nxiaozhang,校长,校长,9901950108,,2026-11-21,2027-07-31\r\nwangfang,王芳,审核员,990195,13800001234,,\r\n");
        var preview = await TestBrowser.DocumentAsync(sound);
        Assert.True(sound.StatusCode == HttpStatusCode.OK, preview.QuerySelector("main")!.TextContent);
        var form = preview.QuerySelector("main form[method=post]")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!);
        using var committed = await system.PostAsync(form.GetAttribute("action")!, fields);
        var passwords = await HandOuts.TakeAsync(system, TestBrowser.Location(committed)!);
        Assert.Equal(["wangfang", "xiaozhang"], passwords.Keys.Order(StringComparer.Ordinal));

        var clerk = program.Browser();
        (await clerk.SignInAsync("wangfang", passwords["wangfang"])).Dispose();
        (await clerk.SubmitAsync("/account/password", "/account/password", ("present", passwords["wangfang"]), ("password", AccountsProgram.Password), ("again", AccountsProgram.Password))).Dispose();
        Assert.Equal(HttpStatusCode.Forbidden, await clerk.StatusAsync("/counties/990195"));
        var proposal = Assert.Single(await program.Get<IProposals>().OpenAsync(AccountsProgram.Cancellation), each => each.Kind == AccountSheetPayload.Kind);
        using var approved = await security.SubmitAsync("/proposals", $"/proposals/{proposal.Id}/approve");
        Assert.Equal(HttpStatusCode.SeeOther, approved.StatusCode);
        (await clerk.SignInAsync("wangfang", AccountsProgram.Password)).Dispose();
        Assert.Equal(HttpStatusCode.OK, await clerk.StatusAsync("/counties/990195"));
        Assert.Contains("138****1234", (await system.PageAsync("/people?q=wangfang")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("13800001234", (await system.PageAsync("/people")).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_signing_in_the_first_page_is_one_s_own_county_school_or_desk()
    {
        var county = await program.CountyAsync("990193");
        async Task<string?> First(Role role, GrantScope scope)
        {
            var browser = await program.SignedInAsync(await program.PersonAsync($"first-{role}", role, scope));
            using var answer = await browser.GetAsync("/");
            return TestBrowser.Location(answer) ?? (await TestBrowser.DocumentAsync(answer)).QuerySelector("h1 .code")?.TextContent;
        }

        Assert.Equal("990193", await First(Role.Leader, GrantScope.Of(county.Scope)));
        Assert.Equal("/counties/990193/schools/9901930108", await First(Role.Principal, GrantScope.School(county.Scope, "9901930108")));
        Assert.Equal("/people", await First(Role.SecurityAdministrator, GrantScope.Installation));
        Assert.Equal("/audit", await First(Role.Auditor, GrantScope.Installation));
    }

    private static async Task<HttpResponseMessage> UploadAsync(TestBrowser browser, string csv)
    {
        var fields = await browser.FormAsync("/people/import", "/people/import");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "sheet", "账号.csv");
        return await browser.SendAsync(HttpMethod.Post, "/people/import", content);
    }
}

/// <summary>The sample county is open until an administrator closes it.</summary>
public class DemoTests(AccountsProgram program) : IClassFixture<AccountsProgram>
{
    [Fact]
    public async Task With_the_demo_closed_every_page_asks_to_sign_in()
    {
        await program.CountyAsync("990194");
        var system = await program.SignedInAsync(await program.PersonAsync("d-system", Role.SystemAdministrator));
        Assert.Equal(HttpStatusCode.OK, await program.Browser().StatusAsync("/counties/990121"));
        Assert.Equal(HttpStatusCode.SeeOther, await program.Browser().StatusAsync("/counties/990194"));

        (await system.SubmitAsync("/settings", "/settings", ("demo", "off"))).Dispose();

        foreach (var address in new[] { "/", "/counties/990121", "/counties/000000", "/items", "/modelled", "/trace?county=990121&school=9901210108&stage=junior&indicator=R4", "/files/00" })
        {
            using var answer = await program.Browser().GetAsync(address);
            Assert.StartsWith("/sign-in", TestBrowser.Location(answer), StringComparison.Ordinal);
        }

        Assert.Contains("d-system setting.demo demo done", await program.AuditAsync());
    }
}
