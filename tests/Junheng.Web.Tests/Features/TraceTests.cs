namespace Junheng.Web.Tests.Features;

[Collection(nameof(WebProgramTests))]
public class TraceTests(WebProgram program)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("primary")]
    [InlineData("junior")]
    public async Task Every_number_of_the_matrix_leads_to_file_sheet_and_cell(string stage)
    {
        var matrix = await program.PageAsync($"/counties/{WebProgram.County}/schools?stage={stage}");
        var numbers = matrix.QuerySelectorAll("table.matrix tbody td.number");
        Assert.NotEmpty(numbers);
        Assert.All(numbers, number => Assert.NotNull(number.QuerySelector("a[href^='/trace?']")));

        using var client = program.CreateClient();
        foreach (var address in numbers.Select(number => number.QuerySelector("a")!.GetAttribute("href")!).Distinct())
        {
            var trace = await WebProgram.ParseAsync(await client.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation));
            var places = trace.QuerySelectorAll("#trace a.cell-link");
            Assert.True(places.Length >= 2, address);
            Assert.All(places, place => Assert.Matches(@"^schools\.xlsx › 学校一览 › [A-Z]+\d+$", place.TextContent));
        }
    }

    [Fact]
    public async Task The_cell_in_the_sheet_holds_what_the_trace_says()
    {
        var trace = await program.PageAsync("/trace?county=990121&school=9901210108&stage=junior&indicator=R4");
        var row = trace.QuerySelector("#trace table.traced tbody tr")!;
        var given = row.QuerySelector("td.number")!.TextContent.Replace(",", "", StringComparison.Ordinal);

        var sheet = await program.PageAsync(row.QuerySelector("a.cell-link")!.GetAttribute("href")!.Split('#')[0]);

        Assert.Equal(given, sheet.QuerySelector("#cell")!.TextContent.Trim());
        Assert.Contains("教学及辅助用房面积", sheet.QuerySelector(".cell-value")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_can_be_downloaded_as_it_was_stored()
    {
        var trace = await program.PageAsync("/trace?county=990121&school=9901210108&stage=junior&indicator=R4");
        var sheet = await program.PageAsync(trace.QuerySelector("a.cell-link")!.GetAttribute("href")!.Split('#')[0]);
        var address = sheet.QuerySelector("a.button")!.GetAttribute("href")!;

        using var client = program.CreateClient();
        var bytes = await client.GetByteArrayAsync(new Uri(address, UriKind.Relative), Cancellation);

        Assert.Equal(address.Split('/')[^1], Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
    }

    [Fact]
    public async Task An_item_line_leads_to_its_cell()
    {
        var items = await program.PageAsync("/items");
        var place = items.QuerySelector("#G4 a.cell-link")!;

        var sheet = await program.PageAsync(place.GetAttribute("href")!.Split('#')[0]);

        Assert.Equal(place.Closest("tr")!.QuerySelector("td.number")!.TextContent, sheet.QuerySelector("#cell")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_missing_cell_is_shown_as_blank()
    {
        var trace = await program.PageAsync("/trace?county=990121&school=9901210109&stage=primary&indicator=R7");

        Assert.Contains("（空白）", trace.QuerySelector("#trace")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("待定", trace.QuerySelector("#trace")!.TextContent, StringComparison.Ordinal);
    }
}
