using System.Collections.Immutable;
using Junheng.Domain.Statistics;

namespace Junheng.Assessment.Units;

/// <summary>
/// Which rows are campuses of another school (不计校数) and are added to it before scope and split.
/// Only the school layout merges; in a unit table the column is information.
/// </summary>
public sealed class Campuses
{
    private readonly Dictionary<RowRef, ImmutableArray<RowRef>> _rowsByMain;
    private readonly HashSet<RowRef> _merged;

    private Campuses(Dictionary<RowRef, ImmutableArray<RowRef>> rowsByMain, HashSet<RowRef> merged, ImmutableArray<RowRef> orphans)
    {
        (_rowsByMain, _merged) = (rowsByMain, merged);
        Orphans = orphans;
    }

    /// <summary>Rows whose parent school is not in the table for that county and report year, or whose parents run in a ring; such a table is refused.</summary>
    public ImmutableArray<RowRef> Orphans { get; }

    /// <summary>True when any row is merged into another.</summary>
    public bool Any => _merged.Count > 0;

    /// <summary>The main schools that have campuses.</summary>
    public IEnumerable<RowRef> Mains => _rowsByMain.Keys;

    /// <summary>The rows that are merged into another and so are no schools of their own.</summary>
    public IEnumerable<RowRef> Merged => _merged;

    /// <summary>Finds the campuses of a table. Linear in the rows of the parts that have the column.</summary>
    public static Campuses Of(StatisticsTable table)
    {
        var campuses = table.Counties
            .SelectMany(county => county.Rows().Select(row => (County: county.Code, Row: row)))
            .Where(each => IsCampus(table, each.Row));
        if (!table.Parts.Any(part => part.Layout == TableLayout.School && part.ParentSchoolCode is not null))
        {
            campuses = [];
        }

        var schools = new Lazy<Dictionary<(string, string, int), RowRef>>(() => Schools(table));
        var rowsByMain = new Dictionary<RowRef, ImmutableArray<RowRef>>();
        var merged = new HashSet<RowRef>();
        var orphans = ImmutableArray.CreateBuilder<RowRef>();
        foreach (var (county, row) in campuses)
        {
            merged.Add(row);
            if (MainOf(table, county, row, schools.Value) is not { } main)
            {
                orphans.Add(row);
                continue;
            }

            rowsByMain[main] = rowsByMain.TryGetValue(main, out var rows) ? rows.Add(row) : [main, row];
        }

        return new Campuses(rowsByMain, merged, orphans.ToImmutable());
    }

    /// <summary>The row itself and the campuses merged into it.</summary>
    public ImmutableArray<RowRef> RowsOf(RowRef main) => _rowsByMain.TryGetValue(main, out var rows) ? rows : [main];

    private static bool IsCampus(StatisticsTable table, RowRef row)
    {
        var part = table.PartOf(row);
        return part.Layout == TableLayout.School && part.ParentSchoolCode is { } parents && !parents.IsBlank(row.Row);
    }

    /// <summary>The school of its own at the end of a chain of parents; null when a parent is unknown or the chain runs in a ring.</summary>
    private static RowRef? MainOf(StatisticsTable table, string county, RowRef campus, Dictionary<(string County, string School, int Year), RowRef> schools)
    {
        const int longestChain = 16;
        var at = campus;
        for (var step = 0; step < longestChain; step++)
        {
            var part = table.PartOf(at);
            if (!schools.TryGetValue((county, part.ParentSchoolCode![at.Row], part.ReportYearOf(at.Row)), out at))
            {
                return null;
            }

            if (!IsCampus(table, at))
            {
                return at;
            }
        }

        return null;
    }

    private static Dictionary<(string County, string School, int Year), RowRef> Schools(StatisticsTable table)
    {
        var schools = new Dictionary<(string, string, int), RowRef>();
        foreach (var county in table.Counties)
        {
            foreach (var row in county.Rows().Where(row => table.PartOf(row).Layout == TableLayout.School))
            {
                var part = table.PartOf(row);
                schools.TryAdd((county.Code, part.SchoolCode[row.Row], part.ReportYearOf(row.Row)), row);
            }
        }

        return schools;
    }
}
