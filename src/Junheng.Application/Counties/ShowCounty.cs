using System.Collections.Immutable;
using Junheng.Application.Collection;
using Junheng.Domain.Numbers;
using Junheng.Domain.Text;

namespace Junheng.Application.Counties;

/// <summary>Everything that a county's first page says.</summary>
/// <param name="Overview">Does it pass, what falls short, what next.</param>
/// <param name="Years">The county in all its report years.</param>
/// <param name="Open">What is undecided and who owes it.</param>
/// <param name="Round">The round that collects the year; null when there is none.</param>
public sealed record CountyFirstPage(CountyOverview Overview, CountyYears Years, ImmutableArray<OpenMatter> Open, CollectionRound? Round);

/// <summary>Use case: a county's first page, with its years and the round that collects what is missing.</summary>
public sealed class ShowCounty(AssessStoredCounty assess, ICollectionStore rounds)
{
    /// <summary>The page of a county as judged.</summary>
    /// <param name="county">The county.</param>
    /// <param name="prices">Yuan for one unit of an item.</param>
    /// <param name="language">Of findings.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<CountyFirstPage> RunAsync(CountyOnFile county, IReadOnlyDictionary<string, Rational> prices, Language language, CancellationToken cancellation)
    {
        var (round, open) = await OpenAsync(county, cancellation);
        return new CountyFirstPage(CountyOverview.Of(county, prices), new CountyYears(await assess.YearsAsync(county.Stored, county.Basis, language, cancellation)), open, round);
    }

    /// <summary>What is undecided in a county and who owes it, with the round of its year.</summary>
    public async Task<(CollectionRound? Round, ImmutableArray<OpenMatter> Open)> OpenAsync(CountyOnFile county, CancellationToken cancellation)
    {
        var scope = county.Stored.Region.Scope;
        var round = (await rounds.RoundsAsync(scope, cancellation)).FirstOrDefault(each => each.ReportYear == county.Year);
        return (round, OpenMatter.Of(county, round is null ? [] : await rounds.ReturnsAsync(scope, county.Year, cancellation)));
    }
}
