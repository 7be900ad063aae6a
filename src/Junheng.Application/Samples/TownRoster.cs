namespace Junheng.Application.Samples;

/// <summary>The schools of the eight towns (镇, locale town) and of the three seats of rural townships (乡, locale rural).</summary>
internal static class TownRoster
{
    public static readonly IReadOnlyList<SampleSchool> Schools =
    [
        Primary("0101", "石桥镇中心小学", "石桥镇", 1968, 690, 690) with { AbsorbedSerial = "0301" },
        Junior("0102", "石桥镇初级中学", "石桥镇", 1974, 430, 450),
        Primary("0103", "白沙镇中心小学", "白沙镇", 1962, 590, 610) with { Planted = true },
        Junior("0104", "白沙镇第一初级中学", "白沙镇", 1976, 520, 500),
        Junior("0105", "白沙镇第二初级中学", "白沙镇", 1996, 300, 270),
        Primary("0106", "柳林镇中心小学", "柳林镇", 1965, 560, 540),
        Junior("0107", "柳林镇初级中学", "柳林镇", 1978, 420, 400),
        new("0108", "双溪镇九年一贯制学校", "nine_year", "双溪镇", "town", 1987) { Primary = new(520, 500), Junior = new(300, 310), Planted = true },
        Primary("0109", "大坪镇中心小学", "大坪镇", 1970, 480, 450) with { Planted = true },
        Junior("0110", "大坪镇初级中学", "大坪镇", 1980, 360, 340),
        Primary("0111", "青龙镇中心小学", "青龙镇", 1964, 620, 640) with { Planted = true },
        Junior("0112", "青龙镇初级中学", "青龙镇", 1979, 450, 440),
        Primary("0113", "永兴镇中心小学", "永兴镇", 1972, 430, 400),
        Junior("0114", "永兴镇初级中学", "永兴镇", 1982, 310, 280),
        Primary("0115", "河口镇中心小学", "河口镇", 1969, 520, 530) with { Planted = true },
        Junior("0116", "河口镇初级中学", "河口镇", 1977, 390, 380),
        Primary("0117", "双溪镇中心小学", "双溪镇", 1966, 380, 360),
        Primary("0118", "石桥镇第二小学", "石桥镇", 2011, 300, 330),
        Primary("0201", "云雾乡中心小学", "云雾乡", 1973, 260, 220) with { Locale = "rural" },
        Junior("0202", "云雾乡初级中学", "云雾乡", 1984, 190, 160) with { Locale = "rural", Planted = true },
        new("0203", "竹园乡九年一贯制学校", "nine_year", "竹园乡", "rural", 1991) { Primary = new(230, 190), Junior = new(140, 120) },
        Primary("0204", "高岭乡中心小学", "高岭乡", 1975, 210, 170) with { Locale = "rural" },
        Junior("0205", "高岭乡初级中学", "高岭乡", 1986, 170, 150) with { Locale = "rural" },
    ];

    private static SampleSchool Primary(string serial, string name, string township, int built, int first, int last) =>
        new(serial, name, "primary", township, "town", built) { Primary = new(first, last) };

    private static SampleSchool Junior(string serial, string name, string township, int built, int first, int last) =>
        new(serial, name, "junior", township, "town", built) { Junior = new(first, last) };
}
