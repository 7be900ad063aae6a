using System.Net;
using System.Text;
using Junheng.Application.Access;
using Junheng.Application.Registers;
using Junheng.Domain.Registers;
using Junheng.Web.Tests.Accounts;

namespace Junheng.Web.Tests.Features;

/// <summary>Whoever keeps a county's registers begins, changes and takes back on the pages and by Excel; another county's stay untouched.</summary>
public class RegisterChangeTests(AccountsProgram program) : IClassFixture<AccountsProgram>
{
    private const string Day = "2027-09-01";
    private static readonly SemaphoreSlim _once = new(1, 1);
    private static TestBrowser? _keeper;

    [Fact]
    public async Task A_county_begins_its_register_from_its_figures_and_then_renames_a_school_and_takes_it_back()
    {
        var (browser, _) = await KeeperAsync();
        var school = await SchoolAsync("9901660108");
        var (page, action) = ($"/registers/{school}?county=990166", $"/registers/{school}/changes?county=990166");

        using var nothing = await browser.SubmitAsync(page, action, ("what", "alter"), ("day", Day));
        using var renamed = await browser.SubmitAsync(page, action, ("what", "alter"), ("day", Day), ("field.name", "澄溪实验学校"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, renamed.StatusCode);
        Assert.Equal("澄溪实验学校", (await RegisterAsync()).AsAt(new DateOnly(2027, 9, 1)).Find(school)!.Name);
        Assert.NotEqual("澄溪实验学校", (await RegisterAsync()).AsAt(new DateOnly(2027, 8, 31)).Find(school)!.Name);
        var later = await browser.PageAsync($"{page}&day={Day}");
        var lines = later.QuerySelectorAll("[data-history] li").Select(line => line.QuerySelector("span")!.TextContent).ToList();
        Assert.EndsWith("（2026-11-21 由 r-keeper姓名 登记）", lines[^1], StringComparison.Ordinal);
        Assert.Contains("更名：", lines[^1], StringComparison.Ordinal);

        var undo = later.QuerySelectorAll("[data-history] form")[^1].QuerySelectorAll("input").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!);
        using var undone = await browser.PostAsync(action, undo);
        Assert.Equal(HttpStatusCode.SeeOther, undone.StatusCode);
        Assert.NotEqual("澄溪实验学校", (await RegisterAsync()).AsAt(new DateOnly(2027, 9, 1)).Find(school)!.Name);
    }

