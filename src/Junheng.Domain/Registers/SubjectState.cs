using System.Collections.Immutable;
using System.Globalization;
using Junheng.Domain.Schools;

namespace Junheng.Domain.Registers;

/// <summary>A subject on a day.</summary>
/// <param name="Id">Which.</param>
/// <param name="Valid">Its life: from its opening to its end, as far as events reach.</param>
/// <param name="Fields">Values by field; what is absent is missing.</param>
public sealed record SubjectState(SubjectId Id, Validity Valid, ImmutableSortedDictionary<string, string> Fields)
{
    /// <summary>A value; empty where it is missing.</summary>
    public string this[string field] => Fields.GetValueOrDefault(field, "");

    /// <summary>The code; empty where the register has none.</summary>
    public string Code => this["code"];

    /// <summary>The name; empty where the register has none.</summary>
    public string Name => this["name"];

    /// <summary>The county; null where the register has none.</summary>
    public SubjectId? County => SubjectId.Parse(this["county"]);

    /// <summary>The township; null where it is missing.</summary>
    public SubjectId? Township => SubjectId.Parse(this["township"]);

    /// <summary>The school that a campus, class or member of staff belongs to; null elsewhere.</summary>
    public SubjectId? School => SubjectId.Parse(this["school"]);

    /// <summary>The region above; null where none is on record.</summary>
    public SubjectId? Parent => SubjectId.Parse(this["parent"]);

    /// <summary>The type of a school; unknown elsewhere.</summary>
    public SchoolType SchoolType => SchoolTypes.Parse(this["type"]);

    /// <summary>The organiser code of a school, 1–10; 0 where it is missing.</summary>
    public byte Organiser => OrganiserTypes.Parse(this["organiser"]);

    /// <summary>Where a school lies; unknown elsewhere.</summary>
    public Locale Locale => Locales.Parse(this["locale"]);

    /// <summary>Whole years that a member of staff has been at the school on a day; null where the beginning is missing or later.</summary>
    public int? YearsAtSchool(DateOnly day) =>
        DateOnly.TryParseExact(this["since"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since) && since <= day
            ? day.Year - since.Year - (day < since.AddYears(day.Year - since.Year) ? 1 : 0)
            : null;
}
