using System.Collections.Immutable;
using Junheng.Application.Registers;
using Junheng.Domain.Registers;
using Junheng.Domain.Schools;

namespace Junheng.Application.Collection;

/// <summary>Where the list of schools of a round comes from.</summary>
public enum AskedFrom
{
    /// <summary>The register, as at 1 September of the report year.</summary>
    Register,

    /// <summary>The newest figures on record, because the register knows no school of the county on that day.</summary>
    Figures,
}

/// <summary>The schools that a round asks.</summary>
/// <param name="From">Where the list comes from.</param>
/// <param name="Schools">The schools by code.</param>
/// <param name="FiguresOf">The report year of the newest figures on record; 0 where there are none.</param>
/// <param name="New">Schools that those figures do not have.</param>
/// <param name="Gone">Schools of those figures that are not asked any more.</param>
public sealed record SchoolsToAsk(AskedFrom From, ImmutableArray<AskedSchool> Schools, int FiguresOf, ImmutableArray<AskedSchool> New, ImmutableArray<AskedSchool> Gone)
{
    /// <summary>Schools whose type nobody knows: their form can't be told.</summary>
    public ImmutableArray<AskedSchool> WithoutType => [.. Schools.Where(school => school.Type == SchoolType.Unknown)];
}

/// <summary>
/// The schools of a county as its register knows them on 1 September of the report year. A type or township that the register lacks is taken from last year's figures.
/// Where the register has no school, the figures say who is asked.
/// </summary>
public sealed class SchoolsInRegister(IRegisters registers, SchoolsOnRecord figures) : IAskedSchools
{
    /// <inheritdoc/>
    public async Task<SchoolsToAsk> OfAsync(Regions.ScopeId scope, int year, CancellationToken cancellation)
    {
        var known = await figures.OfAsync(scope, year, cancellation);
        if (year is < 1 or > 9998)
        {
            return known;
        }

        var snapshot = (await registers.ReadAsync(cancellation)).AsAt(new DateOnly(year, 9, 1));
        var county = new SubjectId(SubjectKind.Region, scope.Value);
        var last = known.Schools.ToDictionary(school => school.Code, StringComparer.Ordinal);
        ImmutableArray<AskedSchool> schools =
        [
            .. snapshot.Of(SubjectKind.School).Where(state => snapshot.RegionOf(state.Id) == county)
                .Select(state => Asked(state, snapshot, last.GetValueOrDefault(state.Code))).OrderBy(school => school.Code, StringComparer.Ordinal),
        ];
        if (schools.IsEmpty)
        {
            return known;
        }

        var asked = schools.Select(school => school.Code).ToHashSet(StringComparer.Ordinal);
        return new SchoolsToAsk(
            AskedFrom.Register,
            schools,
            known.FiguresOf,
            known.FiguresOf == 0 ? [] : [.. schools.Where(school => !last.ContainsKey(school.Code))],
            [.. known.Schools.Where(school => !asked.Contains(school.Code))]);
    }

    private static AskedSchool Asked(SubjectState state, RegisterSnapshot snapshot, AskedSchool? last)
    {
        var township = state.Township is { } place && snapshot.Find(place) is { } found ? found.Name : "";
        return new AskedSchool(
            state.Code,
            state.Name,
            state.SchoolType == SchoolType.Unknown ? last?.Type ?? SchoolType.Unknown : state.SchoolType,
            township.Length > 0 ? township : last?.Township ?? "");
    }
}
