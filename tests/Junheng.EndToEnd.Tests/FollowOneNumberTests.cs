using OpenQA.Selenium;

namespace Junheng.EndToEnd.Tests;

/// <summary>A person follows one number from the verdict to the cell, on a desk and on a phone.</summary>
public class FollowOneNumberTests(RunningProgram program) : IClassFixture<RunningProgram>
{
    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 800)]
    public void From_the_first_page_to_the_cell_without_leaving_the_origin(int width, int height)
    {
        using var browser = Browser.Open(width, height);
        browser.Go(program.Origin + "/");
        Assert.Contains("未达标", browser.Find(".verdict-large").Text, StringComparison.Ordinal);
        AssertFits(browser);

        browser.Follow(".county-failing .more a[href*='/schools']");
        browser.Find("table.matrix");
        AssertFits(browser);

        browser.Follow("td.cell-below a");
        Assert.Contains("低于底线", browser.Find("td.cell-below a").GetAttribute("textContent"), StringComparison.Ordinal);
        Assert.Contains("schools.xlsx › 学校一览", browser.Find("dialog#drawer[open] #trace").Text, StringComparison.Ordinal);
        AssertFits(browser);

        browser.Follow("dialog#drawer[open] a.cell-link");
        Assert.NotEmpty(browser.Find("#cell").Text);
        Assert.Contains("/files/", browser.Address, StringComparison.Ordinal);
        AssertFits(browser);

        AssertOwnOrigin(browser);
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 800)]
    public void No_page_is_wider_than_its_window_or_asks_another_server(int width, int height)
    {
        using var browser = Browser.Open(width, height);
        foreach (var address in new[]
        {
            "/", "/?lang=en", "/?year=2021&lang=zh", "/counties/990121/schools?stage=junior", "/counties/990121/schools/9901210108", "/counties/990121/indicators/R5?stage=primary",
            "/counties/990121/data", "/items", "/counties/990121/items/G4", "/counties/990121/items/Q1", "/counties/990121/compare", "/counties/990121/teachers", "/counties/990121/retention", "/counties/990121/schools/9901210108/sheet", "/modelled", "/trace?county=990121&school=9901210108&stage=junior&indicator=R4", "/nowhere",
        })
        {
            browser.Go(program.Origin + address);
            browser.Find("h1");
            Assert.True(browser.Overflow() <= 0, $"{address} is {browser.Overflow()} px too wide");
        }

        AssertOwnOrigin(browser);
    }

    [Fact]
    public void The_keyboard_alone_opens_and_closes_a_trace()
    {
        using var browser = Browser.Open(1366, 768);
        browser.Go(program.Origin + "/counties/990121/schools");
        browser.Press(Keys.Tab);
        Assert.Equal("跳到正文", browser.FocusedText());

        browser.Find("td.number a").SendKeys(Keys.Enter);
        browser.Find("dialog#drawer[open] #trace");
        browser.Press(Keys.Escape);

        Assert.Equal(0, browser.Count("dialog#drawer[open]"));
        Assert.Contains("/schools", browser.Address, StringComparison.Ordinal);
    }

    private static void AssertFits(Browser browser) => Assert.True(browser.Overflow() <= 0, $"{browser.Address} is {browser.Overflow()} px too wide");

    private void AssertOwnOrigin(Browser browser)
    {
        var requests = browser.Requests();
        Assert.Contains(requests, request => request.StartsWith(program.Origin + "/dist/", StringComparison.Ordinal));
        Assert.All(requests.Where(request => !request.StartsWith("data:", StringComparison.Ordinal)), request => Assert.StartsWith(program.Origin + "/", request, StringComparison.Ordinal));
    }
}
