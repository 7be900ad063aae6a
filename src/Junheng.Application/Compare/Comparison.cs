using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Application.Schools;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Domain.Outcomes;

namespace Junheng.Application.Compare;

/// <summary>Years and schools side by side.</summary>
/// <param name="Columns">The columns in order; the first is what the others are held against.</param>
/// <param name="Rows">One a figure.</param>
/// <param name="Changes">Schools whose verdict differs between the first and the last county column; empty when there are not two.</param>
public sealed record Comparison(ImmutableArray<CompareColumn> Columns, ImmutableArray<CompareRow> Rows, ImmutableArray<VerdictChange> Changes)
{
    /// <summary>The comparison of what is asked for. Columns that are not on record stay, empty.</summary>
    /// <param name="years">The county in all its years.</param>
    /// <param name="query">What is asked for.</param>
    public static Comparison Of(ImmutableArray<CountyOnFile> years, CompareQuery query)
    {
        var columns = query.Keys.Take(CompareQuery.Most).Select(key => CompareColumn.Of(years, query.Stage, key)).ToImmutableArray();
        var standard = years[^1].Report.Result.InForce.Standard;
        var rows = ImmutableArray.CreateBuilder<CompareRow>();
        rows.Add(Row("pupils", null, 0, columns, column => column.Row?.Pupils?.ToDouble()));
        if (columns.Any(column => column.IsCounty))
        {
            rows.Add(Row("units", null, 0, columns, column => column.Stage?.Units));
            rows.Add(Row("meeting", null, 0, columns, column => column.Stage?.Meeting));
            rows.Add(Row("not_meeting", null, 0, columns, column => column.Stage?.NotMeeting));
        }

        foreach (var (indicator, k) in standard.Indicators.Select((indicator, k) => (indicator, k)))
        {
            rows.Add(Row("value", indicator, standard.Print.Value, columns, column => column.Row?.Cells[k].Value?.ToDouble() ?? column.Stage?.Indicators[k].Spread.Mean, column => column.Row?.Cells[k].Standing switch
            {
                Standing.Met when column.County!.Report.Result.InForce.UnitRule is not null => Verdict.Met,
                Standing.WithinFloor or Standing.BelowFloor => Verdict.NotMet,
                Standing.Missing => Verdict.Undecided,
                _ => null,
            }));
        }

        foreach (var (indicator, k) in standard.Indicators.Select((indicator, k) => (indicator, k)).Where(_ => columns.Any(column => column.IsCounty)))
        {
            rows.Add(Row("cv", indicator, standard.Print.Cv, columns, column => column.Stage?.Indicators[k].Spread.Cv, column => column.Stage?.Indicators[k].Spread.Verdict));
        }

        return new Comparison(columns, [.. rows.Where(row => row.Cells.Any(cell => cell.Value is not null || cell.Verdict is not null))], VerdictChange.Between(columns, query.Stage));
    }

    private static CompareRow Row(
        string kind, Indicator? indicator, int digits, ImmutableArray<CompareColumn> columns, Func<CompareColumn, double?> value, Func<CompareColumn, Verdict?>? verdict = null)
    {
        var first = value(columns[0]);
        return new CompareRow(kind, indicator, digits, [.. columns.Select((column, at) =>
        {
            var here = value(column);
            return new CompareCell(here, verdict?.Invoke(column), at > 0 && here is { } now && first is { } then ? Math.Round(now, digits, MidpointRounding.AwayFromZero) - Math.Round(then, digits, MidpointRounding.AwayFromZero) : null, Turned(at, verdict, columns, column));
        })]);
    }

    private static Turn Turned(int at, Func<CompareColumn, Verdict?>? verdict, ImmutableArray<CompareColumn> columns, CompareColumn column) => at == 0 || verdict is null ? Turn.None
        : (verdict(columns[0]), verdict(column)) switch
        {
            (Verdict.NotMet, Verdict.Met) => Turn.NowMet,
            (Verdict.Met, Verdict.NotMet) => Turn.NoLongerMet,
            _ => Turn.None,
        };
}

/// <summary>Whether a verdict differs from that of the first column.</summary>
public enum Turn
{
    /// <summary>It does not, or one of them is open.</summary>
    None = 0,

    /// <summary>Not met there, met here.</summary>
    NowMet,

