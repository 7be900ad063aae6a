using System.Net;

namespace Junheng.Web.Tests.Features;

/// <summary>The page of the cheapest plan: its figures, what changes them, and what can be taken home.</summary>
[Collection(nameof(WebProgramTests))]
public class PlanPageTests(WebProgram program)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_shows_the_cost_its_proof_the_actions_and_the_coefficients()
    {
        var page = await program.PageAsync("/counties/990121/plan");

        Assert.Contains("1,678,738.14", page.QuerySelector("[data-cost]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("已证明最省", page.QuerySelector("#plan-result")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(7, page.QuerySelectorAll("input[name=lock]").Length);
        Assert.Equal(7, page.QuerySelectorAll(".map-money").Length);
        Assert.NotEmpty(page.QuerySelectorAll(".cv-after"));
        Assert.Contains("0.4833", page.QuerySelector("#plan-result")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_a_level_a_lock_and_a_cap_change_the_plan_and_going_back_restores_it()
    {
        var dearer = await program.PageAsync("/counties/990121/plan?level=200");
        Assert.Contains("3,357,476.27", dearer.QuerySelector("[data-cost]")!.TextContent, StringComparison.Ordinal);

        var locked = await program.PageAsync("/counties/990121/plan?lock=9901210001~primary~multimedia_rooms~10");
        Assert.Contains("1,978,738.14", locked.QuerySelector("[data-cost]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(locked.QuerySelector("input[name=lock][checked]"));

        var capped = await program.PageAsync("/counties/990121/plan?caps=9901210108,shared,sports_area_m2,0");
        var skipped = await program.PageAsync("/counties/990121/plan?skip=9901210108~shared~sports_area_m2&lock=9901210108~shared~sports_area_m2~5");
        Assert.DoesNotContain("1,678,738.14", capped.QuerySelector("#plan-result")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(capped.QuerySelector("[data-cost]")?.GetAttribute("data-cost"), skipped.QuerySelector("[data-cost]")?.GetAttribute("data-cost"));
        Assert.NotNull(skipped.QuerySelector(".plan-held input[name=skip][checked]"));
        Assert.Empty(skipped.QuerySelectorAll("input[name=lock][checked]"));

        var own = await program.PageAsync("/counties/990121/plan?own=9901210108,sports_area_m2,4500");
        Assert.NotEqual("1678738.1352", own.QuerySelector("[data-cost]")!.GetAttribute("data-cost"));

        Assert.Contains("1,678,738.14", (await program.PageAsync("/counties/990121/plan")).QuerySelector("[data-cost]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_assumption_the_blank_cell_is_named_and_in_English_the_page_is_whole()
    {
        var page = await program.PageAsync("/counties/990121/plan?missing=refuse&lang=en");

        Assert.Contains("multimedia_rooms", page.QuerySelector(".notice-fault")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[data-cost]"));
    }

    [Fact]
    public async Task Every_table_of_money_adds_up_to_the_cost_as_printed()
    {
        var page = await program.PageAsync("/counties/990121/plan?level=133&price.sports_area_m2=333.333");
        var cost = page.QuerySelector("[data-cost]")!.TextContent;
        var tables = page.QuerySelectorAll("#plan-result table:has(tfoot)");

        Assert.Equal(5, tables.Length);
        foreach (var table in tables)
        {
            var total = table.QuerySelectorAll("tfoot td.number").Select(cell => cell.TextContent).Last(text => text.Contains('.', StringComparison.Ordinal));
            var column = table.QuerySelectorAll("thead th").Select(head => head.TextContent).ToList().FindIndex(head => head.Contains("（元）", StringComparison.Ordinal) && !head.Contains("单价", StringComparison.Ordinal));
            var sum = table.QuerySelectorAll("tbody tr").Sum(row => row.Children.Skip(column).Where(cell => cell.TextContent.Contains('.', StringComparison.Ordinal) && !cell.TextContent.Contains('→', StringComparison.Ordinal)).Take(table.QuerySelector("tfoot [colspan='2']") is null ? 1 : 2).Sum(cell => decimal.Parse(cell.TextContent.Trim(), System.Globalization.CultureInfo.InvariantCulture)));
            Assert.Equal(decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture), sum);
            Assert.Contains(total, cost, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_else_could_be_done_is_told_with_what_it_costs()
    {
        var page = await program.PageAsync("/counties/990121/plan/why");
        var text = page.QuerySelector("main")!.TextContent;
        var conditions = await program.PageAsync("/counties/990121/plan/why?show=conditions");
        var others = await program.PageAsync("/counties/990121/plan/why?show=others");

        Assert.Contains("6,742,519.50", text, StringComparison.Ordinal);
        Assert.Contains("+5,063,781.36", text, StringComparison.Ordinal);
        Assert.Contains("云雾乡初级中学（初中）不要求各项达标：省32,000.00元", conditions.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("没有这一项就没有达标方案", others.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("省 5,063,781.36 元", (await program.PageAsync("/counties/990121/plan")).QuerySelector(".plan-saved")!.TextContent, StringComparison.Ordinal);

        var other = (await program.PageAsync("/counties/990121/plan/why?of=9901210108~shared~sports_area_m2")).QuerySelector("#trace")!;
        Assert.Contains("多1,206,758.55元", other.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, other.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("/plan/why", (await program.PageAsync("/counties/990121/plan")).QuerySelector(".plan-other")!.GetAttribute("formaction")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_plan_complies_the_single_changes_that_make_one_possible_are_told()
    {
        const string caps = "caps=9901210002,primary,sports_area_m2,0";
        var link = (await program.PageAsync("/counties/990121/plan?" + caps)).QuerySelector("#plan-result a[href*='show=remedies']")!.GetAttribute("href")!;

        var told = (await program.PageAsync(link)).QuerySelector("main")!.TextContent;

        Assert.Contains("放开体育运动场馆的上限就有方案，花费1,678,738.14元", told, StringComparison.Ordinal);
        Assert.DoesNotContain("改哪一条就有方案", (await program.PageAsync("/counties/990121/plan/why")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("price.sports_area_m2=-5", "-5")]
    [InlineData("budget=many", "many")]
    [InlineData("level=5000", "5000")]
    [InlineData("caps=9901210108,nowhere,sports_area_m2", "nowhere")]
    public async Task What_cannot_be_read_is_said_and_nothing_is_planned(string query, string text)
    {
        var page = await program.PageAsync("/counties/990121/plan?" + query);

        Assert.Contains(text, page.QuerySelector("#plan-result .notice-fault")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1", page.QuerySelector("#plan-result")!.GetAttribute("data-refused"));
        Assert.Null(page.QuerySelector("[data-cost]"));
    }

    [Fact]
    public async Task A_budget_too_small_says_how_much_is_lacking_and_keeps_what_was_locked()
    {
        var page = await program.PageAsync("/counties/990121/plan?budget=100%E4%B8%87&lock=9901210001~primary~multimedia_rooms~10");

        Assert.Contains("预算不够", page.QuerySelector("#plan-result")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".plan-held input[name=lock][checked]"));
    }

    [Fact]
    public async Task A_page_that_is_there_asks_for_the_answer_alone_and_equal_terms_have_one_address()
    {
        using var client = program.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/counties/990121/plan?level=100&price.sports_area_m2=450&margin=0&budget=&caps=", UriKind.Relative));
        request.Headers.Add("X-Junheng-Part", "result");
        using var answer = await client.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.StartsWith("<div id=\"plan-result\" data-query=\"?year=2026\"", text.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.DoesNotContain("<html", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("docx", "wordprocessingml")]
    [InlineData("xlsx", "spreadsheetml")]
    [InlineData("json", "application/json")]
    [InlineData("csv", "text/csv")]
    [InlineData("plan", "application/json")]
    public async Task The_same_plan_can_be_taken_home(string format, string mediaType)
    {
        using var client = program.CreateClient();
        using var answer = await client.GetAsync(new Uri($"/counties/990121/plan/{format}?missing=mean", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(mediaType, answer.Content.Headers.ContentType!.MediaType!, StringComparison.Ordinal);
        Assert.True((await answer.Content.ReadAsByteArrayAsync(Cancellation)).Length > 500);
    }
}
