using System.Collections.Immutable;

namespace Junheng.Application.Samples;

/// <summary>Learning, fitness and courses of a school of the sample county: the villages lag in fitness tests and cannot always teach every course.</summary>
internal static class SchoolQuality
{
    public static readonly ImmutableArray<string> Columns =
    [
        .. new[] { "fitness_tested", "fitness_passed", "monitored_pupils", "monitored_good", "courses_required", "courses_taught" }.SelectMany(column => new[] { column + "_primary", column + "_junior" }),
    ];

    /// <summary>National monitoring takes the fourth and the eighth grade.</summary>
    private static readonly int[] _monitoredGrades = [4, 8];

    private static readonly long[] _courses = [11, 14];

    /// <summary>The cells of a school, in the order of <see cref="Columns"/>.</summary>
    /// <param name="amounts">The school in a year.</param>
    /// <param name="grades">Its cells by grade, from the first grade on.</param>
    /// <param name="seed">Same seed, same cells.</param>
    public static IEnumerable<string> Cells(SchoolAmounts amounts, IReadOnlyList<string> grades, ulong seed)
    {
        var stages = Enumerable.Range(0, _courses.Length).Select(stage => Stage(amounts, grades, stage, seed)).ToArray();
        return Enumerable.Range(0, Columns.Length / stages.Length).SelectMany(column => stages.Select(stage => CellText.Whole(stage[column])));
    }

    private static long?[] Stage(SchoolAmounts amounts, IReadOnlyList<string> grades, int stage, ulong seed)
    {
        if (amounts.Enrolment[stage] is not { } pupils || amounts.School.Type == "special")
        {
            return new long?[Columns.Length / _courses.Length];
        }

        var random = SplitMix64.For(seed, $"{amounts.School.Serial}/{stage}/{amounts.Year}/quality");
        var (fit, good) = amounts.School.Locale switch { "urban" => (random.Between(979, 997), random.Between(860, 960)), "town" => (random.Between(970, 994), random.Between(790, 910)), _ => (random.Between(950, 990), random.Between(700, 880)) };
        var tested = pupils - pupils * random.Between(0, 12) / 1000;
        var monitored = long.Parse(grades[_monitoredGrades[stage] - 1], System.Globalization.CultureInfo.InvariantCulture);
        var untaught = amounts.School.Locale == "rural" && random.Between(0, 4) == 0 ? 1 : 0;
        return [tested, tested * fit / 1000, monitored == 0 ? null : monitored, monitored == 0 ? null : monitored * good / 1000, _courses[stage], _courses[stage] - untaught];
    }
}
