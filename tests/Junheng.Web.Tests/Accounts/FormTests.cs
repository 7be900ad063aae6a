using System.Net;
using Junheng.Application.Access;

namespace Junheng.Web.Tests.Accounts;

/// <summary>Forgery, replay, double submit, over-long and hostile text; S13: an error shows an id, never a stack.</summary>
public class FormTests(AccountsProgram program) : IClassFixture<AccountsProgram>
{
    private const string Hostile = "\"><script>alert(1)</script>'; DROP TABLE accounts;--\0‮";

    [Fact]
    public async Task A_form_that_is_not_ours_changes_nothing()
    {
        var browser = await program.SignedInAsync(await program.PersonAsync("forged", Role.SystemAdministrator));
        var form = await browser.FormAsync("/settings", "/settings");
        var other = await program.SignedInAsync(await program.PersonAsync("forger", Role.SystemAdministrator));
        var foreign = await other.FormAsync("/settings", "/settings");
        foreach (var fields in new[]
        {
            new Dictionary<string, string> { ["demo"] = "off" },
            new Dictionary<string, string> { ["demo"] = "off", ["form"] = form["form"] },
            new Dictionary<string, string>(foreign) { ["demo"] = "off" },
        })
        {
            using var answer = await browser.PostAsync("/settings", fields);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        using var json = await browser.SendAsync(HttpMethod.Post, "/settings", new StringContent("{\"demo\":\"off\"}", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, json.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await program.Browser().StatusAsync("/"));
    }

    [Fact]
    public async Task Handed_in_twice_at_once_and_once_more_a_form_works_once()
    {
        var browser = await program.SignedInAsync(await program.PersonAsync("double", Role.SystemAdministrator));
        var form = await browser.FormAsync("/people", "/people");
        (form["name"], form["full"], form["phone"]) = ("once", "一次", "");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.PostAsync("/people", form)));
        using var later = await browser.PostAsync("/people", form);

        var first = answers.Select(TestBrowser.Location).OfType<string>().Distinct().ToList();
        Assert.Single(first);
        Assert.Equal(first[0], TestBrowser.Location(later));
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.SeeOther, HttpStatusCode.Conflict }));
        Assert.Single(await program.AuditAsync(), line => line.StartsWith("double account.add once ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_form_may_be_mended_and_handed_in_again()
    {
        var browser = await program.SignedInAsync(await program.PersonAsync("mends", Role.SystemAdministrator));
        var form = await browser.FormAsync("/people", "/people");
        (form["name"], form["full"], form["phone"]) = ("x", "改正", "");
        using var refused = await browser.PostAsync("/people", form);
        form["name"] = "mended";
        using var done = await browser.PostAsync("/people", form);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (refused.StatusCode, done.StatusCode));
    }

    [Theory]
    [InlineData(Hostile)]
    [InlineData("=HYPERLINK(\"http://evil.example\")")]
    public async Task Hostile_text_is_refused_or_shown_as_text(string text)
    {
        var browser = await program.SignedInAsync(await program.PersonAsync("hostile" + text.Length, Role.SystemAdministrator));
        foreach (var field in new[] { "name", "full", "phone" })
        {
            var filled = new Dictionary<string, string> { ["name"] = "n" + text.Length + field, ["full"] = "全", ["phone"] = "" };
            filled[field] = text;
            using var answer = await browser.SubmitAsync("/people", "/people", [.. filled.Select(pair => (pair.Key, pair.Value))]);
            Assert.True((int)answer.StatusCode < 500, field);
        }

        using var listed = await browser.GetAsync("/people?q=" + Uri.EscapeDataString(text));
        var html = await listed.Content.ReadAsStringAsync(AccountsProgram.Cancellation);
        Assert.Equal(HttpStatusCode.OK, listed.StatusCode);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_large_is_refused_before_it_is_read()
    {
        var browser = await program.SignedInAsync(await program.PersonAsync("large", Role.SystemAdministrator));
        using var form = await browser.SubmitAsync("/people", "/people", ("name", new string('a', 100_000)), ("full", "x"), ("phone", ""));
        using var content = new ByteArrayContent(new byte[9 << 20]);
        using var sheet = await browser.SendAsync(HttpMethod.Post, "/people/import", content);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.RequestEntityTooLarge), (form.StatusCode, sheet.StatusCode));
    }

    [Theory]
    [InlineData("/people/not-a-guid")]
    [InlineData("/counties/%01")]
    [InlineData("/counties/..%2f..%2fetc/schools")]
    [InlineData("/files/%22%3E%3Cscript%3E")]
    [InlineData("/trace?county=990121&county=990198&school=%27")]
    [InlineData("/nowhere?x=%ff%fe")]
    public async Task A_strange_address_is_a_page_with_an_id_and_no_stack(string address)
    {
        using var answer = await program.Browser().GetAsync(address);
        var html = await answer.Content.ReadAsStringAsync(AccountsProgram.Cancellation);

        Assert.True((int)answer.StatusCode is 404 or 303, $"{answer.StatusCode}");
        Assert.DoesNotContain("Exception", html, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_a_page_in_words_with_an_id()
    {
        var browser = await program.SignedInAsync(await program.PersonAsync("refused", Role.Auditor));
        using var answer = await browser.GetAsync("/people");
        var page = await TestBrowser.DocumentAsync(answer);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("没有权限", page.QuerySelector("h1")!.TextContent);
        Assert.NotEmpty(page.QuerySelector(".error-page code")!.TextContent);
    }
}
