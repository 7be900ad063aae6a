namespace Junheng.Application.Samples;

/// <summary>Carries the amounts of 2026 back to an earlier year: enrolment by the roster's line, every stock by its yearly growth.</summary>
internal static class SchoolHistory
{
    private const long Usual = 1000;

    /// <summary>What a merger can carry away; land and rooms stay in the village.</summary>
    private static readonly SharedItem[] Moved = [SharedItem.Equipment, SharedItem.Computers, SharedItem.Books];

    public static SchoolAmounts In(int year, SchoolAmounts last, ulong seed)
    {
        var school = last.School;
        if (year == SampleYears.Last) return last;

        var amounts = new SchoolAmounts(school, year) { EasedSportsArea = last.EasedSportsArea, SharedPeArt = last.SharedPeArt };
        for (var stage = 0; stage < SchoolAmounts.Stages; stage++)
            amounts.Enrolment[stage] = SchoolEnrolment.Of(school, stage, year, seed);

        var back = SampleYears.Last - year;
        for (var stage = 0; stage < SchoolAmounts.StaffedStages; stage++)
            foreach (var item in Enum.GetValues<StaffItem>())
                amounts[stage, item] = Filled(last[stage, item], YearlyGrowth.Of(school.Locale, item) * back, amounts, last);
        foreach (var item in Enum.GetValues<SharedItem>())
            amounts[item] = item <= SharedItem.IndoorSportsArea && school.OpenedLate
                ? last[item]
                : Filled(last[item], YearlyGrowth.Of(school.Locale, item) * back, amounts, last);
        UsualAmounts.KeepStaffConsistent(amounts);
        SchoolClasses.Set(amounts, seed);
        return amounts;
    }

    /// <summary>Before the merger the receiving school had not yet the pupils, teachers and equipment of the absorbed one.</summary>
    public static void TakeAway(SchoolAmounts receiver, SchoolAmounts absorbed, ulong seed)
    {
        receiver.Enrolment[0] -= absorbed.Enrolment[0];
        foreach (var item in Enum.GetValues<StaffItem>()) receiver[0, item] -= absorbed[0, item];
        foreach (var item in Moved) receiver[item] -= absorbed[item];
        SchoolClasses.Set(receiver, seed);
    }

    /// <summary>A school that opened late fills up: its staff and equipment follow its pupils instead of the yearly growth.</summary>
    private static long? Filled(long? last, int lessPermille, SchoolAmounts then, SchoolAmounts now)
    {
        if (last is not { } amount) return null;
        return then.School.OpenedLate
            ? (amount * then.Total + now.Total - 1) / now.Total
            : (amount * (Usual - lessPermille) + Usual / 2) / Usual;
    }
}
