using System.Collections.Immutable;
using Junheng.Planning.Resources;

namespace Junheng.Application.Plans;

/// <summary>What somebody wants to know about a plan beyond the plan.</summary>
/// <param name="Alternatives">Of how many of the dearest actions the next best is sought; 0: of none.</param>
/// <param name="ConditionPrices">Whether the conditions are priced.</param>
/// <param name="Comparison">Whether the naive plans are shown beside it (papers show them in any case).</param>
public sealed record PlanQuestions(int Alternatives = 0, bool ConditionPrices = false, bool Comparison = false)
{
    /// <summary>Nothing further.</summary>
    public static PlanQuestions None { get; } = new();
}

/// <summary>The answers to such questions, beside the comparison with naive plans, which costs nothing.</summary>
/// <param name="Compared">Ours and the naive plans.</param>
/// <param name="Alternatives">Next best alternatives; empty where not asked for.</param>
/// <param name="Prices">Prices of conditions; empty where not asked for.</param>
public sealed record PlanAnswers(ImmutableArray<ComparedPlan> Compared, ImmutableArray<PlanAlternative> Alternatives, ImmutableArray<ConditionPrice> Prices)
{
    /// <summary>The alternative of an action; null where none was sought.</summary>
    public PlanAlternative? Of(PlanAction action) => Alternatives.FirstOrDefault(each => each.Purchase == action.Purchase);

    /// <summary>The alternative of an exception; null where none was sought.</summary>
    public PlanAlternative? Of(PlanExemption exemption) => Alternatives.FirstOrDefault(each =>
        each.Kind == AlternativeKind.OtherException && each.SchoolCode == exemption.SchoolCode && each.Stage == exemption.Stage && each.Indicator.Id == exemption.Indicator.Id);

    /// <summary>Answers for a plan.</summary>
    public static PlanAnswers Of(CountyPlan plan, PlanQuestions questions, PlannerOptions? options = null) => new(
        ComparedPlans.Of(plan),
        questions.Alternatives > 0 ? PlanAlternatives.Of(plan, questions.Alternatives, options) : [],
        questions.ConditionPrices ? ConditionPrices.Of(plan, options) : []);
}
