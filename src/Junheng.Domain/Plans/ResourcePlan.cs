using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;

namespace Junheng.Domain.Plans;

/// <summary>How sure a plan is. Public ids: <c>optimal | feasible | infeasible | limit</c>.</summary>
public enum PlanStatus : byte
{
    /// <summary>No complying plan is known to be cheaper: the gap is at most 1e-9 of the cost, or 0.01 yuan.</summary>
    Optimal = 0,

    /// <summary>A complying plan whose certified gap is larger than that.</summary>
    Feasible = 1,

    /// <summary>Caps, locks or the budget allow no complying plan; <see cref="ResourcePlan.Conflicts"/> says which.</summary>
    Infeasible = 2,

    /// <summary>The node or time limit stopped the search: the plan complies and its gap is certified; without a plan, neither a plan nor a proof of its absence was found.</summary>
    Limit = 3,
}

/// <summary>The answer: additions, exceptions, exact cost, proven bound and the certificate.</summary>
/// <param name="Status">How sure it is.</param>
/// <param name="Additions">What is bought, in the order of the problem's purchases; only positive amounts. Empty when there is no plan.</param>
/// <param name="Exceptions">Which units stay below which norm after the plan, by unit and indicator.</param>
/// <param name="Cost">Exact sum of the additions at their prices; null when there is no plan.</param>
/// <param name="LowerBound">No complying plan costs less; null when infeasible by caps.</param>
/// <param name="Nodes">Nodes of the search tree that were looked at.</param>
/// <param name="Conflicts">Why there is no plan; empty when there is one.</param>
/// <param name="Certificate">What the bound rests on, so that another program can check it.</param>
public sealed record ResourcePlan(
    PlanStatus Status,
    ImmutableArray<Addition> Additions,
    ImmutableArray<CellRef> Exceptions,
    Rational? Cost,
    Rational? LowerBound,
    long Nodes,
    ImmutableArray<PlanConflict> Conflicts,
    PlanCertificate Certificate)
{
    /// <summary>(cost − lower bound) ÷ cost; 0 at cost 0; null without a plan.</summary>
    public double? Gap => Cost is { } cost && LowerBound is { } bound
        ? cost.Sign <= 0 || bound >= cost ? 0 : ((cost - bound) / cost).ToDouble()
        : null;
}

/// <summary>One line of a plan.</summary>
/// <param name="Purchase">Position in <see cref="ResourceProblem.Purchases"/>.</param>
/// <param name="Amount">How much is bought, in raw units: a multiple of the step, or rounded up to 1e-9.</param>
/// <param name="Cost">Amount at its price over the horizon.</param>
public sealed record Addition(int Purchase, Rational Amount, Rational Cost);

/// <summary>One unit's indicator.</summary>
/// <param name="Unit">Position in <see cref="ResourceProblem.Units"/>.</param>
/// <param name="Indicator">Position in <see cref="ResourceProblem.Indicators"/>.</param>
public readonly record struct CellRef(int Unit, int Indicator);

/// <summary>A reason why no plan complies.</summary>
public abstract record PlanConflict
{
    private PlanConflict()
    {
    }

    /// <summary>With everything bought that the caps allow, the unit still misses more norms than it may, or a floor.</summary>
    /// <param name="Unit">Position of the unit.</param>
    /// <param name="BelowNorm">Indicators whose norm can't be reached.</param>
    /// <param name="BelowFloor">Those of them whose floor can't be reached either.</param>
    public sealed record NormOutOfReach(int Unit, ImmutableArray<int> BelowNorm, ImmutableArray<int> BelowFloor) : PlanConflict;

    /// <summary>The caps keep the coefficient of variation above its limit.</summary>
    /// <param name="Stage">The stage.</param>
    /// <param name="Indicator">Position of the indicator.</param>
    /// <param name="SmallestReachable">The smallest coefficient that the caps allow, with every exception granted.</param>
    /// <param name="Caps">An irreducible set of capped purchases: together they exclude the limit, and lifting any one of them would not leave the others sufficient to exclude it.</param>
    public sealed record LimitOutOfReach(Stage Stage, int Indicator, double SmallestReachable, ImmutableArray<int> Caps) : PlanConflict;

    /// <summary>The budget is too small.</summary>
    /// <param name="ExtraAtLeast">No plan manages with less than this beyond the budget.</param>
    /// <param name="ExtraSufficient">With this much more a known plan is paid for; null when none is known.</param>
    public sealed record BudgetTooSmall(Rational ExtraAtLeast, Rational? ExtraSufficient) : PlanConflict;

    /// <summary>Every limit and norm can be reached by itself, but no choice of exceptions reaches them together within the caps.</summary>
    /// <param name="Stages">The stages searched.</param>
    public sealed record Combination(ImmutableArray<Stage> Stages) : PlanConflict;
}

/// <summary>Why a problem can't be planned for at all: something in its data must be mended first.</summary>
/// <param name="Rule">Stable id, e.g. <c>plan.price-not-positive</c>.</param>
/// <param name="Unit">Position of the unit concerned, or null.</param>
/// <param name="Indicator">Position of the indicator concerned, or null.</param>
/// <param name="Purchase">Position of the purchase concerned, or null.</param>
/// <param name="Message">What is wrong, in both languages.</param>
public sealed record PlanRefusal(string Rule, int? Unit, int? Indicator, int? Purchase, Text.LocalizedText Message);
