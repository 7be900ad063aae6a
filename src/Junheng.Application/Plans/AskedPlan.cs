using System.Collections.Immutable;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;

namespace Junheng.Application.Plans;

/// <summary>What somebody asks of a plan on a page: all of it stands in the address, so that going back restores every figure.</summary>
/// <param name="Prices">Prices that differ from the defaults, by item.</param>
/// <param name="Level">Percent of those prices that is reckoned with.</param>
/// <param name="Budget">Yuan; null for no bound.</param>
/// <param name="Missing">What is done about blank cells.</param>
/// <param name="Caps">Caps.</param>
/// <param name="Locks">What is already decided.</param>
public sealed record AskedPlan(
    ImmutableSortedDictionary<string, Rational> Prices, Rational Level, Rational? Budget, MissingRule Missing, ImmutableArray<AddBound> Caps, ImmutableArray<AddBound> Locks)
{
    /// <summary>Subtracted from every limit of a coefficient of variation.</summary>
    public Rational Margin { get; init; }

    /// <summary>Whether the transitional easements in force are counted on.</summary>
    public bool Easements { get; init; }

    /// <summary>What is not to be done: a cap of nothing each, which goes before the other caps.</summary>
    public ImmutableArray<AddBound> Skipped { get; init; } = [];

    /// <summary>Prices of single schools.</summary>
    public ImmutableArray<SchoolPrice> SchoolPrices { get; init; } = [];

    /// <summary>What was typed and could not be taken: while there is any, nothing is planned.</summary>
    public ImmutableArray<UnreadTerm> Unread { get; init; } = [];
}

/// <summary>The price of an item at one school.</summary>
/// <param name="SchoolCode">The school.</param>
/// <param name="Item">The item.</param>
/// <param name="Price">Yuan for one unit.</param>
public sealed record SchoolPrice(string SchoolCode, string Item, Rational Price);

/// <summary>A term that could not be taken.</summary>
/// <param name="Field">The field: <c>level</c>, <c>budget</c>, <c>margin</c>, <c>caps</c>, <c>own</c> or <c>price.ITEM</c>.</param>
/// <param name="Text">What stands there.</param>
public sealed record UnreadTerm(string Field, string Text);

/// <summary>The answer for a page.</summary>
/// <param name="Asked">What was asked.</param>
/// <param name="Defaults">The reference prices.</param>
/// <param name="Report">The plans; null when refused.</param>
/// <param name="Findings">What is wrong or worth knowing.</param>
public sealed record StoredPlan(AskedPlan Asked, PriceSet Defaults, PlanReport? Report, ImmutableArray<Finding> Findings);
