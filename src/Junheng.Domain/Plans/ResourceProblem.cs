using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;

namespace Junheng.Domain.Plans;

/// <summary>
/// What the cheapest plan of additions is asked for: units with stocks, the rules of each stage, and what can be bought where at which price.
/// Everything is exact. Amount of unit u in indicator j after a plan: y = <see cref="PlanUnit.Stock"/>[j] + Σ add · effect.
/// The plan complies when, in every stage, (1) every unit has y ≥ norm · enrolment in all its indicators except at most
/// <see cref="StageRule.Exceptions"/> of them, where y ≥ floor · enrolment suffices; (2) for every indicator with a limit κ,
/// P · Σ(y²/p) ≤ (1 + κ²) · (Σy)² over the stage's units, p their enrolments and P = Σp; (3) where a composite limit is given, the mean of the
/// stage's coefficients of variation does not exceed it; and every addition lies within its lock, cap and step.
/// </summary>
/// <param name="CountyCode">Whose plan it is.</param>
/// <param name="Indicators">Ids of the indicators, e.g. R1 … R7; the order of every per-indicator array below.</param>
/// <param name="Stages">The rules, one entry a stage; every unit's stage has one.</param>
/// <param name="Units">The units (school and stage) that count; those out of scope or without pupils are left out by the caller.</param>
/// <param name="Purchases">What can be bought. A purchase that lifts two stages of a combined school has two effects.</param>
/// <param name="Budget">Yuan that may be spent in all; null when there is no such bound.</param>
/// <param name="Margin">Safety margin that is subtracted from every limit of a coefficient of variation; 0 by default.</param>
public sealed record ResourceProblem(
    string CountyCode,
    ImmutableArray<string> Indicators,
    ImmutableArray<StageRule> Stages,
    ImmutableArray<PlanUnit> Units,
    ImmutableArray<Purchase> Purchases,
    Rational? Budget = null,
    Rational Margin = default)
{
    /// <summary>The rule of a stage, or null.</summary>
    public StageRule? RuleOf(Stage stage)
    {
        foreach (var rule in Stages)
        {
            if (rule.Stage == stage)
            {
                return rule;
            }
        }

        return null;
    }

    /// <summary>Norm, floor and limit of an indicator as they hold for a unit: an exempt one has neither norm nor floor.</summary>
    public IndicatorRule RuleOf(PlanUnit unit, int indicator)
    {
        var rule = RuleOf(unit.Stage)!.Indicators[indicator];
        return unit.IsExempt ? rule with { Norm = null, Floor = null } : rule;
    }

    /// <summary>The limit of an indicator's coefficient of variation less the margin; null where it has none.</summary>
    public Rational? EffectiveLimit(IndicatorRule rule) => rule.CvLimit is { } limit ? limit - Margin : null;
}

/// <summary>What a stage asks: n − k of n norms, the rest at the floor, and the limits of dispersion.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Indicators">One rule per indicator, in the problem's order.</param>
/// <param name="Exceptions">In how many indicators a unit may stay below the norm, at or above the floor: 1 for "six of seven".</param>
/// <param name="CompositeLimit">Most that the mean of the stage's coefficients of variation may be (the method of 2012); null where no such rule holds.</param>
public sealed record StageRule(Stage Stage, ImmutableArray<IndicatorRule> Indicators, int Exceptions, Rational? CompositeLimit = null);

/// <summary>Norm, floor and limit of one indicator in one stage.</summary>
/// <param name="Norm">Amount per pupil that a unit must reach (per pupil also where the standard speaks of 100 pupils); null: none.</param>
/// <param name="Floor">Amount per pupil that an excepted unit must still reach, at most the norm; null: nothing is asked of an excepted unit.</param>
/// <param name="CvLimit">Most that the coefficient of variation between the units may be; null: no limit.</param>
public sealed record IndicatorRule(Rational? Norm, Rational? Floor, Rational? CvLimit);

/// <summary>One stage of one school.</summary>
/// <param name="SchoolCode">The school; ties between plans of equal cost are broken by the order of these codes.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Enrolment">Pupils, positive.</param>
/// <param name="Stock">Present amount per indicator, in the indicator's own numerator unit (persons, m², yuan, rooms); not negative.</param>
public sealed record PlanUnit(string SchoolCode, Stage Stage, Rational Enrolment, ImmutableArray<Rational> Stock)
{
    /// <summary>Whether norms and floors are waived for it; it still counts in every coefficient. Asked to price its condition, never by the standard.</summary>
    public bool IsExempt { get; init; }
}
