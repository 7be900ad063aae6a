namespace Junheng.Application.Samples;

/// <summary>The counts of the items file that follow from the school table, so that the two never contradict each other.</summary>
internal sealed class CountyFacts(IReadOnlyList<SchoolAmounts> schools)
{
    private static readonly string[] Counted = ["primary", "junior", "nine_year", "complete_secondary", "twelve_year"];

    private readonly SchoolAmounts[] _ordinary = [.. schools.Where(s => Counted.Contains(s.School.Type))];

    /// <summary>Schools of the compulsory stages; campuses and teaching points are not schools of their own.</summary>
    public int Schools => _ordinary.Count(s => s.School.ParentSerial is null);

    public int OversizePrimary => Sizes("primary").Count(size => size > 2000);
    public int OversizeJunior => Sizes("junior", "complete_secondary").Count(size => size > 2000);
    public int OversizeCombined => Sizes("nine_year", "twelve_year").Count(size => size > 2500);

    /// <summary>The table tells one class, the largest, of each school.</summary>
    public int OversizeClassesPrimary =>
        schools.Count(s => s.School.Type is "primary" or "teaching_point" or "nine_year" or "twelve_year" && s.LargestClass > 45);

    public int OversizeClassesJunior => schools.Count(s => s.School.Type is "junior" or "complete_secondary" && s.LargestClass > 50);

    public int SmallSchools => schools.Count(s => s.School.Type is "primary" or "teaching_point" && s.School.Locale == "rural" && s.Total < 100);
    public long SpecialPupils => schools.Where(s => s.School.Type == "special").Sum(s => s.Total);
    public long FullTimeTeachers => schools.Sum(s => (s[0, StaffItem.FullTime] ?? 0) + (s[1, StaffItem.FullTime] ?? 0));
    public long JuniorPupils => _ordinary.Sum(s => s.Enrolment[1] ?? 0);
    public long PrimaryPupils => schools.Sum(s => s.Enrolment[0] ?? 0);

    /// <summary>Compulsory-stage pupils of the schools of these types, campuses counted with their school.</summary>
    private IEnumerable<long> Sizes(params string[] types) => _ordinary
        .GroupBy(s => s.School.ParentSerial ?? s.School.Serial)
        .Where(g => types.Contains(g.First(s => s.School.ParentSerial is null).School.Type))
        .Select(g => g.Sum(s => (s.Enrolment[0] ?? 0) + (s.Enrolment[1] ?? 0)));
}
