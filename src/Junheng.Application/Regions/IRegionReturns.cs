using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Assessment.Items;
using Junheng.Domain.Statistics;

namespace Junheng.Application.Regions;

/// <summary>The regions on record and the returns of many counties at once.</summary>
public interface IRegionReturns
{
    /// <summary>Every region that has a scope, counties and those above.</summary>
    Task<ImmutableArray<Region>> RegionsAsync(CancellationToken cancellation);

    /// <summary>Every county with its newest returns and items files, without figures and without when they were stored.</summary>
    Task<ImmutableArray<StoredCounty>> CountiesAsync(CancellationToken cancellation);

    /// <summary>The figures of returns, in the order asked for.</summary>
    Task<ImmutableArray<StatisticsPart>> PartsAsync(IReadOnlyList<(ScopeId Scope, StoredReturn Return)> returns, CancellationToken cancellation);

    /// <summary>The lines of items files, in the order asked for.</summary>
    Task<ImmutableArray<ImmutableArray<ItemFigure>>> ItemsAsync(IReadOnlyList<(StoredCounty County, StoredItems Items)> items, CancellationToken cancellation);
}
