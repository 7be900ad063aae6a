using System.Text;
using Junheng.Application.Assess;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Documents.Definitions;
using Junheng.Documents.Statistics;
using Junheng.Domain.Outcomes;

namespace Junheng.Assessment.Tests.Items;

public class FailedConditionTests
{
    private const string Units = """
        county_code,school_code,stage,enrolment,above_degree_teachers,backbone_teachers,pe_art_teachers,teaching_area_m2,sports_area_m2,equipment_yuan,multimedia_rooms
        990001,S1,primary,500,25,6,5,2400,4000,1200000,12
        """;

    [Fact]
    public void A_failed_item_names_its_first_unfulfilled_condition_with_the_figure_found()
    {
        var (verdict, zh, en) = NoteOf("G11", "eligible_teachers,1000", "rotated_teachers,124", "rotated_backbone_teachers,20");

        Assert.Equal(Verdict.NotMet, verdict);
        Assert.Equal("不满足：100 * 其中骨干教师数 / 上一年度交流轮岗教师数 ≥ 20（实际为 16.13）", zh);
        Assert.Equal("Not fulfilled: 100 * Backbone teachers among them / Teachers rotated last year ≥ 20 (it is 16.13)", en);
    }

    [Fact]
    public void A_failed_truth_is_named_as_it_is()
    {
        var (verdict, zh, _) = NoteOf("G2", "construction_standard,yes", "staffing_standard,no", "funding_standard,yes", "equipment_standard,yes");

        Assert.Equal(Verdict.NotMet, verdict);
        Assert.Equal("不满足：教师编制标准统一", zh);
    }

    [Fact]
    public void A_met_item_needs_no_reason()
    {
        var (verdict, zh, _) = NoteOf("G11", "eligible_teachers,1000", "rotated_teachers,124", "rotated_backbone_teachers,40");

        Assert.Equal(Verdict.Met, verdict);
        Assert.Null(zh);
    }

    private static (Verdict Verdict, string? Zh, string? En) NoteOf(string item, params string[] fields)
    {
        var items = "county_code,item,field,value,source\n" + string.Concat(fields.Select(field => $"990001,{item},{field},\n"));
        var outcome = new AssessCounties(StandardFiles.BesideProgram, new StatisticsFiles()).Run(new AssessRequest(
            [new InputFile("units.csv", Encoding.UTF8.GetBytes(Units))],
            StandardRequest.Of(StandardRequest.DefaultId),
            new DateOnly(2026, 11, 21),
            new InputFile("items.csv", Encoding.UTF8.GetBytes(items))));
        var result = Assert.IsType<AssessOutcome.Assessed>(outcome).Report.Result.County(0).Items.Single(each => each.Id == item);
        return (result.Verdict, result.Note?.Zh, result.Note?.En);
    }
}
