using System.Text.RegularExpressions;
using Junheng.Application.Access;

namespace Junheng.Web.Tests.Accounts;

/// <summary>S15: the pages of people hold nothing inline, ask no other origin, and carry the headers.</summary>
public partial class PagesTests(AccountsProgram program) : IClassFixture<AccountsProgram>
{
    [Fact]
    public async Task No_page_holds_inline_script_or_style_and_each_has_one_heading_and_labels()
    {
        var person = await program.PersonAsync("looked-at", Role.Leader);
        var system = await program.SignedInAsync(await program.PersonAsync("p-system", Role.SystemAdministrator));
        var security = await program.SignedInAsync(await program.PersonAsync("p-security", Role.SecurityAdministrator));
        foreach (var (browser, address) in new[]
        {
            (program.Browser(), "/sign-in"), (program.Browser(), await program.SetUpLinkAsync()), (system, "/account"), (system, "/account/password"), (system, "/account/second-factor"),
            (system, "/people"), (system, "/people/import"), (system, $"/people/{person.Id.Value}"), (system, "/settings"), (system, "/hand-out/x"), (security, "/proposals"), (security, $"/people/{person.Id.Value}"),
            (security, "/settings"), (system, "/nowhere"),
        })
        {
            foreach (var language in new[] { "zh", "en" })
            {
                using var answer = await browser.GetAsync($"{address}?lang={language}");
                var html = await answer.Content.ReadAsStringAsync(AccountsProgram.Cancellation);
                var page = await WebProgram.ParseAsync(html);

                Assert.Single(page.QuerySelectorAll("h1"));
                Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style]"));
                Assert.DoesNotMatch(Inline(), html);
                Assert.All(page.QuerySelectorAll("input:not([type=hidden]):not([type=radio]), select"), field => Assert.True(field.Closest("label") is not null || page.QuerySelector($"label[for='{field.Id}']") is not null, $"{address} {field.OuterHtml}"));
                Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
                Assert.Contains("frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
                Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
                Assert.NotEmpty(answer.Headers.GetValues("Permissions-Policy"));
            }
        }
    }

    [Fact]
    public async Task Over_https_the_cookie_is_secure_and_the_browser_is_told_to_stay_there()
    {
        await program.PersonAsync("https");
        using var client = program.CreateClient(new Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://junheng.example"), AllowAutoRedirect = false });
        var html = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative), AccountsProgram.Cancellation);
        var fields = (await WebProgram.ParseAsync(html)).QuerySelectorAll("form input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!);
        (fields["name"], fields["password"]) = ("https", AccountsProgram.Password);
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), content, AccountsProgram.Cancellation);

        Assert.Contains("secure", answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("session=", StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
    }

    [GeneratedRegex("<[^>]+\\son[a-z]+=|https?://|javascript:")]
    private static partial Regex Inline();
}
