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
    public async Task It_says_what_falls_short_and_what_is_undecided_for_want_of_what()
    {
        var page = await program.PageAsync("/");

        Assert.Contains(page.QuerySelectorAll(".reason-not_met"), reason => reason.TextContent.Contains("体育场馆", StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll(".reason-undecided"), reason => reason.TextContent.Contains("缺：网络多媒体教室数", StringComparison.Ordinal));
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
    }

    [Fact]
    public async Task A_year_without_items_leaves_them_undecided()
    {
        var page = await program.PageAsync("/?year=2024");

        Assert.Contains("2025-08-31", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("本年度没有报送数据", page.QuerySelector(".reasons")!.TextContent, StringComparison.Ordinal);
    }
}
