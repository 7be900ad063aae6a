using Junheng.Application.Papers;
using Junheng.Application.Statistics;
using Junheng.Documents.Tests.Statistics;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Documents.Tests.Forms;

/// <summary>Lists of other countries are read by maps as a newcomer to their headings would write them. The lists are reference data outside the repository.</summary>
public class ForeignListTests
{
    private const string Variable = "JUNHENG_REFERENCE_DATA";

    [Fact]
    public void The_Malaysian_list_has_its_1304_schools_and_450366_pupils()
    {
        var table = Read("malaysia-sjkc-schools", "malaysia-sjkc");

        Assert.Equal(1304, table.Parts.Sum(part => part.Count));
        Assert.Equal(450_366, Sum(table, "enrolment_primary"));
        Assert.Equal(35_230, Sum(table, "full_time_teachers_primary"));
        Assert.Equal(2, table.Parts.Sum(part => Enumerable.Range(0, part.Count).Count(row => part.Figure("enrolment_primary")!.Value(row) is null)));
    }

    [Fact]
    public void The_Chicago_list_has_its_schools_and_pupils_of_each_year()
    {
        var table = Read("chicago-public-schools-panel", "chicago-cps");

        Assert.Equal((661, 361_134d), OfYear(table, 2017));
        Assert.Equal((655, 321_852d), OfYear(table, 2022));
        Assert.Equal(2625, table.Parts.Sum(part => part.Count));
    }

    private static (int Schools, double Pupils) OfYear(StatisticsTable table, int year)
    {
        var rows = table.Parts.SelectMany(part => Enumerable.Range(0, part.Count).Select(row => (Part: part, Row: row))).Where(row => row.Part.ReportYearOf(row.Row) == year).ToList();
        return (rows.Count, rows.Sum(row => new[] { "primary", "junior", "senior" }.Sum(stage => row.Part.Figure($"enrolment_{stage}")?.Value(row.Row) ?? 0)));
    }

    private static double Sum(StatisticsTable table, string column) => table.Parts.Sum(part => Enumerable.Range(0, part.Count).Sum(row => part.Figure(column)!.Value(row) ?? 0));

    private static StatisticsTable Read(string data, string map)
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(folder), $"{Variable} does not name the folder of reference data.");
        var file = Path.Combine(folder!, data, "data.csv");
        Assert.SkipUnless(File.Exists(file), $"{file} is not there.");
        var maps = new InputFile(Path.Combine(AppContext.BaseDirectory, "forms", "examples", map + ".yaml"));
        return Papers.Of(new PaperOptions { Maps = [maps] }, true, Language.En, ("data.csv", File.ReadAllBytes(file))).Accepted();
    }
}
