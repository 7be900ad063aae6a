using System.Collections.Immutable;

namespace Junheng.Domain.Statistics;

/// <summary>
/// The raw statistics of schools: all inputs of one call as one table. It knows no standard; what a standard sees of it is a view.
/// Rows keep their place (<see cref="RowRef"/>), so that every figure leads back to its cell.
/// </summary>
public sealed class StatisticsTable
{
    private StatisticsTable(ImmutableArray<StatisticsPart> parts, ImmutableArray<CountyRows> counties) => (Parts, Counties) = (parts, counties);

    /// <summary>The sheets' runs of rows, in the order they were read.</summary>
    public ImmutableArray<StatisticsPart> Parts { get; }

    /// <summary>The rows of each county, counties sorted by code (ordinal).</summary>
    public ImmutableArray<CountyRows> Counties { get; }

    /// <summary>A table of the given parts. Linear in rows when each county's rows stand together.</summary>
    public static StatisticsTable Of(ImmutableArray<StatisticsPart> parts)
    {
        var runs = new List<OrderedRun>[parts.Length];
        Parallel.For(0, parts.Length, part => runs[part] = RunsOf(parts[part], part));
        var byCode = new Dictionary<string, List<OrderedRun>>(StringComparer.Ordinal);
        foreach (var run in runs.SelectMany(part => part))
        {
            if (!byCode.TryGetValue(run.Code, out var ofCounty))
            {
                byCode[run.Code] = ofCounty = new List<OrderedRun>(1);
            }

            ofCounty.Add(run);
        }

        var counties = byCode
            .Select(county => new CountyRows(county.Key, [.. county.Value.Select(run => run.Rows)], IsInSchoolOrder(parts, county.Value)))
            .OrderBy(county => county.Code, StringComparer.Ordinal);
        return new StatisticsTable(parts, [.. counties]);
    }

    /// <summary>The part that a row stands in.</summary>
    public StatisticsPart PartOf(RowRef row) => Parts[row.Part];

    private static List<OrderedRun> RunsOf(StatisticsPart part, int index)
    {
        var runs = new List<OrderedRun>();
        for (var start = 0; start < part.Count;)
        {
            var code = part.CountyCode.Utf8(start);
            var end = start + 1;
            var inOrder = true;
            for (; end < part.Count && part.CountyCode.Utf8(end).SequenceEqual(code); end++)
            {
                inOrder = inOrder && part.SchoolCode.Utf8(end - 1).SequenceCompareTo(part.SchoolCode.Utf8(end)) <= 0;
            }

            runs.Add(new OrderedRun(part.CountyCode[start], new RowRun(index, start, end - start), inOrder));
            start = end;
        }

        return runs;
    }

    private static bool IsInSchoolOrder(ImmutableArray<StatisticsPart> parts, List<OrderedRun> runs)
    {
        ReadOnlySpan<byte> School(RowRun run, int row) => parts[run.Part].SchoolCode.Utf8(run.Start + row);
        var inOrder = runs[0].InOrder;
        for (var run = 1; run < runs.Count && inOrder; run++)
        {
            var (before, next) = (runs[run - 1].Rows, runs[run].Rows);
            inOrder = runs[run].InOrder && School(before, before.Count - 1).SequenceCompareTo(School(next, 0)) <= 0;
        }

        return inOrder;
    }

    private readonly record struct OrderedRun(string Code, RowRun Rows, bool InOrder);
}

/// <summary>One row of a table.</summary>
/// <param name="Part">Index into <see cref="StatisticsTable.Parts"/>.</param>
/// <param name="Row">Row within the part.</param>
public readonly record struct RowRef(int Part, int Row);

/// <summary>Rows that stand together in one part.</summary>
/// <param name="Part">Index into <see cref="StatisticsTable.Parts"/>.</param>
/// <param name="Start">First row.</param>
/// <param name="Count">Number of rows.</param>
public readonly record struct RowRun(int Part, int Start, int Count);

/// <summary>The rows of one county, in the order they were read.</summary>
/// <param name="Code">The county's code.</param>
/// <param name="Runs">Its runs of rows.</param>
/// <param name="InSchoolOrder">Whether school codes never fall (ordinal) from row to row, so that a school's rows stand together.</param>
public sealed record CountyRows(string Code, ImmutableArray<RowRun> Runs, bool InSchoolOrder)
{
    /// <summary>Every row of the county.</summary>
    public IEnumerable<RowRef> Rows()
    {
        foreach (var run in Runs)
        {
            for (var row = 0; row < run.Count; row++)
            {
                yield return new RowRef(run.Part, run.Start + row);
            }
        }
    }
}
