using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.Counties;
using Junheng.Application.Regions;
using Junheng.Application.Registers;
using Junheng.Domain.Registers;

namespace Junheng.Application.Grants;

/// <summary>A region or school that a grant can be given for.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name; the code where none is known.</param>
/// <param name="Scope">What a grant for it names.</param>
public sealed record Place(string Code, string Name, GrantScope Scope);

/// <summary>The counties and schools on record, by code: those of the figures, and those of the registers under their last names.</summary>
public sealed class Places(ICountyReturns returns, IRegisters registers)
{
    /// <summary>Every place of a code: more than one where two counties have a school of the same code.</summary>
    public async Task<ILookup<string, Place>> AllAsync(CancellationToken cancellation)
    {
        var places = ImmutableArray.CreateBuilder<Place>();
        foreach (var region in await returns.CountiesAsync(cancellation))
        {
            places.Add(new Place(region.Code, region.Name.Length > 0 ? region.Name : region.Code, GrantScope.Of(region.Scope)));
            if (await returns.FindAsync(region.Code, cancellation) is { } county)
            {
                places.AddRange(await SchoolsAsync(county, cancellation));
            }
        }

        var present = (await registers.ReadAsync(cancellation)).AsAt(DateOnly.MaxValue);
        var registered = present.Of(SubjectKind.School).Where(school => school.County is not null).Select(school => new Place(school.Code, school.Name, GrantScope.School(new ScopeId(school.County!.Value.Number), school.Code))).ToList();
        var known = registered.Select(place => place.Scope).ToHashSet();
        return registered.Concat(places.Where(place => !known.Contains(place.Scope))).ToLookup(place => place.Code, StringComparer.Ordinal);
    }

    private async Task<IEnumerable<Place>> SchoolsAsync(StoredCounty county, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in (await returns.TableAsync(county, cancellation)).Parts)
        {
            for (var row = 0; row < part.Count; row++)
            {
                names[part.SchoolCode[row]] = part.SchoolName?[row] is { Length: > 0 } name ? name : part.SchoolCode[row];
            }
        }

        return names.Select(school => new Place(school.Key, school.Value, GrantScope.School(county.Region.Scope, school.Key)));
    }
}
