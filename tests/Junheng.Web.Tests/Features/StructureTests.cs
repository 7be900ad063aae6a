using System.Globalization;

namespace Junheng.Web.Tests.Features;

[Collection(nameof(WebProgramTests))]
public class StructureTests(WebProgram program)
{
    [Fact]
    public async Task Each_share_is_the_quotient_beside_it_and_leads_to_its_cells()
    {
        var page = await program.PageAsync("/counties/990121/teachers?stage=primary");
        var rows = page.QuerySelectorAll("table.matrix tbody tr");
        Assert.Equal(43, rows.Length);
        foreach (var cell in rows.SelectMany(row => row.QuerySelectorAll("td.number").Where(each => each.QuerySelector("a") is not null)))
        {
            var parts = cell.QuerySelector(".unit")!.TextContent.Replace(",", "", StringComparison.Ordinal).Split('/').Select(part => decimal.Parse(part, CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(Math.Round(100 * parts[0] / parts[1], 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) + "%", cell.QuerySelector("a")!.TextContent);
        }

        var trace = await program.PageAsync(rows[0].QuerySelector("td.number a")!.GetAttribute("href")!);
        Assert.Equal(2, trace.QuerySelectorAll("#trace a.cell-link").Length);
        Assert.All(trace.QuerySelectorAll("#trace a.cell-link"), place => Assert.Matches(@"^schools\.xlsx › 学校一览 › [A-Z]+\d+$", place.TextContent));
    }

    [Fact]
    public async Task Nothing_is_judged_for_no_number_was_found() =>
        Assert.Empty((await program.PageAsync("/counties/990121/teachers")).QuerySelectorAll("main .verdict"));

    [Fact]
    public async Task Heads_sort_by_a_share()
    {
        var page = await program.PageAsync("/counties/990121/teachers?sort=-T1");
        var shares = page.QuerySelectorAll("tbody tr").Select(row => decimal.Parse(row.QuerySelector("td.number a")!.TextContent.TrimEnd('%'), CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(shares.OrderDescending(), shares);
    }

    [Fact]
    public async Task Retention_says_which_cells_are_missing_instead_of_a_figure()
    {
        var page = await program.PageAsync("/counties/990121/retention?year=2022");

        Assert.Contains("没有该年度的数据", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll("main section.card").Length);
    }

    [Fact]
    public async Task One_school_stands_on_one_sheet_with_lines_to_sign()
    {
        var page = await program.PageAsync("/counties/990121/schools/9901210108/sheet");

        Assert.Equal(2, page.QuerySelectorAll("article.one-school h2").Length);
        Assert.Equal(14, page.QuerySelectorAll("article.one-school .school-sheet tbody tr").Length);
        Assert.Contains("结果编号", page.QuerySelector("article .hint")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("button[data-print]"));
        Assert.Equal(5, page.QuerySelectorAll(".signatures span").Length);
    }
}
