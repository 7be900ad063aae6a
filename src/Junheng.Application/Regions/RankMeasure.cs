using System.Collections.Immutable;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Application.Regions;

/// <summary>What counties are ranked by.</summary>
public enum RankKind
{
    /// <summary>The share of school-stages that meet, in percent.</summary>
    Schools,

    /// <summary>How many coefficients lie above their limit.</summary>
    Cvs,

    /// <summary>One coefficient of variation.</summary>
    Cv,

    /// <summary>One mean.</summary>
    Mean,

    /// <summary>The composite coefficient of a stage.</summary>
    Composite,
}

/// <summary>A figure by which counties are ranked.</summary>
/// <param name="Id">As it stands in the address: <c>schools</c>, <c>cvs</c>, <c>cv.primary.R5</c>, <c>mean.junior.R1</c>, <c>composite.primary</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Stage">Position of the stage in the standard; −1 where it is about all.</param>
/// <param name="Indicator">Position of the indicator; −1 where it is about none.</param>
/// <param name="Digits">Decimals that it is printed with.</param>
/// <param name="MoreIsBetter">Whether a larger figure ranks first.</param>
public sealed record RankMeasure(string Id, RankKind Kind, int Stage, int Indicator, int Digits, bool MoreIsBetter)
{
    private const int PercentDigits = 1;

    /// <summary>The measures that a standard allows, in the order of the choice.</summary>
    public static ImmutableArray<RankMeasure> All(StandardInForce inForce)
    {
        var standard = inForce.Standard;
        var (stages, indicators) = (Enumerable.Range(0, standard.Stages.Length).ToList(), Enumerable.Range(0, standard.Indicators.Length).ToList());
        var hasComposite = standard.Parts.Any(part => part.Rule is VerdictRule.Composite);
        var measures = new List<RankMeasure>();
        if (inForce.UnitRule is not null)
        {
            measures.Add(new RankMeasure("schools", RankKind.Schools, -1, -1, PercentDigits, true));
        }

        measures.Add(new RankMeasure("cvs", RankKind.Cvs, -1, -1, 0, false));
        measures.AddRange(stages.Where(_ => hasComposite).Select(stage => new RankMeasure($"composite.{standard.Stages[stage].Id()}", RankKind.Composite, stage, -1, standard.Print.Cv, false)));
        measures.AddRange(stages.SelectMany(stage => indicators.Select(k => new RankMeasure($"cv.{standard.Stages[stage].Id()}.{standard.Indicators[k].Id}", RankKind.Cv, stage, k, standard.Print.Cv, false))));
        measures.AddRange(stages.SelectMany(stage => indicators.Select(k => new RankMeasure($"mean.{standard.Stages[stage].Id()}.{standard.Indicators[k].Id}", RankKind.Mean, stage, k, standard.Print.Mean, true))));
        return [.. measures];
    }

    /// <summary>The figure of a county as it would be printed, with what it can mean; null where nothing is known.</summary>
    public FigureRange? Of(CountyOutline outline, StandardInForce inForce) => Kind switch
    {
        RankKind.Schools => Share(outline),
        RankKind.Cvs => Counted(outline),
        RankKind.Composite => outline.Stages[Stage].Composite is { Verdict: not Verdict.Undecided, Cv: { } cv } ? FigureRange.Rounded(cv, Digits) : null,
        RankKind.Cv => outline.Stages[Stage].Spreads[Indicator] is { Reason: Assessment.Resources.CvReason.None, Cv: { } cv } ? FigureRange.Rounded(cv, Digits) : null,
        _ => outline.Stages[Stage].Spreads[Indicator] is { Reason: not Assessment.Resources.CvReason.Missing, Mean: { } mean } ? FigureRange.Rounded(mean, Digits) : null,
    };

    /// <summary>Undecided schools may meet or not, so that the share lies between two numbers.</summary>
    private FigureRange? Share(CountyOutline outline)
    {
        var (units, met, open) = (outline.Stages.Sum(stage => stage.Units), outline.Stages.Sum(stage => stage.Meeting), outline.Stages.Sum(stage => stage.Undecided));
        return units == 0 ? null : FigureRange.Between(100.0 * met / units, 100.0 * (met + open) / units, Digits);
    }

    private static FigureRange Counted(CountyOutline outline)
    {
        var verdicts = RegionTotals.Coefficients(outline).ToList();
        var above = verdicts.Count(verdict => verdict == Verdict.NotMet);
        return new FigureRange(above, above, above + verdicts.Count(verdict => verdict == Verdict.Undecided), false);
    }
}
