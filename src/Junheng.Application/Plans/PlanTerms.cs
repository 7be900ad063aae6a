using System.Collections.Immutable;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Application.Plans;

/// <summary>What a plan is asked for, beside the schools and the standard: prices, caps, locks, budget.</summary>
/// <param name="Prices">Prices by item.</param>
public sealed record PlanTerms(PriceSet Prices)
{
    /// <summary>Most that may be added, per school, stage and item.</summary>
    public ImmutableArray<AddBound> Caps { get; init; } = [];

    /// <summary>Least that is added because it is already decided.</summary>
    public ImmutableArray<AddBound> Locks { get; init; } = [];

    /// <summary>Yuan that may be spent in a county; null: no bound.</summary>
    public Rational? Budget { get; init; }

    /// <summary>Subtracted from every limit of a coefficient of variation.</summary>
    public Rational Margin { get; init; }

    /// <summary>The stages planned for; empty: every stage that has units.</summary>
    public ImmutableArray<Stage> Stages { get; init; } = [];

    /// <summary>What is done about blank cells.</summary>
    public MissingRule Missing { get; init; }

    /// <summary>Whether the transitional easements in force are counted on.</summary>
    public bool Easements { get; init; }
}

/// <summary>What a plan does about blank cells. <c>default</c> refuses.</summary>
public enum MissingRule : byte
{
    /// <summary>Refuses, naming every blank cell.</summary>
    Refuse = 0,

    /// <summary>Counts a missing amount as nothing: the dearest assumption.</summary>
    Zero = 1,

    /// <summary>Counts a missing amount as the county's mean per pupil over the units of the stage that have one.</summary>
    Mean = 2,
}

/// <summary>A bound on what one school adds of one item.</summary>
/// <param name="CountyCode">The county.</param>
/// <param name="SchoolCode">The school.</param>
/// <param name="Stage">Its stage; <see cref="Stage.None"/> for what all its stages share, or where the school has one stage only.</param>
/// <param name="Item">The item's id.</param>
/// <param name="Amount">The bound, in the item's own unit.</param>
/// <param name="Place">Where it was given.</param>
public sealed record AddBound(string CountyCode, string SchoolCode, Stage Stage, string Item, Rational Amount, Origin Place);

/// <summary>Prices by item.</summary>
/// <param name="Rules">One rule an item.</param>
public sealed record PriceSet(ImmutableSortedDictionary<string, PriceRule> Rules)
{
    /// <summary>No prices.</summary>
    public static PriceSet None { get; } = new(ImmutableSortedDictionary<string, PriceRule>.Empty);

    /// <summary>These prices with another set laid over them, item by item.</summary>
    public PriceSet With(PriceSet other) => new(Rules.SetItems(other.Rules));
}

/// <summary>The price of an item.</summary>
/// <param name="Item">The item's id.</param>
/// <param name="Value">Yuan for one unit, once or a year.</param>
public sealed record PriceRule(string Item, Rational Value)
{
    /// <summary>Prices of single schools.</summary>
    public ImmutableSortedDictionary<string, Rational> BySchool { get; init; } = ImmutableSortedDictionary.Create<string, Rational>(StringComparer.Ordinal);

    /// <summary>0: paid once; else the cost recurs and this many years of it count.</summary>
    public int Years { get; init; }

    /// <summary>Bought in multiples of it; null: as the item's unit asks.</summary>
    public Rational? Lot { get; init; }

    /// <summary>Further items that a bought person counts in.</summary>
    public ImmutableArray<string> AlsoCounts { get; init; } = [];

    /// <summary>Where a default comes from; null for a price that the county gave.</summary>
    public PriceNote? Default { get; init; }

    /// <summary>The price at a school.</summary>
    public Rational At(string schoolCode) => BySchool.TryGetValue(schoolCode, out var own) ? own : Value;
}

/// <summary>What is known of a default price.</summary>
/// <param name="Low">Least price seen; null where one figure only was seen.</param>
/// <param name="High">Largest price seen.</param>
/// <param name="Mark">Confidence.</param>
/// <param name="Source">The source in words.</param>
/// <param name="Note">What it includes.</param>
/// <param name="Year">The price level's year.</param>
public sealed record PriceNote(Rational? Low, Rational? High, string Mark, string Source, LocalizedText? Note, int Year);
