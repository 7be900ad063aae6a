using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Application.Registers;
using Junheng.Domain.Registers;

namespace Junheng.Application.Regions;

/// <summary>Counties by whichever code they ever had, and under the code and name of a day: a county that becomes a district keeps its scope.</summary>
public sealed class DatedCounties(ICountyReturns returns, IRegisters registers)
{
    /// <summary>The county that has or once had a code; null when none had it.</summary>
    public async Task<Region?> FindAsync(string code, CancellationToken cancellation)
    {
        var counties = await returns.CountiesAsync(cancellation);
        return counties.FirstOrDefault(region => region.Code == code)
            ?? (await registers.ReadAsync(cancellation)).EverCoded(SubjectKind.Region, code).Select(each => counties.FirstOrDefault(region => region.Scope.Value == each.Number)).FirstOrDefault(each => each is not null);
    }

    /// <summary>A county with the code and name that the register has for a day; as it is on record where the register does not know it.</summary>
    public async Task<Region> OnAsync(Region county, DateOnly day, CancellationToken cancellation)
    {
        // A form asks this with every save: only what was said of the county itself is looked at, not the whole register.
        var subject = new SubjectId(SubjectKind.Region, county.Scope.Value);
        foreach (var each in (await registers.ReadAsync(cancellation)).InForce.TakeWhile(each => each.Effective <= day))
        {
            if (FieldsOf(each.Change, subject) is { } fields)
            {
                county = county with { Code = fields.GetValueOrDefault("code", county.Code), Name = fields.GetValueOrDefault("name", county.Name) };
            }
        }

        return county;
    }

    /// <summary>Every code that a county ever had, the one on record first.</summary>
    public async Task<ImmutableArray<string>> CodesAsync(Region county, CancellationToken cancellation)
    {
        var subject = new SubjectId(SubjectKind.Region, county.Scope.Value);
        var codes = (await registers.ReadAsync(cancellation)).InForce.Select(each => FieldsOf(each.Change, subject)?.GetValueOrDefault("code")).OfType<string>();
        return [.. codes.Prepend(county.Code).Distinct()];
    }

    /// <summary>The counties that merged into a county up to a day.</summary>
    public async Task<ImmutableArray<Region>> MergedIntoAsync(ScopeId county, DateOnly day, CancellationToken cancellation)
    {
        var before = (await registers.ReadAsync(cancellation)).Predecessors(new SubjectId(SubjectKind.Region, county.Value), day);
        return before.IsEmpty ? [] : [.. (await returns.CountiesAsync(cancellation)).Where(region => before.Any(each => each.Number == region.Scope.Value))];
    }

    /// <summary>The values that a change gives a subject; null where it gives it none.</summary>
    private static ImmutableSortedDictionary<string, string>? FieldsOf(RegisterChange change, SubjectId subject) => change switch
    {
        RegisterChange.Open open when open.Subject == subject => open.Fields,
        RegisterChange.Alter alter when alter.Subject == subject => alter.Fields,
        _ => null,
    };
}
