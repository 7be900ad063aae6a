using Junheng.Application.Assess;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Results;
using Junheng.Cli.Pages;
using Junheng.Cli.Texts;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Text;

namespace Junheng.Cli.Views;

/// <summary>Many counties in short, from the kernel's figures alone: no county's reasons are worked out.</summary>
internal static class ManyCountiesView
{
    private const int CountiesShown = 20;
    private const int ReasonsShown = 12;

    /// <summary>Writes it.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="report">The result.</param>
    /// <param name="verdicts">The strict verdict of each county.</param>
    public static void Write(Page page, AssessmentReport report, IReadOnlyList<Verdict> verdicts)
    {
        var (result, language) = (report.Result, report.Language);
        page.Heading(AssessTexts.Counties.Say(language, PrintedNumber.Count(result.CountyCount), PrintedNumber.Count(result.Units.Count)));
        var table = new TextTable(new TableColumn(""), new TableColumn("", IsRight: true));
        foreach (var verdict in new[] { Verdict.Met, Verdict.NotMet, Verdict.Undecided, Verdict.NotApplicable })
        {
            var count = verdicts.Count(each => each == verdict);
            if (count > 0 || verdict != Verdict.NotApplicable)
            {
                table.Add(verdict.Cell(language), PrintedNumber.Count(count));
            }
        }

        table.WriteTo(page);
        WriteReasons(page, result, language);
        WriteFirst(page, result, verdicts, language);
    }

    private static void WriteReasons(Page page, AssessmentResult result, Language language)
    {
        var reasons = Reasons(result, language).Where(reason => reason.Count > 0).OrderByDescending(reason => reason.Count).Take(ReasonsShown).ToList();
        if (reasons.Count == 0)
        {
            return;
        }

        page.Heading(AssessTexts.Reasons.In(language));
        var table = new TextTable(new TableColumn("", IsRight: true), new TableColumn("", Wraps: true));
        foreach (var (text, count) in reasons)
        {
            table.Add(PrintedNumber.Count(count), text);
        }

        table.WriteTo(page);
    }

    /// <summary>In how many counties each reason is found.</summary>
    private static IEnumerable<Reason> Reasons(AssessmentResult result, Language language)
    {
        var standard = result.InForce.Standard;
        for (var at = 0; at < standard.Stages.Length; at++)
        {
            var stage = standard.Stages[at].Word(language);
            var blocks = Blocks(result, at).ToList();
            yield return new Reason(AssessTexts.ReasonUnits.Say(language, stage), blocks.Count(block => CountUnits(result, block, Verdict.NotMet) > 0));
            yield return new Reason(AssessTexts.ReasonUndecidedUnits.Say(language, stage), blocks.Count(block => CountUnits(result, block, Verdict.Undecided) > 0));
            yield return new Reason(AssessTexts.ReasonNoUnits.Say(language, stage), blocks.Count(block => result.Units.Blocks[block].Count == 0));
            for (var k = 0; k < standard.Indicators.Length; k++)
            {
                var (indicator, name) = (k, standard.Indicators[k].Short.In(language));
                yield return new Reason(
                    AssessTexts.ReasonCv.Say(language, stage, standard.Indicators[k].Id, name),
                    blocks.Count(block => result.Figures.Spread(block, indicator).Verdict == Verdict.NotMet));
                yield return new Reason(
                    AssessTexts.ReasonCvMissing.Say(language, stage, standard.Indicators[k].Id, name),
                    blocks.Count(block => result.Figures.Spread(block, indicator).Reason == CvReason.Missing));
            }
        }
    }

    private static IEnumerable<int> Blocks(AssessmentResult result, int stage)
    {
        var stages = result.InForce.Standard.Stages.Length;
        for (var county = 0; county < result.CountyCount; county++)
        {
            yield return (county * stages) + stage;
        }
    }

    private static int CountUnits(AssessmentResult result, int block, Verdict verdict)
    {
        var units = result.Units.Blocks[block];
        return result.Figures.UnitVerdicts.Slice(units.Start, units.Count).Count(verdict);
    }

    private static void WriteFirst(Page page, AssessmentResult result, IReadOnlyList<Verdict> verdicts, Language language)
    {
        var shown = Math.Min(CountiesShown, result.CountyCount);
        page.Heading(AssessTexts.FirstCounties.Say(language, shown, PrintedNumber.Count(result.CountyCount)));
        var table = new TextTable(
            new TableColumn(AssessTexts.County.In(language), Wraps: true),
            new TableColumn(AssessTexts.Verdict.In(language)),
            new TableColumn(AssessTexts.SchoolsMeeting.In(language), IsRight: true),
            new TableColumn(AssessTexts.SchoolsNotMeeting.In(language), IsRight: true),
            new TableColumn(AssessTexts.SchoolsUndecided.In(language), IsRight: true),
            new TableColumn(AssessTexts.CvsAbove.In(language), IsRight: true));
        var stages = result.InForce.Standard.Stages.Length;
        for (var county = 0; county < shown; county++)
        {
            var blocks = Enumerable.Range(county * stages, stages).ToList();
            var names = result.Units.Counties[county];
            var above = blocks.Sum(block => Enumerable.Range(0, result.InForce.Plan.IndicatorCount).Count(k => result.Figures.Spread(block, k).Verdict == Verdict.NotMet));
            table.Add(
                $"{names.Code} {names.Name}".TrimEnd(),
                verdicts[county].Cell(language),
                PrintedNumber.Count(blocks.Sum(block => CountUnits(result, block, Verdict.Met))),
                PrintedNumber.Count(blocks.Sum(block => CountUnits(result, block, Verdict.NotMet))),
                PrintedNumber.Count(blocks.Sum(block => CountUnits(result, block, Verdict.Undecided))),
                PrintedNumber.Count(above));
        }

        table.WriteTo(page);
    }

    private sealed record Reason(string Text, int Count);
}
