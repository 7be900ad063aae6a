using Junheng.Assessment.Results;
using Junheng.Domain.Text;

namespace Junheng.Documents.Tests.Statistics;

/// <summary>All inputs of one call form one table; report years.</summary>
public class ManyInputsTests
{
    [Fact]
    public void Unit_and_school_tables_together_form_one_table()
    {
        var schools = SchoolSheet.Schools().Set(2, "school_code", "a").Set(3, "school_code", "b").Set(4, "school_code", "c");
        var table = Reading.Of([SchoolSheet.Units().Csv(), schools.Xlsx()]).Accepted();

        Assert.Equal(6, Assert.Single(table.Counties).Rows().Count());
    }

    [Fact]
    public void The_same_school_twice_is_refused_across_files()
    {
        var reading = Reading.Of([SchoolSheet.Units().Csv(), SchoolSheet.Units().Csv()], Language.En);

        Assert.Equal(["input.duplicate B2", "input.duplicate B3", "input.duplicate B4"], reading.Errors());
        Assert.All(reading.Findings, finding => Assert.Equal("file2", finding.Place.File));
        Assert.EndsWith("the other is at file1 › B2", reading.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_school_twice_is_refused_across_layouts() =>
        Assert.Equal(["input.duplicate B2", "input.duplicate B4"], Reading.Of([SchoolSheet.Units().Csv(), SchoolSheet.Schools().Set(3, "school_code", "b").Csv()]).Errors());

    [Fact]
    public void A_school_row_covers_only_the_stages_of_its_type()
    {
        var junior = SchoolSheet.Units().WithoutRows(2, 3).Set(2, "school_code", "2101010001");

        Reading.Of([junior.Csv(), SchoolSheet.Schools().WithoutRows(3, 4).Csv()]).Accepted();
    }

    [Fact]
    public void The_same_school_is_accepted_in_different_report_years() =>
        Reading.Of([SchoolSheet.Units().With("report_year", 2025).Csv(), SchoolSheet.Units().With("报告年度", 2026).Xlsx()]).Accepted();

    [Fact]
    public void The_same_school_with_and_without_a_report_year_is_refused()
    {
        Assert.Equal(3, Reading.Of([SchoolSheet.Units().With("report_year", 2025).Csv(), SchoolSheet.Units().Csv()]).Errors().Length);
        var sorted = SchoolSheet.Units().WithoutRows(3, 4).Row("210101", "2101010001", "primary", 500, 30, 6, 5, 2500, 4000, 1200000, 12, "primary").With("report_year", 2025);
        sorted.Set(2, "report_year", null).IsRefused("input.duplicate B3");
    }

    [Fact]
    public void Each_county_is_judged_by_its_latest_year_that_has_begun()
    {
        var sheet = SchoolSheet.Units().With("report_year", 2025).Row("210101", "2101010001", "primary", 510, 30, 6, 5, 2500, 4000, 1200000, 12, "primary", 2026)
            .Row("210102", "1", "primary", 510, 30, 6, 5, 2500, 4000, 1200000, 12, "primary", 2024);
        var table = Reading.Of(sheet.Csv()).Accepted();

        Assert.Equal([2025, 2024], Years(new DateOnly(2026, 8, 31)));
        Assert.Equal([2026, 2024], Years(new DateOnly(2026, 9, 1)));

        int[] Years(DateOnly date) => [.. AssessmentResult.Of(table, Reading.Standard2017.At(date)).Units.Counties.Select(county => county.ReportYear)];
    }

    [Fact]
    public void Rows_without_a_report_year_count_as_current()
    {
        var table = Reading.Of(SchoolSheet.Units().Csv()).Accepted();

        Assert.Equal(3, AssessmentResult.Of(table, Reading.Standard2017.At(new DateOnly(2026, 9, 1))).Units.Count);
    }

    [Fact]
    public void A_report_year_is_a_whole_year()
    {
        Assert.Empty(SchoolSheet.Units().With("report_year", 2026).Set(2, "report_year", 2026).Set(3, "report_year", 2026).Set(4, "report_year", 2026).IsAccepted());
        Assert.Equal(2026, Reading.Of(SchoolSheet.Units().With("report_year", "2026.0").Csv()).Accepted().Parts[0].ReportYears![0]);
        SchoolSheet.Units().With("report_year", 2026.5).Set(3, "report_year", 1900).Set(4, "report_year", 202609).IsRefused("input.wrong-year M2", "input.wrong-year M3", "input.wrong-year M4");
        SchoolSheet.Units().With("report_year", "2026年").IsRefused("input.not-a-number M2", "input.not-a-number M3", "input.not-a-number M4");
    }

    [Fact]
    public void No_input_gives_an_empty_table() => Assert.Empty(Reading.Of(Array.Empty<byte[]>()).Accepted().Counties);
}
