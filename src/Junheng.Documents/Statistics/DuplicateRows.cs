using Junheng.Domain.Statistics;

namespace Junheng.Documents.Statistics;

/// <summary>Finds rows that speak of the same county, school, stage and report year. A row without year counts as current, so it is the same as any year's.</summary>
internal static class DuplicateRows
{
    /// <summary>Pairs (first, again). Linear in the rows; allocates next to nothing for counties whose schools stand in order.</summary>
    public static IEnumerable<(RowRef First, RowRef Again)> Of(StatisticsTable table)
    {
        var found = new List<(RowRef First, RowRef Again)>[table.Counties.Length];
        Parallel.For(0, found.Length, county => found[county] = table.Counties[county].InSchoolOrder && !HasNeighboursAlike(table, table.Counties[county])
            ? []
            : [.. BySchool(table, table.Counties[county])]);
        return found.SelectMany(pairs => pairs);
    }

    /// <summary>Whether two rows that stand together may speak of the same school, stage and year; enough where a school's rows stand together in pairs.</summary>
    private static bool HasNeighboursAlike(StatisticsTable table, CountyRows county)
    {
        RowRef? before = null;
        var sameSchool = 1;
        foreach (var run in county.Runs)
        {
            for (var row = run.Start; row < run.Start + run.Count; row++)
            {
                var at = new RowRef(run.Part, row);
                var isSameSchool = before is { } earlier && School(table, earlier).SequenceEqual(School(table, at));
                sameSchool = isSameSchool ? sameSchool + 1 : 1;
                if (isSameSchool && (sameSchool > 2 || IsSame(table, before!.Value, at)))
                {
                    return true;
                }

                before = at;
            }
        }

        return false;
    }

    private static ReadOnlySpan<byte> School(StatisticsTable table, RowRef row) => table.PartOf(row).SchoolCode.Utf8(row.Row);

    private static IEnumerable<(RowRef First, RowRef Again)> BySchool(StatisticsTable table, CountyRows county)
    {
        var seen = new Dictionary<string, List<RowRef>>(StringComparer.Ordinal);
        foreach (var row in county.Rows())
        {
            var part = table.PartOf(row);
            if (!part.IsIdentified(row.Row))
            {
                continue;
            }

            if (!seen.TryGetValue(part.SchoolCode[row.Row], out var rows))
            {
                seen[part.SchoolCode[row.Row]] = [row];
                continue;
            }

            var earlier = rows.FindIndex(each => IsSame(table, each, row));
            if (earlier >= 0)
            {
                yield return (rows[earlier], row);
            }

            rows.Add(row);
        }
    }

    /// <summary>Whether two rows of one school speak of the same stage and year; a whole-school row speaks of every stage that its type can have.</summary>
    private static bool IsSame(StatisticsTable table, RowRef one, RowRef other)
    {
        var (left, right) = (table.PartOf(one), table.PartOf(other));
        var (leftYear, rightYear) = (left.ReportYearOf(one.Row), right.ReportYearOf(other.Row));
        return (leftYear == rightYear || leftYear == 0 || rightYear == 0)
            && ((left.Layout == TableLayout.School && right.Layout == TableLayout.School)
                || (left.Layout == TableLayout.Unit ? right.Covers(other.Row, left.StageOf(one.Row)) : left.Covers(one.Row, right.StageOf(other.Row))));
    }
}
