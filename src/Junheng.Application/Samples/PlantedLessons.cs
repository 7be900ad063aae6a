namespace Junheng.Application.Samples;

/// <summary>Writes the <see cref="SampleLessons"/> into the 2026 amounts; areas in 1/100 m², equipment in yuan.</summary>
internal static class PlantedLessons
{
    public static void Plant(IReadOnlyDictionary<string, SchoolAmounts> schools)
    {
        SportsArea(schools["0002"], perPupil: 562);
        SportsArea(schools["0003"], perPupil: 510);
        schools["0003"].EasedSportsArea = 300_000;

        var ruralJunior = schools["0202"];
        TeachingArea(ruralJunior, 530 * ruralJunior.Total);
        ruralJunior[SharedItem.Equipment] = 2300 * ruralJunior.Total;

        var town = schools["0111"];
        TeachingArea(town, 38_240 * town.Total / 100);

        var rounding = schools["0004"]; // 47 of 1,120 pupils are 4.196…
        rounding[0, StaffItem.AboveDegree] = 47;
        rounding[SharedItem.Rooms] = 25;

        var nineYear = schools["0108"];
        var weighted = PupilBase.WeightedPupils(nineYear);
        TeachingArea(nineYear, 462 * weighted / 100);
        SportsArea(nineYear, 840 * weighted / 100, indoor: 0);
        nineYear[SharedItem.Equipment] = 2400 * weighted / 100;

        schools["0308"][0, StaffItem.PeArt] = 0;
        schools["0308"].SharedPeArt = 1;
        schools["0109"][SharedItem.Rooms] = null;
        schools["0103"].LargestClass = 48;

        var atNorm = schools["0014"];
        SportsArea(atNorm, 1020 * atNorm.Total, indoor: 56_400);

        var gym = schools["0007"];
        gym[SharedItem.IndoorSportsArea] = 90_000;
        gym[SharedItem.TeachingArea] = 430 * gym.Total + 90_000;
        gym[SharedItem.SportsArea] = 780 * gym.Total - 90_000;

        var unfilled = schools["0008"]; // built for six grades, holds four
        TeachingArea(unfilled, 640 * unfilled.Total);
        SportsArea(unfilled, perPupil: 1050);

        SportsArea(schools["0005"], perPupil: 602);
        SportsArea(schools["0006"], perPupil: 1340);
    }

    private static void SportsArea(SchoolAmounts school, int perPupil) => SportsArea(school, perPupil * school.Total, indoor: 0);

    /// <summary>Sets the whole sports area, of which <paramref name="indoor"/> is a gym; the corrected teaching area stays what it was.</summary>
    private static void SportsArea(SchoolAmounts school, long area, long indoor)
    {
        school[SharedItem.TeachingArea] += indoor - school[SharedItem.IndoorSportsArea];
        school[SharedItem.IndoorSportsArea] = indoor;
        school[SharedItem.SportsArea] = area - indoor;
    }

    private static void TeachingArea(SchoolAmounts school, long corrected) =>
        school[SharedItem.TeachingArea] = corrected + school[SharedItem.IndoorSportsArea];
}
