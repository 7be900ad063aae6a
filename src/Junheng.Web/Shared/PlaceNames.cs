using System.Collections.Frozen;
using Junheng.Application.Access;
using Junheng.Application.Grants;

namespace Junheng.Web.Shared;

/// <summary>What the places of grants are called.</summary>
public sealed class PlaceNames
{
    private readonly FrozenDictionary<GrantScope, Place> _places;

    private PlaceNames(IEnumerable<Place> places) => _places = places.DistinctBy(place => place.Scope).ToFrozenDictionary(place => place.Scope);

    /// <summary>The names of what some grants are about; places are only read where a grant names one.</summary>
    public static async Task<PlaceNames> OfAsync(Places places, IEnumerable<Grant> grants, CancellationToken cancellation) =>
        new(grants.All(grant => grant.Scope == GrantScope.Installation) ? [] : (await places.AllAsync(cancellation)).SelectMany(group => group));

    /// <summary>The name with its code; null for the installation.</summary>
    public string? Of(GrantScope scope) =>
        scope == GrantScope.Installation ? null : _places.TryGetValue(scope, out var place) ? $"{place.Name}（{place.Code}）" : scope.Key;
}
