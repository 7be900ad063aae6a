using System.Net;

namespace Junheng.Web.Tests.Features;

/// <summary>The guide is complete in itself: every page leads to a chapter, and every link and picture of a chapter is there.</summary>
[Collection(nameof(WebProgramTests))]
public sealed class GuideTests(WebProgram program)
{
    [Fact]
    public async Task The_contents_lead_to_every_chapter()
    {
        var contents = await program.PageAsync("/help");
        var chapters = contents.QuerySelectorAll(".chapters h2 a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "guide"), "*.md").Length, chapters.Count);
        foreach (var chapter in chapters)
        {
            Assert.NotEmpty((await program.PageAsync(chapter)).QuerySelector("article h1")!.TextContent);
        }
    }

    [Fact]
    public async Task Every_link_and_picture_of_the_guide_is_there()
    {
        using var client = program.CreateClient();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chapter in (await program.PageAsync("/help")).QuerySelectorAll(".chapters h2 a").Select(link => link.GetAttribute("href")!).ToList())
        {
            var page = await program.PageAsync(chapter);
            Assert.All(page.QuerySelectorAll("article img"), picture => Assert.NotEmpty(picture.GetAttribute("alt") ?? ""));
            foreach (var address in page.QuerySelectorAll("article a").Select(link => link.GetAttribute("href")!).Concat(page.QuerySelectorAll("article img").Select(picture => picture.GetAttribute("src")!)))
            {
                Assert.True(address[0] is '/' or '#', $"{chapter} leads out of the program: {address}");
                if (!seen.Add(address))
                {
                    continue;
                }

                var (path, anchor) = address.Split('#') is [var before, var after] ? (before.Length == 0 ? chapter : before, after) : (address, null);
                using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{chapter} → {address}: {answer.StatusCode}");
                if (anchor is not null && path.StartsWith("/help", StringComparison.Ordinal))
                {
                    Assert.NotNull((await program.PageAsync(path)).GetElementById(anchor));
                }
            }
        }

        Assert.True(seen.Count > 5);
    }

    [Theory]
    [InlineData("/sign-in", "/help/start#sign-in")]
    [InlineData("/help", "/help")]
    public async Task Help_opens_the_chapter_about_the_page(string address, string chapter) =>
        Assert.Equal(chapter, (await program.PageAsync(address)).QuerySelector("a.help-link")!.GetAttribute("href"));

    [Fact]
    public async Task The_glossary_has_the_words_of_the_field()
    {
        var terms = (await program.PageAsync("/glossary")).QuerySelectorAll("tbody tr").Select(row => row.QuerySelector("th")!.TextContent).ToList();

        Assert.Contains("差异系数", terms);
        Assert.Contains("余项底线（85%）", terms);
    }
}
