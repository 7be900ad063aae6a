using System.Net;

namespace Junheng.Web.Tests.Accounts;

/// <summary>S4, S5: no default account; the first start's link makes three administrators with one power each.</summary>
public class SetUpTests(AccountsProgram program) : IClassFixture<AccountsProgram>
{
    private static readonly (string Name, string Value)[] _filled =
    [
        ("system-name", "xitong"), ("system-full", "系统员"), ("password", AccountsProgram.Password), ("again", AccountsProgram.Password),
        ("security-name", "anquan"), ("security-full", "安全员"), ("audit-name", "shenji"), ("audit-full", "审计员"),
    ];

    [Fact]
    public async Task From_the_printed_link_to_three_administrators_who_sign_in()
    {
        var link = await program.SetUpLinkAsync();
        var browser = program.Browser();
        foreach (var name in new[] { "admin", "administrator", "root", "xitong" })
        {
            using var refused = await program.Browser().SignInAsync(name, "admin");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync("/set-up/guessed"));
        using (var weak = await browser.SubmitAsync(link, link, [.. _filled, ("password", "123"), ("again", "124")]))
        {
            var page = await TestBrowser.DocumentAsync(weak);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
            Assert.Contains("密码至少 10 个字符", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("不一致", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("xitong", page.QuerySelector("[name=system-name]")!.GetAttribute("value"));
        }

        using var made = await browser.SubmitAsync(link, link, _filled);
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        Assert.StartsWith("/hand-out/", TestBrowser.Location(made), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/people"));
        Assert.Equal(HttpStatusCode.NotFound, await program.Browser().StatusAsync(link));

        var passwords = await HandOuts.TakeAsync(browser, TestBrowser.Location(made)!);
        Assert.Equal(["anquan", "shenji"], passwords.Keys);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SubmitAsync(TestBrowser.Location(made)!, TestBrowser.Location(made)!)).StatusCode);

        var security = program.Browser();
        using var entered = await security.SignInAsync("anquan", passwords["anquan"]);
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        using var people = await security.GetAsync("/people");
        Assert.Equal("/account/password", TestBrowser.Location(people));
        using var changed = await security.SubmitAsync("/account/password", "/account/password", ("present", passwords["anquan"]), ("password", AccountsProgram.Password), ("again", AccountsProgram.Password));
        Assert.Equal("/account", TestBrowser.Location(changed));
        Assert.Equal(HttpStatusCode.OK, await security.StatusAsync("/people"));
        Assert.Equal(HttpStatusCode.Forbidden, await security.StatusAsync("/settings"));
        Assert.Contains("- set-up xitong done", await program.AuditAsync());
    }
}

/// <summary>S4: the link goes stale.</summary>
public class StaleSetUpTests(AccountsProgram program) : IClassFixture<AccountsProgram>
{
    [Fact]
    public async Task The_link_is_good_for_a_day_and_for_no_clock_before_its_own_time()
    {
        var link = await program.SetUpLinkAsync();
        var browser = program.Browser();

        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync(link));
        program.Clock.Advance(TimeSpan.FromDays(-2));
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync(link));
        program.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync(link));
    }

    [Fact]
    public async Task The_token_itself_is_not_in_the_database()
    {
        var token = (await program.SetUpLinkAsync()).Split('/')[^1];

        Assert.Equal(-1, program.DatabaseBytes().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(token)));
    }
}
