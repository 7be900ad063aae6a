using System.Collections.Immutable;
using Junheng.Application.Collection;
using Junheng.Application.Regions;
using Junheng.Domain.Registers;
using Junheng.Domain.Schools;

namespace Junheng.Application.Registers;

/// <summary>
/// Use case: a county that has figures but keeps no register yet begins one: its townships and schools as the newest figures name them, from 1 September of their year. What the
/// figures don't say is filled in later.
/// </summary>
public sealed class RegistersFromFigures(SchoolsOnRecord figures, FindLastYear lastYear, ChangeCountyRegisters change)
{
    private const int NoLimit = 9998;

    /// <summary>Begins it; nothing is entered where the county has a school on its register, or no figures.</summary>
    public async Task<ChangeOutcome> RunAsync(string author, Region county, Func<long, bool> mayKeep, CancellationToken cancellation)
    {
        var known = await figures.OfAsync(county.Scope, NoLimit, cancellation);
        var texts = known.FiguresOf > 0 ? await lastYear.RunAsync(county.Code, known.FiguresOf + 1, cancellation) : null;
        return await change.RunAsync(county, mayKeep, new RegisterRequest(author, register => Changes(register, county, known, texts)), cancellation);
    }

    private static ImmutableArray<DatedChange> Changes(Register register, Region county, SchoolsToAsk known, LastYear? texts)
    {
        var region = new SubjectId(SubjectKind.Region, county.Scope.Value);
        if (known.FiguresOf is < 1 or > NoLimit || register.InForce.Any(each => each.Change is RegisterChange.Open { Subject.Kind: SubjectKind.School } open && open.Fields.GetValueOrDefault("county") == region.ToString()))
        {
            return [];
        }

        var day = new DateOnly(known.FiguresOf, 9, 1);
        var (nextTownship, nextSchool) = (register.NextNumber(SubjectKind.Township), register.NextNumber(SubjectKind.School));
        var townships = register.AsAt(day).Of(SubjectKind.Township).Where(state => state.County == region).GroupBy(state => state.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Id, StringComparer.Ordinal);
        var changes = ImmutableArray.CreateBuilder<DatedChange>();
        foreach (var school in known.Schools)
        {
            if (school.Township.Length > 0 && !townships.ContainsKey(school.Township))
            {
                townships[school.Township] = new SubjectId(SubjectKind.Township, nextTownship++);
                changes.Add(Open(day, townships[school.Township], ("name", school.Township), ("county", region.ToString())));
            }

            changes.Add(Open(
                day,
                new SubjectId(SubjectKind.School, nextSchool++),
                ("code", school.Code),
                ("name", school.Name),
                ("type", school.Type.Id()),
                ("county", region.ToString()),
                ("township", school.Township.Length > 0 ? townships[school.Township].ToString() : ""),
                ("organiser", texts?.Of(school.Code).GetValueOrDefault("organiser_type") ?? ""),
                ("locale", texts?.Of(school.Code).GetValueOrDefault("locale") ?? "")));
        }

        return changes.ToImmutable();
    }

    private static DatedChange Open(DateOnly day, SubjectId subject, params ReadOnlySpan<(string Field, string Value)> fields)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (field, value) in fields)
        {
            if (value.Length > 0)
            {
                values[field] = value;
            }
        }

        return new DatedChange(day, new RegisterChange.Open(subject, values.ToImmutable()));
    }
}
