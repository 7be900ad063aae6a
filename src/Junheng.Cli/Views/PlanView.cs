using System.Globalization;
using Junheng.Application.Plans;
using Junheng.Cli.Pages;
using Junheng.Cli.Texts;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Text;

namespace Junheng.Cli.Views;

/// <summary>Plans for people: what it costs, how sure that is, where the money goes, what it does to the coefficients.</summary>
internal static class PlanView
{
    private const int MostActions = 20;

    /// <summary>Writes all plans of a report.</summary>
    public static void Write(Page page, PlanReport report)
    {
        foreach (var plan in report.Plans)
        {
            WritePlan(page, plan, report.Language);
            PlanAnswersView.Write(page, plan, report);
        }

        page.Line();
        if (report.Terms.Prices.Rules.Values.Any(rule => rule.Default is not null))
        {
            page.Wrapped("! " + PlanTexts.DefaultPrices.In(report.Language), 0, Tone.Doubtful, 2);
        }

        foreach (var finding in report.Findings.Where(finding => finding.Rule.StartsWith("plan.", StringComparison.Ordinal)))
        {
            page.Wrapped("! " + finding.Message, 0, Tone.Doubtful, 2);
        }

        page.Line(AssessTexts.ResultId.Say(report.Language, report.ResultId), Tone.Quiet);
    }

    private static void WritePlan(Page page, CountyPlan each, Language language)
    {
        var problem = each.Problem;
        var stages = string.Join('、', problem.Stages.Select(stage => StageWords.Word(stage, language)));
        page.Heading(PlanTexts.Title.Say(language, $"{problem.Problem.CountyCode} {problem.CountyName}".Trim(), stages));
        page.Line("  " + Status(each.Plan, language), each.Plan.Cost is null ? Tone.Bad : each.Plan.Status == PlanStatus.Optimal ? Tone.Good : Tone.Doubtful);
        foreach (var conflict in ConflictWords.Of(each))
        {
            page.Wrapped("✗ " + conflict.In(language), 2, Tone.Bad, 2);
        }

        foreach (var remedy in each.Remedies)
        {
            page.Wrapped("→ " + remedy.Words.In(language), 2, Tone.Doubtful, 2);
        }

        if (each.Plan.Cost is { } cost)
        {
            WriteCost(page, each, cost, language);
            WriteItems(page, each, language);
            WriteActions(page, each, language);
        }

        WriteCoefficients(page, each, language);
        if (!problem.Assumptions.IsEmpty)
        {
            page.Line("  ! " + PlanTexts.Assumed.Say(language, problem.Assumptions.Length), Tone.Doubtful);
        }
    }

    private static string Status(ResourcePlan plan, Language language) => plan.Status switch
    {
        PlanStatus.Optimal => "✓ " + PlanTexts.Optimal.In(language),
        PlanStatus.Feasible => "✓ " + PlanTexts.Feasible.Say(language, Percent(plan.Gap)),
        PlanStatus.Limit when plan.Cost is not null => "! " + PlanTexts.LimitReached.Say(language, Percent(plan.Gap)),
        PlanStatus.Limit => "? " + PlanTexts.LimitWithout.In(language),
        _ => "✗ " + PlanTexts.Infeasible.In(language),
    };

    private static void WriteCost(Page page, CountyPlan each, Rational cost, Language language)
    {
        var table = new TextTable(new TableColumn(""), new TableColumn("", IsRight: true));
        table.Add(PlanTexts.Cost.In(language), new TableCell(Money(cost), Tone.Strong));
        table.Add(PlanTexts.Bound.In(language), each.Plan.LowerBound is { } bound ? Money(bound) : "—");
        table.Add(PlanTexts.Schools.In(language), PrintedNumber.Count(each.Figures.Actions.Select(action => action.SchoolCode).Distinct().Count()));
        table.WriteTo(page);
        page.Line("  " + PlanTexts.Exceptions.Say(language, each.Figures.Exceptions.Length), Tone.Quiet);
    }

    private static void WriteItems(Page page, CountyPlan each, Language language)
    {
        page.Line().Line("  " + PlanTexts.ByItem.In(language), Tone.Strong);
        var table = new TextTable(new TableColumn(PlanTexts.Item.In(language)), new TableColumn(PlanTexts.Amount.In(language), IsRight: true), new TableColumn(PlanTexts.Yuan.In(language), IsRight: true));
        foreach (var item in each.Figures.Actions.GroupBy(action => action.Item))
        {
            var add = item.Aggregate(Rational.Zero, (sum, action) => sum + action.Add);
            var cost = item.Aggregate(Rational.Zero, (sum, action) => sum + action.Cost);
            table.Add(item.Key.Short.In(language), Amount(add, item.Key.Measure, language), Money(cost));
        }

        table.WriteTo(page);
    }

    private static void WriteActions(Page page, CountyPlan each, Language language)
    {
        var actions = each.Figures.Actions;
        page.Line().Line("  " + PlanTexts.Actions.Say(language, Math.Min(MostActions, actions.Length), actions.Length), Tone.Strong);
        var table = new TextTable(
            new TableColumn(PlanTexts.School.In(language)),
            new TableColumn(PlanTexts.Item.In(language)),
            new TableColumn(PlanTexts.Add.In(language), IsRight: true),
            new TableColumn(PlanTexts.Yuan.In(language), IsRight: true),
            new TableColumn(PlanTexts.Why.In(language), Wraps: true));
        foreach (var action in actions.OrderByDescending(action => action.Cost).ThenBy(action => action.Purchase).Take(MostActions))
        {
            table.Add(
                action.School.Name.Length > 0 ? action.School.Name : action.SchoolCode,
                action.Item.Short.In(language),
                Amount(action.Add, action.Item.Measure, language),
                Money(action.Cost),
                string.Join(language == Language.Zh ? "；" : "; ", action.Reasons.Select(reason => reason.Text(language))));
        }

        table.WriteTo(page);
    }

    private static void WriteCoefficients(Page page, CountyPlan each, Language language)
    {
        page.Line().Line("  " + PlanTexts.Coefficients.In(language), Tone.Strong);
        var table = new TextTable(
            new TableColumn(""),
            new TableColumn(PlanTexts.Before.In(language), IsRight: true),
            new TableColumn(PlanTexts.After.In(language), IsRight: true),
            new TableColumn(PlanTexts.CvLimit.In(language), IsRight: true));
        foreach (var coefficient in each.Figures.Coefficients)
        {
            table.Add(
                $"{StageWords.Word(coefficient.Stage, language)} {coefficient.Indicator.Id} {coefficient.Indicator.Short.In(language)}",
                PrintedNumber.Of(coefficient.Before, 4),
                PrintedNumber.Of(coefficient.After, 4),
                PrintedNumber.Limit(coefficient.Limit));
        }

        table.WriteTo(page);
    }

    private static string Amount(Rational amount, LocalizedText measure, Language language) =>
        $"{PrintedNumber.Short(amount, 2)}{(language == Language.Zh ? "" : " ")}{measure.In(language)}".TrimEnd();

    private static string Money(Rational yuan) => yuan.Round(2).ToDouble().ToString("#,##0.00", CultureInfo.InvariantCulture);

    private static string Percent(double? gap) => ((gap ?? 0) * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%";
}
