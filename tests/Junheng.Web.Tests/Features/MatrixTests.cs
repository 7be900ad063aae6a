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

    [Fact]
    public async Task Chosen_columns_stand_in_the_address_and_no_others_are_shown()
    {
        var page = await program.PageAsync("/counties/990121/schools?stage=primary&column=township&column=R5");

        Assert.Equal(["学校", "结论", "乡镇", "体育场馆"], page.QuerySelectorAll("table.matrix thead th > a").Select(head => head.ChildNodes[0].TextContent));
        Assert.Equal(2, page.QuerySelectorAll("form.columns-form input:checked").Length);
        Assert.Contains("column=township", page.QuerySelector("th a[href*='sort=R5']")!.GetAttribute("href")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_sorted_by_pinyin()
    {
        var names = Names(await program.PageAsync("/counties/990121/schools?stage=primary&sort=name")).ToList();

        Assert.StartsWith("白", names[0], StringComparison.Ordinal);
        Assert.True(names.FindIndex(name => name.StartsWith('澄')) < names.FindIndex(name => name.StartsWith('大')));
        Assert.True(names.FindIndex(name => name.StartsWith('柳')) < names.FindIndex(name => name.StartsWith('青')));
        Assert.True(names.FindIndex(name => name.StartsWith('石')) < names.FindIndex(name => name.StartsWith('永')));
    }

    [Fact]
    public async Task The_export_has_the_rows_columns_and_order_of_the_page()
    {
        const string query = "?stage=junior&locale=rural&column=code&column=R4&sort=-R4";
        var page = await program.PageAsync("/counties/990121/schools" + query);
        var link = page.QuerySelectorAll(".shown a").Single(each => each.TextContent == "CSV").GetAttribute("href")!;

        using var client = program.CreateClient();
        var lines = (await client.GetStringAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("学校,结论,学校代码,R4 教辅用房（㎡/人）,R4 位置", lines[0]);
        Assert.Equal(Names(page), lines[1..].Select(line => line.Split(',')[0]));
        Assert.Equal(Rows(page).Select(row => decimal.Parse(row.QuerySelectorAll("td.number a")[0].ChildNodes[1].TextContent, System.Globalization.CultureInfo.InvariantCulture)), lines[1..].Select(line => decimal.Parse(line.Split(',')[3], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task The_workbook_is_one()
    {
        using var client = program.CreateClient();
        var bytes = await client.GetByteArrayAsync(new Uri("/counties/990121/matrix/xlsx?stage=primary", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("PK"u8.ToArray(), bytes[..2]);
    }

    private static List<IElement> Rows(IDocument page) => [.. page.QuerySelectorAll("table.matrix tbody tr")];

    private static IEnumerable<string> Names(IDocument page) => Rows(page).Select(row => row.QuerySelector("th a")!.TextContent);
}
