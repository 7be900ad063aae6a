using System.Collections.Immutable;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Assessment.Consistency.Subjects;

/// <summary>A school in one report year: its one or two rows.</summary>
/// <param name="County">Index of its county.</param>
/// <param name="Code">Its code.</param>
/// <param name="Year">Its report year; 0 when not given.</param>
/// <param name="First">Its row, or the first of its two.</param>
/// <param name="Second">The other row of a school given a row a stage; null when there is one.</param>
/// <param name="Previous">The same school in the year before; −1 when it is not there.</param>
/// <param name="FirstUnit">Its first unit.</param>
/// <param name="Units">Number of its units.</param>
internal readonly record struct CheckedSchool(int County, string Code, int Year, RowRef First, RowRef? Second, int Previous, int FirstUnit, int Units);

/// <summary>A stage of a school in one report year.</summary>
/// <param name="School">Index of its school.</param>
/// <param name="Stage">Primary or junior.</param>
/// <param name="Row">Its row.</param>
/// <param name="Previous">The same unit in the year before; −1 when it is not there.</param>
internal readonly record struct CheckedUnit(int School, Stage Stage, RowRef Row, int Previous);

/// <summary>A county as it is checked.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Year">The report year checked; 0 when rows carry none.</param>
/// <param name="Start">Its first school.</param>
/// <param name="Count">Number of its schools.</param>
internal readonly record struct CheckedCounty(string Code, int Year, int Start, int Count);

/// <summary>
/// A table by school: per county those of the report year that is judged at the date, in order of code, and behind all of them those of the year before,
/// which rules look back to. Only the former are checked. Any school counts, whether a standard judges it or not.
/// </summary>
internal sealed class CheckedSchools
{
    private CheckedSchools(StatisticsTable table, ImmutableArray<CheckedCounty> counties, CheckedSchool[] schools, CheckedUnit[] units, int current, int currentUnits)
    {
        (Table, Counties, Schools, Units, Current, CurrentUnits) = (table, counties, schools, units, current, currentUnits);
        IsOneRowEach = table.Parts.All(part => part.Layout == TableLayout.School);
    }

    public StatisticsTable Table { get; }

    public ImmutableArray<CheckedCounty> Counties { get; }

    /// <summary>All schools: the <see cref="Current"/> ones that are checked first.</summary>
    public CheckedSchool[] Schools { get; }

    public CheckedUnit[] Units { get; }

    /// <summary>Whether every sheet gives a school in one row.</summary>
    public bool IsOneRowEach { get; }

    /// <summary>Number of schools that are checked.</summary>
    public int Current { get; }

    /// <summary>Number of units that are checked.</summary>
    public int CurrentUnits { get; }

    public static CheckedSchools Of(StatisticsTable table, DateOnly date)
    {
        var latestAllowed = date >= new DateOnly(date.Year, 9, 1) ? date.Year : date.Year - 1;
        var found = new List<(int County, int Year, SortedDictionary<string, List<RowRef>> Now, SortedDictionary<string, List<RowRef>> Before)>();
        for (var county = 0; county < table.Counties.Length; county++)
        {
            var year = YearOf(table, table.Counties[county], latestAllowed);
            var (now, before) = (new SortedDictionary<string, List<RowRef>>(StringComparer.Ordinal), new SortedDictionary<string, List<RowRef>>(StringComparer.Ordinal));
            foreach (var row in table.Counties[county].Rows())
            {
                var rowYear = table.PartOf(row).ReportYearOf(row.Row);
                if (rowYear == 0 || rowYear == year || rowYear == year - 1)
                {
                    Add(rowYear == 0 || rowYear == year ? now : before, table.PartOf(row).SchoolCode[row.Row], row);
                }
            }

            found.Add((county, year, now, before));
        }

        return Build(table, found);
    }

    public string NameOf(int school) => NameOf(Schools[school].First);

    public string NameOf(RowRef row) => Table.PartOf(row).SchoolName is { } names ? names[row.Row] : "";

    public SchoolType TypeOf(int school) => Table.PartOf(Schools[school].First).SchoolTypeOf(Schools[school].First.Row);

