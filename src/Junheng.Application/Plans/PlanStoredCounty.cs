using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Domain.Numbers;
using Junheng.Domain.Text;
using Junheng.Planning.Resources;

namespace Junheng.Application.Plans;

/// <summary>Use case: the cheapest plan of a county on record, checked by the separate verifier.</summary>
public sealed class PlanStoredCounty(IPlanFiles files)
{
    private static readonly Rational _whole = 100;

    /// <summary>The reference prices.</summary>
    public PriceSet Defaults => files.DefaultPrices;

    /// <summary>Plans for the county as judged.</summary>
    public StoredPlan Run(CountyOnFile county, AskedPlan asked, PlannerOptions options, Language language)
    {
        if (!asked.Unread.IsEmpty)
        {
            return new StoredPlan(asked, files.DefaultPrices, null, []);
        }

        var result = county.Report.Result;
        var terms = new PlanTerms(Prices(asked))
        {
            Caps = [.. asked.Skipped, .. asked.Caps],
            Locks = asked.Locks,
            Budget = asked.Budget,
            Margin = asked.Margin,
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

    /// <summary>The defaults, the county's own prices over them, those of single schools over both, all at the level asked for.</summary>
    private PriceSet Prices(AskedPlan asked)
    {
        var given = asked.Prices.ToImmutableSortedDictionary(price => price.Key, price => Of(price.Key, price.Value), StringComparer.Ordinal);
        var rules = files.DefaultPrices.With(new PriceSet(given)).Rules;
        foreach (var own in asked.SchoolPrices)
        {
            var rule = rules.TryGetValue(own.Item, out var known) ? known : new PriceRule(own.Item, own.Price);
            rules = rules.SetItem(own.Item, rule with { BySchool = rule.BySchool.SetItem(own.SchoolCode, own.Price) });
        }

        return new PriceSet(asked.Level == _whole ? rules : rules.ToImmutableSortedDictionary(rule => rule.Key, rule => At(rule.Value, asked.Level / _whole), StringComparer.Ordinal));
    }

    private static PriceRule At(PriceRule rule, Rational level) => rule with
    {
        Value = rule.Value * level,
        BySchool = rule.BySchool.ToImmutableSortedDictionary(each => each.Key, each => each.Value * level, StringComparer.Ordinal),
    };

    /// <summary>The county's own price of an item that keeps the default's years.</summary>
    private PriceRule Of(string item, Rational value) => files.DefaultPrices.Rules.TryGetValue(item, out var usual)
        ? usual with { Value = value, Default = value == usual.Value ? usual.Default : null }
        : new PriceRule(item, value);
}
