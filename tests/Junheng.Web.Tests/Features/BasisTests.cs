using System.Net;

namespace Junheng.Web.Tests.Features;

[Collection(nameof(WebProgramTests))]
public class BasisTests(WebProgram program)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_basis_the_page_says_nothing_of_one()
    {
        var page = await program.PageAsync("/counties/990121");

        Assert.Null(page.QuerySelector(".basis-line"));
        Assert.Equal("判定依据", page.QuerySelector(".basis > summary")!.TextContent);
    }

    [Theory]
    [InlineData("/counties/990121")]
    [InlineData("/counties/990121/schools")]
    [InlineData("/counties/990121/schools/9901210108")]
    [InlineData("/counties/990121/indicators/B1")]
    [InlineData("/counties/990121/data")]
    [InlineData("/items?county=990121")]
    [InlineData("/modelled?county=990121")]
    [InlineData("/trace?county=990121&school=9901210108&stage=junior&indicator=B1")]
    public async Task Every_page_judges_by_the_2012_standard_and_says_so(string address)
    {
        var page = await program.PageAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}standard=cn-2012-basic-balance");

        Assert.Contains("基本均衡", page.QuerySelector(".basis-line")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("基本均衡", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_2012_standard_shows_the_composite_coefficient_and_no_verdict_of_its_own_for_a_single_one()
    {
        var page = await program.PageAsync("/counties/990121?standard=cn-2012-basic-balance");

        var composite = page.QuerySelector(".cvs .composite")!;
        Assert.Contains("综合差异系数", composite.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, composite.QuerySelectorAll(".verdict").Length);
        Assert.Empty(page.QuerySelectorAll(".cvs tbody tr:not(.composite) .verdict"));
        Assert.Equal(8, page.QuerySelectorAll(".cvs tbody tr:not(.composite)").Length);
    }

    [Fact]
    public async Task Links_and_filters_carry_the_basis_on()
    {
        const string asked = "overlay=example-district-target&set=easements.until=2027-12-31&date=2026-12-01";
        var page = await program.PageAsync($"/counties/990121/schools?{asked}");

        Assert.All(page.QuerySelectorAll(".tabs a[href^='/counties/990121'], .matrix tbody a, .years a"), link =>
        {
            var address = link.GetAttribute("href")!;
            if (!address.Contains("/rounds", StringComparison.Ordinal))
            {
                Assert.Contains("overlay=example-district-target", address, StringComparison.Ordinal);
                Assert.Contains("set=easements.until", address, StringComparison.Ordinal);
                Assert.Contains("date=2026-12-01", address, StringComparison.Ordinal);
            }
        });
        Assert.Equal("2026-12-01", page.QuerySelector("form.filters input[name='date']")!.GetAttribute("value"));
        Assert.Contains("2026-12-01", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_changed_gives_another_result_and_its_own_default_gives_the_same()
    {
        var usual = await program.PageAsync("/counties/990121");
        var changed = await program.PageAsync("/counties/990121?set=easements.until=2027-12-31");
        var same = await program.PageAsync("/counties/990121?standard=cn-2017-quality-balance&overlay=&set.easements.until=2022-12-31&date=");

        Assert.NotEqual(usual.QuerySelector("[data-result-id]")!.TextContent, changed.QuerySelector("[data-result-id]")!.TextContent);
        Assert.Equal(usual.QuerySelector("[data-result-id]")!.TextContent, same.QuerySelector("[data-result-id]")!.TextContent);
        Assert.Null(same.QuerySelector(".basis-line"));
    }

    [Theory]
    [InlineData("standard=cn-1999", "没有标准“cn-1999”")]
    [InlineData("standard=..%2F..%2Fetc%2Fpasswd", "没有标准")]
    [InlineData("overlay=nobody", "没有叠加项“nobody”")]
    [InlineData("set=easements.until", "编号=值")]
    [InlineData("set=nothing=1", "没有设置项“nothing”")]
    [InlineData("year=soon", "“soon”不是年度")]
    [InlineData("date=tomorrow", "“tomorrow”不是日期")]
    [InlineData("year=2026&date=2026-08-31", "早于 2026 年年报")]
    public async Task A_basis_that_cannot_be_judged_by_is_refused_with_what_is_wrong(string query, string said)
    {
        using var client = program.CreateClient();
        using var answer = await client.GetAsync(new Uri($"/counties/990121?{query}", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(said, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        using var client = program.CreateClient();
        using var answer = await client.GetAsync(new Uri("/counties/990121?standard=x&overlay=y&set=z&year=w&date=v", UriKind.Relative), Cancellation);
        var page = await WebProgram.ParseAsync(await answer.Content.ReadAsStringAsync(Cancellation));

        Assert.Equal(5, page.QuerySelectorAll(".findings li").Length);
    }

    [Fact]
    public async Task A_date_without_a_year_judges_the_newest_report_not_after_it()
    {
        var page = await program.PageAsync("/counties/990121?date=2024-03-01");

        Assert.Equal("2023", page.QuerySelector(".years a[aria-current]")!.TextContent);
        Assert.Contains("2024-03-01", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_early_year_on_a_late_date_is_judged_as_that_year()
    {
        var page = await program.PageAsync("/counties/990121/schools/9901210108?year=2022&date=2026-11-01");

        Assert.Equal("2022", page.QuerySelector(".years a[aria-current]")!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll(".figures"));
    }
}