    private static void Add(SortedDictionary<string, List<RowRef>> schools, string code, RowRef row)
    {
        if (!schools.TryGetValue(code, out var rows))
        {
            schools[code] = rows = new List<RowRef>(1);
        }

        rows.Add(row);
    }

    /// <summary>The latest year whose 1 September is not after the date, as the standard judges it; 0 when there is none.</summary>
    private static int YearOf(StatisticsTable table, CountyRows county, int latestAllowed)
    {
        var latest = 0;
        foreach (var run in county.Runs)
        {
            if (table.Parts[run.Part].ReportYears is { } years)
            {
                foreach (var year in years.AsSpan(run.Start, run.Count))
                {
                    latest = year <= latestAllowed ? Math.Max(latest, year) : latest;
                }
            }
        }

        return latest;
    }

    private static CheckedSchools Build(
        StatisticsTable table, List<(int County, int Year, SortedDictionary<string, List<RowRef>> Now, SortedDictionary<string, List<RowRef>> Before)> found)
    {
        var current = found.Sum(county => county.Now.Count);
        var schools = new List<CheckedSchool>(current);
        var units = new List<CheckedUnit>();
        var before = new Dictionary<(int County, string Code), int>();
        foreach (var county in found)
        {
            foreach (var code in county.Before.Keys)
            {
                before[(county.County, code)] = current + before.Count;
            }
        }

        var counties = ImmutableArray.CreateBuilder<CheckedCounty>(found.Count);
        foreach (var county in found)
        {
            counties.Add(new CheckedCounty(table.Counties[county.County].Code, county.Year, schools.Count, county.Now.Count));
            foreach (var (code, rows) in county.Now)
            {
                Add(table, schools, units, county.County, code, rows, before.GetValueOrDefault((county.County, code), -1));
            }
        }

        var currentUnits = units.Count;
        foreach (var county in found)
        {
            foreach (var (code, rows) in county.Before)
            {
                Add(table, schools, units, county.County, code, rows, -1);
            }
        }

        return new CheckedSchools(table, counties.MoveToImmutable(), [.. schools], LinkUnits(schools, units, currentUnits), current, currentUnits);
    }

    private static void Add(
        StatisticsTable table, List<CheckedSchool> schools, List<CheckedUnit> units, int county, string code, List<RowRef> rows, int previous)
    {
        var first = units.Count;
        foreach (var row in rows)
        {
            var part = table.PartOf(row);
            if (part.Layout == TableLayout.Unit)
            {
                units.Add(new CheckedUnit(schools.Count, part.StageOf(row.Row), row, -1));
                continue;
            }

            units.AddRange(new[] { Stage.Primary, Stage.Junior }.Where(stage => Has(part, row.Row, stage)).Select(stage => new CheckedUnit(schools.Count, stage, row, -1)));
        }

        schools.Add(new CheckedSchool(
            county, code, table.PartOf(rows[0]).ReportYearOf(rows[0].Row), rows[0], rows.Count > 1 ? rows[1] : null, previous, first, units.Count - first));
    }

    private static bool Has(StatisticsPart part, int row, Stage stage) => part.SchoolTypeOf(row) switch
    {
        SchoolType.Unknown or SchoolType.Special or SchoolType.Vocational => part.Figure($"enrolment_{stage.Id()}")?.IsPresent(row) == true,
        var type => type.CanHave(stage),
    };

    private static CheckedUnit[] LinkUnits(List<CheckedSchool> schools, List<CheckedUnit> units, int currentUnits)
    {
        CheckedUnit[] linked = [.. units];
        for (var unit = 0; unit < currentUnits; unit++)
        {
            if (schools[linked[unit].School].Previous is var previous and >= 0)
            {
                for (var at = schools[previous].FirstUnit; at < schools[previous].FirstUnit + schools[previous].Units; at++)
                {
                    linked[unit] = linked[at].Stage == linked[unit].Stage ? linked[unit] with { Previous = at } : linked[unit];
                }
            }
        }

        return linked;
    }
}
