using System.Collections.Immutable;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Units;

namespace Junheng.Assessment.Results;

/// <summary>A view with the easements in force applied wherever a unit may claim one: what a plan that counts on them starts from.</summary>
/// <param name="Units">The view with eased amounts; the view itself where no easement changes any unit.</param>
/// <param name="Claims">Which unit uses which easement, by unit.</param>
public sealed record EasedUnits(UnitTable Units, ImmutableArray<(int Unit, Easement Easement)> Claims)
{
    /// <summary>Applies the easements of indicators that hold on the standard's day.</summary>
    /// <param name="units">The standard's view of a table.</param>
    /// <param name="inForce">The standard and the day.</param>
    public static EasedUnits Of(UnitTable units, StandardInForce inForce) => EasedView.Of(units, inForce) is { } eased
        ? new EasedUnits(
            eased.Units,
            [.. eased.Used.Select(use => (use.Unit, inForce.Standard.Easements.First(easement => easement.Id == use.Easement))).OrderBy(claim => claim.Unit).ThenBy(claim => claim.Item2.Id, StringComparer.Ordinal)])
        : new EasedUnits(units, []);
}
