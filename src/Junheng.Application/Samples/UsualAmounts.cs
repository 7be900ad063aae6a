namespace Junheng.Application.Samples;

/// <summary>The amounts of a school in 2026 (for a closed school: as if it still stood), drawn from the levels of its locale.</summary>
internal static class UsualAmounts
{
    private const long PerPupils = 10_000;
    private const long Usual = 1000;

    /// <summary>Schools below this size have too few persons and rooms for an item that is only a little short.</summary>
    private const int LeastForWeakItem = 150;

    public static SchoolAmounts Of(SampleCountyProfile county, SampleSchool school, ulong seed)
    {
        var amounts = new SchoolAmounts(school, school.LastYear);
        for (var stage = 0; stage < SchoolAmounts.Stages; stage++)
            amounts.Enrolment[stage] = SchoolEnrolment.Of(school, stage, school.LastYear, seed);

        var random = SplitMix64.For(seed, county.Code + school.Serial + "/levels");
        SetStaff(county, amounts, ref random);
        SetShared(county, amounts, ref random);
        if (!school.Planted && random.Chance(county.WeakSchools)) Weaken(amounts, ref random);
        if (school is { Locale: "rural", Junior: null } && amounts.Total is >= 50 and < 100) amounts.SharedPeArt = random.Between(0, 2);
        SchoolClasses.Set(amounts, seed);
        return amounts;
    }

    /// <summary>Nobody is counted among the teachers of an item who is not among the full-time teachers.</summary>
    public static void KeepStaffConsistent(SchoolAmounts amounts)
    {
        for (var stage = 0; stage < SchoolAmounts.StaffedStages; stage++)
            foreach (var item in Enum.GetValues<StaffItem>())
                if (amounts[stage, item] > amounts[stage, StaffItem.FullTime])
                    amounts[stage, StaffItem.FullTime] = amounts[stage, item];
    }

    private static void SetStaff(SampleCountyProfile county, SchoolAmounts amounts, ref SplitMix64 random)
    {
        for (var stage = 0; stage < SchoolAmounts.StaffedStages; stage++)
        {
            if (amounts.Enrolment[stage] is not { } pupils) continue;
            foreach (var item in Enum.GetValues<StaffItem>())
            {
                var (low, high) = ResourceLevels.Of(amounts.School.Locale, item);
                amounts[stage, item] = Amount(pupils * PupilBase.Staff(stage, item), random.Between(low, high), county.Quality);
            }
        }
        KeepStaffConsistent(amounts);
    }

    private static void SetShared(SampleCountyProfile county, SchoolAmounts amounts, ref SplitMix64 random)
    {
        var pupils = PupilBase.WeightedPupils(amounts);
        foreach (var item in Enum.GetValues<SharedItem>())
        {
            var (low, high) = ResourceLevels.Of(amounts.School.Locale, item);
            var quality = county.Quality;
            if (amounts.School.Locale == "rural" && item == SharedItem.SportsArea) quality = (int)(quality * county.RuralSports / Usual);
            amounts[item] = Amount(pupils * PupilBase.Shared(amounts, item) / 100, random.Between(low, high), quality);
        }
        GiveGym(amounts, random.Between(0, 2) > 0);
    }

    /// <summary>A gym stands in the teaching-area column and counts as sports area: the columns are set to give the same corrected areas.</summary>
    private static void GiveGym(SchoolAmounts amounts, bool wanted)
    {
        var gym = wanted && amounts.Total >= 400 ? Math.Min(amounts[SharedItem.IndoorSportsArea] ?? 0, 180_000) : 0;
        amounts[SharedItem.IndoorSportsArea] = gym;
        amounts[SharedItem.TeachingArea] += gym;
        amounts[SharedItem.SportsArea] -= gym;
    }

    /// <summary>Puts one item of a one-stage school between its floor and its norm: such a school still meets by the exception.</summary>
    private static void Weaken(SchoolAmounts amounts, ref SplitMix64 random)
    {
        var stage = amounts.Enrolment[0] is null ? 1 : 0;
        if (amounts.School.Type is not ("primary" or "junior") || amounts.Enrolment[stage] is not ({ } pupils and >= LeastForWeakItem)) return;
        var item = random.Between(0, 2) switch { 0 => SharedItem.Equipment, 1 => SharedItem.TeachingArea, _ => SharedItem.Rooms };
        var needed = pupils * PupilBase.Shared(stage, item);
        var less = needed * random.Between(900, 985) / (PerPupils * Usual);
        if (less * PerPupils * Usual < needed * 860) return;
        amounts[item] = less + (item == SharedItem.TeachingArea ? amounts[SharedItem.IndoorSportsArea] : 0);
    }

    /// <summary>Rounded up to the item's unit, so that a level above the norm stays above it in a small school.</summary>
    private static long Amount(long pupilsTimesBase, int level, int quality)
    {
        var divisor = PerPupils * Usual * Usual;
        return (pupilsTimesBase * level * quality + divisor - 1) / divisor;
    }
}
