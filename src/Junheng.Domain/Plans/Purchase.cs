using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;

namespace Junheng.Domain.Plans;

/// <summary>One thing that can be bought for one school: persons, rooms, square metres, yuan of equipment.</summary>
/// <param name="SchoolCode">The school.</param>
/// <param name="Stage">Its stage, or <see cref="Stage.None"/> for what all stages of a combined school share.</param>
/// <param name="Item">Id of the raw item.</param>
/// <param name="Price">Of one raw unit.</param>
/// <param name="Step">Additions are whole multiples of it: 1 for persons and rooms, the lot where one is given; null: any amount.</param>
/// <param name="MinAdd">Lock: at least this much is bought (already decided); 0 when nothing is locked. It need not be a multiple of the step: the next multiple is meant.</param>
/// <param name="MaxAdd">Cap: at most this much; null when there is none.</param>
/// <param name="Effects">What one raw unit adds to which unit and indicator; at least one, each positive, none twice.</param>
public sealed record Purchase(
    string SchoolCode,
    Stage Stage,
    string Item,
    PlanPrice Price,
    Rational? Step,
    Rational MinAdd,
    Rational? MaxAdd,
    ImmutableArray<PurchaseEffect> Effects);

/// <summary>What one raw unit of a purchase adds to one unit's indicator.</summary>
/// <param name="Unit">Position in <see cref="ResourceProblem.Units"/>.</param>
/// <param name="Indicator">Position in <see cref="ResourceProblem.Indicators"/>.</param>
/// <param name="Amount">Numerator units per raw unit: 1 in a unit table, the stage's share where an item is split.</param>
public sealed record PurchaseEffect(int Unit, int Indicator, Rational Amount);

/// <summary>Price of one raw unit, in yuan.</summary>
/// <param name="Amount">What is paid once, or each year.</param>
/// <param name="Years">0: once. Otherwise the cost recurs, and this many years of it count (the horizon).</param>
public readonly record struct PlanPrice(Rational Amount, int Years = 0)
{
    /// <summary>What one raw unit costs over the horizon: what the plan minimises.</summary>
    public Rational Total => Years > 0 ? Amount * Years : Amount;
}
