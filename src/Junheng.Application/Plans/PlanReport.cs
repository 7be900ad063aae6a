using System.Collections.Immutable;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards;
using Junheng.Domain.Findings;
using Junheng.Domain.Plans;
using Junheng.Domain.Text;
using Junheng.Planning.Resources;

namespace Junheng.Application.Plans;

/// <summary>Plans with everything they rest on.</summary>
public sealed class PlanReport
{
    private readonly Lazy<string> _id;

    internal PlanReport(
        StandardInForce inForce,
        PlanTerms terms,
        ImmutableArray<InputSummary> inputs,
        StandardRequest standard,
        ImmutableArray<CountyPlan> plans,
        ImmutableArray<Finding> findings,
        Language language)
    {
        (InForce, Terms, Inputs, Request, Plans, Findings, Language) = (inForce, terms, inputs, standard, plans, findings, language);
        _id = new Lazy<string>(() => PlanIds.Of(inForce, Inputs.Select(input => input.Sha256.Value), Plans.Select(plan => plan.Problem.Problem)));
    }

    /// <summary>The standard and the day.</summary>
    public StandardInForce InForce { get; }

    /// <summary>Prices, caps, locks, budget.</summary>
    public PlanTerms Terms { get; }

    /// <summary>The input tables.</summary>
    public ImmutableArray<InputSummary> Inputs { get; }

    /// <summary>How the standard was asked for.</summary>
    public StandardRequest Request { get; }

    /// <summary>The plans, by county and stage.</summary>
    public ImmutableArray<CountyPlan> Plans { get; }

    /// <summary>What reading found.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>What was asked beyond the plans.</summary>
    public PlanQuestions Questions { get; init; } = PlanQuestions.None;

    /// <summary>The language of texts.</summary>
    public Language Language { get; }

    /// <summary>Hash of data, standard, settings, date, prices, caps, locks and budget.</summary>
    public string ResultId => _id.Value;
}

/// <summary>The plan of one problem.</summary>
/// <param name="Problem">The problem, with the words around it.</param>
/// <param name="Plan">The plan with its certificate.</param>
/// <param name="Time">How long the planner took.</param>
public sealed record CountyPlan(PlannedProblem Problem, ResourcePlan Plan, TimeSpan Time)
{
    private PlanAnswers? _answers;
    private ImmutableArray<PlanRemedy>? _remedies;

    /// <summary>What is done, why, and what it leaves.</summary>
    public PlanFigures Figures { get; } = PlanFigures.Of(Problem, Plan);

    /// <summary>The transitional easements that it counts on; empty by default.</summary>
    public ImmutableArray<PlanEasement> Easements { get; init; } = [];

    /// <summary>Alternatives, prices of conditions and the comparison with naive plans, as far as they were asked for; the comparison is made when it is first looked at.</summary>
    public PlanAnswers Answers => _answers ??= PlanAnswers.Of(this, PlanQuestions.None);

    /// <summary>Single changes that would make an impossible plan possible; sought when they are first looked at, empty where there is a plan.</summary>
    public ImmutableArray<PlanRemedy> Remedies => _remedies ??= PlanRemedies.Of(this);

    /// <summary>The plan with answers to questions.</summary>
    public CountyPlan Answered(PlanQuestions questions, PlannerOptions? options = null) => this with { _answers = PlanAnswers.Of(this, questions, options) };
}
