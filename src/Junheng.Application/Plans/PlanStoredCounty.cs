using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Text;
using Junheng.Planning.Resources;

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
    /// <summary>Whether the transitional easements in force are counted on.</summary>
    public bool Easements { get; init; }
}

/// <summary>The answer for a page.</summary>
/// <param name="Asked">What was asked.</param>
/// <param name="Defaults">The reference prices.</param>
/// <param name="Report">The plans; null when refused.</param>
/// <param name="Findings">What is wrong or worth knowing.</param>
public sealed record StoredPlan(AskedPlan Asked, PriceSet Defaults, PlanReport? Report, ImmutableArray<Finding> Findings);

/// <summary>Use case: the cheapest plan of a county on record, checked by the separate verifier.</summary>
public sealed class PlanStoredCounty(IPlanFiles files)
{
    private static readonly Rational _whole = 100;

    /// <summary>Plans for the county as judged.</summary>
    public StoredPlan Run(CountyOnFile county, AskedPlan asked, PlannerOptions options, Language language)
    {
        var result = county.Report.Result;
        var given = asked.Prices.ToImmutableSortedDictionary(price => price.Key, price => Of(price.Key, price.Value), StringComparer.Ordinal);
        var prices = files.DefaultPrices.With(new PriceSet(given));
        var terms = new PlanTerms(new PriceSet(prices.Rules.ToImmutableSortedDictionary(
            rule => rule.Key, rule => rule.Value with { Value = rule.Value.Value * asked.Level / _whole }, StringComparer.Ordinal)))
        {
            Caps = asked.Caps,
            Locks = asked.Locks,
            Budget = asked.Budget,
            Missing = asked.Missing,
            Easements = asked.Easements,
        };
        var (plans, findings) = PlanCounties.Run(result.Units.Raw, result.InForce, terms, options, language, null);
        var own = plans?.Where(plan => plan.Problem.Problem.CountyCode == county.County.Code).ToImmutableArray();
        return new StoredPlan(
            asked,
            files.DefaultPrices,
            own is { Length: > 0 } found ? new PlanReport(result.InForce, terms, county.Report.Inputs, county.Basis.Standard, found, findings, language) : null,
            findings);
    }

    /// <summary>The county's own price of an item that keeps the default's years.</summary>
    private PriceRule Of(string item, Rational value) => files.DefaultPrices.Rules.TryGetValue(item, out var usual)
        ? usual with { Value = value, Default = value == usual.Value ? usual.Default : null }
        : new PriceRule(item, value);
}
