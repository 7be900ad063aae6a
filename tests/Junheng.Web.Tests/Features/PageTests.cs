using System.Net;
using System.Text.RegularExpressions;

namespace Junheng.Web.Tests.Features;

[Collection(nameof(WebProgramTests))]
public partial class PageTests(WebProgram program)
{
    public static TheoryData<string> Pages =>
    [
        "/",
        "/?year=2021",
        "/counties/990121",
        "/counties/990121/data",
        "/counties/990121/schools",
        "/counties/990121/schools?stage=junior&sort=-R5&locale=rural",
        "/counties/990121/schools?verdict=not_met&township=%E6%BE%84%E6%B1%9F%E8%A1%97%E9%81%93",
        "/counties/990121/schools/9901210108",
        "/counties/990121/indicators/R5?stage=primary",
        "/counties/990121/indicators/R7?stage=junior&year=2023",
        "/items",
        "/items?year=2022",
        "/counties/990121/items/G5",
        "/counties/990121/items/Q1?year=2023",
        "/counties/990121/compare?stage=junior&with=2024&with=2026~9901210108",
        "/counties/990121/teachers?stage=junior&sort=-T2",
        "/counties/990121/teachers/9901210108?stage=junior&ratio=T3",
        "/counties/990121/retention",
        "/counties/990121/schools/9901210108/sheet?year=2024",
        "/counties/990121/schools?stage=primary&column=code&column=R5&sort=name",
        "/modelled",
        "/trace?county=990121&school=9901210108&stage=junior&indicator=R4",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_is_there_whole_and_in_Chinese(string address)
    {
        var page = await program.PageAsync(address);

        Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("a.skip[href='#content']"));
        Assert.NotNull(page.QuerySelector("main#content"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_says_what_it_rests_on(string address)
    {
        var page = await program.PageAsync(address);

        Assert.Matches("^[0-9a-f]{32}$", page.QuerySelector("[data-result-id]")!.TextContent);
        Assert.Contains("教督〔2017〕6号", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_names_another_origin_or_holds_inline_script_or_style(string address)
    {
        using var client = program.CreateClient();
        var html = await client.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation);
        var page = await WebProgram.ParseAsync(html);

        Assert.DoesNotMatch(ForeignAddress(), html);
        Assert.All(page.QuerySelectorAll("[href], [src], [action]"), element =>
        {
            var target = element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action")!;
            Assert.True(target.StartsWith('/') || target.StartsWith('#') || target == "data:,", target);
            Assert.False(target.StartsWith("//", StringComparison.Ordinal), target);
        });
        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style]"));
        Assert.DoesNotMatch(EventAttribute(), html);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Security_headers_stand_on_every_answer(string address)
    {
        using var client = program.CreateClient();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
    }

    [Theory]
    [InlineData("/counties/000000")]
    [InlineData("/counties/000000/schools")]
    [InlineData("/counties/990121?year=1999")]
    [InlineData("/counties/990121/schools/nobody")]
    [InlineData("/counties/990121/indicators/R99")]
    [InlineData("/counties/990121/items/G99")]
    [InlineData("/counties/990121/schools/nobody/sheet")]
    [InlineData("/counties/990121/teachers?stage=senior")]
    [InlineData("/counties/990121/teachers/9901210108?ratio=T9")]
    [InlineData("/counties/990121/matrix/pdf")]
    [InlineData("/trace")]
    [InlineData("/files/0000/sheets/-")]
    [InlineData("/nowhere")]
    public async Task What_is_not_there_is_a_page_with_an_id(string address)
    {
        using var client = program.CreateClient();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        var html = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("没有这一页", html, StringComparison.Ordinal);
        Assert.Contains("编号", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task English_is_one_link_away(string address)
    {
        var page = await program.PageAsync(address);
        var english = await program.PageAsync(page.QuerySelector("a.language")!.GetAttribute("href")!);

        Assert.Equal("en", english.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Evaluated on", english.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chosen_language_is_remembered()
    {
        using var client = program.CreateClient();
        await client.GetAsync(new Uri("/?lang=en", UriKind.Relative), Cancellation);

        Assert.Contains("lang=\"en\"", await client.GetStringAsync(new Uri("/items", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_says_that_it_is_well()
    {
        using var client = program.CreateClient();
        Assert.Equal("ok", await client.GetStringAsync(new Uri("/health", UriKind.Relative), Cancellation));
    }

    [GeneratedRegex("https?://")]
    private static partial Regex ForeignAddress();

    [GeneratedRegex("<[^>]+\\son[a-z]+=")]
    private static partial Regex EventAttribute();
}
