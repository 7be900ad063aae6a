using System.Text;
using Junheng.EndToEnd.Tests.Pages;
using OpenQA.Selenium;

namespace Junheng.EndToEnd.Tests;

/// <summary>The page of the cheapest plan in a real browser: it answers while terms move, and going back restores every figure.</summary>
public class PlanTests(RunningProgram program) : IClassFixture<RunningProgram>
{
    private const string Plan = "/counties/990121/plan";
    private const string Cost = "[data-cost]";

    [Fact]
    public void A_slider_moves_the_plan_and_a_lock_solved_again_is_undone_to_the_byte()
    {
        using var browser = Browser.Open(1366, 768);
        browser.Go(program.Origin + Plan);
        browser.Find("[data-moves='f-level']:not([hidden])");
        var (usual, usualTerms) = (Figures(browser), Terms(browser));

        Slide(browser, "f-level", "150");
        Until(browser, () => browser.Find(Cost).Text.Contains("2,518,107.20", StringComparison.Ordinal));
        Assert.Equal("150", browser.Find("#f-level").GetAttribute("value"));
        Assert.Contains("level=150", browser.Address, StringComparison.Ordinal);
        var dear = Figures(browser);

        browser.Follow("tr[data-place*='sports_area_m2'] input[name='lock']");
        Until(browser, () => browser.Count("tr.locked") == 1);
        browser.Follow("tr[data-place*='9901210108'] input[name='skip']");
        Until(browser, () => browser.Count(".plan-held input[name='skip']") == 1);
        var apart = Figures(browser);
        Assert.NotEqual(dear, apart);
        Assert.Equal(1, browser.Count("tr.locked"));

        browser.Find("[data-undo]").Click();
        Until(browser, () => browser.Count("tr.locked") == 1 && browser.Count(".plan-held") == 0);
        browser.Find("[data-undo]").Click();
        Until(browser, () => browser.Count("tr.locked") == 0 && Figures(browser) == dear);
        browser.Run("history.back()");
        Until(browser, () => Figures(browser) == usual);
        Assert.Equal(usualTerms, Terms(browser));
        Until(browser, () => (browser.Find("[data-told]").GetAttribute("textContent") ?? "").Contains("1,678,738.14", StringComparison.Ordinal));
        Assert.False(browser.Find("[data-undo]").Enabled);

        for (var step = 0; step < 3; step++)
        {
            Until(browser, () => browser.Find("[data-redo]").Enabled);
            browser.Find("[data-redo]").Click();
            Thread.Sleep(TimeSpan.FromMilliseconds(300));
        }

        Until(browser, () => Figures(browser) == apart);
        Assert.All(browser.Requests().Where(request => !request.StartsWith("data:", StringComparison.Ordinal)), request => Assert.StartsWith(program.Origin + "/", request, StringComparison.Ordinal));
    }

