using System.Net;

namespace Junheng.Web.Tests.Features;

[Collection(nameof(WebProgramTests))]
public sealed class RegisterPageTests(WebProgram program)
{
    [Fact]
    public async Task The_register_of_schools_is_that_of_the_day_asked_for()
    {
        var then = await program.PageAsync("/registers?day=2023-09-01");
        var now = await program.PageAsync("/registers");

        Assert.Contains("石桥镇李家湾村小学", then.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("石桥镇李家湾村小学", now.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-11-21", now.QuerySelector("input[type=date]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_history_of_a_school_tells_its_merger_and_leads_to_the_one_before()
    {
        var register = await program.PageAsync("/registers");
        var link = register.QuerySelectorAll("tbody a").Single(each => each.TextContent == "石桥镇中心小学").GetAttribute("href")!;

        var page = await program.PageAsync(link);

        Assert.Equal(2, page.QuerySelectorAll("ol li").Length);
        Assert.Contains("石桥镇李家湾村小学并入", page.QuerySelector("ol")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["石桥镇李家湾村小学"], page.QuerySelectorAll("section ul a").Select(each => each.TextContent));
    }

    [Theory]
    [InlineData("/registers/school/99999")]
    [InlineData("/registers/staff/1")]
    [InlineData("/registers/nothing/1")]
    [InlineData("/registers?kind=staff")]
    [InlineData("/registers?day=yesterday")]
    public async Task What_is_not_on_record_or_not_public_is_not_found(string address)
    {
        using var client = program.CreateClient();

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }
}
