using System.Collections.Immutable;
using Junheng.Application.Assess;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Results;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Application.Reports;

/// <summary>Many counties on one sheet: verdicts and coefficients, one row a county.</summary>
/// <param name="Parts">Titles of the parts.</param>
/// <param name="Indicators">The indicators.</param>
/// <param name="Stages">The stages with the limits in words.</param>
/// <param name="HasComposite">Whether the standard judges a composite coefficient.</param>
/// <param name="Rows">One a county, sorted by code.</param>
/// <param name="Basis">What it rests on.</param>
public sealed record CountiesOverview(
    ImmutableArray<string> Parts, ImmutableArray<FormIndicator> Indicators, ImmutableArray<Stage> Stages, bool HasComposite, ImmutableArray<CountyRow> Rows, PaperBasis Basis)
{
    /// <summary>The overview of every county of a result.</summary>
    public static CountiesOverview Of(AssessmentReport report)
    {
        var standard = report.Result.InForce.Standard;
        var rows = Enumerable.Range(0, report.Result.CountyCount).Select(at => Row(report.Result, report.Result.County(at))).ToImmutableArray();
        return new CountiesOverview(
            [.. standard.Parts.Select(part => part.Title.Zh)],
            CountyPapers.IndicatorsOf(standard),
            standard.Stages,
            rows.Any(row => row.Stages.Any(stage => stage.Composite is not null)),
            rows,
            PaperBasis.Of(report));
    }

    private static CountyRow Row(AssessmentResult result, CountyAssessment county) => new(
        county.Code,
        county.Name,
        county.Verdict,
        county.EasedVerdict,
        [.. county.Parts.Select(part => part.Verdict)],
        [.. county.Stages.Select(stage => Stage(result, stage))]);

    private static CountyStage Stage(AssessmentResult result, StageAssessment stage)
    {
        var digits = result.InForce.Standard.Print.Cv;
        return new CountyStage(
            stage.Units,
            stage.Meeting,
            stage.NotMeeting,
            stage.Undecided,
            [.. stage.Indicators.Select((indicator, k) => new CvCell(
                indicator.Spread.Reason == CvReason.None ? PrintedFigure.Of(indicator.Spread.Cv, digits, () => ExactSpread.Of(result.Units, result.Units.Blocks[stage.Block], k).Rounded(digits)) : null,
                indicator.Spread.Verdict))],
            stage.Composite is { } composite ? new CvCell(PrintedFigure.Of(composite.Cv, digits, () => null), composite.Verdict) : null);
    }
}

/// <summary>One county.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name; empty when not given.</param>
/// <param name="Verdict">Strict verdict.</param>
/// <param name="EasedVerdict">With easements.</param>
/// <param name="Parts">Verdict of each part.</param>
/// <param name="Stages">One a stage.</param>
public sealed record CountyRow(string Code, string Name, Verdict Verdict, Verdict EasedVerdict, ImmutableArray<Verdict> Parts, ImmutableArray<CountyStage> Stages);

/// <summary>One stage of a county.</summary>
/// <param name="Units">Units in scope.</param>
/// <param name="Meeting">Units that meet; null where units are not judged.</param>
/// <param name="NotMeeting">Units that do not.</param>
/// <param name="Undecided">Units that cannot be decided.</param>
/// <param name="Cvs">One an indicator.</param>
/// <param name="Composite">The composite coefficient; null where the standard has none.</param>
public sealed record CountyStage(int Units, int? Meeting, int? NotMeeting, int? Undecided, ImmutableArray<CvCell> Cvs, CvCell? Composite);

/// <summary>A coefficient in a row.</summary>
/// <param name="Cv">The figure; null while it is not known.</param>
/// <param name="Verdict">Against its limit.</param>
public sealed record CvCell(PrintedFigure? Cv, Verdict Verdict);
