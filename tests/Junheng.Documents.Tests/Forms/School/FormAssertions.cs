using Junheng.Documents.Tests.Statistics;
using Junheng.Domain.Schools;

namespace Junheng.Documents.Tests.Forms;

/// <summary>What holds for workbooks that are read rightly.</summary>
internal static class FormAssertions
{
    /// <summary>The columns that the standard of 2017 needs for a school of a type.</summary>
    public static IEnumerable<string> Needed(SchoolType type) => Reading.Standard2017.Columns.Columns
        .Where(column => column.Id is "enrolment" or "above_degree_teachers" or "backbone_teachers" or "pe_art_teachers" or "teaching_area_m2" or "sports_area_m2" or "equipment_yuan"
            or "multimedia_rooms" or "indoor_sports_area_m2")
        .SelectMany(column => column.IsStaged ? new[] { Stage.Primary, Stage.Junior, Stage.Senior }.Where(stage => type.CanHave(stage) && (stage != Stage.Senior || column.Id == "enrolment")).Select(stage => $"{column.Id}_{stage.Id()}") : [column.Id]);

    /// <summary>A workbook without errors, every needed figure read, and every figure read the same as in the simple table.</summary>
    public static FormBooks IsReadFrom(this SchoolFacts school, params IReadOnlyList<WorkbookDraft> books)
    {
        var reading = FormBooks.Of([.. books.Select((book, i) => ($"book{i + 1}.xlsx", book.ToXlsx()))], allowMissing: false);
        reading.IsRowOf(school, 0);
        return reading;
    }

    public static void IsRowOf(this FormBooks reading, SchoolFacts school, int at)
    {
        Assert.True(!reading.Errors.Any(), string.Join("\n", reading.Findings));
        var row = reading.Rows[at];
        var simple = FormBooks.Of(Papers.Of(("simple.csv", SchoolTable.Csv(school)))).Rows[0];
        Assert.All(Needed(school.Type).Concat(["county_code", "school_code", "school_name", "school_type", "report_year"]), id => Assert.True(row.ContainsKey(id), $"{id} was not read"));
        foreach (var (id, value) in row.Where(cell => cell.Key is not ("locale" or "organiser_type")))
        {
            Assert.True(simple.TryGetValue(id, out var wanted) ? wanted == value : value == "0", $"{id}: read {value}, the simple table has {wanted ?? "nothing"}");
        }
    }
}
