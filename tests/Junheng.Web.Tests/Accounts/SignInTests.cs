using System.Net;
using Junheng.Application.Access;
using Junheng.Application.Accounts;

namespace Junheng.Web.Tests.Accounts;

/// <summary>S3, S4: passwords, lock-out, sessions and the second factor.</summary>
public class SignInTests(AccountsProgram program) : IClassFixture<AccountsProgram>
{
    [Fact]
    public async Task Unknown_wrong_blocked_and_locked_look_alike()
    {
        var known = await program.PersonAsync("alike");
        await program.Get<IAccounts>().SetActiveAsync((await program.PersonAsync("alike2")).Id, false, Junheng.Application.Audit.AuditEntries.Done("t", "t", "t", program.Clock.Now), AccountsProgram.Cancellation);
        var texts = new List<string>();
        foreach (var (name, password) in new[] { ("nobody", AccountsProgram.Password), (known.Name, "wrong wrong wrong"), ("alike2", AccountsProgram.Password), (new string('长', 5000), "x"), ("\ud800", "\udfff") })
        {
            using var answer = await program.Browser().SignInAsync(name, password);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            texts.Add((await TestBrowser.DocumentAsync(answer)).QuerySelector(".notice")!.TextContent.Trim());
        }

        Assert.Single(texts.Distinct());
        Assert.Contains(await program.AuditAsync(), line => line.StartsWith("- session.begin ", StringComparison.Ordinal) && line.EndsWith(" denied", StringComparison.Ordinal));
        Assert.Contains(await program.AuditAsync(), line => line.StartsWith("alike session.begin ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Five_failures_lock_for_a_quarter_of_an_hour_and_the_next_five_for_twice_as_long()
    {
        await program.PersonAsync("locked");
        async Task<bool> Enters(string password)
        {
            using var answer = await program.Browser().SignInAsync("locked", password);
            return answer.StatusCode == HttpStatusCode.SeeOther;
        }

        for (var i = 0; i < SessionRules.Tries; i++)
        {
            Assert.False(await Enters("wrong wrong wrong"));
        }

        Assert.False(await Enters(AccountsProgram.Password));
        program.Clock.Advance(TimeSpan.FromMinutes(16));
        for (var i = 0; i < SessionRules.Tries; i++)
        {
            Assert.False(await Enters("wrong wrong wrong"));
        }

        program.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.False(await Enters(AccountsProgram.Password));
        program.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.True(await Enters(AccountsProgram.Password));
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_new_at_each_sign_in()
    {
        await program.PersonAsync("cookie");
        var browser = program.Browser().WithCookie("session", "planted");
        using var first = await browser.SignInAsync("cookie", AccountsProgram.Password);
        var line = Assert.Single(browser.LastCookies, cookie => cookie.StartsWith("session=", StringComparison.Ordinal));
        var token = browser.Cookie("session")!;

        Assert.Contains("httponly", line, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", line, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(43, token.Length);
        using var second = await program.Browser().SignInAsync("cookie", AccountsProgram.Password);
        Assert.NotEqual(token, second.Headers.GetValues("Set-Cookie").First(cookie => cookie.StartsWith("session=", StringComparison.Ordinal)).Split('=', ';')[1]);
        Assert.Equal(-1, program.DatabaseBytes().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(token)));
    }

    [Fact]
    public async Task A_stolen_cookie_is_worth_nothing_after_signing_out_a_change_of_password_of_rights_or_a_block()
    {
        var account = await program.PersonAsync("stolen");
        var entry = Junheng.Application.Audit.AuditEntries.Done("t", "t", "t", program.Clock.Now);
        Func<TestBrowser, Task>[] ends =
        [
            async own => (await own.SubmitAsync("/account", "/sign-out")).Dispose(),
            async own => (await own.SubmitAsync("/account", "/account/sessions/end")).Dispose(),
            async own => (await own.SubmitAsync("/account/password", "/account/password", ("present", AccountsProgram.Password), ("password", AccountsProgram.Password + "2"), ("again", AccountsProgram.Password + "2"))).Dispose(),
            async _ => await program.Get<Junheng.Application.Grants.IGrants>().GiveAsync([new(account.Id, program.Grant(Role.Leader, GrantScope.Installation))], null, "t", [entry], AccountsProgram.Cancellation),
            async _ => await program.Get<IAccounts>().SetActiveAsync(account.Id, false, entry, AccountsProgram.Cancellation),
        ];
        foreach (var end in ends)
        {
            var own = await program.SignedInAsync(account);
            var thief = program.Browser().WithCookie("session", own.Cookie("session")!);
            Assert.Equal(HttpStatusCode.OK, await thief.StatusAsync("/account"));

            await end(own);

            Assert.Equal(HttpStatusCode.SeeOther, await thief.StatusAsync("/account"));
        }
    }

    [Fact]
    public async Task One_s_own_session_goes_on_under_a_new_token_after_changing_the_password()
    {
        var browser = await program.SignedInAsync(await program.PersonAsync("rotated"));
        var before = browser.Cookie("session");

        using var changed = await browser.SubmitAsync("/account/password", "/account/password", ("present", AccountsProgram.Password), ("password", "另一个足够长的口令呀"), ("again", "另一个足够长的口令呀"));

        Assert.NotEqual(before, browser.Cookie("session"));
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/account"));
    }

    [Fact]
    public async Task A_session_ends_when_idle_when_old_and_when_the_clock_goes_back()
    {
        var account = await program.PersonAsync("idle");
        var idle = await program.SignedInAsync(account);
        program.Clock.Advance(SessionRules.Idle);
        Assert.Equal(HttpStatusCode.SeeOther, await idle.StatusAsync("/account"));

        var old = await program.SignedInAsync(account);
        for (var minutes = 0; minutes < SessionRules.Longest.TotalMinutes - 20; minutes += 20)
        {
            program.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(HttpStatusCode.OK, await old.StatusAsync("/account"));
        }

        program.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.SeeOther, await old.StatusAsync("/account"));

        var later = await program.SignedInAsync(account);
        program.Clock.Advance(TimeSpan.FromDays(-1));
        Assert.Equal(HttpStatusCode.SeeOther, await later.StatusAsync("/account"));
        program.Clock.Advance(TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task The_second_factor_is_asked_for_once_begun_and_no_code_works_twice()
    {
        await program.PersonAsync("factor");
        var browser = program.Browser();
        (await browser.SignInAsync("factor", AccountsProgram.Password)).Dispose();
        var secret = FromBase32((await browser.PageAsync("/account/second-factor")).QuerySelector(".secret")!.TextContent);
        string Code() => Totp.Code(secret, Totp.StepAt(program.Clock.Now));
        using var confirmed = await browser.SubmitAsync("/account/second-factor", "/account/second-factor", ("code", Code()));
        var recovery = (await TestBrowser.DocumentAsync(confirmed)).QuerySelectorAll(".recovery code").Select(code => code.TextContent).ToList();
        Assert.Equal(10, recovery.Distinct().Count());

        async Task<(TestBrowser, bool)> Enter(string code)
        {
            var next = program.Browser();
            using var password = await next.SignInAsync("factor", AccountsProgram.Password);
            Assert.StartsWith("/sign-in/code", TestBrowser.Location(password), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.SeeOther, await next.StatusAsync("/account"));
            using var answer = await next.SubmitAsync("/sign-in/code", "/sign-in/code", ("code", code));
            return (next, answer.StatusCode == HttpStatusCode.SeeOther && await next.StatusAsync("/account") == HttpStatusCode.OK);
        }

        Assert.False((await Enter(Code())).Item2);
        program.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True((await Enter(Code())).Item2);
        Assert.True((await Enter(recovery[0])).Item2);
        Assert.False((await Enter(recovery[0])).Item2);
        var (last, entered) = await Enter(recovery[1]);
        Assert.True(entered);

        using var removed = await last.SubmitAsync("/account/second-factor", "/account/second-factor/remove", ("present", AccountsProgram.Password));
        Assert.Equal("/account", TestBrowser.Location(removed));
        using var plain = await program.Browser().SignInAsync("factor", AccountsProgram.Password);
        Assert.Equal("/", TestBrowser.Location(plain));
        Assert.Equal(-1, program.DatabaseBytes().AsSpan().IndexOf(secret));
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Signing_in_never_leads_to_another_site(string wanted)
    {
        await program.PersonAsync("led" + wanted.Length);
        using var answer = await program.Browser().SubmitAsync("/sign-in", "/sign-in", ("name", "led" + wanted.Length), ("password", AccountsProgram.Password), ("return", wanted));

        Assert.Equal("/", TestBrowser.Location(answer));
    }

    private static byte[] FromBase32(string text)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var letter in text.Replace(" ", "", StringComparison.Ordinal))
        {
            (buffer, bits) = ((buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), bits + 5);
            if (bits >= 8)
            {
                bytes.Add((byte)(buffer >> (bits - 8)));
                bits -= 8;
            }
        }

        return [.. bytes];
    }
}

/// <summary>S12: one address may not try without end.</summary>
public class SignInLimitTests(SignInLimitTests.StrictProgram program) : IClassFixture<SignInLimitTests.StrictProgram>
{
    [Fact]
    public async Task Too_many_tries_of_one_address_are_put_off()
    {
        var browser = program.Browser();
        var form = await browser.FormAsync("/sign-in", "/sign-in");
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            using var answer = await browser.PostAsync("/sign-in", new Dictionary<string, string>(form) { ["name"] = "nobody" + i, ["password"] = "x" });
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], statuses);
    }

    public sealed class StrictProgram : AccountsProgram
    {
        protected override int SignInLimit => 3;
    }
}
