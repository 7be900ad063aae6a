using System.Text.RegularExpressions;

namespace Junheng.Web.Tests.Features;

[Collection(nameof(WebProgramTests))]
public partial class IslandTests(WebProgram program)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_modules_that_the_script_names_are_there_and_may_be_kept_for_good()
    {
        using var client = program.CreateClient();
        var page = await program.PageAsync("/");
        using var script = await client.GetAsync(new Uri(page.QuerySelector("script[src]")!.GetAttribute("src")!, UriKind.Relative), Cancellation);
        Assert.SkipUnless(script.IsSuccessStatusCode, "The front end is not bundled: npm was not there when the web was built.");
        var modules = Module().Matches(await script.Content.ReadAsStringAsync(Cancellation)).Select(match => match.Value).Distinct().ToList();

        Assert.Contains(modules, module => module.StartsWith("/dist/islands/chart-", StringComparison.Ordinal));
        foreach (var module in modules)
        {
            using var answer = await client.GetAsync(new Uri(module, UriKind.Relative), Cancellation);
            Assert.True(answer.IsSuccessStatusCode, module);
            Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
            Assert.Contains("immutable", answer.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/counties/990121/indicators/R5?stage=primary", 2)]
    public async Task Each_mark_of_a_drawing_has_its_row_in_a_table(string address, int charts)
    {
        var page = await program.PageAsync(address);
        Assert.Equal(charts, page.QuerySelectorAll("jh-chart").Length);
        foreach (var chart in page.QuerySelectorAll("jh-chart"))
        {
            var table = chart.GetAttribute("for") is { } id ? page.GetElementById(id) : chart.QuerySelector("table");
            var rows = table!.QuerySelectorAll("tr[data-row]").Select(row => row.GetAttribute("data-row")).ToHashSet();
            var marks = chart.QuerySelectorAll("svg [data-row]").Select(mark => mark.GetAttribute("data-row")).ToList();
            Assert.NotEmpty(marks);
            Assert.All(marks, mark => Assert.Contains(mark, rows));
        }
    }

    [GeneratedRegex(@"/dist/islands/[a-z-]+-[A-Z0-9]+\.js")]
    private static partial Regex Module();
}
