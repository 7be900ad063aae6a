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
        foreach (var address in new[] { "/", "/?year=2021", "/?year=2024", "/?standard=cn-2012-basic-balance" })
        {
            browser.Go(program.Origin + address);
            foreach (var block in new[] { "county-verdict", "county-cvs", "county-failing", "county-quality", "county-open", "county-next" })
            {
                browser.Find("." + block);
                var bottom = Convert.ToDouble(browser.Run($"return document.querySelector('.{block}').getBoundingClientRect().bottom"), System.Globalization.CultureInfo.InvariantCulture);
                Assert.True(bottom <= 768, $"{address}: {block} ends at {bottom}");
            }

            Assert.Equal(0L, browser.Run("return [...document.querySelectorAll('.county > .card')].filter(card => card.scrollHeight > card.clientHeight + 1).length"));
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

        Click(browser, ".open-matters a.cell-link");

        Assert.Contains("/files/", browser.Address, StringComparison.Ordinal);
        Assert.Contains("网络多媒体教室", browser.Find(".cell-value").Text, StringComparison.Ordinal);
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

    private void Click(Browser browser, string selector)
    {
        browser.Follow(selector);
        Assert.True(++_clicks <= MostClicks, $"{_clicks} clicks");
    }
}
