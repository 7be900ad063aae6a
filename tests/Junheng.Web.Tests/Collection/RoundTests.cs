using System.Net;
using Junheng.Application.Access;
using Junheng.Domain.Returns;
using Junheng.Web.Tests.Accounts;

namespace Junheng.Web.Tests.Collection;

/// <summary>A round over HTTP: imports with preview and undo, reminders, steps, objections, and who may not.</summary>
public class RoundTests(CollectionProgram program) : IClassFixture<CollectionProgram>
{
    private const string Import = CollectionProgram.Round + "/import";

    [Fact]
    public async Task An_import_is_previewed_stored_once_and_undone()
    {
        var browser = await program.AsAsync("importer", Role.DataAdministrator);
        using var preview = await UploadAsync(browser, "990199,清源县,9901990108,,primary,,2027,400,,12");
        var page = await TestBrowser.DocumentAsync(preview);
        var form = page.QuerySelector("[data-preview] form") ?? throw new InvalidOperationException(page.QuerySelector("main")!.TextContent);
        var fields = form.QuerySelectorAll("input").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!);

        using var stored = await browser.PostAsync(form.GetAttribute("action")!, fields);
        using var again = await browser.PostAsync(form.GetAttribute("action")!, fields);

        var result = TestBrowser.Location(stored)!;
        Assert.Equal(result, TestBrowser.Location(again));
        Assert.Equal(("400", 1), ((await program.FileAsync()).Newest!.Texts["enrolment_primary"], (await program.FileAsync()).Head.Version));
        var imported = result.Split('?')[0];
        using var undone = await browser.SubmitAsync(imported, imported + "/undo");
        Assert.Equal(HttpStatusCode.SeeOther, undone.StatusCode);
        Assert.Empty((await program.FileAsync()).Newest!.Entries);
        Assert.Equal(2, (await program.FileAsync()).Head.Version);
    }

    [Fact]
    public async Task An_import_with_an_error_stores_nothing_and_comes_back_marked()
    {
        var browser = await program.AsAsync("importer", Role.DataAdministrator);
        using var preview = await UploadAsync(browser, "990199,清源县,9901990107,,primary,,2027,四百,,12");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, preview.StatusCode);
        var page = await TestBrowser.DocumentAsync(preview);
        using var marked = await browser.GetAsync(page.QuerySelector("a[href$='/marked']")!.GetAttribute("href")!);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", marked.Content.Headers.ContentType!.MediaType);
        Assert.Equal(0, (await program.FileAsync("9901990107")).Head.Version);
    }

    [Fact]
    public async Task A_school_cannot_bring_in_another_schools_figures()
    {
        var browser = await program.AsAsync("own-only", Role.SchoolClerk, "9901990106");
        using var preview = await UploadAsync(browser, "990199,清源县,9901990107,,primary,,2027,400,,12", CollectionProgram.Round + "/schools/9901990106/import");

        Assert.Contains("不是本校", (await TestBrowser.DocumentAsync(preview)).QuerySelector(".findings")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusAsync(CollectionProgram.Round + "/schools/9901990107"));
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusAsync(CollectionProgram.Round));
    }

    [Fact]
    public async Task Whoever_has_not_handed_in_is_on_the_list_with_a_text_to_send()
    {
        var browser = await program.AsAsync("importer", Role.DataAdministrator);
        using var file = await browser.GetAsync(CollectionProgram.Round + "/reminders.csv");
        var bytes = await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains("2026-11-30 截止，还有", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Freezing_waits_until_every_school_is_approved_and_for_another_person()
    {
        var data = await program.AsAsync("importer", Role.DataAdministrator);
        var reviewer = await program.AsAsync("reviewer", Role.Reviewer);
        using var proposed = await data.SubmitAsync(CollectionProgram.Round, CollectionProgram.Round + "/proposals");
        Assert.EndsWith("said=collect.Proposed", TestBrowser.Location(proposed), StringComparison.Ordinal);
        Assert.Empty((await data.PageAsync(CollectionProgram.Round)).QuerySelectorAll("form[action$='/approve']"));

        var page = await reviewer.PageAsync(CollectionProgram.Round);
        var approve = page.QuerySelector("form[action$='/approve']")!.GetAttribute("action")!;
        using var refused = await reviewer.SubmitAsync(CollectionProgram.Round, approve);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.DoesNotContain(ReturnState.Frozen, new[] { (await program.FileAsync()).Head.State });
        using var own = await data.PostAsync(approve, await reviewer.FormAsync(CollectionProgram.Round, approve));
        Assert.Equal(HttpStatusCode.Forbidden, own.StatusCode);
        using var rejected = await reviewer.SubmitAsync(CollectionProgram.Round, approve.Replace("/approve", "/reject", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.SeeOther, rejected.StatusCode);
    }

    [Fact]
    public async Task All_that_is_handed_in_is_approved_at_once()
    {
        var reviewer = await program.AsAsync("reviewer-all", Role.Reviewer);
        using var none = await reviewer.SubmitAsync(CollectionProgram.Round, CollectionProgram.Round + "/steps", ("step", "approve-all"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);

        var county = await program.OpenAsync();
        foreach (var school in new[] { "9901990103", "9901990104" })
        {
            await program.Get<Application.Collection.ICollectionStore>().StoreAsync(
                county.Scope,
                2027,
                [new(school, 0, System.Collections.Immutable.ImmutableSortedDictionary<string, Application.Collection.EntryText>.Empty, System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty, Application.Collection.EntryWay.Form, "", 0, 0, ReturnState.Saved)],
                "account/0",
                TestContext.Current.CancellationToken);
        }

        Assert.Empty(await program.Get<Application.Collection.TakeReturnStep>().RunAsync(
            new Application.Collection.StepRequest((await program.Get<Application.Collection.ICollectionStore>().RoundsAsync(county.Scope, TestContext.Current.CancellationToken))[0], ["9901990103", "9901990104"], ReturnStep.Submit, "", "account/0"),
            TestContext.Current.CancellationToken));
        using var approved = await reviewer.SubmitAsync(CollectionProgram.Round, CollectionProgram.Round + "/steps", ("step", "approve-all"));

        Assert.EndsWith("said=collect.Approved", TestBrowser.Location(approved), StringComparison.Ordinal);
        Assert.Equal(ReturnState.Approved, (await program.FileAsync("9901990103")).Head.State);
        Assert.Equal(ReturnState.Blank, (await program.FileAsync("9901990105")).Head.State);
    }

    private static async Task<HttpResponseMessage> UploadAsync(TestBrowser browser, string row, string address = Import)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in await browser.FormAsync(address, address))
        {
            content.Add(new StringContent(value), name);
        }

        const string headings = "county_code,county_name,school_code,school_name,school_type,township,report_year,enrolment_primary,enrolment_junior,multimedia_rooms";
        content.Add(new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes($"\uFEFF{headings}\n{row}\n")), "sheet", "学校.csv");
        return await browser.SendAsync(HttpMethod.Post, address, content);
    }
}
