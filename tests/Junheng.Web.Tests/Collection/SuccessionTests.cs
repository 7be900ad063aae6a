using System.Net;
using Junheng.Application.Access;
using Junheng.Application.Collection;
using Junheng.Application.Counties;
using Junheng.Application.Regions;
using Junheng.Application.Registers;
using Junheng.Domain.Registers;
using Junheng.Web.Tests.Accounts;

namespace Junheng.Web.Tests.Collection;

/// <summary>
/// Issue 4, done-when 5, on the pages: a county merges into a district, a school splits, a clerk leaves in the middle of a round. Figures of past years stay as they were, the
/// history pages equal a golden list, and the district goes on with the county's schools.
/// </summary>
public class SuccessionTests(AccountsProgram program) : IClassFixture<AccountsProgram>
{
    private const string School = "9901550101";
    private const string Form = "/counties/990155/rounds/2027/schools/9901550101";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Past_figures_stay_the_history_is_told_and_the_work_goes_on()
    {
        var (county, district) = (await program.CountyAsync("990155"), await program.CountyAsync("990156"));
        var keeper = await program.SignedInAsync(await program.PersonAsync("zhu-guan", program.Grant(Role.DataAdministrator, GrantScope.Of(county.Scope)), program.Grant(Role.DataAdministrator, GrantScope.Of(district.Scope))));
        foreach (var code in new[] { "990155", "990156" })
        {
            using var begun = await keeper.SubmitAsync($"/registers?county={code}", $"/registers/from-figures?county={code}");
            Assert.EndsWith("said=register.FromFigures", TestBrowser.Location(begun), StringComparison.Ordinal);
        }

        var before = await FiguresAsync(keeper);
        await AClerkLeavesAsync(county);

        var (school, region) = (await SchoolAsync(), new SubjectId(SubjectKind.Region, county.Scope.Value));
        await ChangeAsync(keeper, "990155", school, ("what", "split"), ("day", "2027-03-01"), ("name", "石桥镇东小学"), ("code", "9901559001"));
        await ChangeAsync(keeper, "990155", region, ("what", "merge"), ("day", "2027-07-01"), ("into", $"region/{district.Scope.Value}"));

        Assert.Equal(before, await FiguresAsync(keeper));
        Assert.Equal(
            [
                "2026-09-01 设立：石桥镇中心小学（学校代码 9901550101，学校类型 小学，举办者类型 县级教育部门，所属县 澄溪县，乡镇 石桥镇，城乡类型 镇区）（2026-11-21 由 zhu-guan姓名 登记）",
                "2027-03-01 分出石桥镇东小学（2026-11-21 由 zhu-guan姓名 登记）",
            ],
            await HistoryAsync(keeper, $"/registers/{school}?county=990156&day=2027-09-01"));
        Assert.Equal(
            ["1949-10-01 设立：澄溪县（代码 990155，级别 县级）（2026-11-21 由 zhu-guan姓名 登记）", "2027-07-01 并入澄溪县（2026-11-21 由 zhu-guan姓名 登记）"],
            await HistoryAsync(keeper, $"/registers/{region}?county=990155&day=2027-09-01"));
        var schools = (await RegisterAsync()).AsAt(new DateOnly(2027, 6, 30)).Of(SubjectKind.School).Count(each => each.County == region);
        var townships = (await RegisterAsync()).AsAt(new DateOnly(2027, 6, 30)).Of(SubjectKind.Township).Count(each => each.County == region);
        Assert.Equal($"2027-07-01 澄溪县并入，带来乡镇 {townships}、学校 {schools}（2026-11-21 由 zhu-guan姓名 登记）", (await HistoryAsync(keeper, $"/registers/region/{district.Scope.Value}?county=990156&day=2027-09-01"))[^1]);

        await TheDistrictAsksAsync(keeper, county, district);
    }

    /// <summary>In the county's open round: what the leaving clerk typed is found by the successor, who hands in; the leaver is out.</summary>
    private async Task AClerkLeavesAsync(Region county)
    {
        var round = new CollectionRound(county.Scope, 2027, "2027年预填报", new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 7), "cn-2017-quality-balance", null);
        Assert.IsType<OpenOutcome.Opened>(await program.Get<OpenRound>().RunAsync(round, "test", Cancellation));
        var (leaver, successor) = (await program.PersonAsync("lao-li", Role.SchoolClerk, GrantScope.School(county.Scope, School)), await program.PersonAsync("xiao-wang"));
        var leaving = await program.SignedInAsync(leaver);
        var form = await leaving.FormAsync(Form, Form);
        using var kept = await leaving.PostAsync(Form + "/draft", new Dictionary<string, string>(form) { ["f:multimedia_rooms"] = "37", ["sequence"] = "1" });
        Assert.Equal(HttpStatusCode.NoContent, kept.StatusCode);

