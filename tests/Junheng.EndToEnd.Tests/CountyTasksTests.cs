using OpenQA.Selenium;

namespace Junheng.EndToEnd.Tests;

/// <summary>What a clerk comes to a county's pages for, each from the first page, with the clicks counted.</summary>
public class CountyTasksTests(RunningProgram program) : IClassFixture<RunningProgram>
{
    private const int MostClicks = 4;
    private int _clicks;

    [Fact]
    public void The_first_page_is_whole_without_scrolling()
    {
        using var browser = Browser.Open(1366, 768);
        var addresses = new[] { "/?year=2026", "/?year=2021", "/?year=2024", "/?standard=cn-2012-basic-balance" };
        foreach (var address in addresses.Concat(addresses.Select(each => each + "&lang=en")).Append("/?lang=zh"))
        {
            browser.Go(program.Origin + address);
            foreach (var block in new[] { "county-verdict", "county-cvs", "county-failing", "county-quality", "county-open", "county-next" })
            {
                browser.Find("." + block);
                var bottom = Convert.ToDouble(browser.Run($"return document.querySelector('.{block}').getBoundingClientRect().bottom"), System.Globalization.CultureInfo.InvariantCulture);
                Assert.True(bottom <= 768, $"{address}: {block} ends at {bottom}");
            }

            Assert.Equal(0L, browser.Run("return [...document.querySelectorAll('.county > .card, .county .scroll')].filter(card => card.scrollHeight > card.clientHeight + 1 || card.scrollWidth > card.clientWidth + 1).length"));
        }
    }

    [Fact]
    public void Finding_why_a_school_fails()
    {
        using var browser = Browser.Open(1366, 768);
        browser.Go(program.Origin + "/");

        Click(browser, ".failing .failing-reasons a");

        Assert.Contains("低于", browser.Find("dialog#drawer[open] #trace").Text + browser.Find(".failing").Text, StringComparison.Ordinal);
        Assert.Contains("schools.xlsx", browser.Find("dialog#drawer[open] a.cell-link").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Finding_the_cell_that_is_wrong()
    {
        using var browser = Browser.Open(1366, 768);
        browser.Go(program.Origin + "/");

        Click(browser, ".failing .failing-reasons a");
        Click(browser, "dialog#drawer[open] a.cell-link");

        Assert.Contains("/files/", browser.Address, StringComparison.Ordinal);
        Assert.Contains("教学及辅助用房", browser.Find(".cell-value").Text, StringComparison.Ordinal);
        Assert.True(browser.Run("const cell = document.querySelector('#cell').getBoundingClientRect(); return cell.left >= 0 && cell.right <= innerWidth && cell.top >= 0 && cell.bottom <= innerHeight") is true, "the cell is not in view");
    }

    [Fact]
    public void Finding_the_cell_that_is_missing()
    {
        using var browser = Browser.Open(1366, 768);
        browser.Go(program.Origin + "/");

        Click(browser, ".open-matters a.cell-link");

        Assert.Contains("/files/", browser.Address, StringComparison.Ordinal);
        Assert.Contains("网络多媒体教室", browser.Find(".cell-value").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Seeing_what_three_more_teachers_bring()
    {
        using var browser = Browser.Open(1366, 768);
        browser.Go(program.Origin + "/");

        Click(browser, ".failing .failing-head a[href*='9901210308']");
        Click(browser, "a[href*='#s-9901210308']");
        Assert.True(browser.Run("const row = document.querySelector('tr:target').getBoundingClientRect(); return row.top >= 0 && row.bottom <= innerHeight") is true, "the school's row is not in view");
        Click(browser, "tr:target input[name$='pe_art_teachers_primary']");
        browser.Press(Keys.Control + "a");
        browser.Press("3");

        browser.See("澄溪县");
        for (var attempt = 0; attempt < 100 && !browser.Find("[data-slot='u:9901210308:primary']").Text.Contains('→'); attempt++)
        {
            Thread.Sleep(TimeSpan.FromMilliseconds(50));
        }

        Assert.Contains("达标", browser.Find("[data-slot='u:9901210308:primary']").Text, StringComparison.Ordinal);
        Assert.Contains("38 / 43", browser.Find("[data-slot='summary']").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Printing_a_school_on_one_sheet()
    {
        using var browser = Browser.Open(1366, 768);
        browser.Go(program.Origin + "/");

        Click(browser, ".failing .failing-head a");
        Click(browser, "a[href*='/sheet']");
        browser.Run("window.print = () => { document.body.dataset.printed = 'yes'; }");
        Click(browser, "[data-print]");

        Assert.Equal("yes", browser.Run("return document.body.dataset.printed"));
        Assert.Equal(1, browser.Count("article.one-school"));
    }

    [Fact]
    public void Comparing_two_years()
    {
        using var browser = Browser.Open(1366, 768);
        browser.Go(program.Origin + "/");

        Click(browser, ".papers a[href*='/compare']");

        Assert.Contains("由达标变为未达标", browser.Find("table.compare").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Comparing_two_years_of_a_school()
    {
        using var browser = Browser.Open(1366, 768);
        browser.Go(program.Origin + "/");

        Click(browser, ".failing .failing-head a");
        Click(browser, "a[href*='/compare']");

        Assert.Equal(3, browser.Count("table.compare thead th"));
        Assert.NotEmpty(browser.Find("table.compare .difference").Text);
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(1920, 1080)]
    public void The_wall_screen_cuts_nothing(int width, int height)
    {
        using var browser = Browser.Open(width, height);
        browser.Go(program.Origin + "/counties/990121/screen");
        browser.Find(".screen-cvs table");

        Assert.Equal(0L, browser.Run("return [...document.querySelectorAll('.screen-card, .screen-card .scroll')].filter(card => card.scrollWidth > card.clientWidth + 1).length"));
        Assert.True(browser.Run("return document.documentElement.scrollHeight <= innerHeight") is true, "the screen has to be scrolled");
    }

    private void Click(Browser browser, string selector)
    {
        browser.Follow(selector);
        Assert.True(++_clicks <= MostClicks, $"{_clicks} clicks");
    }
}
