namespace Junheng.Application.Samples;

/// <summary>Teacher items, counted by stage.</summary>
internal enum StaffItem { AboveDegree, Backbone, PeArt, FullTime, MidTitle }

/// <summary>Resources of the whole school. Areas are in 1/100 m², equipment in yuan, the others in pieces.</summary>
internal enum SharedItem { TeachingArea, SportsArea, IndoorSportsArea, Equipment, Rooms, Computers, Books }

/// <summary>The numbers of one school in one year. Null is a blank cell.</summary>
internal sealed class SchoolAmounts(SampleSchool school, int year)
{
    public const int Stages = 3;
    public const int StaffedStages = 2;
    public const int StaffItems = 5;
    public const int SharedItems = 7;

    private readonly long?[,] _staff = new long?[StaffedStages, StaffItems];
    private readonly long?[] _shared = new long?[SharedItems];

    public SampleSchool School { get; } = school;
    public int Year { get; } = year;

    /// <summary>Pupils of primary, junior, senior; null for a stage the school lacks.</summary>
    public long?[] Enrolment { get; } = new long?[Stages];

    public int Classes { get; set; }
    public int Grades { get; set; }
    public int LargestClass { get; set; }

    /// <summary>Part-time, itinerant and rotated PE and arts teachers; only small rural schools report them.</summary>
    public long? SharedPeArt { get; set; }

    /// <summary>Leased or roof-top sports area in 1/100 m².</summary>
    public long? EasedSportsArea { get; set; }

    public long? this[int stage, StaffItem item]
    {
        get => _staff[stage, (int)item];
        set => _staff[stage, (int)item] = value;
    }

    public long? this[SharedItem item]
    {
        get => _shared[(int)item];
        set => _shared[(int)item] = value;
    }

    public long Total => (Enrolment[0] ?? 0) + (Enrolment[1] ?? 0) + (Enrolment[2] ?? 0);
}
