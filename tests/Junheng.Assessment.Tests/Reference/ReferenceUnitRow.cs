namespace Junheng.Assessment.Tests.Reference;

/// <summary>One row of a unit table as text: null or blank is missing, an item without entry is missing too.</summary>
public sealed record ReferenceUnitRow(
    string CountyCode,
    string SchoolCode,
    string Stage,
    string? Enrolment,
    IReadOnlyDictionary<string, string?> Items,
    string? SchoolType = null,
    int? OrganiserType = null,
    string? Locale = null)
{
    /// <summary>The same row with exact numbers. Nothing is split or corrected.</summary>
    public ReferenceUnit ToUnit() => new(
        CountyCode,
        SchoolCode,
        Stage,
        ReferenceNumber.ParseCell(Enrolment),
        Items.ToDictionary(item => item.Key, item => ReferenceNumber.ParseCell(item.Value), StringComparer.Ordinal),
        SchoolType,
        OrganiserType,
        Locale);
}
