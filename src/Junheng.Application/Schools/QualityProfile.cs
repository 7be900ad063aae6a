using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Application.Retention;
using Junheng.Assessment.Structure;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Application.Schools;

/// <summary>
/// A school's quality profile (教育质量综合评价, S005): learning and all-round development side by side, each against the county and its norm, with no sum of them. What the tables do not
/// hold stays missing.
/// </summary>
/// <param name="Lines">One a figure and stage.</param>
public sealed record QualityProfile(ImmutableArray<QualityLine> Lines)
{
    private static readonly Rational _hundred = Rational.FromInteger(100);

    /// <summary>The profile of a school of a county as judged. Linear in the county's rows.</summary>
    public static QualityProfile Of(CountyOnFile county, WatchedFigures watched, string school)
    {
        var cohorts = CountyRetention.Of(county, watched.Cohorts, county.Year);
        return new QualityProfile([.. county.Rows.Where(row => row.Unit.SchoolCode == school).SelectMany(row => OfStage(county, watched, cohorts, row))]);
    }

    private static IEnumerable<QualityLine> OfStage(CountyOnFile county, WatchedFigures watched, ImmutableArray<JudgedCohort> cohorts, SchoolRow row)
    {
        var block = county.County.Stages.First(stage => stage.Stage == row.Unit.Stage).Block;
        foreach (var ratio in watched.Quality)
        {
            yield return OfRatio(county, row, block, ratio, isJudged: true);
        }

        foreach (var cohort in cohorts.Select(each => each.Retention).Where(each => each.Cohort.Stages is [var only] && only == row.Unit.Stage))
        {
            var own = cohort.Schools.FirstOrDefault(each => each.SchoolCode == row.Unit.SchoolCode);
            yield return new QualityLine(cohort.Cohort.Id, cohort.Cohort.Title, row.Unit.Stage, own?.Rate, cohort.Rate, cohort.Norm, Judge(own?.Rate, cohort.Norm), own?.Place);
        }

        foreach (var ratio in watched.Ratios)
        {
            yield return OfRatio(county, row, block, ratio, isJudged: false);
        }
    }

    private static QualityLine OfRatio(CountyOnFile county, SchoolRow row, int block, TeacherRatio ratio, bool isJudged)
    {
        var spread = RatioSpread.Of(county.Report.Result, block, ratio);
        var unit = spread.Units.First(each => each.Unit == row.Unit.Unit);
        var (value, all) = (unit.Share is { } share ? _hundred * share : (Rational?)null, spread.Share is { } mean ? _hundred * mean : (Rational?)null);
        return new QualityLine(ratio.Id, ratio.Short, row.Unit.Stage, value, all, ratio.Norm, isJudged ? Judge(value, ratio.Norm) : Verdict.NotApplicable, unit.CountedCells.FirstOrDefault()?.Origin);
    }

    private static Verdict Judge(Rational? value, Rational? norm) => norm is null ? Verdict.NotApplicable : value is null ? Verdict.Undecided : value >= norm ? Verdict.Met : Verdict.NotMet;
}

/// <summary>One figure of a profile.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Value">Of the school, in percent; null when missing.</param>
/// <param name="County">Of the county, in percent; null when missing.</param>
/// <param name="Norm">What it must reach, in percent; null without one.</param>
/// <param name="Verdict">Against the norm; not applicable without one.</param>
/// <param name="Place">Where its cell stands; null when there is none.</param>
public sealed record QualityLine(string Id, LocalizedText Title, Stage Stage, Rational? Value, Rational? County, Rational? Norm, Verdict Verdict, Origin? Place);
