namespace Junheng.Application.Samples;

/// <summary>
/// The amount of each item per 10,000 pupils that the generator calls its usual level (1,000 thousandths).
/// The first items lie at the norms of cn-2017-quality-balance, so that the samples fall on both sides of them; no verdict is ever taken from here.
/// </summary>
internal static class PupilBase
{
    //                                              above backbone PE/arts full-time mid-title
    private static readonly long[][] StaffLevels = [[420, 100, 90, 560, 260], [530, 100, 90, 790, 400]];

    //                                               teaching   sports      indoor  equipment   rooms computers books
    private static readonly long[][] SharedLevels = [[4_500_000, 7_500_000, 500_000, 20_000_000, 230, 1300, 250_000],
                                                     [5_800_000, 10_200_000, 600_000, 25_000_000, 240, 1600, 350_000]];

    public static long Staff(int stage, StaffItem item) => StaffLevels[stage][(int)item];

    /// <summary>Per 10,000 pupils of a school with one stage (0 primary, 1 junior).</summary>
    public static long Shared(int stage, SharedItem item) => SharedLevels[stage][(int)item];

    /// <summary>
    /// Per 10,000 pupils of the school's lowest stage. Of a school with primary and junior pupils the higher need of the two rules,
    /// since the split gives a junior pupil 1.1 times a primary pupil's share.
    /// </summary>
    public static long Shared(SchoolAmounts school, SharedItem item)
    {
        if (school.Enrolment[0] is null) return Shared(1, item);
        if (school.Enrolment[1] is null) return Shared(0, item);
        return Math.Max(Shared(0, item), (Shared(1, item) * 10 + 10) / 11);
    }

    /// <summary>Pupils × 100 weighed as the split weighs them, counted in pupils of the lowest stage.</summary>
    public static long WeightedPupils(SchoolAmounts school) => school.Enrolment switch
    {
        [{ } primary, var junior, var senior] => primary * 100 + (junior ?? 0) * 110 + (senior ?? 0) * 132,
        [null, { } junior, var senior] => junior * 100 + (senior ?? 0) * 120,
        _ => (school.Enrolment[2] ?? 0) * 100,
    };
}
