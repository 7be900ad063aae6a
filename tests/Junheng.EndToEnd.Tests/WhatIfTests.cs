using OpenQA.Selenium;

namespace Junheng.EndToEnd.Tests;

/// <summary>What happens if three teachers are hired: typed in a real browser, the verdicts move beside the fields.</summary>
public class WhatIfTests(RunningProgram program) : IClassFixture<RunningProgram>
{
    private const string Field = "input[name='c:9901210002:-:sports_area_m2']";
    private const string Unit = "[data-slot='u:9901210002:primary']";

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(1920, 1080)]
    [InlineData(360, 800)]
    public void From_the_county_page_two_clicks_show_what_mending_a_shortfall_brings(int width, int height)
    {
        using var browser = Browser.Open(width, height);
        browser.Go(program.Origin + "/counties/990121");
        browser.Follow("main a[href*='/schools/9901210308']");
        browser.Follow("a.try-link[href*='9901210308'][href*='indicator=R3']");

        Assert.Equal(1, browser.Count("td.edit.changed"));
        Assert.Contains("不缺", browser.Find("[data-slot='words']").Text, StringComparison.Ordinal);
        Assert.True(browser.Overflow() <= 0, $"{browser.Overflow()} px too wide");
        browser.Picture($"what-if-{width}");
        Assert.All(browser.Requests().Where(request => !request.StartsWith("data:", StringComparison.Ordinal)), request => Assert.StartsWith(program.Origin + "/", request, StringComparison.Ordinal));
    }

    [Fact]
    public void Verdicts_move_while_one_types_and_undo_redo_and_reset_restore_every_number()
    {
        using var browser = Browser.Open(1366, 768);
        browser.Go(program.Origin + "/counties/990121/what-if");
        browser.Find("[data-undo]");
        var before = browser.Find("form.what-if").Text;
        Assert.Contains("未达标", browser.Find(Unit).Text, StringComparison.Ordinal);

        browser.Type(Field, "16000");
        Until(browser, () => browser.Find(Unit).Text.Contains('→'));
        Assert.Contains("达标", browser.Find("[data-slot='words']").Text, StringComparison.Ordinal);
        Assert.Contains("原", browser.Find("td.changed .base").Text, StringComparison.Ordinal);

        browser.Press(Keys.Control + "z");
        Until(browser, () => browser.Count("td.changed") == 0 && browser.Find("form.what-if").Text == before);
        browser.Press(Keys.Control + "y");
        Until(browser, () => browser.Find(Unit).Text.Contains('→'));
        Assert.Equal("16000", browser.Find(Field).GetAttribute("value"));

        browser.Follow("[data-reset]");
        Until(browser, () => browser.Count("td.changed") == 0 && !browser.Find(Unit).Text.Contains('→'));
        Assert.Equal("/counties/990121/what-if", new Uri(browser.Address).AbsolutePath);
    }

    [Fact]
    public void The_keyboard_goes_from_school_to_school_and_a_wrong_entry_is_said()
    {
        using var browser = Browser.Open(1366, 768);
        browser.Go(program.Origin + "/counties/990121/what-if");
        browser.Find("[data-undo]");
        browser.Find("input[name='c:9901210001:-:pe_art_teachers_primary']").SendKeys(Keys.ArrowDown);
        Assert.Equal("c:9901210002:-:pe_art_teachers_primary", browser.Run("return document.activeElement.name"));

        browser.Press("x");
        Until(browser, () => browser.Count("td.wrong [aria-invalid]") == 1);
        Assert.Contains("应是数", browser.Find("[data-slot='problems']").Text, StringComparison.Ordinal);
    }

    private static void Until(Browser browser, Func<bool> isSo)
    {
        for (var attempt = 0; attempt < 100 && !isSo(); attempt++)
        {
            Thread.Sleep(TimeSpan.FromMilliseconds(50));
        }

        Assert.True(isSo(), browser.Address);
    }
}
