using System.Text.Json;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;

namespace Junheng.Documents.Tests.Reports;

/// <summary>The figures in the cells, read back from the workbook, against the public JSON and the result.</summary>
public sealed class FormFiguresTests
{
    public static TheoryData<string> Samples => [.. PaperSamples.All.Select(sample => sample.Name).Where(name => name != "2012")];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Table_II_2_has_every_unit_with_its_values_in_two_decimals(string sample)
    {
        var report = PaperSamples.All.Single(each => each.Name == sample).Report;
        var workbook = report.Workbook();
        foreach (var stage in new[] { Stage.Primary, Stage.Junior })
        {
            var sheet = Sheet.Of(workbook, stage == Stage.Primary ? "表Ⅱ-2 小学" : "表Ⅱ-2 初中");
            var units = report.Result.County(0).Units.Where(unit => unit.Stage == stage).ToList();
            for (var at = 0; at < units.Count; at++)
            {
                var row = at + 6;
                Assert.Equal(at + 1, sheet.Number($"A{row}"));
                Assert.Equal(RoundedOrNull(report.Result.Units.ExactEnrolment(units[at].Unit), 0), sheet.Number($"D{row}"));
                for (var k = 0; k < 7; k++)
                {
                    var (amount, pupils) = (report.Result.Units.ExactNumerator(units[at].Unit, k), report.Result.Units.ExactEnrolment(units[at].Unit));
                    Domain.Numbers.Rational? exact = amount is { } x && pupils is { } p ? report.Result.InForce.Standard.Indicators[k].Scale * x / p : null;
                    Assert.Equal(RoundedOrNull(exact, 2), sheet.Number(Origin.CellName(row, 6 + k)));
                }
            }

            Assert.StartsWith("注：1. 本表共", sheet.Text($"A{units.Count + 6}"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_failing_value_in_the_JSON_is_the_one_in_Table_II_2()
    {
        var (workbook, json) = (PaperSamples.County.Workbook(), PaperSamples.County.Json());
        var checkedFigures = 0;
        foreach (var finding in json.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("value").ValueKind == JsonValueKind.Number))
        {
            var stage = finding.GetProperty("stage").GetString() == "primary" ? Stage.Primary : Stage.Junior;
            var units = PaperSamples.County.Result.County(0).Units.Where(unit => unit.Stage == stage).Select(unit => unit.SchoolCode).ToList();
            var row = units.IndexOf(finding.GetProperty("schoolCode").GetString()!) + 6;
            var column = 5 + int.Parse(finding.GetProperty("indicator").GetString()![1..], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(finding.GetProperty("value").Rounded(2), Sheet.Of(workbook, stage == Stage.Primary ? "表Ⅱ-2 小学" : "表Ⅱ-2 初中").Number(Origin.CellName(row, column)));
            checkedFigures++;
        }

        Assert.True(checkedFigures > 10);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Table_III_has_mean_and_coefficient_as_the_JSON_rounded_and_blanks_where_a_unit_lacks_the_figure(string sample)
    {
        var report = PaperSamples.All.Single(each => each.Name == sample).Report;
        var (sheet, stages) = (Sheet.Of(report.Workbook(), "表Ⅲ"), report.Json().GetProperty("stages"));
        foreach (var (stage, row) in new[] { ("primary", 6), ("junior", 8) })
        {
            var indicators = stages.GetProperty(stage).GetProperty("indicators");
            for (var k = 0; k < 7; k++)
            {
                var figures = indicators.GetProperty($"R{k + 1}");
                var isKnown = figures.GetProperty("cvReason").ValueKind == JsonValueKind.Null;
                Assert.Equal(isKnown ? figures.GetProperty("mean").Rounded(2) : null, sheet.Number(Origin.CellName(row, 2 + k)));
                Assert.Equal(isKnown ? figures.GetProperty("cv").Rounded(3) : null, sheet.Number(Origin.CellName(row + 1, 2 + k)));
            }

            Assert.Equal("——", sheet.Text($"J{row}"));
        }
    }

    [Fact]
    public void The_composite_coefficient_is_the_mean_of_the_seven_unrounded_ones()
    {
        var report = PaperSamples.County;
        var (sheet, indicators) = (Sheet.Of(report.Workbook(), "表Ⅲ"), report.Json().GetProperty("stages").GetProperty("junior").GetProperty("indicators"));

        var mean = Enumerable.Range(1, 7).Average(k => indicators.GetProperty($"R{k}").GetProperty("cv").GetDecimal());
        Assert.Equal(Math.Round(mean, 3, MidpointRounding.AwayFromZero), sheet.Number("J9"));
        Assert.Null(sheet.Number("J7")); // one primary school lacks multimedia rooms
        Assert.Contains("仅供参考", sheet.Text("J3"), StringComparison.Ordinal);
    }

    [Fact]
    public void Table_II_1_counts_who_meets_and_stays_blank_while_a_unit_is_undecided()
    {
        var (sheet, json) = (Sheet.Of(PaperSamples.County.Workbook(), "表Ⅱ-1"), PaperSamples.County.Json());
        var junior = json.GetProperty("stages").GetProperty("junior");

        Assert.Equal(junior.GetProperty("unitsMeeting").GetDecimal(), sheet.Number("J8"));
        Assert.Equal(Math.Round(100m * junior.GetProperty("unitsMeeting").GetDecimal() / junior.GetProperty("units").GetDecimal(), 1, MidpointRounding.AwayFromZero), sheet.Number("J9"));
        Assert.Null(sheet.Number("I6"));
        Assert.Null(sheet.Number("J6"));
        Assert.NotNull(sheet.Number("C6"));
    }

    [Fact]
    public void Table_I_counts_schools_by_type_and_pupils_by_stage_and_leaves_other_bureaus_figures_blank()
    {
        var sheet = Sheet.Of(PaperSamples.Combined.Workbook(), "表Ⅰ");

        Assert.Equal("L1", sheet.Text("A4"));
        Assert.All(Enumerable.Range(4, 8), row => Assert.Null(sheet.Number($"D{row}")));
        Assert.Equal([1m, 1m, 0m, 1m], Enumerable.Range(12, 4).Select(row => sheet.Number($"D{row}")));
        Assert.Equal(1, sheet.Number("H4")); // twelve-year school
        Assert.Equal(1200, sheet.Number("H10")); // 500 + 400 + 300
        Assert.Equal(800, sheet.Number("H11"));
        Assert.Null(sheet.Number("H8")); // classes of combined schools are given for the whole school only
    }

    [Fact]
    public void Without_school_types_the_counts_of_schools_are_blank_not_zero()
    {
        var sheet = Sheet.Of(PaperSamples.Missing.Workbook(), "表Ⅰ");

        Assert.All(Enumerable.Range(12, 4), row => Assert.Null(sheet.Number($"D{row}")));
        Assert.Null(sheet.Number("H10"));
    }

    [Fact]
    public void Tables_IV_to_VI_print_percentages_in_one_decimal_and_money_in_ten_thousands()
    {
        var workbook = PaperSamples.County.Workbook();
        var (government, recognition) = (Sheet.Of(workbook, "表Ⅳ"), Sheet.Of(workbook, "表Ⅵ"));
        var special = government.RowOf("A", "G7");

        Assert.Equal((86m, "万元"), (government.Number($"D{special}"), government.Text($"E{special}")));
        Assert.Equal(8600, government.Number($"D{special + 2}"));
        Assert.Equal(12.4m, government.Number($"D{government.RowOf("A", "G11") + 3}"));
        Assert.Equal("未达标", government.Text($"F{government.RowOf("A", "G11")}"));
        Assert.Equal([null, 619m, 577m, 93.2m, 60m, 57m, 95.0m], "BCDEFGH".Select(column => recognition.Number($"{column}6")));
        Assert.All("BCDEFGH", column => Assert.Null(recognition.Number($"{column}7")));
    }

    [Fact]
    public void Without_an_items_file_Tables_IV_to_VI_are_there_and_blank()
    {
        var workbook = PaperSamples.CountyWithoutItems.Workbook();
        var (government, quality) = (Sheet.Of(workbook, "表Ⅳ"), Sheet.Of(workbook, "表Ⅴ"));

        Assert.All(Enumerable.Range(1, 15), item => Assert.Equal("", government.Text($"F{government.RowOf("A", $"G{item}")}") ?? ""));
        Assert.All(Enumerable.Range(1, 9), item => Assert.True(quality.RowOf("A", $"Q{item}") > 4));
        Assert.All(Enumerable.Range(5, government.Rows - 10), row => Assert.Null(government.Number($"D{row}")));
        Assert.Contains("G9", Sheet.Of(workbook, "未填清单").Texts);
    }

    private static decimal? RoundedOrNull(Domain.Numbers.Rational? exact, int digits) => exact is { } value ? (decimal)(value.Round(digits).ToDouble()) : null;
}
