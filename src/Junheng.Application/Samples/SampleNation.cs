using System.Collections.Immutable;

namespace Junheng.Application.Samples;

/// <summary>A nation of invented counties as a unit table, for measuring speed and for trying the program at full size.</summary>
public static class SampleNation
{
    /// <summary>The seven items of cn-2017-quality-balance behind the key columns.</summary>
    public static ImmutableArray<string> Columns { get; } =
    [
        "county_code", "school_code", "stage", "enrolment", "school_type",
        "above_degree_teachers", "backbone_teachers", "pe_art_teachers", "teaching_area_m2", "sports_area_m2", "equipment_yuan", "multimedia_rooms",
    ];

    /// <summary>
    /// Exactly <paramref name="rows"/> rows in ordinal order of county, school and stage, made one by one; every county has at least two.
    /// About one item cell in a hundred is blank.
    /// </summary>
    /// <param name="seed">Same seed and sizes, same rows on any machine.</param>
    /// <param name="counties">1 to 9,000.</param>
    /// <param name="rows">At least twice the counties, at most 3,000 a county on average.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is outside its range.</exception>
    public static IEnumerable<string[]> Units(ulong seed, int counties = 2900, int rows = 200_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(counties, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(counties, 9000);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, counties * 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, counties * 3000L);
        return Counties(seed, counties, rows);
    }

    private static IEnumerable<string[]> Counties(ulong seed, int counties, int rows)
    {
        var weights = new long[counties];
        var random = SplitMix64.For(seed, "nation/sizes");
        for (var i = 0; i < counties; i++) weights[i] = random.Between(40, 160);
        var whole = weights.Sum();

        var spare = rows - 2L * counties;
        var (passed, given) = (0L, 0L);
        for (var i = 0; i < counties; i++)
        {
            passed += weights[i];
            var until = spare * passed / whole;
            var code = CellText.Whole(900000 + (i / 30 + 1) * 100 + i % 30 + 21);
            foreach (var row in new NationCounty(code, seed).Rows((int)(until - given) + 2)) yield return row;
            given = until;
        }
    }
}
