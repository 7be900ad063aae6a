namespace Junheng.Application.Samples;

/// <summary>Classes, grades and the largest class that fit a school's pupils; the seat's classes were larger in the earlier years.</summary>
internal static class SchoolClasses
{
    private const int SmallestGrade = 5;
    private const int JuniorLimit = 50;
    private const int PrimaryLimit = 45;

    public static void Set(SchoolAmounts amounts, ulong seed)
    {
        var school = amounts.School;
        var crowding = school.Locale == "urban" ? SampleYears.Last - amounts.Year : 0;
        var limit = (school.Type is "junior" or "complete_secondary" ? JuniorLimit : PrimaryLimit) + crowding;
        var random = SplitMix64.For(seed, $"{school.Serial}/classes/{amounts.Year}");

        amounts.Grades = Grades(school, amounts.Year);
        amounts.Classes = 0;
        amounts.LargestClass = 0;
        for (var stage = 0; stage < SchoolAmounts.Stages; stage++)
        {
            if (amounts.Enrolment[stage] is not ({ } pupils and > 0)) continue;
            var usual = stage == 2 ? 50 : limit - 3;
            var classes = Math.Max(LeastClasses(school, stage, pupils, amounts.Year), (int)((pupils + usual - 1) / usual));
            amounts.Classes += classes;
            if (stage == 2 && amounts.LargestClass > 0) continue; // a senior class is no class of the compulsory stages
            var mean = (int)((pupils + classes - 1) / classes);
            amounts.LargestClass = Math.Max(amounts.LargestClass, Math.Min(Math.Max(limit, mean), mean + random.Between(0, 3)));
        }
    }

    private static int Grades(SampleSchool school, int year) => school.Type switch
    {
        "nine_year" or "special" => 9,
        "twelve_year" => 12,
        "teaching_point" or "junior" or "vocational" => 3,
        _ when school.OpenedLate => year - school.FirstYear + 1,
        _ => 6,
    };

    /// <summary>One class a grade, except where so few pupils are taught together (复式).</summary>
    private static int LeastClasses(SampleSchool school, int stage, long pupils, int year)
    {
        var grades = school.OpenedLate ? Grades(school, year) : stage == 0 && school.Type != "teaching_point" ? 6 : 3;
        return (int)Math.Max(1, Math.Min(grades, pupils / SmallestGrade));
    }
}