        var security = await program.SignedInAsync(await program.PersonAsync("an-quan-2", Role.SecurityAdministrator));
        using var handed = await security.SubmitAsync($"/people/{leaver.Id.Value}", $"/people/{leaver.Id.Value}/hand-over", ("successor", successor.Id.Value.ToString()));
        Assert.EndsWith("said=grant.Done", TestBrowser.Location(handed), StringComparison.Ordinal);

        var following = await program.SignedInAsync(successor);
        Assert.NotNull((await following.PageAsync(Form)).QuerySelector("[data-server-draft]"));
        Assert.Equal("37", (await following.PageAsync(Form + "?draft=1")).QuerySelector("#f-multimedia_rooms")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.SeeOther, await leaving.StatusAsync(Form));
        using var saved = await following.PostAsync(Form, new Dictionary<string, string>(await following.FormAsync(Form, Form)) { ["f:multimedia_rooms"] = "37" });
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains("xiao-wang姓名", (await following.PageAsync(Form + "/history")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>The district's round has the county's schools with last year's figures beside, and their clerks fill in there.</summary>
    private async Task TheDistrictAsksAsync(TestBrowser keeper, Region county, Region district)
    {
        using var opened = await keeper.SubmitAsync("/counties/990156/rounds", "/counties/990156/rounds", ("year", "2027"), ("title", "2027年全区填报"), ("opens", "2027-09-01"), ("deadline", "2027-09-20"), ("confirm", "2027-09-30"));
        Assert.EndsWith("said=collect.Opened", TestBrowser.Location(opened), StringComparison.Ordinal);
        var asked = (await program.Get<ICollectionStore>().ReturnsAsync(district.Scope, 2027, Cancellation)).Select(each => each.School.Code).ToList();
        Assert.Contains("9901559001", asked);
        Assert.Contains("9901560101", asked);
        Assert.Contains(School, asked);

        program.Clock.Now = new DateTimeOffset(2027, 9, 2, 8, 0, 0, TimeSpan.Zero);
        var clerk = await program.SignedInAsync(await program.PersonAsync("xin-tian-bao", Role.SchoolClerk, GrantScope.School(county.Scope, School)));
        var page = await clerk.PageAsync($"/counties/990156/rounds/2027/schools/{School}");
        Assert.NotEmpty(page.QuerySelectorAll("#f-multimedia_rooms:not([disabled])"));
        Assert.NotEqual("", page.QuerySelector(".entry .last")!.TextContent.Trim());
        Assert.Contains("石桥镇中心小学", (await clerk.PageAsync("/returns")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await clerk.StatusAsync("/counties/990156/rounds/2027/schools/9901560101"));
        Assert.Equal(HttpStatusCode.Forbidden, await clerk.StatusAsync("/counties/990156/rounds/2027"));
    }

    /// <summary>What the pages say of the past year: the ids of the results and the matrix of all schools.</summary>
    private async Task<List<string>> FiguresAsync(TestBrowser browser)
    {
        var said = new List<string>();
        foreach (var code in new[] { "990155", "990156" })
        {
            said.Add((await browser.PageAsync($"/counties/{code}?year=2026")).QuerySelector("[data-result-id]")!.TextContent);
            said.Add((await browser.PageAsync($"/counties/{code}/schools?year=2026&stage=primary")).QuerySelector("table.matrix")!.TextContent);
            said.AddRange((await program.Get<ICountyReturns>().FindAsync(code, Cancellation))!.Returns.Where(each => each.ReportYear == 2026).Select(each => each.BlobSha256));
        }

        return said;
    }

    private static async Task<List<string>> HistoryAsync(TestBrowser browser, string address) =>
        [.. (await browser.PageAsync(address)).QuerySelectorAll("[data-history] li > span").Select(line => line.TextContent)];

    private static async Task ChangeAsync(TestBrowser browser, string county, SubjectId subject, params (string Name, string Value)[] fields)
    {
        using var answer = await browser.SubmitAsync($"/registers/{subject}?county={county}", $"/registers/{subject}/changes?county={county}", fields);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, (await TestBrowser.DocumentAsync(answer)).QuerySelector("main")?.TextContent);
    }

    private Task<Register> RegisterAsync() => program.Get<IRegisters>().ReadAsync(Cancellation);

    private async Task<SubjectId> SchoolAsync() => (await RegisterAsync()).AsAt(new DateOnly(2026, 9, 1)).ByCode(SubjectKind.School, School)!.Id;
}
