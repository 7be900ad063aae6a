using System.Globalization;
using System.Net;
using AngleSharp.Dom;

namespace Junheng.Web.Tests.Regions;

[Collection(nameof(ProvinceProgramTests))]
public class RegionPageTests(ProvinceProgram program)
{
    public static TheoryData<string> Pages =>
    [
        "/regions/000000",
        "/regions/980000",
        "/regions/980100",
        "/regions/980000?standard=cn-2012-basic-balance",
        "/regions/980000?verdict=not_met&within=980100&sort=-schools",
        "/regions/980000/ranking",
        "/regions/980000/ranking?by=cv.primary.R5",
        "/regions/980000/ranking?by=composite.primary&standard=cn-2012-basic-balance",
        "/regions/980100/gap",
        "/regions/980000/roadmap",
        "/regions/980000/map",
        "/regions/980000/screen",
        "/counties/980121/map",
        "/counties/980121/screen",
        "/counties/980121/recognition",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_above_one_county_is_there_whole_in_both_languages(string address)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            var page = await program.PageAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");

            Assert.NotEmpty(page.QuerySelector("h1")!.TextContent);
            Assert.NotNull(page.QuerySelector("main#content"));
            Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style]"));
            Assert.DoesNotContain("NaN", page.DocumentElement.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_counts_of_a_province_are_the_sums_of_its_cities()
    {
        var page = await program.PageAsync("/regions/980000");
        var rows = page.QuerySelectorAll("[aria-labelledby='groups'] tbody tr").Select(row => row.QuerySelectorAll("td").Select(Number).ToArray()).ToList();

        Assert.Equal(2, rows.Count);
        Assert.Equal(ProvinceProgram.Counties, rows.Sum(row => row[0]));
        foreach (var (tile, column) in new[] { ("met", 1), ("not_met", 2), ("undecided", 3), ("not_reported", 4) })
        {
            Assert.Equal(Number(page.QuerySelector($".tile-{tile} .tile-number")!), rows.Sum(row => row[column]));
        }

        Assert.All(rows, row => Assert.Equal(row[0], row[1] + row[2] + row[3] + row[4]));
    }

    [Fact]
    public async Task The_readiness_list_says_of_each_county_what_its_own_page_says()
    {
        var list = await program.PageAsync("/regions/980000");
        foreach (var row in list.QuerySelectorAll(".readiness tbody tr").Take(4))
        {
            var county = await program.PageAsync(row.QuerySelector("a")!.GetAttribute("href")!);

            Assert.Equal(row.QuerySelector(".verdict")!.TextContent, county.QuerySelector(".verdict-large, .answer-verdict .verdict")!.TextContent);
        }
    }

    [Fact]
    public async Task From_the_nation_to_the_school_every_step_is_a_link_and_the_basis_goes_along()
    {
        const string asked = "overlay=example-district-target";
        var at = $"/regions/000000?{asked}";
        foreach (var step in new[] { "a[href^='/regions/980000?']", "a[href^='/regions/980100?']", "a[href^='/counties/980121?']", ".groups a[href*='/schools']", ".matrix tbody th a", "td.number a" })
        {
            var page = await program.PageAsync(at);
            at = page.QuerySelector($"main {step}, nav{step}")?.GetAttribute("href") ?? throw new InvalidOperationException($"{at} has no {step}");

            Assert.Contains(asked, at, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Crumbs_lead_back_up_from_a_county()
    {
        var page = await program.PageAsync("/counties/980121");

        Assert.Equal(["全国", "云岚省", "岚州市"], page.QuerySelectorAll(".crumbs li").Take(3).Select(step => step.TextContent.Trim()));
    }

    [Fact]
    public async Task A_ranking_gives_intervals_that_hold_the_order_and_share_places_of_equal_figures()
    {
        var page = await program.PageAsync("/regions/980000/ranking?by=cv.primary.R5");
        var rows = page.QuerySelectorAll(".ranking tbody tr").Select(row => (Place: row.QuerySelector("td")!.TextContent, Figure: decimal.Parse(row.QuerySelectorAll("td")[1].TextContent, CultureInfo.InvariantCulture))).ToList();

        Assert.Equal(ProvinceProgram.Counties, rows.Count);
        Assert.Equal(rows.Select(row => row.Figure).Order(), rows.Select(row => row.Figure));
        Assert.All(rows.GroupBy(row => row.Figure), same => Assert.Single(same.Select(row => row.Place).Distinct()));
        Assert.All(rows.GroupBy(row => row.Figure).Where(same => same.Count() > 1), same => Assert.Contains("–", same.First().Place, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_county_with_schools_undecided_may_lie_in_a_wide_interval()
    {
        var page = await program.PageAsync("/regions/990000/ranking?by=schools");

        Assert.NotEmpty(page.QuerySelectorAll(".ranking tbody tr"));
    }

    [Fact]
    public async Task Between_counties_and_within_them_make_up_all_differences()
    {
        var page = await program.PageAsync("/regions/980100/gap");
        foreach (var row in page.QuerySelectorAll("section.card tbody tr"))
        {
            var cells = row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToArray();
            var (between, all, share) = (double.Parse(cells[0], CultureInfo.InvariantCulture), double.Parse(cells[1], CultureInfo.InvariantCulture), double.Parse(cells[2].TrimEnd('%'), CultureInfo.InvariantCulture) / 100);

            Assert.InRange(share, 0, 1);
            Assert.Equal(between * between / (all * all), share, 0.02);
        }
    }

    [Fact]
    public async Task A_map_draws_every_county_as_a_link_with_its_verdict_in_words()
    {
        var page = await program.PageAsync("/regions/980000/map");
        var drawn = page.QuerySelectorAll("svg.map a");

        Assert.Equal(ProvinceProgram.Counties, drawn.Length);
        Assert.All(drawn, county =>
        {
            Assert.NotNull(county.QuerySelector("path"));
            Assert.Matches("达标|未达标|待定", county.QuerySelector("title")!.TextContent);
        });
        Assert.Equal(ProvinceProgram.Counties, page.QuerySelectorAll(".map-table tbody tr").Length);
    }

    [Fact]
    public async Task The_schools_of_a_county_stand_on_its_map_in_shapes_by_verdict()
    {
        var page = await program.PageAsync("/counties/990121/map");

        Assert.NotNull(page.QuerySelector("path.map-border"));
        Assert.Equal(13, page.QuerySelectorAll("path.map-inner").Length);
        Assert.NotEmpty(page.QuerySelectorAll(".map-school path.map-not_met"));
        Assert.NotEmpty(page.QuerySelectorAll(".map-school circle.map-met"));
        Assert.Equal(page.QuerySelectorAll(".map-table tbody tr").Length, page.QuerySelectorAll(".map-school").Length + page.QuerySelectorAll(".map-table tbody td").Count(cell => cell.TextContent == "没有坐标"));
    }

    [Theory]
    [InlineData("/regions/980000/screen")]
    [InlineData("/counties/990121/screen")]
    public async Task A_wall_screen_says_of_when_its_data_are_and_comes_anew_without_script(string address)
    {
        var page = await program.PageAsync(address);

        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Equal("300", page.QuerySelector("meta[http-equiv='refresh']")!.GetAttribute("content"));
        Assert.Contains("2026 年年报", page.QuerySelector(".screen-date")!.TextContent, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{32}$", page.QuerySelector("[data-result-id]")!.TextContent);
    }

    [Fact]
    public async Task The_road_map_sets_plans_beside_the_aims()
    {
        var page = await program.PageAsync("/regions/980000/roadmap");

        Assert.Matches("(低于|达到)目标 100.0%", page.QuerySelector("[aria-labelledby='road-years']")!.TextContent);
        Assert.Contains("2022-12-31 已失效", page.QuerySelector("[aria-labelledby='road-easements']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ProvinceProgram.Counties, page.QuerySelectorAll("[aria-labelledby='road-counties'] tbody tr").Length);
    }

    [Theory]
    [InlineData("/regions/120000")]
    [InlineData("/regions/nowhere")]
    public async Task A_region_without_counties_is_not_there(string address)
    {
        using var client = program.CreateClient();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static int Number(IElement cell) => int.Parse(string.Concat(cell.TextContent.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
}
