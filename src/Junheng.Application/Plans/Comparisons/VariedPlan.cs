using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Planning.Resources;
using Junheng.Planning.Verification;

namespace Junheng.Application.Plans;

/// <summary>Solves a varied problem, beginning at the plan shown; the answer is checked by the separate verifier like any other.</summary>
internal static class VariedPlan
{
    private const int Nodes = 400;

    /// <summary>The options of a varied plan: those given, or fewer nodes than a plan gets, and the plan shown to begin with.</summary>
    public static PlannerOptions Options(CountyPlan shown, PlannerOptions? given) => (given ?? PlannerOptions.Default with { NodeLimit = Nodes }) with { Start = shown.Plan };

    /// <summary>The plan, or the proof that there is none; null where it was refused by the verifier.</summary>
    public static ResourcePlan? Solve(ResourceProblem problem, PlannerOptions options) => ResourcePlanner.Solve(problem, options) switch
    {
        PlanAnswer.Solved solved when PlanVerifier.Check(solved.Plan).IsAccepted => solved.Plan,
        // A need above a cap is how "no plan" shows where a lock stands for the need; nothing else can be refused that was not before.
        PlanAnswer.Refused refused when refused.Refusals.All(refusal => refusal.Rule == "plan.lock-above-cap") =>
            new ResourcePlan(PlanStatus.Infeasible, [], [], null, null, 0, [], new PlanCertificate(problem, [])),
        _ => null,
    };

    /// <summary>What two plans buy otherwise, the dearest change first.</summary>
    public static ImmutableArray<PlanChange> Changes(PlannedProblem planned, ResourcePlan shown, ResourcePlan other)
    {
        var before = shown.Additions.ToDictionary(each => each.Purchase, each => each.Amount);
        var after = other.Additions.ToDictionary(each => each.Purchase, each => each.Amount);
        return
        [
            .. before.Keys.Union(after.Keys).Where(a => before.GetValueOrDefault(a) != after.GetValueOrDefault(a)).Select(a => Change(planned, a, before.GetValueOrDefault(a), after.GetValueOrDefault(a)))
                .Where(change => change.Cost >= _cent || -change.Cost >= _cent)
                .OrderByDescending(change => change.Cost.Sign < 0 ? -change.Cost : change.Cost).ThenBy(change => change.Purchase),
        ];
    }

    private static readonly Rational _cent = Rational.FromFraction(1, 100);

    private static PlanChange Change(PlannedProblem planned, int a, Rational before, Rational after)
    {
        var purchase = planned.Problem.Purchases[a];
        return new PlanChange(
            a, purchase.SchoolCode, planned.Units[purchase.Effects[0].Unit], purchase.Stage, planned.Items[a].Column, before, after, (after - before) * purchase.Price.Total);
    }
}
