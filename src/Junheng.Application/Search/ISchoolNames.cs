using System.Collections.Immutable;
using Junheng.Application.Regions;

namespace Junheng.Application.Search;

/// <summary>A school on record.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name; empty when not given.</param>
public sealed record NamedSchool(string Code, string Name);

/// <summary>A county with its schools of the newest report year.</summary>
/// <param name="County">The county.</param>
/// <param name="Schools">Its schools, each once.</param>
public sealed record NamedCounty(Region County, ImmutableArray<NamedSchool> Schools);

/// <summary>The names of the schools on record.</summary>
public interface ISchoolNames
{
    /// <summary>The counties of some scopes with their schools. Names are read once for each version of a return, so that asking again costs a query for the versions.</summary>
    Task<ImmutableArray<NamedCounty>> ReadAsync(ImmutableHashSet<ScopeId> scopes, CancellationToken cancellation);
}
