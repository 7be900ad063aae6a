using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Application.Schools;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Traces;
using Junheng.Domain.Schools;

namespace Junheng.Application.Indicators;

/// <summary>One indicator at one stage: where the schools lie against norm and floor, each one's part in the coefficient, and the coefficient over the years.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Assessed">Mean, coefficient, norm, floor and limit.</param>
/// <param name="Trace">How the coefficient comes about.</param>
/// <param name="Units">One a unit, in ascending order of value, those without one last.</param>
/// <param name="Years">The coefficient by report year, oldest first.</param>
/// <param name="Limit">The limit with where it stands; null without one.</param>
public sealed record IndicatorPicture(
    Stage Stage, IndicatorAssessment Assessed, SpreadTrace Trace, ImmutableArray<IndicatorUnit> Units, ImmutableArray<CoefficientOfYear> Years, NumberInForce? Limit)
{
    /// <summary>The picture; null when the standard has no such indicator or stage.</summary>
    /// <param name="county">The county as judged.</param>
    /// <param name="years">The county in all its years, oldest first.</param>
    /// <param name="indicatorId">The indicator.</param>
    /// <param name="stage">The stage.</param>
    public static IndicatorPicture? Of(CountyOnFile county, IEnumerable<CountyOnFile> years, string indicatorId, Stage stage)
    {
        var result = county.Report.Result;
        var k = result.InForce.Standard.IndexOf(indicatorId);
        if (k < 0 || county.County.Stages.FirstOrDefault(each => each.Stage == stage) is not { } assessed)
        {
            return null;
        }

        var trace = SpreadTrace.Of(result, assessed.Block, k);
        var shares = trace.Units.ToDictionary(share => share.Unit);
        var units = county.County.Units
            .Where(unit => unit.Stage == stage)
            .Select(unit => SchoolRow.Of(result, unit))
            .Select(row => new IndicatorUnit(row, row.Cells[k], shares[row.Unit.Unit]))
            .OrderBy(unit => unit.Share.Value ?? double.PositiveInfinity)
            .ThenBy(unit => unit.Row.Unit.SchoolCode, StringComparer.Ordinal);
        return new IndicatorPicture(
            stage,
            assessed.Indicators[k],
            trace,
            [.. units],
            [.. years.Select(year => new CoefficientOfYear(year.Year, year.County.Stages.First(each => each.Stage == stage).Indicators[k]))],
            FigureTracer.CvLimit(result.InForce, assessed.Indicators[k].Indicator, stage));
    }
}

/// <summary>One unit of the picture.</summary>
/// <param name="Row">Its row of the matrix.</param>
/// <param name="Cell">Its figure.</param>
/// <param name="Share">Its part in the coefficient.</param>
public sealed record IndicatorUnit(SchoolRow Row, SchoolCell Cell, UnitShare Share);

/// <summary>The coefficient of one report year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Assessed">The indicator in it.</param>
public sealed record CoefficientOfYear(int Year, IndicatorAssessment Assessed);
