using OpenQA.Selenium;

namespace Junheng.EndToEnd.Tests;

/// <summary>What the islands add, in a real browser under the strict policy.</summary>
public class IslandTests(RunningProgram program) : IClassFixture<RunningProgram>
{
    [Fact]
    public void A_chart_reads_out_its_marks_by_keyboard_and_is_fetched_only_where_there_is_one()
    {
        using var browser = Browser.Open(1366, 768);
        browser.Go(program.Origin + "/counties/990121/schools");
        browser.Find("table.matrix");
        Assert.DoesNotContain(browser.Requests(), request => request.Contains("/dist/islands/chart-", StringComparison.Ordinal));

        browser.Go(program.Origin + "/counties/990121/indicators/R5?stage=primary");
        var first = browser.Find("jh-chart[for] [data-row][tabindex='0']");
        browser.Run("arguments[0].focus()", first);
        var before = browser.Find(".read-out").Text;
        browser.Press(Keys.ArrowRight);
        var after = browser.Find(".read-out").Text;

        Assert.NotEqual(before, after);
        Assert.Contains(browser.Run("return document.querySelector(`#spread tr[data-row='${document.activeElement.dataset.row}'] th a`).textContent")!.ToString()!, after, StringComparison.Ordinal);
        Assert.Equal(1, browser.Count("jh-chart[for] [tabindex='0'][data-row]"));

        browser.Press(Keys.Escape);
        Assert.Equal(0, browser.Count(".read-out:not([hidden])"));
        Assert.Contains(browser.Requests(), request => request.Contains("/dist/islands/chart-", StringComparison.Ordinal));
    }
}