    /// <summary>Met there, not met here.</summary>
    NoLongerMet,
}

/// <summary>One column.</summary>
/// <param name="Key">What was asked for.</param>
/// <param name="County">The county of the year; null when the year is not on record.</param>
/// <param name="Stage">The stage of the county, for a county column.</param>
/// <param name="Row">The unit, for a school column; null when the school has no such unit in the year.</param>
/// <param name="Name">The county's or the school's name.</param>
/// <param name="Verdict">Its verdict; null when it is not there.</param>
public sealed record CompareColumn(CompareKey Key, CountyOnFile? County, StageAssessment? Stage, SchoolRow? Row, string Name, Verdict? Verdict)
{
    /// <summary>Whether it stands for the whole county.</summary>
    public bool IsCounty => Key.School is null;

    internal static CompareColumn Of(ImmutableArray<CountyOnFile> years, Domain.Schools.Stage stage, CompareKey key)
    {
        var county = years.FirstOrDefault(year => year.Year == key.Year);
        if (key.School is null)
        {
            return new CompareColumn(key, county, county?.County.Stages.FirstOrDefault(each => each.Stage == stage), null, county?.Name ?? years[^1].Name, county?.County.Verdict);
        }

        var row = county?.Rows.FirstOrDefault(each => each.Unit.SchoolCode == key.School && each.Unit.Stage == stage);
        var name = row?.Name ?? years.Reverse().SelectMany(year => year.Rows).FirstOrDefault(each => each.Unit.SchoolCode == key.School)?.Name ?? key.School;
        return new CompareColumn(key, county, null, row, name, row?.Unit.Verdict);
    }
}

/// <summary>One figure of every column.</summary>
/// <param name="Kind"><c>pupils</c>, <c>units</c>, <c>meeting</c>, <c>not_meeting</c>, <c>value</c> (a county's is its mean) or <c>cv</c>.</param>
/// <param name="Indicator">Which; null where the kind says it.</param>
/// <param name="Digits">Decimals as printed.</param>
/// <param name="Cells">One a column.</param>
public sealed record CompareRow(string Kind, Indicator? Indicator, int Digits, ImmutableArray<CompareCell> Cells);

/// <summary>One figure.</summary>
/// <param name="Value">The value; null when it is missing or does not exist there.</param>
/// <param name="Verdict">How it stands; null where it isn't judged.</param>
/// <param name="Difference">To the first column, between the printed figures so that it adds up as printed; null in the first and where one is missing.</param>
/// <param name="Turn">Whether the verdict differs from the first column's.</param>
public sealed record CompareCell(double? Value, Verdict? Verdict, double? Difference, Turn Turn);

/// <summary>A unit whose verdict differs between two years.</summary>
/// <param name="SchoolCode">Its school.</param>
/// <param name="Name">The school's name.</param>
/// <param name="Before">Verdict in the first county column; null when it was not judged.</param>
/// <param name="After">Verdict in the last one; null likewise.</param>
public sealed record VerdictChange(string SchoolCode, string Name, Verdict? Before, Verdict? After)
{
    internal static ImmutableArray<VerdictChange> Between(ImmutableArray<CompareColumn> columns, Domain.Schools.Stage stage)
    {
        var counties = columns.Where(column => column is { IsCounty: true, County: not null }).ToList();
        if (counties.Count < 2)
        {
            return [];
        }

        var (before, after) = (Rows(counties[0]), Rows(counties[^1]));
        return
        [
            .. before.Keys.Union(after.Keys)
                .Select(code => new VerdictChange(code, (after.GetValueOrDefault(code) ?? before[code]).Name, before.GetValueOrDefault(code)?.Unit.Verdict, after.GetValueOrDefault(code)?.Unit.Verdict))
                .Where(change => change.Before != change.After)
                .OrderBy(change => change.After is null ? 3 : change.Before is null ? 2 : change.After == Domain.Outcomes.Verdict.NotMet ? 0 : 1)
                .ThenBy(change => change.Name, NameOrder.ByPinyin),
        ];

        Dictionary<string, SchoolRow> Rows(CompareColumn column) =>
            column.County!.Rows.Where(row => row.Unit.Stage == stage).ToDictionary(row => row.Unit.SchoolCode, StringComparer.Ordinal);
    }
}
