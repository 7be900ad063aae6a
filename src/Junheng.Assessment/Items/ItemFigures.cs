using System.Collections.Immutable;
using Junheng.Domain.Findings;

namespace Junheng.Assessment.Items;

/// <summary>One line of the items file.</summary>
/// <param name="CountyCode">The county.</param>
/// <param name="Item">The item's id.</param>
/// <param name="Field">The field's id.</param>
/// <param name="Text">The value as written; empty = missing.</param>
/// <param name="Source">Where the county has it from, as it says.</param>
/// <param name="Origin">File and cell.</param>
public sealed record ItemFigure(string CountyCode, string Item, string Field, string Text, string Source, Origin Origin);

/// <summary>What is known of each county beyond its schools.</summary>
public sealed class ItemFigures
{
    private readonly Dictionary<(string County, string Item), ImmutableArray<ItemFigure>> _byItem;

    /// <summary>The lines of one or more items files.</summary>
    public ItemFigures(IEnumerable<ItemFigure> figures)
    {
        All = [.. figures];
        _byItem = All.GroupBy(figure => (figure.CountyCode, figure.Item)).ToDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    /// <summary>No items file was given.</summary>
    public static ItemFigures None { get; } = new([]);

    /// <summary>Every line, in the order read.</summary>
    public ImmutableArray<ItemFigure> All { get; }

    /// <summary>The lines of a county's item; empty when there is none.</summary>
    public ImmutableArray<ItemFigure> Of(string county, string item) => _byItem.GetValueOrDefault((county, item), []);
}
