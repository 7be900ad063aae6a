using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Application.Plans;
using Junheng.Web.Features.Errors;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Plans;

/// <summary>What else could be done, and what each condition costs.</summary>
/// <param name="County">The county as judged.</param>
/// <param name="Plan">What came of the terms.</param>
/// <param name="Show">Which question: <c>compare</c>, <c>conditions</c>, <c>others</c>, or where no plan complies <c>remedies</c>.</param>
/// <param name="Query">Terms and basis as they stand behind the address.</param>
/// <param name="Compared">Per plan: it beside the plans that are made without a planner.</param>
/// <param name="Alternatives">Per plan: the next best without each of the dearest actions and their exceptions.</param>
/// <param name="Prices">Per plan: what the conditions cost.</param>
public sealed record PlanWhyView(
    CountyOnFile County,
    StoredPlan Plan,
    string Show,
    string Query,
    ImmutableArray<(CountyPlan Plan, ImmutableArray<ComparedPlan> Compared)> Compared,
    ImmutableArray<(CountyPlan Plan, ImmutableArray<PlanAlternative> Alternatives)> Alternatives,
    ImmutableArray<(CountyPlan Plan, ImmutableArray<ConditionPrice> Prices)> Prices)
{
    /// <summary>The question that is asked where no plan complies.</summary>
    public const string Remedies = "remedies";

    /// <summary>The questions about a plan, in the order of their weight.</summary>
    private static readonly ImmutableArray<string> _questions = ["compare", "conditions", "others"];

    /// <summary>The questions that have an answer: what to change where no plan complies, and how this plan compares where one does.</summary>
    public ImmutableArray<string> Questions => QuestionsOf(Plan);

    /// <summary>The questions that have an answer for what came of the terms.</summary>
    public static ImmutableArray<string> QuestionsOf(StoredPlan plan) => plan.Report is { } report && report.Plans.Any(each => each.Plan.Cost is null) ? [Remedies, .. _questions] : _questions;

    /// <summary>Per plan that can't be: the single changes with which one can.</summary>
    public IEnumerable<(CountyPlan Plan, ImmutableArray<PlanRemedy> Remedies)> Changes => Show == Remedies ? (Plan.Report?.Plans ?? []).Where(each => each.Plan.Cost is null).Select(each => (each, each.Remedies)) : [];

    /// <summary>The page of a question.</summary>
    public string AddressOf(string question) => $"/counties/{Uri.EscapeDataString(County.County.Code)}/plan/why{Query}{(Query.Length > 0 ? "&" : "?")}show={question}";

    /// <summary>The page of the plan itself.</summary>
    public string Address => $"/counties/{Uri.EscapeDataString(County.County.Code)}/plan{Query}";
}

/// <summary>Why this plan and no other: asked for when somebody wants to know, since the problem is solved again for every answer.</summary>
internal static class WhyHandlers
{
    /// <summary>How many of the dearest actions are asked about at once.</summary>
    private const int MostActions = 20;

    public static async Task<IResult> WhyAsync(string code, string? of, string? show, HttpContext context, AssessStoredCounty assess, PlanStoredCounty plan, CancellationToken cancellation)
    {
        var language = ChosenLanguage.Of(context);
        if (await assess.RunAsync(code, context.Basis(), language, cancellation) is not { } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        var (stored, isFull) = PlanHandlers.Shown(county, context.Request.Query, plan, language);
        var plans = stored.Report?.Plans ?? [];
        var query = PlanQuery.Write(stored.Asked, stored.Defaults, county.Basis, isFull);
        if (of is not null)
        {
            return ActionOf(plans, of) is { } found
                ? new PageResult<PlanOtherPage>(new { County = county, Back = $"/counties/{Uri.EscapeDataString(code)}/plan{query}", found.Action, Alternative = PlanAlternatives.OfAction(found.Plan, found.Action.Purchase) })
                : ErrorHandlers.NotFound(context);
        }

        var questions = PlanWhyView.QuestionsOf(stored);
        var question = show is not null && questions.Contains(show) ? show : questions[0];
        return new PageResult<PlanWhyPage>(new
        {
            View = new PlanWhyView(
                county,
                stored,
                question,
                query,
                question == "compare" ? [.. plans.Select(each => (each, ComparedPlans.Of(each)))] : [],
                question == "others" ? [.. plans.Select(each => (each, Alternatives(each, cancellation)))] : [],
                question == "conditions" ? [.. plans.Where(each => each.Plan.Cost is not null).Select(each => (each, ConditionPrices.Of(each)))] : []),
        });
    }

    /// <summary>Of the dearest actions and of the exceptions at their schools; ends when nobody waits any more.</summary>
    private static ImmutableArray<PlanAlternative> Alternatives(CountyPlan plan, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<PlanAlternative>();
        var dearest = plan.Figures.Actions.OrderByDescending(action => action.Cost).ThenBy(action => action.Purchase).Take(MostActions).ToList();
        foreach (var action in dearest)
        {
            cancellation.ThrowIfCancellationRequested();
            found.Add(PlanAlternatives.OfAction(plan, action.Purchase));
        }

        foreach (var exemption in plan.Figures.Exceptions.Where(each => dearest.Exists(action => action.SchoolCode == each.SchoolCode)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (PlanAlternatives.OfException(plan, exemption) is { } alternative)
            {
                found.Add(alternative);
            }
        }

        return found.ToImmutable();
    }

    private static (CountyPlan Plan, PlanAction Action)? ActionOf(ImmutableArray<CountyPlan> plans, string of) => plans
        .SelectMany(plan => plan.Figures.Actions.Select(action => (plan, action)))
        .Where(each => PlanQuery.PlaceOf(each.action.SchoolCode, each.action.Stage, each.action.Item.Id) == of)
        .Select(each => ((CountyPlan, PlanAction)?)each)
        .FirstOrDefault();
}
