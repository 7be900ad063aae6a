using System.Collections.Immutable;
using Junheng.Assessment.Results;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Application.Counties;

/// <summary>How a county's coefficients went over its report years.</summary>
/// <param name="Years">The report years, oldest first.</param>
public sealed record CountyYears(ImmutableArray<CountyOnFile> Years)
{
    /// <summary>One coefficient by report year, oldest first.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="indicator">The indicator's id.</param>
    public ImmutableArray<CoefficientOfYear> Of(Stage stage, string indicator) =>
    [
        .. Years.SelectMany(year => year.County.Stages
            .Where(each => each.Stage == stage)
            .SelectMany(each => each.Indicators.Where(assessed => assessed.Indicator.Id == indicator))
            .Select(assessed => new CoefficientOfYear(year.Year, assessed))),
    ];

    /// <summary>The composite coefficient of a stage by report year, oldest first; empty where the standard has none.</summary>
    public ImmutableArray<(int Year, double? Cv, Verdict Verdict)> CompositeOf(Stage stage) =>
    [
        .. Years.SelectMany(year => year.County.Stages
            .Where(each => each.Stage == stage && each.Composite is not null)
            .Select(each => (year.Year, each.Composite!.Cv, each.Composite.Verdict))),
    ];
}

/// <summary>The coefficient of one report year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Assessed">The indicator in it.</param>
public sealed record CoefficientOfYear(int Year, IndicatorAssessment Assessed);
