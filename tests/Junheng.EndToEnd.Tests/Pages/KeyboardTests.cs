using OpenQA.Selenium;

namespace Junheng.EndToEnd.Tests.Pages;

/// <summary>The main journey without a mouse: only Tab, Enter, Escape and typing; where the reader stands is always to be seen.</summary>
public class KeyboardTests(RunningProgram program) : IClassFixture<RunningProgram>
{
    private const int MostTabs = 250;

    [Fact]
    public void From_the_county_page_to_the_source_cell()
    {
        using var browser = Browser.Open(1366, 768);
        browser.Go(program.Origin + "/counties/990121");
        browser.Find("h1");
        TabTo(browser, "a[href*='/counties/990121/schools/']");
        browser.Press(Keys.Enter);
        browser.Find("h1");
        Assert.Contains("/schools/", browser.Address, StringComparison.Ordinal);

        TabTo(browser, "main a[href*='/trace']");
        browser.Press(Keys.Enter);
        browser.Find("dialog#drawer[open] #trace");
        TabTo(browser, "dialog#drawer a.cell-link");
        browser.Press(Keys.Enter);
        Assert.NotEmpty(browser.Find("#cell").Text);
        Assert.Contains("/files/", browser.Address, StringComparison.Ordinal);
    }

    [Fact]
    public void From_the_county_page_to_an_indicator_and_its_figures()
    {
        using var browser = Browser.Open(1366, 768);
        browser.Go(program.Origin + "/counties/990121");
        TabTo(browser, "main a[href*='/indicators/']");
        browser.Press(Keys.Enter);
        browser.Find("h1");
        Assert.Contains("/indicators/", browser.Address, StringComparison.Ordinal);
        TabTo(browser, "main a[href*='/trace']");
    }

    [Fact]
    public void A_menu_opens_and_closes_and_leads_on()
    {
        using var browser = Browser.Open(1366, 768);
        browser.Go(program.Origin + "/counties/990121");
        TabTo(browser, ".groups summary");
        browser.Press(Keys.Enter);
        browser.Find(".groups details[open] .menu-panel");
        browser.Press(Keys.Escape);
        Assert.Equal(0, browser.Count(".groups details[open]"));

        browser.Press(Keys.Enter);
        TabTo(browser, ".groups .menu-panel a[href*='/counties/990121/schools']");
        browser.Press(Keys.Enter);
        browser.Find("table.matrix");
    }

    [Fact]
    public async Task A_form_is_filled_in_and_saved()
    {
        using var browser = Browser.Open(1366, 768);
        using var files = new CountyFiles();
        await using var own = new RunningProgram();
        await own.InitializeAsync();
        var persons = new Persons(browser, own.Origin);
        CollectionJourneyTests.SetUp(browser, persons, await own.SetUpLink);
        CollectionJourneyTests.Staff(browser, persons, files);
        CollectionJourneyTests.OpenRound(browser, persons, files);
        persons.As("chuzhong", "/counties/990301/rounds/2026/schools/9903010201");

        TabTo(browser, "input.cell");
        foreach (var (_, text) in CountyFiles.Junior)
        {
            browser.Press(Keys.Control + "a");
            browser.Press(text);
            TabTo(browser, "input.cell", "form button[type=submit]");
        }

        TabTo(browser, "form button[type=submit]");
        browser.Press(Keys.Enter);
        browser.See("已保存");
    }

    /// <summary>Presses Tab until one of the elements has the focus; each stop on the way shows where it is.</summary>
    private static void TabTo(Browser browser, params string[] selectors)
    {
        var list = string.Join(", ", selectors);
        for (var tab = 0; tab < MostTabs; tab++)
        {
            browser.Press(Keys.Tab);
            if (browser.Run("return document.activeElement.matches(arguments[0])", list) is true)
            {
                Assert.True(
                    browser.Run("const style = getComputedStyle(document.activeElement); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0") is true,
                    $"{list} at {browser.Address} does not show that it has the focus");
                return;
            }
        }

        throw new InvalidOperationException($"Not reached by {MostTabs} tabs at {browser.Address}: {list}");
    }
}
