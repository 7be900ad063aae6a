using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Counties;
using Junheng.Application.Samples;
using Junheng.Domain.Registers;

namespace Junheng.Application.Registers;

/// <summary>
/// Use case: the sample county gets its registers, from the same roster as its returns of six years: the county, its townships, schools and campuses, the schools that
/// opened, and those that merged or closed.
/// </summary>
public sealed class StoreSampleRegisters(IRegisters registers, ICountyReturns counties, ChangeRegisters change)
{
    private const string Author = "installation";
    private static readonly DateOnly _countyFrom = new(1950, 1, 1);

    /// <summary>Stores them where the sample county is on record and nothing is registered yet; says whether it did.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        var profile = SampleCountyPlaces.County;
        if ((await registers.ReadAsync(cancellation)).LastNumber > 0 || await counties.FindAsync(profile.Code, cancellation) is not { Region: var region } || region.Name != profile.Name)
        {
            return false;
        }

        var outcome = await change.RunAsync(Author, Changes(new SubjectId(SubjectKind.Region, region.Scope.Value)), cancellation);
        return outcome is ChangeOutcome.Refused refused
            ? throw new InvalidOperationException($"The registers of the sample county were refused: {string.Join("; ", refused.Findings.Select(finding => finding.Message))}")
            : true;
    }

    /// <summary>The changes that make the registers.</summary>
    internal static ImmutableArray<DatedChange> Changes(SubjectId county)
    {
        var profile = SampleCountyPlaces.County;
        var townships = profile.Townships.Select((place, at) => (place.Name, Id: new SubjectId(SubjectKind.Township, at + 1))).ToDictionary(each => each.Name, each => each.Id);
        var roster = SampleCountyRoster.Schools.OrderBy(school => school.Serial, StringComparer.Ordinal).ToList();
        var schools = roster.Where(school => school.ParentSerial is null).Select((school, at) => (school.Serial, Id: new SubjectId(SubjectKind.School, at + 1))).ToDictionary(each => each.Serial, each => each.Id);
        var changes = new List<DatedChange>
        {
            Open(_countyFrom, county, ("code", profile.Code), ("name", profile.Name), ("level", "county")),
        };
        changes.AddRange(townships.Select(each => Open(_countyFrom, each.Value, ("name", each.Key), ("county", county.ToString()))));
        foreach (var school in roster.Where(school => school.ParentSerial is null))
        {
            changes.Add(Open(
                Begins(school), schools[school.Serial], ("code", profile.Code + school.Serial), ("name", school.Name), ("type", school.Type),
                ("organiser", school.Organiser.ToString(CultureInfo.InvariantCulture)), ("county", county.ToString()), ("township", townships[school.Township].ToString()), ("locale", school.Locale)));
        }

        foreach (var (campus, at) in roster.Where(school => school.ParentSerial is not null).Select((school, at) => (school, at)))
        {
            changes.Add(Open(
                Begins(campus), new SubjectId(SubjectKind.Campus, at + 1), ("name", campus.Name), ("school", schools[campus.ParentSerial!].ToString()),
                ("township", townships[campus.Township].ToString())));
        }

        foreach (var school in roster.Where(school => school.LastYear < SampleYears.Last && school.ParentSerial is null))
        {
            var day = new DateOnly(school.LastYear + 1, 9, 1);
            var receiver = roster.FirstOrDefault(other => other.AbsorbedSerial == school.Serial);
            changes.Add(new DatedChange(day, receiver is null ? new RegisterChange.Close(schools[school.Serial]) : new RegisterChange.Merge([schools[school.Serial]], schools[receiver.Serial])));
        }

        return [.. changes];
    }

    private static DateOnly Begins(SampleSchool school) => new(school.OpenedLate ? school.FirstYear : school.Built, 9, 1);

    private static DatedChange Open(DateOnly day, SubjectId subject, params ReadOnlySpan<(string Field, string Value)> fields)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (field, value) in fields)
        {
            values[field] = value;
        }

        return new DatedChange(day, new RegisterChange.Open(subject, values.ToImmutable()));
    }
}
