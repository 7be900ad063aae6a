using System.Net;
using Junheng.Application.Access;
using Junheng.Storage;
using Junheng.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Web.Tests.Collection;

/// <summary>S26: no room is left. SQLite is told that its file may not grow; what people do then is refused as a whole, and reading goes on.</summary>
public class FullDiskTests(CollectionProgram program) : IClassFixture<CollectionProgram>
{
    [Fact]
    public async Task On_a_full_disk_nothing_is_half_stored_the_answer_says_so_and_later_all_goes_on()
    {
        var clerk = await program.AsAsync("f-clerk", Role.DataAdministrator);
        var long1 = new string('长', 400);
        var (form, before) = (await clerk.FormAsync(CollectionProgram.Form, CollectionProgram.Form), await program.FileAsync());
        var import = await clerk.FormAsync(CollectionProgram.Round + "/import", CollectionProgram.Round + "/import");
        foreach (var question in Enumerable.Range(0, 60))
        {
            form[$"x:q{question}"] = long1;
        }

        form["f:enrolment_primary"] = "400";
        await FullAsync(isFull: true);
        using var saved = await clerk.PostAsync(CollectionProgram.Form, form);
        using var uploaded = await UploadAsync(clerk, import);
        var read = await clerk.StatusAsync(CollectionProgram.Form);
        var template = await clerk.StatusAsync(CollectionProgram.Round + "/import/template");

        Assert.Equal(HttpStatusCode.InsufficientStorage, saved.StatusCode);
        Assert.Equal(HttpStatusCode.InsufficientStorage, uploaded.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (read, template));
        var page = await TestBrowser.DocumentAsync(saved);
        Assert.Contains("没有保存任何内容", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite", page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before.Head, (await program.FileAsync()).Head);

        await FullAsync(isFull: false);
        using var again = await clerk.PostAsync(CollectionProgram.Form, await FilledAsync(clerk));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal("400", (await program.FileAsync()).Newest!.Texts["enrolment_primary"]);
    }

    private static async Task<Dictionary<string, string>> FilledAsync(TestBrowser clerk)
    {
        var form = await clerk.FormAsync(CollectionProgram.Form, CollectionProgram.Form);
        form["f:enrolment_primary"] = "400";
        return form;
    }

    private static async Task<HttpResponseMessage> UploadAsync(TestBrowser browser, Dictionary<string, string> fields)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        var rows = string.Concat(Enumerable.Range(0, 400).Select(at => $"990199,清源县,99019901{at:00},{new string('名', 100)},primary,,2027,400,,12\n"));
        content.Add(new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes($"\uFEFFcounty_code,county_name,school_code,school_name,school_type,township,report_year,enrolment_primary,enrolment_junior,multimedia_rooms\n{rows}")), "sheet", "学校.csv");
        return await browser.SendAsync(HttpMethod.Post, CollectionProgram.Round + "/import", content);
    }

    /// <summary>Lets the file grow no further: a limit below its present size means its present size. It holds for every connection opened from now on.</summary>
    private async Task FullAsync(bool isFull)
    {
        program.PageLimit.Pages = isFull ? 1 : 1_000_000_000;
        await using var database = await program.Get<IDbContextFactory<JunhengDatabase>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        await database.Database.ExecuteSqlRawAsync("VACUUM", TestContext.Current.CancellationToken);
    }
}
