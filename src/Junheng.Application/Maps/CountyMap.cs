using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Assessment.Results;
using Junheng.Domain.Geography;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Application.Maps;

/// <summary>A school as a point on the map.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name; the code where there is none.</param>
/// <param name="Place">Where it lies; null where its coordinates are missing.</param>
/// <param name="Verdict">The verdicts of its stages combined; not applicable where none is in scope.</param>
/// <param name="Stages">Its stages in scope with their verdicts.</param>
/// <param name="Township">Its township; empty where not given.</param>
/// <param name="Findings">How many indicators are not met or undecided.</param>
public sealed record SchoolOnMap(string Code, string Name, GeoPoint? Place, Verdict Verdict, ImmutableArray<(Stage Stage, Verdict Verdict)> Stages, string Township, int Findings);

/// <summary>A county as a map: its boundary where one is on record, and its schools.</summary>
/// <param name="Boundary">The boundary; null without one.</param>
/// <param name="Schools">Its schools by code, those without a place too.</param>
public sealed record CountyMap(CountyBoundary? Boundary, ImmutableArray<SchoolOnMap> Schools)
{
    /// <summary>The schools that have a place.</summary>
    public IEnumerable<SchoolOnMap> Placed => Schools.Where(school => school.Place is not null);

    /// <summary>The map of a county as judged.</summary>
    public static CountyMap Of(CountyOnFile county, CountyBoundary? boundary)
    {
        var result = county.Report.Result;
        var rows = county.County.Units.Select(unit => (unit.SchoolCode, result.Units.Units[unit.Unit].Row)).Concat(county.County.Excluded.Select(unit => (unit.SchoolCode, unit.Row)))
            .DistinctBy(each => each.SchoolCode).OrderBy(each => each.SchoolCode, StringComparer.Ordinal);
        var units = county.County.Units.ToLookup(unit => unit.SchoolCode, StringComparer.Ordinal);
        return new CountyMap(boundary, [.. rows.Select(each => School(result, each.SchoolCode, each.Row, [.. units[each.SchoolCode]]))]);
    }

    private static SchoolOnMap School(AssessmentResult result, string code, RowRef row, ImmutableArray<UnitAssessment> units)
    {
        var part = result.Units.Raw.PartOf(row);
        return new SchoolOnMap(
            code,
            part.SchoolName?[row.Row] is { Length: > 0 } name ? name : code,
            PlaceOf(part, row.Row),
            units.IsEmpty ? Verdict.NotApplicable : Verdicts.Combine(units.Select(unit => unit.Verdict)),
            [.. units.Select(unit => (unit.Stage, unit.Verdict))],
            part.Township?[row.Row] ?? "",
            units.Sum(unit => unit.Findings.Length));
    }

    /// <summary>The coordinates of a row; null where one is missing or no degree.</summary>
    internal static GeoPoint? PlaceOf(StatisticsPart part, int row) =>
        part.Figures.TryGetValue("lat", out var latitudes) && part.Figures.TryGetValue("lon", out var longitudes) && latitudes.IsPresent(row) && longitudes.IsPresent(row)
        && new GeoPoint(longitudes.Values[row], latitudes.Values[row]) is { Longitude: > -180 and < 180, Latitude: > -90 and < 90 } place
            ? place
            : null;
}
