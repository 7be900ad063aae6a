using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Application.Schools;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Traces;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;

namespace Junheng.Application.Indicators;

/// <summary>One indicator at one stage: where the schools lie against norm and floor, each one's part in the coefficient, and the coefficient over the years.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Assessed">Mean, coefficient, norm, floor and limit.</param>
/// <param name="Trace">How the coefficient comes about.</param>
/// <param name="Units">One a unit, in ascending order of value, those without one last.</param>
/// <param name="Years">The coefficient by report year, oldest first.</param>
/// <param name="Limit">The limit with where it stands; null without one.</param>
/// <param name="Locales">How urban, town and rural schools stand; only locales that have units.</param>
public sealed record IndicatorPicture(
    Stage Stage,
    IndicatorAssessment Assessed,
    SpreadTrace Trace,
    ImmutableArray<IndicatorUnit> Units,
    ImmutableArray<CoefficientOfYear> Years,
    NumberInForce? Limit,
    ImmutableArray<LocaleStanding> Locales)
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

        var trace = county.Spread(assessed.Block, k);
        var shares = trace.Units.ToDictionary(share => share.Unit);
        var units = county.Rows
            .Where(row => row.Unit.Stage == stage)
            .Select(row => new IndicatorUnit(row, row.Cells[k], shares[row.Unit.Unit]))
            .OrderBy(unit => unit.Share.Value ?? double.PositiveInfinity)
            .ThenBy(unit => unit.Row.Unit.SchoolCode, StringComparer.Ordinal)
            .ToImmutableArray();
        return new IndicatorPicture(
            stage,
            assessed.Indicators[k],
            trace,
            units,
            new CountyYears([.. years]).Of(stage, indicatorId),
            FigureTracer.CvLimit(result.InForce, assessed.Indicators[k].Indicator, stage),
            [.. units.GroupBy(unit => unit.Row.Locale).Where(group => group.Key != Locale.Unknown).OrderBy(group => group.Key).Select(group => LocaleStanding.Of(group.Key, [.. group]))]);
    }
}

/// <summary>One unit of the picture.</summary>
/// <param name="Row">Its row of the matrix.</param>
/// <param name="Cell">Its figure.</param>
/// <param name="Share">Its part in the coefficient.</param>
public sealed record IndicatorUnit(SchoolRow Row, SchoolCell Cell, UnitShare Share);

/// <summary>How the units of one locale stand.</summary>
/// <param name="Locale">Urban, town or rural.</param>
/// <param name="Units">How many.</param>
/// <param name="Met">At or above the norm.</param>
/// <param name="Within">Below the norm, at or above the floor.</param>
/// <param name="Below">Below the floor.</param>
/// <param name="Missing">Without a figure.</param>
/// <param name="Mean">Mean of those that have figures, weighted by pupils; null when none has.</param>
public sealed record LocaleStanding(Locale Locale, int Units, int Met, int Within, int Below, int Missing, Rational? Mean)
{
    internal static LocaleStanding Of(Locale locale, ImmutableArray<IndicatorUnit> units)
    {
        var known = units.Where(unit => unit.Cell.Value is not null).ToList();
        int Count(Standing standing) => units.Count(unit => unit.Cell.Standing == standing);
        return new LocaleStanding(
            locale,
            units.Length,
            Count(Standing.Met),
            Count(Standing.WithinFloor),
            Count(Standing.BelowFloor),
            Count(Standing.Missing),
            known.Count == 0 ? null : known.Aggregate(Rational.Zero, (sum, unit) => sum + (unit.Cell.Value!.Value * unit.Row.Pupils!.Value)) / known.Aggregate(Rational.Zero, (sum, unit) => sum + unit.Row.Pupils!.Value));
    }
}
