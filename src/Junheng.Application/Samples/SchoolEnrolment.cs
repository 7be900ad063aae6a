namespace Junheng.Application.Samples;

/// <summary>Pupils of a stage in one year: a straight line from the first to the last year, a seeded size factor and a small yearly wiggle.</summary>
internal static class SchoolEnrolment
{
    /// <summary>Schools under this size keep the roster's numbers, so that a seed never moves one across the 50-pupil line.</summary>
    private const int SmallSchool = 160;

    public static long? Of(SampleSchool school, int stage, int year, ulong seed)
    {
        if (school.Stage(stage) is not { } pupils) return null;
        var years = school.LastYear - school.FirstYear;
        var passed = year - school.FirstYear;
        var line = years == 0 ? pupils.Last : pupils.First + Rounded((long)(pupils.Last - pupils.First) * passed, years);
        if (school.Planted || pupils.Last < SmallSchool) return line;

        var size = SplitMix64.For(seed, school.Serial + "/size").Between(970, 1030);
        var wiggle = SplitMix64.For(seed, $"{school.Serial}/{stage}/{year}").Between(-8, 8);
        return Rounded(line * size * (1000 + wiggle), 1_000_000);
    }

    private static long Rounded(long value, long divisor) =>
        value >= 0 ? (value + divisor / 2) / divisor : -((-value + divisor / 2) / divisor);
}
