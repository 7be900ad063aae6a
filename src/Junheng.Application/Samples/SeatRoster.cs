namespace Junheng.Application.Samples;

/// <summary>The schools of the county seat: growing, crowded, one opened in 2023, one with a campus across the river.</summary>
internal static class SeatRoster
{
    private const string West = "澄江街道";
    private const string East = "文昌街道";

    public static readonly IReadOnlyList<SampleSchool> Schools =
    [
        Primary("0001", "澄溪县实验小学", West, 2008, 1960, 2140) with { Planted = true },
        Primary("0002", "澄溪县第一小学", West, 1956, 1360, 1450) with { Planted = true, CentreCity = true },
        Primary("0003", "澄溪县第二小学", West, 1978, 1090, 1180) with { Planted = true, CentreCity = true },
        Primary("0004", "澄溪县第三小学", East, 2012, 890, 1120) with { Planted = true },
        Primary("0005", "澄溪县第四小学", West, 1994, 790, 980) with { Planted = true },
        Primary("0006", "澄溪县第四小学滨江校区", East, 2017, 210, 320) with { Planted = true, ParentSerial = "0005" },
        Primary("0007", "澄溪县文昌小学", East, 2003, 700, 880) with { Planted = true },
        Primary("0008", "澄溪县朝阳小学", East, 2023, 200, 760) with { Planted = true, FirstYear = 2023 },
        Primary("0009", "澄溪县育英小学", East, 2014, 430, 460) with { Organiser = 10 },
        Primary("0010", "澄溪县第五小学", West, 2001, 610, 760),
        new("0011", "澄溪县第一中学", "complete_secondary", West, "urban", 1952) { Junior = new(900, 960), Senior = new(1800, 1860) },
        Junior("0012", "澄溪县第二中学", West, 1985, 1120, 1290),
        Junior("0013", "澄溪县第三中学", East, 1999, 990, 1150),
        Junior("0014", "澄溪县城关中学", West, 1971, 760, 820) with { Planted = true },
        Junior("0015", "云州市外国语实验中学", East, 2010, 380, 420) with { Organiser = 5 },
        new("0016", "澄溪县实验学校", "nine_year", East, "urban", 2015) { Primary = new(880, 1050), Junior = new(520, 640) },
        new("0017", "澄溪县育才学校", "twelve_year", East, "urban", 2006)
            { Primary = new(600, 640), Junior = new(360, 400), Senior = new(280, 320), Organiser = 10 },
        new("0018", "澄溪县特殊教育学校", "special", West, "urban", 2009) { Primary = new(60, 70), Junior = new(22, 30) },
        new("0019", "澄溪县职业中等专业学校", "vocational", West, "urban", 1988) { Senior = new(1640, 1720) },
    ];

    private static SampleSchool Primary(string serial, string name, string township, int built, int first, int last) =>
        new(serial, name, "primary", township, "urban", built) { Primary = new(first, last) };

    private static SampleSchool Junior(string serial, string name, string township, int built, int first, int last) =>
        new(serial, name, "junior", township, "urban", built) { Junior = new(first, last) };
}
