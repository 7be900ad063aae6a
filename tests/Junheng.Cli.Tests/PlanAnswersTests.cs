using System.Text.Json;

namespace Junheng.Cli.Tests;

/// <summary><c>plan</c> with next best choices, prices of conditions, the comparison and easements.</summary>
public sealed class PlanAnswersTests : IDisposable
{
    private static readonly Lazy<JsonElement> _sample = new(() => ProgramRun.Of(
        "plan", Workspace.County, "--assume", "mean", "--alternatives", "all", "--condition-prices", "--compare", "--json", "-").Json.GetProperty("plans")[0]);

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Every_action_and_every_exception_of_its_school_has_its_next_best_choice()
    {
        var actions = _sample.Value.GetProperty("actions").EnumerateArray().ToList();
        Assert.All(actions, action => Assert.True(action.TryGetProperty("alternative", out _)));
        var schools = actions.Select(action => action.GetProperty("schoolCode").GetString()).ToHashSet();
        Assert.All(_sample.Value.GetProperty("exceptions").EnumerateArray(), each => Assert.Equal(schools.Contains(each.GetProperty("schoolCode").GetString()), each.TryGetProperty("alternative", out _)));
    }

    [Fact]
    public void Doing_without_a_teacher_moves_the_exception_and_costs_the_room_less_the_teacher()
    {
        // 澄溪县第三小学: the exception lies at R7. Without one more teacher above the degree (15,000) it moves to R1, and one room (30,000) is bought.
        var alternative = Alternative("9901210004", "above_degree_teachers");

        Assert.Equal("without", alternative.GetProperty("kind").GetString());
        Assert.Equal(15000, alternative.GetProperty("extra").GetProperty("atMost").GetDouble());
        Assert.Equal(15000, alternative.GetProperty("extra").GetProperty("atLeast").GetDouble(), 2);
        Assert.Equal("R1", Assert.Single(alternative.GetProperty("exceptionsBegun").EnumerateArray()).GetProperty("indicator").GetString());
        Assert.Contains("多15,000.00元", alternative.GetProperty("words").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_reaches_a_floor_can_t_be_done_without()
    {
        // 澄溪县第二小学 reaches the floor of R5 only: without the ground, and with any less of it, there is no plan.
        var alternative = Alternative("9901210003", "sports_area_m2");

        Assert.Equal(("less", "infeasible"), (alternative.GetProperty("kind").GetString(), alternative.GetProperty("extra").GetProperty("status").GetString()));
        Assert.Contains("没有这一项就没有达标方案", alternative.GetProperty("words").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_school_freed_of_its_norms_saves_what_it_was_to_spend_and_a_lower_norm_what_the_hundredth_costs()
    {
        var prices = _sample.Value.GetProperty("conditionPrices").EnumerateArray().ToList();
        Assert.Equal(-492637.5, Price(prices, "school", "primary", "schoolCode", "9901210002").GetProperty("looser").GetProperty("atMost").GetDouble());
        Assert.Equal(-75448.125, Price(prices, "norm", "primary", "indicator", "R5").GetProperty("looser").GetProperty("atMost").GetDouble(), 3);
        Assert.All(prices.Where(price => price.GetProperty("condition").GetString() == "cv_limit"), price => Assert.Equal(0, price.GetProperty("looser").GetProperty("atMost").GetDouble(), 2));
    }

    [Fact]
    public void The_plan_stands_beside_the_naive_ones_judged_alike()
    {
        var compared = _sample.Value.GetProperty("comparison").EnumerateArray().ToList();

        Assert.Equal(["ours", "norms", "gap-share", "worst-first"], compared.Select(each => each.GetProperty("plan").GetString()));
        Assert.Equal(_sample.Value.GetProperty("cost").GetDouble(), compared[0].GetProperty("cost").GetDouble());
        Assert.Equal(6742519.5, compared[1].GetProperty("cost").GetDouble());
        Assert.All(compared, each => Assert.True(each.GetProperty("complies").GetBoolean()));
    }

    [Fact]
    public void A_limit_at_work_has_its_price_and_a_naive_plan_that_misses_it_says_so()
    {
        var table = _workspace.File("uneven.csv", """
            county_code,school_code,stage,enrolment,school_type,above_degree_teachers,backbone_teachers,pe_art_teachers,teaching_area_m2,sports_area_m2,equipment_yuan,multimedia_rooms
            900001,S1,primary,200,primary,9,2,2,900,1500,400000,5
            900001,S2,primary,300,primary,14,4,3,1400,2400,700000,8
            900001,S3,primary,300,primary,14,4,3,1400,12400,700000,8
            """);
        var plan = ProgramRun.Of("plan", table, "--condition-prices", "--compare", "--json", "-").Json.GetProperty("plans")[0];
        var compared = plan.GetProperty("comparison").EnumerateArray().ToList();

        Assert.Equal(0.5, plan.GetProperty("cvAfter").GetProperty("R5").GetDouble(), 6);
        var limit = Price(plan.GetProperty("conditionPrices").EnumerateArray(), "cv_limit", "primary", "indicator", "R5");
        Assert.True(limit.GetProperty("tighter").GetProperty("atLeast").GetDouble() > 1000);
        Assert.True(limit.GetProperty("looser").GetProperty("atMost").GetDouble() < -1000);
        Assert.False(compared[1].GetProperty("complies").GetBoolean());
        Assert.Contains("R5", compared[1].GetProperty("whyNot").GetString(), StringComparison.Ordinal);
        Assert.True(compared[2].GetProperty("complies").GetBoolean() && compared[2].GetProperty("cost").GetDouble() >= plan.GetProperty("cost").GetDouble());
    }

    [Fact]
    public void Easements_widen_what_counts_name_the_day_they_lapse_and_the_certificate_is_accepted()
    {
        string[] asked = ["plan", Workspace.County, "--assume", "mean", "--date", "2022-06-30", "--json", "-"];
        var strict = ProgramRun.Of(asked).Json.GetProperty("plans")[0];
        var certificate = _workspace["eased.json"];
        var eased = ProgramRun.Of([.. asked, "--easements", "--certificate", certificate]).Json.GetProperty("plans")[0];

        Assert.False(strict.TryGetProperty("easements", out _));
        Assert.NotEmpty(eased.GetProperty("easements").EnumerateArray());
        Assert.All(eased.GetProperty("easements").EnumerateArray(), each => Assert.Equal("2022-12-31", each.GetProperty("until").GetString()));
        Assert.True(eased.GetProperty("cost").GetDouble() < strict.GetProperty("cost").GetDouble());
        Assert.Equal(ExitCodes.Done, ProgramRun.Of("verify-plan", certificate, Workspace.County).ExitCode);

        File.WriteAllText(certificate, File.ReadAllText(certificate).Replace("\"easements\":true", "\"easements\":false", StringComparison.Ordinal));
        Assert.Equal(ExitCodes.NotMet, ProgramRun.Of("verify-plan", certificate, Workspace.County).ExitCode);
    }

    [Fact]
    public void Easements_that_have_lapsed_change_nothing_and_are_said_to_have_lapsed()
    {
        var run = ProgramRun.Of("plan", Workspace.County, "--assume", "mean", "--date", "2026-06-30", "--easements");

        Assert.Contains("已到期", run.Output.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_shows_choices_prices_and_comparison()
    {
        var text = ProgramRun.Of("plan", Workspace.County, "--assume", "mean", "--alternatives", "2", "--condition-prices", "--compare").Output;

        Assert.Contains("次优选择", text, StringComparison.Ordinal);
        Assert.Contains("条件的价格", text, StringComparison.Ordinal);
        Assert.Contains("与常见做法对照", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("some")]
    public void A_count_of_alternatives_is_a_whole_number_or_all(string value) => Assert.Equal(ExitCodes.Refused, ProgramRun.Of("plan", Workspace.County, "--alternatives", value).ExitCode);

    private static JsonElement Alternative(string school, string item) =>
        _sample.Value.GetProperty("actions").EnumerateArray().First(action => action.GetProperty("schoolCode").GetString() == school && action.GetProperty("item").GetString() == item).GetProperty("alternative");

    private static JsonElement Price(IEnumerable<JsonElement> prices, string condition, string stage, string name, string value) =>
        prices.First(price => price.GetProperty("condition").GetString() == condition && price.GetProperty("stage").GetString() == stage && price.GetProperty(name).GetString() == value);
}
