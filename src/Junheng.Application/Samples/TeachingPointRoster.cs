namespace Junheng.Application.Samples;

/// <summary>The teaching points (教学点): a few of 50 pupils and more, most below; two close, one falls below 50 in 2025.</summary>
internal static class TeachingPointRoster
{
    public static readonly IReadOnlyList<SampleSchool> Schools =
    [
        Point("0401", "石桥镇双河教学点", "石桥镇", 1984, 63, 52),
        Point("0402", "白沙镇堤口教学点", "白沙镇", 1987, 74, 58),
        Point("0403", "柳林镇松坡教学点", "柳林镇", 1982, 64, 44) with { Planted = true },
        Point("0404", "双溪镇下坝教学点", "双溪镇", 1989, 38, 26),
        Point("0405", "大坪镇石门教学点", "大坪镇", 1981, 30, 14),
        Point("0406", "青龙镇梨园教学点", "青龙镇", 1990, 70, 55),
        Point("0407", "永兴镇茶山教学点", "永兴镇", 1986, 42, 28),
        Point("0408", "河口镇沙湾教学点", "河口镇", 1988, 35, 22),
        Point("0409", "云雾乡云顶教学点", "云雾乡", 1980, 24, 9),
        Point("0410", "云雾乡半坡教学点", "云雾乡", 1979, 16, 12) with { LastYear = 2022 },
        Point("0411", "竹园乡寨上教学点", "竹园乡", 1985, 33, 18),
        Point("0412", "高岭乡雪峰教学点", "高岭乡", 1983, 26, 11),
        Point("0413", "高岭乡老屋教学点", "高岭乡", 1978, 22, 13) with { LastYear = 2024 },
    ];

    private static SampleSchool Point(string serial, string name, string township, int built, int first, int last) =>
        new(serial, name, "teaching_point", township, "rural", built) { Primary = new(first, last) };
}
