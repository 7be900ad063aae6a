namespace Junheng.Assessment.Tests.Reference;

/// <summary>One school-stage unit with exact amounts, after the split; null is missing.</summary>
public sealed record ReferenceUnit(
    string CountyCode,
    string SchoolCode,
    string Stage,
    ReferenceNumber? Enrolment,
    IReadOnlyDictionary<string, ReferenceNumber?> Items,
    string? SchoolType,
    int? OrganiserType,
    string? Locale)
{
    /// <summary>The amount of an item; null where it is missing.</summary>
    public ReferenceNumber? Amount(string item) => Items.GetValueOrDefault(item);
}
