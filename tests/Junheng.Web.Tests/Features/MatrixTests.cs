using AngleSharp.Dom;

namespace Junheng.Web.Tests.Features;

[Collection(nameof(WebProgramTests))]
public class MatrixTests(WebProgram program)
{
    [Fact]
    public async Task It_has_every_unit_of_the_stage()
    {
        var page = await program.PageAsync("/counties/990121/schools?stage=primary");

        Assert.Equal(43, Rows(page).Count);
    }

    [Fact]
    public async Task The_verdict_filter_leaves_only_that_verdict()
    {
        var rows = Rows(await program.PageAsync("/counties/990121/schools?stage=primary&verdict=not_met"));

        Assert.Equal(5, rows.Count);
        Assert.All(rows, row => Assert.NotNull(row.QuerySelector(".verdict-not_met")));
    }

    [Fact]
    public async Task The_locale_filter_leaves_only_that_locale()
    {
        var rows = Rows(await program.PageAsync("/counties/990121/schools?stage=primary&locale=town"));

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains("镇区", row.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_click_on_a_head_turns_the_order_round()
    {
        var first = await program.PageAsync("/counties/990121/schools?stage=junior&sort=R5");
        var address = first.QuerySelector("th[aria-sort='ascending'] a")!.GetAttribute("href")!;
        var second = await program.PageAsync(address);

        Assert.Contains("sort=-R5", address, StringComparison.Ordinal);
        Assert.Equal(Names(first).Reverse(), Names(second));
    }

    [Fact]
    public async Task Nothing_found_is_said_in_words()
    {
        var page = await program.PageAsync("/counties/990121/schools?stage=junior&verdict=undecided");

        Assert.Contains("没有符合条件的学校", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Below_the_floor_is_said_by_sign_word_and_colour()
    {
        var page = await program.PageAsync("/counties/990121/schools?stage=primary");

        var below = page.QuerySelectorAll("td.cell-below");
        Assert.NotEmpty(below);
        Assert.All(below, cell =>
        {
            Assert.Equal("✕", cell.QuerySelector(".sign")!.TextContent);
            Assert.Equal("低于底线", cell.QuerySelector(".word")!.TextContent);
        });
    }

    private static List<IElement> Rows(IDocument page) => [.. page.QuerySelectorAll("table.matrix tbody tr")];

    private static IEnumerable<string> Names(IDocument page) => Rows(page).Select(row => row.QuerySelector("th a")!.TextContent);
}
