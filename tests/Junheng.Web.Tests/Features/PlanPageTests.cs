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
        Assert.Contains("0.4833", page.QuerySelector("#plan-result")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_a_level_a_lock_and_a_cap_change_the_plan_and_going_back_restores_it()
    {
        var dearer = await program.PageAsync("/counties/990121/plan?level=200");
        Assert.Contains("3,357,476.27", dearer.QuerySelector("[data-cost]")!.TextContent, StringComparison.Ordinal);

        var locked = await program.PageAsync("/counties/990121/plan?lock=9901210001%7Cprimary%7Cmultimedia_rooms%7C10");
        Assert.Contains("1,978,738.14", locked.QuerySelector("[data-cost]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(locked.QuerySelector("input[name=lock][checked]"));

        var capped = await program.PageAsync("/counties/990121/plan?caps=9901210108,shared,sports_area_m2,0");
        Assert.NotEmpty(capped.QuerySelectorAll("#plan-result .card"));
        Assert.DoesNotContain("1,678,738.14", capped.QuerySelector("#plan-result")!.TextContent, StringComparison.Ordinal);

        Assert.Contains("1,678,738.14", (await program.PageAsync("/counties/990121/plan")).QuerySelector("[data-cost]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_assumption_the_blank_cell_is_named_and_in_English_the_page_is_whole()
    {
        var page = await program.PageAsync("/counties/990121/plan?missing=refuse&lang=en");

        Assert.Contains("multimedia_rooms", page.QuerySelector(".notice-fault")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[data-cost]"));
    }

    [Theory]
    [InlineData("docx", "wordprocessingml")]
    [InlineData("xlsx", "spreadsheetml")]
    [InlineData("json", "application/json")]
    [InlineData("csv", "text/csv")]
    public async Task The_same_plan_can_be_taken_home(string format, string mediaType)
    {
        using var client = program.CreateClient();
        using var answer = await client.GetAsync(new Uri($"/counties/990121/plan/{format}?missing=mean", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(mediaType, answer.Content.Headers.ContentType!.MediaType!, StringComparison.Ordinal);
        Assert.True((await answer.Content.ReadAsByteArrayAsync(Cancellation)).Length > 500);
    }
}
