using System.Collections.Immutable;
using System.Net;
using Junheng.Application.Access;
using Junheng.Application.Collection;
using Junheng.Application.Counties;
using Junheng.Application.Packages;
using Junheng.Application.Regions;
using Junheng.Application.Standards;
using Junheng.Domain.Returns;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;
using Junheng.Web.Features.Packages;
using Junheng.Web.Tests.Accounts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Web.Tests.Collection;

/// <summary>A county reports its frozen year to the province by network: two programs, each with a database of its own.</summary>
public class PackageByNetworkTests
{
    private const string Code = "990144";
    private const string Round = $"/counties/{Code}/rounds/2026";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_package_is_taken_over_once_its_countys_key_is_trusted_and_never_twice()
    {
        await using var province = new AccountsProgram();
        await using var county = new CountyNode(() => province.Server.CreateHandler());
        var browser = await FrozenAsync(county);
        Assert.Empty((await browser.PageAsync(Round)).QuerySelectorAll("#report"));
        Assert.True(await county.Get<UpperNodeAddress>().SetAsync("http://upper.test/", "test", Cancellation));

        using var unknown = await browser.SubmitAsync(Round, Round + "/report");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Contains("不认识这个县的密钥", (await TestBrowser.DocumentAsync(unknown)).QuerySelector(".notice-fault")!.TextContent, StringComparison.Ordinal);

        await province.Get<RegisterCounty>().RunAsync(Code, "北山县", "test", Cancellation);
        await province.Get<ITrustedNodes>().TrustAsync(county.Get<INodeKey>().PublicKey, Code, "test", Cancellation);
        using var reported = await browser.SubmitAsync(Round, Round + "/report");
        using var again = await browser.SubmitAsync(Round, Round + "/report");

        Assert.EndsWith("said=collect.Reported", TestBrowser.Location(reported), StringComparison.Ordinal);
        Assert.Contains("已经接收过", (await TestBrowser.DocumentAsync(again)).QuerySelector(".notice-fault")!.TextContent, StringComparison.Ordinal);
        var there = Assert.Single((await province.Get<ICountyReturns>().FindAsync(Code, Cancellation))!.Returns);
        Assert.Equal((2026, 1, 1), (there.ReportYear, there.Rows, there.Version));
        Assert.Single(await province.AuditAsync(), line => line.StartsWith("node package.take-over package/990144/2026 done", StringComparison.Ordinal));
        Assert.Equal(["refused", "done", "refused"], (await county.AuditAsync()).Where(line => line.Contains(" package.send ", StringComparison.Ordinal)).Select(line => line.Split(' ')[^1]));
    }

    [Fact]
    public async Task What_is_no_package_or_too_large_is_refused_and_a_node_that_is_away_is_said_to_be()
    {
        await using var province = new AccountsProgram();
        using var client = province.CreateClient();
        using var garbage = new ByteArrayContent("不是数据包"u8.ToArray());
        using var unreadable = await client.PostAsync(new Uri("/packages", UriKind.Relative), garbage, Cancellation);
        using var large = new ByteArrayContent(new byte[9 * 1024 * 1024]);
        using var tooLarge = await client.PostAsync(new Uri("/packages", UriKind.Relative), large, Cancellation);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge), (unreadable.StatusCode, tooLarge.StatusCode));
        Assert.Contains("package.unreadable", await unreadable.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        await using var county = new CountyNode(() => new Away());
        var browser = await FrozenAsync(county);
        Assert.False(await county.Get<UpperNodeAddress>().SetAsync("file:///etc/passwd", "test", Cancellation));
        Assert.True(await county.Get<UpperNodeAddress>().SetAsync("https://upper.test", "test", Cancellation));
        using var away = await browser.SubmitAsync(Round, Round + "/report");
        Assert.Contains("连不上上级节点", (await TestBrowser.DocumentAsync(away)).QuerySelector(".notice-fault")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A county of one school whose year is frozen, and who keeps its figures.</summary>
    private static async Task<TestBrowser> FrozenAsync(AccountsProgram county)
    {
        await county.Get<RegisterCounty>().RunAsync(Code, "北山县", "test", Cancellation);
        var region = (await county.Get<ICountyReturns>().CountiesAsync(Cancellation)).Single(each => each.Code == Code);
        var round = new CollectionRound(region.Scope, 2026, "2026年填报", new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 20), new DateOnly(2026, 9, 30), StandardRequest.DefaultId, null);
        var standard = ((StandardOpening.Opened)county.Get<IStandardLibrary>().Open(StandardRequest.Of(StandardRequest.DefaultId), Language.Zh)).Standard;
        var texts = new Dictionary<string, string>
        {
            ["enrolment_primary"] = "400",
            ["above_degree_teachers_primary"] = "20",
            ["backbone_teachers_primary"] = "5",
            ["pe_art_teachers_primary"] = "4",
            ["teaching_area_m2"] = "2200",
            ["sports_area_m2"] = "3600",
            ["equipment_yuan"] = "900000",
            ["multimedia_rooms"] = "12",
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);
        Assert.True(await county.Get<ICollectionStore>().OpenAsync(round, [new AskedSchool("9901440101", "北山小学", SchoolType.Primary, "北山镇")], "a", Cancellation));
        Assert.IsType<SaveOutcome.Saved>(await county.Get<SaveReturn>().RunAsync(new SaveRequest(round, Code, "北山县", "9901440101", 0, texts, ImmutableSortedDictionary<string, string>.Empty, "a", Language.Zh), standard, Cancellation));
        Assert.Empty(await county.Get<TakeReturnStep>().RunAsync(new StepRequest(round, ["9901440101"], ReturnStep.Submit, "", "a"), Cancellation));
        Assert.Empty(await county.Get<TakeReturnStep>().RunAsync(new StepRequest(round, ["9901440101"], ReturnStep.Approve, "", "b"), Cancellation));
        Assert.IsType<FreezeOutcome.Frozen>(await county.Get<FreezeYear>().RunAsync(new FreezeRequest(round, region, "a", "b", Language.Zh), standard, Cancellation));
        return await county.SignedInAsync(await county.PersonAsync("shuju", Role.DataAdministrator, GrantScope.Of(region.Scope)));
    }

    private sealed class CountyNode(Func<HttpMessageHandler> upper) : AccountsProgram
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddHttpClient(UpperNodeClient.Client).ConfigurePrimaryHttpMessageHandler(upper));
        }
    }

    private sealed class Away : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw new HttpRequestException("connection refused");
    }
}
