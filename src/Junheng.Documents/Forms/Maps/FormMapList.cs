using System.Collections.Immutable;
using Junheng.Application.Papers;
using Junheng.Application.Standards;
using Junheng.Domain.Text;

namespace Junheng.Documents.Forms.Maps;

/// <summary>The maps that come with the product, for people.</summary>
/// <param name="library">Gives the public columns that maps name.</param>
public sealed class FormMapList(IStandardLibrary library) : IFormMaps
{
    /// <inheritdoc/>
    public ImmutableArray<FormMapSummary> All(Language language) =>
        library.Open(StandardRequest.Of(StandardRequest.DefaultId), language) is StandardOpening.Opened { Standard: var standard }
            ? [.. FormMapLibrary.BesideProgram.Open([], standard.Columns, language).Maps.BuiltIn
                .OrderBy(map => map.Generation, StringComparer.Ordinal)
                .ThenBy(map => map.Id, StringComparer.Ordinal)
                .Select(map => new FormMapSummary(
                    map.Id,
                    map.Title,
                    map.Generation,
                    map.FromYear,
                    map.ToYear,
                    map.IsAssumed,
                    map.Columns.Select(rule => rule.Item).Concat(map.Cells.Select(rule => rule.Item)).Distinct().Count(),
                    map.Source))]
            : [];
}
