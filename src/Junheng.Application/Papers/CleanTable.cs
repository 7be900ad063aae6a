using System.Globalization;
using Junheng.Application.Import;
using Junheng.Domain.Columns;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Application.Papers;

/// <summary>
/// A table as columns and texts of one of the public layouts. Reading them again gives the same figures: long decimals stand in full, a missing figure is blank.
/// </summary>
/// <param name="Columns">Public column ids.</param>
/// <param name="Rows">One text a column; counties and schools in the order of the table.</param>
public sealed record CleanTable(IReadOnlyList<string> Columns, IEnumerable<string[]> Rows)
{
    /// <summary>The table's rows; null where it has both layouts, which one file cannot hold.</summary>
    public static CleanTable? Of(StatisticsTable table, ColumnCatalogue catalogue)
    {
        var parts = table.Parts;
        if (parts.Select(part => part.Layout).Distinct().Count() > 1)
        {
            return null;
        }

        var figures = catalogue.Columns.SelectMany(column => Stages.All.Select(stage => $"{column.Id}_{stage.Id()}").Prepend(column.Id))
            .Where(id => parts.Any(part => part.Figure(id) is not null)).ToList();
        var words = Words.Where(word => parts.Any(part => word.IsThere(part))).ToList();
        return new CleanTable(
            [.. words.Select(word => word.Id), .. figures],
            table.Counties.SelectMany(county => county.Rows()).Select(row => (Part: table.PartOf(row), row.Row))
                .Select(row => words.Select(word => word.Text(row.Part, row.Row)).Concat(figures.Select(id => Figure(row.Part.Figure(id), row.Row))).ToArray()));
    }

    private static IEnumerable<Word> Words { get; } =
    [
        new("county_code", _ => true, (part, row) => part.CountyCode[row]),
        new("county_name", part => part.CountyName is not null, (part, row) => part.CountyName?[row] ?? ""),
        new("school_code", _ => true, (part, row) => part.SchoolCode[row]),
        new("school_name", part => part.SchoolName is not null, (part, row) => part.SchoolName?[row] ?? ""),
        new("stage", part => part.Stages is not null, (part, row) => part.StageOf(row).Id()),
        new("school_type", part => part.SchoolTypes is not null, (part, row) => part.SchoolTypeOf(row).Id()),
        new("organiser_type", part => part.OrganiserTypes is not null, (part, row) => part.OrganiserTypes is { } codes && codes[row] > 0 ? codes[row].ToString(CultureInfo.InvariantCulture) : ""),
        new("locale", part => part.Locales is not null, (part, row) => part.Locales is { } codes ? codes[row].Id() : ""),
        new("township", part => part.Township is not null, (part, row) => part.Township?[row] ?? ""),
        new("report_year", part => part.ReportYears is not null, (part, row) => part.ReportYearOf(row) is var year && year > 0 ? year.ToString(CultureInfo.InvariantCulture) : ""),
        new("parent_school_code", part => part.ParentSchoolCode is not null, (part, row) => part.ParentSchoolCode?[row] ?? ""),
    ];

    private static string Figure(NumberColumn? column, int row) => column is null || !column.IsPresent(row)
        ? ""
        : PartRows.ExactText(column, row) ?? column.Values[row].ToString("R", CultureInfo.InvariantCulture);

    private sealed record Word(string Id, Func<StatisticsPart, bool> IsThere, Func<StatisticsPart, int, string> Text);
}
