using Junheng.Application.Samples;

namespace Junheng.Application.Tests.Samples;

public sealed class SampleGradesTests
{
    private static readonly List<SampleRow> Rows = SampleRows.Of(SampleCounty.Schools(1));

    [Fact]
    public void Grades_add_up_to_the_enrolment_of_their_stage() => Assert.All(Rows, row =>
    {
        Assert.Equal(row.Number("enrolment_primary"), Sum(row, 1, 6));
        Assert.Equal(row.Number("enrolment_junior"), Sum(row, 7, 9));
    });

    [Theory]
    [InlineData("junior", 7, 9, 2024)]
    [InlineData("primary", 1, 6, 2021)]
    public void A_county_loses_a_few_pupils_of_a_year_group_and_no_school_more_than_it_had(string stage, int first, int last, int entered)
    {
        var (now, then) = (Rows.Where(row => row["report_year"] == "2026").ToList(), Rows.Where(row => row["report_year"] == $"{entered}").ToList());
        var entrants = then.Sum(row => row.Number($"pupils_grade_{first}")) - now.Sum(row => row.Number($"cohort_died_{stage}"));
        var kept = now.Sum(row => row.Number($"pupils_grade_{last}") - row.Number($"cohort_moved_in_{stage}") + row.Number($"cohort_moved_out_{stage}"));
        Assert.InRange(kept / entrants, 0.975m, 0.999m);
    }

    [Fact]
    public void The_items_file_states_the_retention_that_the_table_counts()
    {
        var now = Rows.Where(row => row["report_year"] == "2026").ToList();
        var stated = SampleCounty.Items(1).Rows.Where(row => row[1] == "Q1").ToDictionary(row => row[2], row => SampleCells.Number(row[3]));
        Assert.Equal(now.Sum(row => row.Number("pupils_grade_9")), stated["graduates"]);
        Assert.Equal(Rows.Where(row => row["report_year"] == "2024").Sum(row => row.Number("pupils_grade_7")), stated["entrants_three_years_ago"]);
        Assert.Equal(now.Sum(row => row.Number("cohort_moved_in_junior")), stated["transferred_in"]);
        Assert.Equal(now.Sum(row => row.Number("cohort_moved_out_junior")), stated["transferred_out"]);
    }

    private static decimal Sum(SampleRow row, int first, int last) => Enumerable.Range(first, last - first + 1).Sum(grade => row.Number($"pupils_grade_{grade}"));
}
