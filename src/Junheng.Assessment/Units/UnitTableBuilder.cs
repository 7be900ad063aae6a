using System.Runtime.InteropServices;
using Junheng.Domain.Statistics;

namespace Junheng.Assessment.Units;

/// <summary>
/// Makes a standard's view of a raw table: choose the report year, merge campuses, apply the scope, sort, and fill the columns.
/// Counties are independent of each other and are done side by side.
/// </summary>
internal sealed class UnitTableBuilder
{
    /// <summary>Fewer counties than this are not worth a second thread.</summary>
    private const int CountiesPerRun = 32;

    /// <summary>Runs a thread, so that one that is held up does not hold up the others.</summary>
    private const int RunsPerThread = 4;

    private readonly StatisticsTable _table;
    private readonly ViewRules _rules;
    private readonly DateOnly _date;
    private readonly Campuses _campuses;
    private readonly UnitFigures _figures;
    private readonly PartView[] _parts;

    private UnitTableBuilder(StatisticsTable table, ViewRules rules, DateOnly date)
    {
        (_table, _rules, _date) = (table, rules, date);
        _campuses = Campuses.Of(table);
        _figures = new UnitFigures(table, rules.Numerators, rules.Split, rules.IndoorSports, _campuses);
        _parts = new PartView[table.Parts.Length];
    }

    /// <summary>The view at a date.</summary>
    public static UnitTable Build(StatisticsTable table, ViewRules rules, DateOnly date) => new UnitTableBuilder(table, rules, date).Build();

    private UnitTable Build()
    {
        Parallel.For(0, _parts.Length, part => _parts[part] = PartView.Of(_table, part, _rules, _campuses));
        var excluded = new ExcludedUnits(_rules, _parts);
        var counties = new CountyUnits[_table.Counties.Length];
        var blocks = new StageBlock[counties.Length * _rules.Stages.Length];
        EachCounty(county =>
        {
            counties[county] = Open(_table.Counties[county], excluded);
            Count(county, blocks);
        });
        var units = new UnitRef[LayOut(blocks)];
        var columns = UnitColumns.Allocate(units.Length, _rules.Numerators.Length);
        for (var k = 0; k < columns.IsVerbatim.Length; k++)
        {
            columns.IsVerbatim[k] = Array.TrueForAll(_parts, part => part.Cells?.IsVerbatim(k) == true);
        }

        var fill = new ColumnFill(_table, _rules, _figures, _parts, columns);
        EachCounty(county =>
        {
            foreach (var block in blocks.AsSpan(county * _rules.Stages.Length, _rules.Stages.Length))
            {
                Place(_table.Counties[county], block, units);
                fill.Fill(units.AsSpan(block.Start, block.Count), block.Start);
            }
        });
        return new UnitTable(
            ImmutableCollectionsMarshal.AsImmutableArray(counties),
            ImmutableCollectionsMarshal.AsImmutableArray(blocks),
            ImmutableCollectionsMarshal.AsImmutableArray(units),
            columns,
            _figures);
    }

    /// <summary>Counties in runs, so that handing them out costs nothing beside the work.</summary>
    private void EachCounty(Action<int> work)
    {
        var counties = _table.Counties.Length;
        var runs = Math.Clamp(counties / CountiesPerRun, 1, Environment.ProcessorCount * RunsPerThread);
        Parallel.For(0, runs, run =>
        {
            for (var county = counties * run / runs; county < counties * (run + 1) / runs; county++)
            {
                work(county);
            }
        });
    }

    /// <summary>Chooses a county's report year; rows of other years are not there.</summary>
    private CountyUnits Open(CountyRows county, ExcludedUnits excluded)
    {
        var (year, name) = (LatestReportYear(county), "");
        foreach (var run in county.Runs)
        {
            var part = _table.Parts[run.Part];
            if (name.Length == 0 && part.CountyName is { } names)
            {
                name = names[run.Start];
            }

            if (part.ReportYears is { } years)
            {
                TakeOutOtherYears(run, years, year);
            }
        }

        return new CountyUnits(county, name, year, excluded);
    }

    private void TakeOutOtherYears(RowRun run, int[] years, int year)
    {
        foreach (var stage in _rules.Stages)
        {
            var places = _parts[run.Part].Places(stage);
            for (var row = run.Start; row < run.Start + run.Count; row++)
            {
                places[row] = years[row] == 0 || years[row] == year ? places[row] : PartView.NotThere;
            }
        }
    }

    /// <summary>The latest report year whose 1 September is not after the date; 0 when rows carry no year, −1 when all are later.</summary>
    private int LatestReportYear(CountyRows county)
    {
        var latestAllowed = _date >= new DateOnly(_date.Year, 9, 1) ? _date.Year : _date.Year - 1;
        var (latest, anyLater) = (0, false);
        foreach (var run in county.Runs)
        {
            if (_table.Parts[run.Part].ReportYears is { } years)
            {
                foreach (var year in years.AsSpan(run.Start, run.Count))
                {
                    anyLater |= year > latestAllowed;
                    latest = year <= latestAllowed ? Math.Max(latest, year) : latest;
                }
            }
        }

        return latest == 0 && anyLater ? -1 : latest;
    }

    /// <summary>How many units each stage of a county has.</summary>
    private void Count(int county, StageBlock[] blocks)
    {
        for (var at = 0; at < _rules.Stages.Length; at++)
        {
            var count = 0;
            foreach (var run in _table.Counties[county].Runs)
            {
                count += _parts[run.Part].Places(_rules.Stages[at]).Slice(run.Start, run.Count).Count((byte)0);
            }

            blocks[(county * _rules.Stages.Length) + at] = new StageBlock(county, _rules.Stages[at], 0, count);
        }
    }

    /// <summary>Gives every block its first unit.</summary>
    /// <returns>Units of all blocks.</returns>
    private static int LayOut(StageBlock[] blocks)
    {
        var start = 0;
        foreach (ref var block in blocks.AsSpan())
        {
            block = block with { Start = start };
            start = block.End;
        }

        return start;
    }

    /// <summary>Writes the units of a block, sorted by school code.</summary>
    private void Place(CountyRows county, StageBlock block, UnitRef[] units)
    {
        var at = block.Start;
        foreach (var run in county.Runs)
        {
            var places = _parts[run.Part].Places(block.Stage);
            for (var row = run.Start; row < run.Start + run.Count; row++)
            {
                if (places[row] == 0)
                {
                    units[at++] = new UnitRef(new RowRef(run.Part, row), block.Stage);
                }
            }
        }

        if (!county.InSchoolOrder)
        {
            SortBySchool(units.AsSpan(block.Start, block.Count));
        }
    }

    /// <summary>Sorts by school code; a stage may be in order although its county is not.</summary>
    private void SortBySchool(Span<UnitRef> units)
    {
        int Compare(UnitRef left, UnitRef right) => _table.PartOf(left.Row).SchoolCode.Utf8(left.Row.Row)
            .SequenceCompareTo(_table.PartOf(right.Row).SchoolCode.Utf8(right.Row.Row));
        for (var at = 1; at < units.Length; at++)
        {
            if (Compare(units[at - 1], units[at]) > 0)
            {
                units.Sort(Compare);
                return;
            }
        }
    }
}
