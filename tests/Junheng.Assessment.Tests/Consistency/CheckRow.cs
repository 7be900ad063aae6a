using System.Collections.Frozen;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Assessment.Tests.Consistency;

/// <summary>A school in one report year, as a clerk would type it; a figure that is not there is a blank cell.</summary>
internal sealed class CheckRow(string county, string code, SchoolType type, int year)
{
    public string County { get; set; } = county;

    public string Code { get; set; } = code;

    public SchoolType Type { get; set; } = type;

    public int Year { get; } = year;

    public string Name { get; set; } = "";

    public string Township { get; set; } = "";

    public string Parent { get; set; } = "";

    public Dictionary<string, double> Figures { get; } = new(StringComparer.Ordinal);

    public bool HasPrimary => Type is SchoolType.Primary or SchoolType.TeachingPoint or SchoolType.NineYear;

    public bool HasJunior => Type is SchoolType.Junior or SchoolType.NineYear;

    public double this[string column]
    {
        get => Figures[column];
        set => Figures[column] = value;
    }

    /// <summary>The ids of the stages taught.</summary>
    public IEnumerable<string> Stages => new[] { ("primary", HasPrimary), ("junior", HasJunior) }.Where(stage => stage.Item2).Select(stage => stage.Item1);

    public CheckRow In(int year)
    {
        var copy = new CheckRow(County, Code, Type, year) { Name = Name, Township = Township, Parent = Parent };
        foreach (var (column, figure) in Figures)
        {
            copy[column] = figure;
        }

        return copy;
    }
}

/// <summary>Rows as a table in the school layout.</summary>
internal static class CheckTable
{
    public static StatisticsTable Of(IReadOnlyList<CheckRow> rows)
    {
        var columns = rows.SelectMany(row => row.Figures.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        string[] texts = ["county_code", "school_code", "school_type", "school_name", "township", "report_year", "parent_school_code"];
        return StatisticsTable.Of(
        [
            new StatisticsPart
            {
                Layout = TableLayout.School,
                File = "schools.csv",
                CountyCode = TextColumn.Of([.. rows.Select(row => row.County)]),
                SchoolCode = TextColumn.Of([.. rows.Select(row => row.Code)]),
                SchoolName = TextColumn.Of([.. rows.Select(row => row.Name)]),
                Township = TextColumn.Of([.. rows.Select(row => row.Township)]),
                ParentSchoolCode = TextColumn.Of([.. rows.Select(row => row.Parent)]),
                SchoolTypes = [.. rows.Select(row => row.Type)],
                ReportYears = [.. rows.Select(row => row.Year)],
                Figures = columns.ToFrozenDictionary(
                    column => column,
                    column => NumberColumn.Of([.. rows.Select(row => row.Figures.TryGetValue(column, out var figure) ? figure : (double?)null)]),
                    StringComparer.Ordinal),
                SourceRows = [.. Enumerable.Range(2, rows.Count)],
                SourceColumns = texts.Concat(columns).Select((column, at) => (column, at)).ToFrozenDictionary(each => each.column, each => each.at, StringComparer.Ordinal),
            },
        ]);
    }
}
