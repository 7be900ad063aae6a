namespace Junheng.Assessment.Tests.Reference;

/// <summary>
/// One row of a school table as text. <c>Items</c> holds staged items by <c>&lt;item&gt;_primary</c> and <c>&lt;item&gt;_junior</c>, shared items
/// by their own id, and
/// <c>indoor_sports_area_m2</c> where the file has that column (an entry that is null: the column is there, the cell is blank). Null or blank is
/// missing.
/// </summary>
public sealed record ReferenceSchoolRow(
    string CountyCode,
    string SchoolCode,
    string? EnrolmentPrimary,
    string? EnrolmentJunior,
    string? EnrolmentSenior,
    IReadOnlyDictionary<string, string?> Items,
    string? SchoolType = null,
    int? OrganiserType = null,
    string? Locale = null,
    string? ParentSchoolCode = null)
{
    /// <summary>The enrolment cell of a stage.</summary>
    public string? Enrolment(string stage) => stage switch
    {
        ReferenceStages.Primary => EnrolmentPrimary,
        ReferenceStages.Junior => EnrolmentJunior,
        ReferenceStages.Senior => EnrolmentSenior,
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };
}
