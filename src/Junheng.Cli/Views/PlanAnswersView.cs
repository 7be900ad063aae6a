using Junheng.Application.Plans;
using Junheng.Cli.Pages;
using Junheng.Cli.Texts;
using Junheng.Domain.Text;

namespace Junheng.Cli.Views;

/// <summary>What was asked about a plan beyond the plan: easements, comparison, next best choices, prices of conditions.</summary>
internal static class PlanAnswersView
{
    public static void Write(Page page, CountyPlan plan, PlanReport report)
    {
        foreach (var easement in plan.Easements)
        {
            page.Wrapped("! " + easement.Words.In(report.Language), 2, Tone.Doubtful, 2);
        }

        if (report.Questions.Comparison)
        {
            WriteComparison(page, plan, report.Language);
        }

        if (report.Questions.Alternatives > 0 && plan.Answers.Alternatives.Length > 0)
        {
            WriteAlternatives(page, plan, report.Language);
        }

        if (report.Questions.ConditionPrices && plan.Plan.Cost is not null)
        {
            WritePrices(page, plan, report.Language);
        }
    }

    private static void WriteComparison(Page page, CountyPlan plan, Language language)
    {
        page.Line().Line("  " + PlanTexts.CompareHead.In(language), Tone.Strong);
        var table = new TextTable(
            new TableColumn(PlanTexts.How.In(language), Wraps: true),
            new TableColumn(PlanTexts.Schools.In(language), IsRight: true),
            new TableColumn(PlanTexts.Yuan.In(language), IsRight: true),
            new TableColumn(PlanTexts.Extra.In(language), IsRight: true),
            new TableColumn(PlanTexts.Complies.In(language), Wraps: true));
        foreach (var each in plan.Answers.Compared)
        {
            table.Add(
                each.Title.In(language),
                PrintedNumber.Count(each.Schools),
                PlanWords.Yuan(each.Cost),
                each.Extra is { } extra ? PlanWords.Yuan(extra) : "—",
                each.WhyNot is { } why ? new TableCell(PlanTexts.No.Say(language, why.In(language)), Tone.Bad) : new TableCell(PlanTexts.Yes.In(language), Tone.Good));
        }

        table.WriteTo(page);
    }

    private static void WriteAlternatives(Page page, CountyPlan plan, Language language)
    {
        page.Line().Line("  " + PlanTexts.AlternativesHead.In(language), Tone.Strong);
        var table = new TextTable(new TableColumn(PlanTexts.School.In(language)), new TableColumn(PlanTexts.Item.In(language)), new TableColumn(PlanTexts.AlternativesHead.In(language), Wraps: true));
        foreach (var each in plan.Answers.Alternatives)
        {
            table.Add(
                each.School.Name.Length > 0 ? each.School.Name : each.SchoolCode,
                each.Item?.Short.In(language) ?? $"{each.Indicator.Id} {each.Indicator.Short.In(language)}",
                each.Words.In(language));
        }

        table.WriteTo(page);
    }

    private static void WritePrices(Page page, CountyPlan plan, Language language)
    {
        page.Line().Line("  " + PlanTexts.PricesHead.In(language), Tone.Strong);
        var written = plan.Answers.Prices.Where(price => price.Matters).ToList();
        foreach (var price in written)
        {
            page.Wrapped("· " + price.Words.In(language), 2, Tone.Plain, 2);
        }

        if (written.Count == 0)
        {
            page.Line("  " + PlanTexts.NoPrice.In(language), Tone.Quiet);
        }
    }
}
