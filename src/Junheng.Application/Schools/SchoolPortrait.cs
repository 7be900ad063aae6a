using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Assessment.Traces;
using Junheng.Domain.Findings;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Application.Schools;

/// <summary>One school: each stage with its figures, and how its verdicts went over the years.</summary>
/// <param name="Code">School code.</param>
/// <param name="Name">School name; the code where there is none.</param>
/// <param name="Township">Empty when not given.</param>
/// <param name="Locale">Unknown when not given.</param>
/// <param name="Type">Unknown when not given.</param>
/// <param name="Organiser">Organiser code, 0 = not given.</param>
/// <param name="Place">Where its row stands.</param>
/// <param name="Stages">One a stage in scope.</param>
/// <param name="Excluded">Stages out of scope with the reason's id.</param>
/// <param name="Years">Its verdicts by report year, oldest first.</param>
public sealed record SchoolPortrait(
    string Code,
    string Name,
    string Township,
    Locale Locale,
    SchoolType Type,
    byte Organiser,
    Origin Place,
    ImmutableArray<StagePortrait> Stages,
    ImmutableArray<(Stage Stage, string Reason)> Excluded,
    ImmutableArray<SchoolYearVerdict> Years)
{
    /// <summary>The portrait of a school; null when the county has no such school in the year.</summary>
    /// <param name="county">The county as judged.</param>
    /// <param name="years">The county in all its years.</param>
    /// <param name="schoolCode">The school.</param>
    public static SchoolPortrait? Of(CountyOnFile county, IEnumerable<CountyOnFile> years, string schoolCode)
    {
        var result = county.Report.Result;
        var units = county.County.Units.Where(unit => unit.SchoolCode == schoolCode).ToList();
        var excluded = county.County.Excluded.Where(unit => unit.SchoolCode == schoolCode).ToList();
        if (units.Count + excluded.Count == 0)
        {
            return null;
        }

        var judged = years.ToList();
        var row = units.Count > 0 ? result.Units.Units[units[0].Unit].Row : excluded[0].Row;
        var part = result.Units.Raw.PartOf(row);
        return new SchoolPortrait(
            schoolCode,
            part.SchoolName?[row.Row] is { Length: > 0 } name ? name : schoolCode,
            part.Township?[row.Row] ?? "",
            part.Locales?[row.Row] ?? Locale.Unknown,
            part.SchoolTypeOf(row.Row),
            part.OrganiserTypes?[row.Row] ?? 0,
            part.OriginOf(row.Row, "school_code"),
            [.. units.Select(unit => new StagePortrait(
                county.Rows.First(row => row.Unit.Unit == unit.Unit),
                [.. judged.SelectMany(year => year.Rows.Where(row => row.Unit.SchoolCode == schoolCode && row.Unit.Stage == unit.Stage).Select(row => (year.Year, row)))],
                [.. Enumerable.Range(0, result.InForce.Standard.Indicators.Length).Select(k => FigureTracer.Trace(result, unit.Unit, k))]))],
            [.. excluded.Select(unit => (unit.Stage, unit.Reason))],
            [.. judged.Select(year => new SchoolYearVerdict(
                year.Year, [.. year.County.Units.Where(unit => unit.SchoolCode == schoolCode).Select(unit => (unit.Stage, unit.Verdict, unit.Findings.Length))]))]);
    }
}

/// <summary>One stage of a school.</summary>
/// <param name="Row">Its row of the matrix.</param>
/// <param name="Years">Its rows by report year, oldest first.</param>
/// <param name="Traces">One an indicator.</param>
public sealed record StagePortrait(SchoolRow Row, ImmutableArray<(int Year, SchoolRow Row)> Years, ImmutableArray<FigureTrace> Traces);

/// <summary>A school's verdicts of one report year.</summary>
/// <param name="Year">The report year.</param>
/// <param name="Stages">One a stage in scope: its verdict, and how many indicators are not met or undecided; empty when it was not judged.</param>
public sealed record SchoolYearVerdict(int Year, ImmutableArray<(Stage Stage, Verdict Verdict, int Findings)> Stages);
