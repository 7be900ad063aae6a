namespace Junheng.Web.Tests.Features;

[Collection(nameof(WebProgramTests))]
public class ItemPageTests(WebProgram program)
{
    public static TheoryData<string> Items => [.. Enumerable.Range(1, 15).Select(each => $"G{each}"), .. Enumerable.Range(1, 9).Select(each => $"Q{each}"), "recognition", "veto.school_choice", "prerequisite.basic_balance"];

    [Theory]
    [MemberData(nameof(Items))]
    public async Task Every_item_has_its_requirement_source_mark_fields_and_verdict(string item)
    {
        var page = await program.PageAsync($"/counties/990121/items/{item}");

        Assert.NotEmpty(page.QuerySelector("h1 .verdict")!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll("section[aria-labelledby=fields] tbody tr"));
        Assert.Matches("(2\\+|1r|1|R|I) · ", page.QuerySelector("section[aria-labelledby=asks] .chip")!.TextContent);
        Assert.Contains("数据一般在", page.QuerySelector("section[aria-labelledby=fields]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_leads_to_each_page()
    {
        var page = await program.PageAsync("/items");

        Assert.Equal(page.QuerySelectorAll("details.item").Length, page.QuerySelectorAll("details.item a[href*='/counties/990121/items/']").Length);
    }

    [Fact]
    public async Task The_school_table_names_the_school_above_the_size_beside_what_is_stated()
    {
        var table = (await program.PageAsync("/counties/990121/items/G4")).QuerySelector("section[aria-labelledby=from-table]")!;

        Assert.Contains("澄溪县实验小学", table.QuerySelector("li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2,140", table.QuerySelector("li strong")!.TextContent);
        Assert.Equal(3, table.QuerySelectorAll(".chip").Count(chip => chip.TextContent.Contains("与填报一致", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_the_table_has_no_class_bands_the_count_is_missing_and_the_schools_are_named_all_the_same()
    {
        var table = (await program.PageAsync("/counties/990121/items/G5")).QuerySelector("section[aria-labelledby=from-table]")!;
        var heads = table.QuerySelectorAll("h3").Select(head => head.TextContent).ToList();

        Assert.Contains("缺", heads[0], StringComparison.Ordinal);
        Assert.Contains("缺数据，无法判断", table.TextContent, StringComparison.Ordinal);
        Assert.Contains("最大班额超限的学校", heads[2], StringComparison.Ordinal);
        Assert.Contains(table.QuerySelectorAll("li"), member => member.QuerySelector("strong")!.TextContent == "48");
    }

    [Fact]
    public async Task Retention_from_the_tables_stands_beside_the_stated_one()
    {
        var page = await program.PageAsync("/counties/990121/items/Q1");

        Assert.NotNull(page.QuerySelector("section[aria-labelledby=cohort] a[href*='/retention']"));
    }

    [Fact]
    public async Task A_lapsed_easement_is_named_with_its_day()
    {
        var page = await program.PageAsync("/counties/990121/items/G4");

        Assert.Contains("已于 2022-12-31 失效", page.QuerySelector("section[aria-labelledby=easements]")!.TextContent, StringComparison.Ordinal);
    }
}