    [Fact]
    public async Task A_school_splits_and_another_merges_and_ends()
    {
        var (browser, _) = await KeeperAsync();
        var (whole, small) = (await SchoolAsync("9901660101"), await SchoolAsync("9901660102"));
        using var split = await browser.SubmitAsync($"/registers/{whole}?county=990166", $"/registers/{whole}/changes?county=990166", ("what", "split"), ("day", Day), ("name", "分出的小学"), ("code", "9901669001"));
        using var merged = await browser.SubmitAsync($"/registers/{small}?county=990166", $"/registers/{small}/changes?county=990166", ("what", "merge"), ("day", Day), ("into", whole.ToString()));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (split.StatusCode, merged.StatusCode));
        var snapshot = (await RegisterAsync()).AsAt(new DateOnly(2027, 9, 1));
        Assert.NotNull(snapshot.ByCode(SubjectKind.School, "9901669001"));
        Assert.Null(snapshot.ByCode(SubjectKind.School, "9901660102"));
        var page = await browser.PageAsync($"/registers/{whole}?county=990166&day={Day}");
        Assert.Contains("分出分出的小学", page.QuerySelector("[data-history]")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("#history-before"));
    }

    [Fact]
    public async Task A_workbook_is_shown_before_it_is_written_and_what_does_not_fit_is_named()
    {
        var (browser, _) = await KeeperAsync();
        const string address = "/registers/import?county=990166&kind=staff";
        using var wrong = await UploadAsync(browser, address, "姓名,工号,学校,到校日期\n王一,T1,9901660108,昨天\n李二,T2,没有的学校,2020-09-01\n");
        using var preview = await UploadAsync(browser, address, "姓名,工号,学校,任教学科,职称,到校日期\n王一,T1,9901660108,数学,一级教师,2016-09-01\n");
        var page = await TestBrowser.DocumentAsync(preview);
        var form = page.QuerySelector("[data-preview] form") ?? throw new InvalidOperationException(page.QuerySelector("main")!.TextContent);
        Assert.DoesNotContain((await RegisterAsync()).AsAt(new DateOnly(2027, 9, 1)).Of(SubjectKind.Staff), each => each["title"] == "一级教师");
        using var written = await browser.PostAsync(form.GetAttribute("action")!, form.QuerySelectorAll("input").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!));

        var findings = (await TestBrowser.DocumentAsync(wrong)).QuerySelector(".findings")!.TextContent;
        Assert.Contains("没有的学校", findings, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, written.StatusCode);
        var staff = (await browser.PageAsync($"/registers?county=990166&kind=staff&day={Day}")).QuerySelector("table.register")!.TextContent;
        Assert.Contains("王＊", staff, StringComparison.Ordinal);
        Assert.DoesNotContain("王一", staff, StringComparison.Ordinal);
        Assert.Contains("一级教师", staff, StringComparison.Ordinal);
        using var export = await browser.GetAsync($"/registers/export?county=990166&kind=staff&day={Day}");
        Assert.Equal(HttpStatusCode.OK, export.StatusCode);
        Assert.Contains(await program.AuditAsync(), line => line.StartsWith("r-keeper register.staff.export", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_countys_register_can_be_neither_changed_nor_merged_into()
    {
        var (browser, leader) = await KeeperAsync();
        var school = await SchoolAsync("9901660107");
        var sample = (await RegisterAsync()).AsAt(new DateOnly(2027, 9, 1)).ByCode(SubjectKind.School, "9901210108")!.Id;
        using var merged = await browser.SubmitAsync($"/registers/{school}?county=990166", $"/registers/{school}/changes?county=990166", ("what", "merge"), ("day", Day), ("into", sample.ToString()));
        using var foreign = await browser.PostAsync($"/registers/{sample}/changes?county=990121", new Dictionary<string, string>());
        using var staff = await leader.GetAsync("/registers?county=990166&kind=staff");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, merged.StatusCode);
        Assert.Contains("不归您维护", (await TestBrowser.DocumentAsync(merged)).QuerySelector(".notice-fault")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, staff.StatusCode);
        Assert.Empty((await leader.PageAsync("/registers?county=990166")).QuerySelectorAll("a[href*='/registers/import']"));
    }

    private async Task<(TestBrowser Keeper, TestBrowser Leader)> KeeperAsync()
    {
        await _once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            var county = GrantScope.Of((_keeper is null ? await program.CountyAsync("990166") : (await program.Get<Application.Counties.ICountyReturns>().CountiesAsync(TestContext.Current.CancellationToken)).Single(each => each.Code == "990166")).Scope);
            if (_keeper is null)
            {
                var keeper = await program.SignedInAsync(await program.PersonAsync("r-keeper", Role.DataAdministrator, county));
                using var begun = await keeper.SubmitAsync("/registers?county=990166", "/registers/from-figures?county=990166");
                Assert.EndsWith("said=register.FromFigures", TestBrowser.Location(begun), StringComparison.Ordinal);
                _keeper = keeper;
            }

            return (_keeper, await program.SignedInAsync(await program.PersonAsync($"r-leader-{Guid.NewGuid():n}", Role.Leader, county)));
        }
        finally
        {
            _once.Release();
        }
    }

    private Task<Register> RegisterAsync() => program.Get<IRegisters>().ReadAsync(TestContext.Current.CancellationToken);

    private async Task<SubjectId> SchoolAsync(string code) => (await RegisterAsync()).AsAt(new DateOnly(2026, 9, 1)).ByCode(SubjectKind.School, code)!.Id;

    private static async Task<HttpResponseMessage> UploadAsync(TestBrowser browser, string address, string csv)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in await browser.FormAsync(address, address))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new StringContent(Day), "day");
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes("\uFEFF" + csv)), "sheet", "教职工.csv");
        return await browser.SendAsync(HttpMethod.Post, address, content);
    }
}
