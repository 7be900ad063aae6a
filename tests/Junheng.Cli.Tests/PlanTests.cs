using System.Text.Json;
using System.Text.Json.Nodes;

namespace Junheng.Cli.Tests;

/// <summary><c>plan</c>: the public JSON on the sample, its options, and what it refuses.</summary>
public sealed class PlanTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void The_sample_countys_plan_is_the_committed_one()
    {
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "county-plan.json")))!["plans"]!;

        var run = ProgramRun.Of("plan", Workspace.County, "--assume", "mean", "--json", "-");
        var actual = JsonNode.Parse(run.Output)!["plans"]!;
        foreach (var plan in actual.AsArray())
        {
            Assert.Equal("optimal", plan!["status"]!.GetValue<string>());
            Assert.InRange(plan["gap"]!.GetValue<double>(), 0, 1e-9);
            foreach (var name in new[] { "seconds", "nodes", "lowerBound", "gap" })
            {
                Assert.True(plan.AsObject().Remove(name));
            }
        }

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal(Rounded(expected), Rounded(actual));
    }

    [Fact]
    public void The_same_input_gives_the_same_JSON_but_for_the_seconds()
    {
        string Once() => string.Join('\n', ProgramRun.Of("plan", Workspace.County, "--assume", "zero", "--json", "-").Output.Split('\n').Where(line => !line.Contains("\"seconds\"", StringComparison.Ordinal)));

        Assert.Equal(Once(), Once());
    }

    [Fact]
    public void A_blank_cell_is_refused_by_name_and_can_be_assumed_when_asked()
    {
        var refused = ProgramRun.Of("plan", Workspace.County, "--json", "-");
        Assert.Equal(ExitCodes.Refused, refused.ExitCode);
        Assert.Contains("AJ386  plan.missing-cell", refused.Error, StringComparison.Ordinal);
        Assert.Equal("", refused.Output);

        var assumption = Assert.Single(ProgramRun.Of("plan", Workspace.County, "--assume", "zero", "--json", "-").Json.GetProperty("plans")[0].GetProperty("assumptions").EnumerateArray());
        Assert.Equal("9901210109", assumption.GetProperty("schoolCode").GetString());
        Assert.Equal(0, assumption.GetProperty("amount").GetInt32());
    }

    [Fact]
    public void Unit_tables_give_one_plan_a_stage_and_nothing_to_do_costs_nothing()
    {
        var plans = ProgramRun.Of("plan", _workspace.RichUnits("rich.csv"), "--json", "-").Json.GetProperty("plans").EnumerateArray().ToList();

        Assert.Equal(["primary", "junior"], plans.Select(plan => plan.GetProperty("stage").GetString()));
        Assert.All(plans, plan => Assert.Equal((0, 0, "optimal"), (plan.GetProperty("cost").GetInt32(), plan.GetProperty("gap").GetInt32(), plan.GetProperty("status").GetString())));
    }

    [Fact]
    public void Caps_locks_prices_and_lots_are_kept()
    {
        var table = PoorUnits();
        var prices = _workspace.File("prices.yaml", "teaching_area_m2: {default: 1000, bySchool: {S1: 500}, lot: 50}\npe_art_teachers: {default: 10, recurrent: true, horizon_years: 3}\n");
        var locks = _workspace.File("locks.csv", "county_code,school_code,stage,item,min_add\n900001,S1,primary,pe_art_teachers,4\n");
        var caps = _workspace.File("caps.csv", "county_code,school_code,stage,item,max_add\n900001,S1,primary,sports_area_m2,1000\n");

        var plan = ProgramRun.Of("plan", table, "--prices", prices, "--locks", locks, "--caps", caps, "--json", "-").Json.GetProperty("plans")[0];

        var area = Action(plan, "teaching_area_m2");
        Assert.Equal(0, area.GetProperty("add").GetInt32() % 50);
        Assert.Equal(500, area.GetProperty("price").GetInt32());
        var posts = Action(plan, "pe_art_teachers");
        Assert.True(posts.GetProperty("add").GetInt32() >= 4);
        Assert.Equal(posts.GetProperty("add").GetInt32() * 30, posts.GetProperty("cost").GetInt32());
    }

    [Fact]
    public void A_cap_below_the_floor_makes_it_infeasible_with_the_reason()
    {
        var caps = _workspace.File("caps.csv", "县代码,学校代码,学段,项目,最多添置\n900001,S1,小学,teaching_area_m2,1\n");

        var run = ProgramRun.Of("plan", PoorUnits(), "--caps", caps, "--json", "-");
        var plan = run.Json.GetProperty("plans")[0];

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal("infeasible", plan.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, plan.GetProperty("cost").ValueKind);
        Assert.Contains("R4", Assert.Single(plan.GetProperty("conflicts").EnumerateArray()).GetString(), StringComparison.Ordinal);
        var remedies = plan.GetProperty("remedies").EnumerateArray().ToList();
        Assert.Equal(["caps", "schools"], remedies.Select(remedy => remedy.GetProperty("change").GetString()));
        Assert.Contains("S1", remedies[0].GetProperty("words").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Caps_that_keep_a_limit_out_of_reach_are_named_with_the_limit_that_has_a_plan()
    {
        var table = _workspace.File("uneven.csv", """
            county_code,school_code,stage,enrolment,school_type,locale,above_degree_teachers,backbone_teachers,pe_art_teachers,teaching_area_m2,sports_area_m2,equipment_yuan,multimedia_rooms
            900001,S1,primary,200,primary,urban,9,2,2,900,1500,400000,5
            900001,S2,primary,300,primary,urban,14,4,3,1400,2400,700000,8
            900001,S3,primary,300,primary,rural,14,4,3,1400,12400,700000,8
            """);
        var caps = _workspace.File("caps.csv", "county_code,school_code,stage,item,max_add\n900001,S1,primary,sports_area_m2,100\n900001,S2,primary,sports_area_m2,100\n");

        var plan = ProgramRun.Of("plan", table, "--caps", caps, "--json", "-").Json.GetProperty("plans")[0];

        Assert.Equal("infeasible", plan.GetProperty("status").GetString());
        Assert.Contains("1所城区学校的体育运动场馆上限", Assert.Single(plan.GetProperty("conflicts").EnumerateArray()).GetString(), StringComparison.Ordinal);
        var remedies = plan.GetProperty("remedies").EnumerateArray().Select(remedy => remedy.GetProperty("words").GetString()!).ToList();
        Assert.Equal(2, remedies.Count);
        Assert.Contains("限值放宽到0.78", remedies[0], StringComparison.Ordinal);
        Assert.Contains("放开体育运动场馆的上限就有方案", remedies[1], StringComparison.Ordinal);
        Assert.Contains("→", ProgramRun.Of("plan", table, "--caps", caps).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_budget_gives_one_plan_for_the_county_or_says_how_much_is_missing()
    {
        var plan = Assert.Single(ProgramRun.Of("plan", PoorUnits(), "--budget", "1000", "--json", "-").Json.GetProperty("plans").EnumerateArray());

        Assert.Equal("all", plan.GetProperty("stage").GetString());
        Assert.Equal("infeasible", plan.GetProperty("status").GetString());
        Assert.Contains("预算不够", plan.GetProperty("conflicts")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_composite_limit_of_2012_can_be_planned_for_with_prices_for_its_items()
    {
        var table = _workspace.File("basic.csv", """
            county_code,school_code,stage,enrolment,school_type,teaching_area_m2,sports_area_m2,equipment_yuan,computers,books,full_time_teachers,above_degree_teachers,mid_title_teachers
            900001,S1,primary,100,primary,100,100,10000,2,500,5,2,1
            900001,S2,primary,100,primary,900,900,90000,30,4000,15,9,9
            """);
        Assert.Contains("plan.no-price", ProgramRun.Of("plan", table, "--standard", "cn-2012-basic-balance").Error, StringComparison.Ordinal);

        var prices = _workspace.File("prices.json", """{"computers": 4000, "mid_title_teachers": 10000}""");
        var plan = ProgramRun.Of("plan", table, "--standard", "cn-2012-basic-balance", "--prices", prices, "--json", "-").Json.GetProperty("plans")[0];

        Assert.True(plan.GetProperty("cost").GetDouble() > 0);
        Assert.True(plan.GetProperty("lowerBound").GetDouble() <= plan.GetProperty("cost").GetDouble());
        Assert.InRange(plan.GetProperty("cvAfter").EnumerateObject().Average(cv => cv.Value.GetDouble()), 0, 0.65);
    }

    [Fact]
    public void Everything_wrong_with_prices_caps_and_locks_is_told_at_once()
    {
        var prices = _workspace.File("prices.yaml", "desks: 5\nteaching_area_m2: -1\nsports_area_m2: {default: 1, lots: 2}\n");
        var caps = _workspace.File("caps.csv", "county_code,school_code,stage,item,max_add\n900001,S1,primary,desks,1\n900001,S1,nursery,sports_area_m2,x\n");

        var run = ProgramRun.Of("plan", PoorUnits(), "--prices", prices, "--caps", caps);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        foreach (var rule in new[] { "prices.unknown-item", "prices.not-positive", "definition.unknown-key", "plan.unknown-item", "plan.unknown-stage", "plan.wrong-amount" })
        {
            Assert.Contains(rule, run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("900001,S9,primary,sports_area_m2,1", "plan.bound-without-purchase")]
    [InlineData("900009,S1,primary,sports_area_m2,1", "plan.unknown-county")]
    public void A_cap_that_meets_no_school_is_refused(string row, string rule)
    {
        var caps = _workspace.File("caps.csv", "county_code,school_code,stage,item,max_add\n" + row + "\n");

        Assert.Contains(rule, ProgramRun.Of("plan", PoorUnits(), "--caps", caps).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--stage", "senior")]
    [InlineData("--budget", "-1")]
    [InlineData("--assume", "most")]
    [InlineData("--out", "plan.pdf")]
    public void Wrong_usage_is_refused(string option, string value) =>
        Assert.Equal(ExitCodes.Refused, ProgramRun.Of("plan", PoorUnits(), option, value).ExitCode);

    private string PoorUnits() => _workspace.File("poor.csv", """
        county_code,school_code,stage,enrolment,school_type,above_degree_teachers,backbone_teachers,pe_art_teachers,teaching_area_m2,sports_area_m2,equipment_yuan,multimedia_rooms
        900001,S1,primary,200,primary,9,2,1,500,1500,400000,5
        900001,S2,primary,300,primary,14,4,3,1400,2400,700000,8
        900001,S3,junior,300,junior,17,4,3,1400,3400,800000,8
        """);

    private static JsonElement Action(JsonElement plan, string item) =>
        plan.GetProperty("actions").EnumerateArray().First(action => action.GetProperty("item").GetString() == item && action.GetProperty("schoolCode").GetString() == "S1");

    /// <summary>The JSON with its doubles rounded where the last digits may differ between machines.</summary>
    private static string Rounded(JsonNode node) => node switch
    {
        JsonObject map => $"{{{string.Join(",", map.Select(each => $"{each.Key}:{(each.Value is null ? "null" : Rounded(each.Value))}"))}}}",
        JsonArray list => $"[{string.Join(",", list.Select(each => each is null ? "null" : Rounded(each)))}]",
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.GetValue<JsonElement>().GetDouble().ToString("G12", System.Globalization.CultureInfo.InvariantCulture),
        _ => node.ToJsonString(),
    };
}
