using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources.Comparisons;

/// <summary>How bureaus plan without a planner.</summary>
public enum NaiveRule : byte
{
    /// <summary>Every unit is brought to the norm in every indicator; nobody looks at dispersion.</summary>
    Norms = 0,

    /// <summary>The norms first; then all units below the mean are given the same share of their gap, in steps of a twentieth, until the coefficient holds.</summary>
    GapShare = 1,

    /// <summary>The norms first; then the unit with the least per pupil is brought to the mean, then the next, until the coefficient holds.</summary>
    WorstFirst = 2,
}

/// <summary>A plan made by such a rule, judged by the same exact check as any other.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Additions">What it buys, in the order of the problem's purchases.</param>
/// <param name="Cost">Their cost.</param>
/// <param name="Complies">Whether it complies, the budget aside.</param>
/// <param name="Dispersed">Stages and indicators whose coefficient stays above its limit.</param>
/// <param name="Short">Units that miss more norms than they may, or a floor, because of caps.</param>
public sealed record NaivePlan(
    NaiveRule Rule, ImmutableArray<Addition> Additions, Rational Cost, bool Complies, ImmutableArray<(Domain.Schools.Stage Stage, int Indicator)> Dispersed, ImmutableArray<int> Short);

/// <summary>Makes the plans that ours is compared with. Locks come first, caps and steps are kept; divisible amounts are rounded up to hundredths, as people do.</summary>
public static class NaivePlans
{
    private const int MostPasses = 5;
    private const int MostRounds = 40;
    private const int Shares = 20;

    /// <summary>One plan a rule.</summary>
    public static ImmutableArray<NaivePlan> Of(ResourceProblem problem) => [.. Enum.GetValues<NaiveRule>().Select(rule => Of(problem, rule))];

    private static NaivePlan Of(ResourceProblem problem, NaiveRule rule)
    {
        var state = new NaiveState(problem);
        state.ReachNorms();
        var cones = NaiveCone.Of(problem);
        for (var pass = 0; rule != NaiveRule.Norms && pass < MostPasses; pass++)
        {
            // A shared purchase may raise one stage's coefficient while another's is mended: hence the passes.
            var open = cones.FindAll(cone => !cone.Holds(state));
            if (open.Count == 0)
            {
                break;
            }

            foreach (var cone in open)
            {
                state = Level(state, cone, rule);
            }
        }

        var additions = state.Additions();
        var amounts = PlanCheck.Amounts(problem, additions);
        var complies = PlanCheck.Exceptions(problem with { Budget = null }, additions) is not null;
        return new NaivePlan(
            rule,
            [.. additions.Select(each => new Addition(each.Key, each.Value, each.Value * problem.Purchases[each.Key].Price.Total))],
            PlanCheck.CostOf(problem, additions),
            complies,
            [.. cones.Where(cone => !cone.Holds(state)).Select(cone => (cone.Stage, cone.Indicator))],
            [.. Enumerable.Range(0, problem.Units.Length).Where(u => !PlanCheck.MeetsNorms(problem, u, amounts[u]))]);
    }

    private static NaiveState Level(NaiveState state, NaiveCone cone, NaiveRule rule)
    {
        for (var round = 0; round < MostRounds && !cone.Holds(state); round++)
        {
            var next = rule == NaiveRule.GapShare ? ShareOut(state, cone) : WorstFirst(state, cone);
            if (next.Spent == state.Spent)
            {
                return next; // the caps allow no more
            }

            state = next;
        }

        return state;
    }

    private static NaiveState ShareOut(NaiveState state, NaiveCone cone)
    {
        var mean = cone.Mean(state);
        var below = cone.BelowMean(state, mean);
        var next = state;
        for (var share = 1; share <= Shares; share++)
        {
            next = state.Copy();
            foreach (var u in below)
            {
                var (has, aim) = (state.Amount(u, cone.Indicator), mean * state.Problem.Units[u].Enrolment);
                next.Lift(u, cone.Indicator, has + ((aim - has) * Rational.FromFraction(share, Shares)));
            }

            if (cone.Holds(next))
            {
                break;
            }
        }

        return next;
    }

    private static NaiveState WorstFirst(NaiveState state, NaiveCone cone)
    {
        var mean = cone.Mean(state);
        var next = state.Copy();
        foreach (var u in cone.BelowMean(state, mean))
        {
            next.Lift(u, cone.Indicator, mean * state.Problem.Units[u].Enrolment);
            if (cone.Holds(next))
            {
                break;
            }
        }

        return next;
    }
}
