namespace Junheng.Web.Tests.Features;

[Collection(nameof(WebProgramTests))]
public class FirstPageTests(WebProgram program)
{
    [Fact]
    public async Task It_says_whether_the_county_passes()
    {
        var page = await program.PageAsync("/");

        Assert.Contains("澄溪县", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("未达标", page.QuerySelector(".verdict-large")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(6, page.QuerySelectorAll(".parts li").Length);
    }

    [Fact]
    public async Task It_says_the_verdict_with_easements_and_the_day_they_lapsed()
    {
        var page = await program.PageAsync("/");

        Assert.Contains("未达标", page.QuerySelector(".eased .verdict")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2022-12-31", page.QuerySelector(".eased")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_what_is_undecided_in_which_cell_and_who_owes_it()
    {
        var page = await program.PageAsync("/");

        var matters = page.QuerySelectorAll(".open-matters > li");
        Assert.Equal(2, matters.Length);
        Assert.Contains("缺：网络多媒体教室数", matters[0].TextContent, StringComparison.Ordinal);
        Assert.Matches(@"^schools\.xlsx › 学校一览 › [A-Z]+\d+$", matters[0].QuerySelector("a.cell-link")!.TextContent);
        Assert.Contains("责任：学校信息管理员", matters[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Q9", matters[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_that_would_print_as_the_norm_shows_one_digit_more_beside_what_is_owed()
    {
        var school = (await program.PageAsync("/")).QuerySelectorAll(".failing > li").Single(each => each.QuerySelector("a[href*='9901210004']") is not null);

        Assert.Contains("缺 1 名高于规定学历教师", school.TextContent, StringComparison.Ordinal);
        Assert.Contains("4.196 < 4.2", school.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("4.20 <", school.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_has_its_quality_profile_and_a_way_to_its_row_of_the_what_if_page()
    {
        var page = await program.PageAsync("/counties/990121/schools/9901210108");

        Assert.Contains("体质健康合格", page.QuerySelector("table.quality")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("table.quality a[href*='/files/']"));
        Assert.EndsWith("#s-9901210108", page.QuerySelector("main a[href*='/what-if']")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "澄溪县实验小学", "超 140 人", "白沙镇中心小学", "超 3 人")]
    [InlineData("?lang=en", "澄溪县实验小学", "140 above", "白沙镇中心小学", "3 above")]
    public async Task The_page_of_sizes_puts_those_above_a_cap_first(string query, string school, string above, string other, string classAbove)
    {
        var rows = (await program.PageAsync("/counties/990121/sizes" + query)).QuerySelectorAll("tbody tr");

        Assert.Contains(school, rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains(above, rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains(other, rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains(classAbove, rows[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coefficient_has_its_years_beside_it()
    {
        var page = await program.PageAsync("/");

        var sports = page.QuerySelectorAll("a.cv").Single(each => each.QuerySelector(".verdict-not_met") is not null);
        Assert.NotNull(sports.QuerySelector("svg.cv-years polyline"));
        Assert.Equal(6, sports.QuerySelector(".word")!.TextContent.Split('、').Length);
        Assert.Contains("2025: 0.490", sports.QuerySelector(".word")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_shows_fourteen_coefficients_against_their_limits()
    {
        var page = await program.PageAsync("/");

        var bars = page.QuerySelectorAll("a.cv");
        Assert.Equal(14, bars.Length);
        Assert.All(bars, bar =>
        {
            Assert.NotNull(bar.QuerySelector("svg .cv-limit"));
            Assert.NotEmpty(bar.QuerySelector(".verdict")!.TextContent);
        });
        Assert.Single(bars, bar => bar.QuerySelector(".verdict-not_met") is not null);
    }

    [Fact]
    public async Task Failing_schools_lack_whole_persons_and_rooms()
    {
        var page = await program.PageAsync("/");

        var lacks = page.QuerySelectorAll(".failing .lacks").Select(each => each.TextContent).ToList();
        Assert.NotEmpty(lacks);
        Assert.All(lacks, lack => Assert.Matches(@"^缺 [\d,]+ \S+$", lack));
        Assert.Contains("缺 1 名体育、艺术教师", lacks);
        Assert.True(page.QuerySelectorAll(".failing-reasons").All(reasons => reasons.Children.Length is 1 or 2));
    }

    [Fact]
    public async Task A_year_without_items_leaves_them_undecided()
    {
        var page = await program.PageAsync("/?year=2024");

        Assert.Contains("2025-08-31", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("条件", page.QuerySelector(".parts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("待定", page.QuerySelector(".parts li:nth-child(2)")!.TextContent, StringComparison.Ordinal);
        Assert.Matches(@"待定与责任（[3-9]\d）", page.QuerySelector("#open")!.TextContent);
        Assert.Equal(3, page.QuerySelectorAll(".open-matters > li").Length);
    }
}
