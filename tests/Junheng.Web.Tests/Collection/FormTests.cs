using System.Net;
using System.Text.RegularExpressions;
using Junheng.Application.Access;
using Junheng.Web.Tests.Accounts;

namespace Junheng.Web.Tests.Collection;

/// <summary>A school's form over HTTP: hostile texts, double clicks, stale tabs, two clerks, drafts.</summary>
public class FormTests(CollectionProgram program) : IClassFixture<CollectionProgram>
{
    private const string Rooms = "f:multimedia_rooms";

    [Fact]
    public async Task Hostile_text_is_shown_as_text_with_an_error_at_its_field()
    {
        var (browser, form) = await ClerkAsync("hostile", "9901990106");

        using var saved = await browser.SubmitAsync(form, form, (Rooms, "<script>alert(1)</script>"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        using var page = await browser.GetAsync(form);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        var document = await WebProgram.ParseAsync(html);
        Assert.Equal("<script>alert(1)</script>", document.QuerySelector("#f-multimedia_rooms")!.GetAttribute("value"));
        Assert.Contains("网络多媒体教室", document.QuerySelector("#say-multimedia_rooms .error")!.TextContent, StringComparison.Ordinal);
        using var submitted = await browser.SubmitAsync(form, form, ("then", "submit"), (Rooms, "<script>alert(1)</script>"));
        Assert.EndsWith("said=collect.NotSubmitted", TestBrowser.Location(submitted), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_long_a_text_is_refused_and_stays_on_the_page()
    {
        var (browser, form) = await ClerkAsync("long", "9901990107");
        var text = new string('长', 501);

        using var refused = await browser.SubmitAsync(form, form, (Rooms, text), ("f:teaching_area_m2", "2200"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await TestBrowser.DocumentAsync(refused);
        Assert.Contains("最多 500 个字", page.QuerySelector(".notice-fault")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(text, page.QuerySelector("#f-multimedia_rooms")!.GetAttribute("value"));
        Assert.Equal(0, (await program.FileAsync("9901990107")).Head.Version);
    }

    [Fact]
    public async Task A_double_click_stores_one_version_and_leads_to_the_same_page()
    {
        var (browser, form) = await ClerkAsync("double", "9901990105");
        var fields = await browser.FormAsync(form, form);
        fields[Rooms] = "12";

        using var first = await browser.PostAsync(form, fields);
        using var second = await browser.PostAsync(form, fields);

        Assert.Equal((HttpStatusCode.SeeOther, TestBrowser.Location(first)), (second.StatusCode, TestBrowser.Location(second)));
        Assert.Equal(1, (await program.FileAsync("9901990105")).Head.Version);
    }

    [Fact]
    public async Task A_form_of_somebody_else_or_none_is_refused()
    {
        var (browser, form) = await ClerkAsync("csrf", "9901990104");
        using var bare = await browser.PostAsync(form, new Dictionary<string, string> { [Rooms] = "12", ["base"] = "0" });
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        var other = await program.AsAsync("csrf-other", Role.SchoolClerk, "9901990104");
        var stolen = await other.FormAsync(form, form);
        stolen[Rooms] = "12";
        using var crossed = await browser.PostAsync(form, stolen);

        Assert.Equal(HttpStatusCode.BadRequest, crossed.StatusCode);
        Assert.Equal(0, (await program.FileAsync("9901990104")).Head.Version);
    }

    [Fact]
    public async Task Of_two_clerks_each_keeps_what_only_they_changed_and_is_asked_about_the_rest()
    {
        const string school = "9901990103";
        var (amy, form) = await ClerkAsync("two-amy", school);
        var bao = await program.AsAsync("two-bao", Role.SchoolClerk, school);
        var (amys, baos) = (await amy.FormAsync(form, form), await bao.FormAsync(form, form));
        amys[Rooms] = "12";
        amys["f:teaching_area_m2"] = "2200";
        baos[Rooms] = "13";
        baos["f:sports_area_m2"] = "3600";
        using var first = await amy.PostAsync(form, amys);
        using var second = await bao.PostAsync(form, baos);

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await TestBrowser.DocumentAsync(second);
        Assert.Equal(["12", "13"], page.QuerySelectorAll($"input[name='{Rooms}']").Select(choice => choice.GetAttribute("value")));
        var answer = page.QuerySelectorAll("main form input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!);
        answer[Rooms] = "13";
        using var decided = await bao.PostAsync(form, answer);

        Assert.Equal(HttpStatusCode.SeeOther, decided.StatusCode);
        var texts = (await program.FileAsync(school)).Newest!.Texts;
        Assert.Equal(("13", "2200", "3600"), (texts["multimedia_rooms"], texts["teaching_area_m2"], texts["sports_area_m2"]));
    }

    [Fact]
    public async Task A_draft_is_kept_offered_and_never_replaced_by_an_older_one()
    {
        var (browser, form) = await ClerkAsync("draft", "9901990102");
        await KeepAsync(browser, form, "12", 2);
        await KeepAsync(browser, form, "11", 1);

        var page = await browser.PageAsync(form);
        Assert.NotNull(page.QuerySelector("[data-server-draft]"));
        Assert.Equal("", page.QuerySelector("#f-multimedia_rooms")!.GetAttribute("value"));
        Assert.Equal("12", (await browser.PageAsync(form + "?draft=1")).QuerySelector("#f-multimedia_rooms")!.GetAttribute("value"));

        program.Clock.Advance(TimeSpan.FromMinutes(1));
        using var saved = await browser.SubmitAsync(form, form, (Rooms, "12"));
        Assert.Null((await browser.PageAsync(form)).QuerySelector("[data-server-draft]"));
    }

    [Fact]
    public async Task While_typing_the_server_computes_figures_and_says_what_is_wrong()
    {
        var (browser, form) = await ClerkAsync("check", "9901990101");
        var fields = await browser.FormAsync(form, form);
        foreach (var (field, text) in new[] { ("enrolment_primary", "400"), ("teaching_area_m2", "2200"), ("multimedia_rooms", "十二") })
        {
            fields["f:" + field] = text;
        }

        using var answer = await browser.PostAsync(form + "/check", fields);
        var page = await TestBrowser.DocumentAsync(answer);

        Assert.Equal("true", page.QuerySelector("#say-multimedia_rooms")!.GetAttribute("hx-swap-oob"));
        Assert.NotNull(page.QuerySelector("#say-multimedia_rooms .error .mend"));
        Assert.Contains("5.50", page.QuerySelector("#computed")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, (await program.FileAsync("9901990101")).Head.Version);
    }

    [Fact]
    public async Task Nothing_on_the_pages_is_inline()
    {
        var (browser, form) = await ClerkAsync("inline", "9901990108");
        foreach (var address in new[] { form, form + "/history", form + "/print", form + "/import" })
        {
            using var answer = await browser.GetAsync(address);
            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotMatch(new Regex("<script(?! src)|<style| style=| on[a-z]+="), html);
        }
    }

    private static async Task KeepAsync(TestBrowser browser, string form, string rooms, int sequence)
    {
        var fields = await browser.FormAsync(form, form);
        fields[Rooms] = rooms;
        fields["sequence"] = sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var answer = await browser.PostAsync(form + "/draft", fields);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private async Task<(TestBrowser Browser, string Form)> ClerkAsync(string name, string school) =>
        (await program.AsAsync(name, Role.SchoolClerk, school), $"{CollectionProgram.Round}/schools/{school}");
}
