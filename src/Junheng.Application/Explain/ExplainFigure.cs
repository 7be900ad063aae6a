using System.Collections.Immutable;
using Junheng.Application.Assess;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Traces;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Application.Explain;

/// <summary>Which figure is to be explained.</summary>
/// <param name="Assess">What is judged, by what, when.</param>
/// <param name="SchoolCode">The school.</param>
/// <param name="Stage">The stage.</param>
/// <param name="IndicatorId">The indicator, e.g. <c>R4</c>; case does not matter.</param>
public sealed record ExplainRequest(AssessRequest Assess, string SchoolCode, Stage Stage, string IndicatorId);

/// <summary>One figure from cell to verdict, and the coefficient it enters.</summary>
/// <param name="Figure">The figure's trace.</param>
/// <param name="CountyName">The county's name; empty when not given.</param>
/// <param name="Spread">The coefficient's trace, or null where no unit has the figures.</param>
/// <param name="Cv">The coefficient with its verdict.</param>
/// <param name="CvPrinted">The coefficient exactly rounded to the form's digits; null where undefined.</param>
/// <param name="CvLimit">The limit in force; null without one.</param>
/// <param name="Share">This school's part in the coefficient.</param>
public sealed record FigureExplanation(
    FigureTrace Figure,
    string CountyName,
    SpreadTrace Spread,
    IndicatorSpread Cv,
    Domain.Numbers.Rational? CvPrinted,
    NumberInForce? CvLimit,
    UnitShare Share);

/// <summary>What came of it.</summary>
public abstract record ExplainOutcome
{
    private ExplainOutcome()
    {
    }

    /// <summary>The inputs or the standard are refused.</summary>
    public sealed record Refused(ImmutableArray<Finding> Findings) : ExplainOutcome;

    /// <summary>The unit is out of scope.</summary>
    /// <param name="Reason">The standard's reason, in words.</param>
    /// <param name="Report">The result.</param>
    public sealed record OutOfScope(LocalizedText Reason, AssessmentReport Report) : ExplainOutcome;

    /// <summary>There is no such indicator, school or stage.</summary>
    /// <param name="Message">What there is not, and what there is.</param>
    public sealed record Unknown(LocalizedText Message) : ExplainOutcome;

    /// <summary>The figure; more than one when several counties use the same school code.</summary>
    public sealed record Explained(ImmutableArray<FigureExplanation> Figures, AssessmentReport Report) : ExplainOutcome;
}

/// <summary>Use case: judge again and tell one school's figure from its cells to the verdict and the coefficient that it enters.</summary>
public sealed class ExplainFigure(AssessCounties assess)
{
    /// <summary>A use case over a library of standards and a reader of files.</summary>
    public ExplainFigure(IStandardLibrary library, IStatisticsFiles files)
        : this(new AssessCounties(library, files))
    {
    }

    /// <summary>Judges and traces.</summary>
    public ExplainOutcome Run(ExplainRequest request) => assess.Run(request.Assess) switch
    {
        AssessOutcome.Refused refused => new ExplainOutcome.Refused(refused.Findings),
        AssessOutcome.Assessed done => Of(done.Report, request.SchoolCode, request.Stage, request.IndicatorId),
        _ => throw new InvalidOperationException("Refused or assessed."),
    };

    /// <summary>The figure of a unit in a result that is there already.</summary>
    /// <param name="report">The result.</param>
    /// <param name="schoolCode">School.</param>
    /// <param name="stage">Stage.</param>
    /// <param name="indicatorId">Indicator.</param>
    public static ExplainOutcome Of(AssessmentReport report, string schoolCode, Stage stage, string indicatorId)
    {
        var (result, standard) = (report.Result, report.Result.InForce.Standard);
        var indicator = standard.Indicators.FirstOrDefault(each => string.Equals(each.Id, indicatorId, StringComparison.OrdinalIgnoreCase));
        if (indicator is null)
        {
            var known = standard.Indicators.Select(each => each.Id).ToList();
            return new ExplainOutcome.Unknown(new(
                $"标准 {standard.Id} 没有指标“{indicatorId}”，可用：{string.Join("、", known)}",
                $"Standard {standard.Id} has no indicator '{indicatorId}'; it has {string.Join(", ", known)}"));
        }

        if (!standard.Stages.Contains(stage))
        {
            var known = standard.Stages.Select(stage => stage.Id()).ToList();
            return new ExplainOutcome.Unknown(new(
                $"标准 {standard.Id} 不评这个学段，可用：{string.Join("、", known)}", $"Standard {standard.Id} does not judge this stage; it judges {string.Join(", ", known)}"));
        }

        var units = FigureTracer.UnitsOf(result, schoolCode, stage).ToList();
        return units.Count > 0
            ? new ExplainOutcome.Explained([.. units.Select(unit => Explain(result, unit, standard.IndexOf(indicator.Id)))], report)
            : NotThere(schoolCode, stage, report);
    }

    private static ExplainOutcome NotThere(string schoolCode, Stage stage, AssessmentReport report)
    {
        var result = report.Result;
        var excluded = result.Units.Counties
            .SelectMany(county => county.Excluded)
            .FirstOrDefault(unit => unit.SchoolCode == schoolCode && unit.Stage == stage);
        if (excluded is not null)
        {
            var rule = result.InForce.Standard.Scope.FirstOrDefault(rule => rule.Reason == excluded.Reason);
            return new ExplainOutcome.OutOfScope(rule?.Title ?? new LocalizedText(excluded.Reason, excluded.Reason), report);
        }

        var others = result.InForce.Standard.Stages.Where(stage => FigureTracer.UnitsOf(result, schoolCode, stage).Any()).Select(stage => stage.Id()).ToList();
        return new ExplainOutcome.Unknown(others.Count > 0
            ? new($"学校 {schoolCode} 没有这个学段，它有：{string.Join("、", others)}", $"School {schoolCode} has no such stage; it has {string.Join(", ", others)}")
            : new(
                $"所判年度的数据里没有学校“{schoolCode}”（并入主校的校区在主校名下）",
                $"There is no school '{schoolCode}' in the data judged (a campus stands under its main school)"));
    }

    private static FigureExplanation Explain(AssessmentResult result, int unit, int indicator)
    {
        var block = BlockOf(result, unit);
        var units = result.Units.Blocks[block];
        var definition = result.InForce.Standard.Indicators[indicator];
        var spread = SpreadTrace.Of(result, block, indicator);
        return new FigureExplanation(
            FigureTracer.Trace(result, unit, indicator),
            result.Units.Counties[units.County].Name,
            spread,
            result.Figures.Spread(block, indicator),
            ExactSpread.Of(result.Units, units, indicator).Rounded(result.InForce.Standard.Print.Cv),
            FigureTracer.CvLimit(result.InForce, definition, units.Stage),
            spread.Units[unit - units.Start]);
    }

    private static int BlockOf(AssessmentResult result, int unit)
    {
        for (var block = 0; block < result.Units.Blocks.Length; block++)
        {
            if (unit >= result.Units.Blocks[block].Start && unit < result.Units.Blocks[block].End)
            {
                return block;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(unit), unit, "A unit stands in a block.");
    }
}
