using OpenQA.Selenium;

namespace Junheng.EndToEnd.Tests;

/// <summary>From the printed link to the first administrator, signed out and in again, on a desk and looked at on a phone.</summary>
public class FirstStartTests(RunningProgram program) : IClassFixture<RunningProgram>
{
    private const string Password = "县教育局的第一句口令";

    [Fact]
    public async Task From_the_printed_link_to_an_administrator_who_signs_in_again()
    {
        using var browser = Browser.Open(1366, 768);
        browser.Go(await program.SetUpLink);
        foreach (var (name, value) in new[]
        {
            ("system-name", "xitong"), ("system-full", "陈系统"), ("password", Password), ("again", Password), ("security-name", "anquan"), ("security-full", "李安全"), ("audit-name", "shenji"), ("audit-full", "周审计"),
        })
        {
            browser.Find($"[name={name}]").SendKeys(value);
        }

        browser.Press(Keys.Enter);
        Assert.Equal("初始密码", browser.Find("h1").Text);
        browser.Go(program.Origin + "/people");
        Assert.Contains("安全管理员", browser.Find("table.people").Text, StringComparison.Ordinal);

        browser.Follow(".person .menu:last-of-type summary");
        browser.Follow(".person .link");
        browser.Find("[name=name]").SendKeys("xitong");
        browser.Find("[name=password]").SendKeys(Password + Keys.Enter);
        Assert.NotNull(browser.Find("table.people"));
        Assert.All(browser.Requests().Where(request => !request.StartsWith("data:", StringComparison.Ordinal)), request => Assert.StartsWith(program.Origin + "/", request, StringComparison.Ordinal));

        browser.Resize(360, 800);
        foreach (var address in new[] { "/people", "/people/import", "/account", "/account/password", "/account/second-factor", "/settings", "/proposals", "/sign-in" })
        {
            browser.Go(program.Origin + address);
            browser.Find("h1");
            Assert.True(browser.Overflow() <= 0, $"{address} is {browser.Overflow()} px too wide");
        }
    }
}