    [Fact]
    public void A_term_that_cannot_be_read_is_said_while_the_former_plan_stays_and_the_lines_sort_and_filter()
    {
        using var browser = Browser.Open(1366, 768);
        browser.Go(program.Origin + Plan);
        browser.Find("[data-moves='f-level']:not([hidden])");
        var usual = Figures(browser);

        browser.Type("#f-budget", "many");
        Until(browser, () => browser.Find("[data-status]").Text.Contains("many", StringComparison.Ordinal));
        Assert.Equal(usual, Figures(browser));
        browser.Type("#f-budget", "");
        Until(browser, () => browser.Count("[data-status].fault") == 0);

        browser.Follow("th[data-sort='number']:nth-of-type(7) .sort");
        browser.Follow("th[data-sort='number']:nth-of-type(7) .sort");
        Assert.Contains("677,025.00", browser.Find(".plan-table tbody tr").Text, StringComparison.Ordinal);
        browser.Type("[data-filter]", "青龙");
        Until(browser, () => browser.Count("tr[data-place]:not(.filtered)") == 1);
        browser.Follow("tr[data-place]:not(.filtered) .plan-other");
        Until(browser, () => browser.Find("#drawer-body").Text.Contains("次优的办法", StringComparison.Ordinal));
        browser.Follow("[data-close]");
        browser.Type("#f-budget", "100万");
        Until(browser, () => browser.Find("#plan-result").Text.Contains("预算不够", StringComparison.Ordinal));
        browser.Picture("plan-out-of-reach");
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 800)]
    public void It_fits_the_window_and_its_plan_is_taken_home(int width, int height)
    {
        using var browser = Browser.Open(width, height);
        browser.Go(program.Origin + Plan + "?lock=9901210002~primary~sports_area_m2~2000");
        browser.Find("tr.locked");
        Assert.True(browser.Overflow() <= 0, $"{browser.Overflow()} px too wide");
        browser.Picture($"plan-{width}");

        var lines = Encoding.UTF8.GetString(browser.Download(() => browser.Follow("a[href*='/plan/csv']")));
        Assert.Contains("9901210002,", lines, StringComparison.Ordinal);
        Assert.Contains(",2000,", lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_plans_are_kept_under_names_compared_side_by_side_and_opened_again()
    {
        Axe.Require();
        using var browser = Browser.Open(1366, 768);
        using var files = new CountyFiles();
        var persons = new Persons(browser, program.Origin);
        CollectionJourneyTests.SetUp(browser, persons, await program.SetUpLink);
        CollectionJourneyTests.Staff(browser, persons, files);

        persons.As("shuju", $"/counties/{CountyFiles.Code}/plan?lock=9903010101~primary~sports_area_m2~100"); // the county complies: only what is decided costs anything
        browser.Find("[data-moves='f-level']:not([hidden])");
        var usual = browser.Find(Cost).GetAttribute("data-cost");
        Keep(browser, "照常");
        browser.See("方案已保存");
        Assert.Equal(usual, browser.Find(Cost).GetAttribute("data-cost"));
        Assert.Contains("数据和标准与保存时相同", browser.Find(".plan-kept").Text, StringComparison.Ordinal);

        Slide(browser, "f-level", "150");
        Until(browser, () => browser.Find(Cost).GetAttribute("data-cost") != usual);
        Until(browser, () => browser.Find(".plan-kept").Text.Contains("已经和保存时不同", StringComparison.Ordinal));
        var dear = browser.Find(Cost).Text;
        Keep(browser, "贵一半");
        browser.See("方案已保存");

        browser.Follow("a[href$='/plans']");
        browser.Find("table.figures");
        Accessible(browser, "plans-kept");
        foreach (var box in new[] { 1, 2 })
        {
            browser.Follow($"tbody tr:nth-child({box}) input[name='plan']");
        }

        browser.Follow("button[form='compare']");
        browser.See("方案对比");
        Assert.Equal(2, browser.Count(".versus thead tr:first-child th[scope='col'] a"));
        Assert.Contains(dear.Replace("总投入", "", StringComparison.Ordinal).Replace("元", "", StringComparison.Ordinal).Trim(), browser.Find(".versus").Text, StringComparison.Ordinal);
        Accessible(browser, "plans-compared");

        browser.Follow(".versus thead a");
        browser.Find("[data-moves='f-level']:not([hidden])");
        Assert.Equal(("贵一半", "150", dear), (browser.Find(".plan-kept strong").Text, browser.Find("#f-level").GetAttribute("value"), browser.Find(Cost).Text));
    }

    private static void Keep(Browser browser, string name)
    {
        browser.Type("#plan-name", name);
        browser.Follow("[data-keeps]");
    }

    private static void Accessible(Browser browser, string picture)
    {
        Axe.Load(browser);
        browser.Picture(picture);
        Assert.Empty(Axe.Findings(browser));
        browser.Resize(360, 800);
        Assert.True(browser.Overflow() <= 0, $"{browser.Overflow()} px too wide");
        browser.Picture(picture + "-360");
        browser.Resize(1366, 768);
    }

    /// <summary>Every figure of the answer, as it stands in the document.</summary>
    private static string Figures(Browser browser) => (string)browser.Run("return document.querySelector('#plan-result').outerHTML")!;

    private static string Terms(Browser browser) => (string)browser.Run("return new URLSearchParams(new FormData(document.querySelector('#plan-form'))).toString()")!;

    private static void Slide(Browser browser, string field, string value) =>
        browser.Run("const s = document.querySelector(`[data-moves='${arguments[0]}']`); for (const v of [arguments[1] - 20, arguments[1] - 10, arguments[1]]) { s.value = v; s.dispatchEvent(new Event('input', { bubbles: true })); }", field, value);

    private static void Until(Browser browser, Func<bool> isSo)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            try
            {
                if (isSo())
                {
                    return;
                }
            }
            catch (StaleElementReferenceException)
            {
                // the answer has just been replaced
            }

            Thread.Sleep(TimeSpan.FromMilliseconds(50));
        }

        Assert.True(isSo(), browser.Address);
    }
}
