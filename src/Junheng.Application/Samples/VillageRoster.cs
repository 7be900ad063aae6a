namespace Junheng.Application.Samples;

/// <summary>The village primaries (村小): all of them shrink, one is merged into its town's central school, one is a campus of it.</summary>
internal static class VillageRoster
{
    public static readonly IReadOnlyList<SampleSchool> Schools =
    [
        Village("0301", "石桥镇李家湾村小学", "石桥镇", 1983, 88, 72) with { LastYear = 2023 },
        Village("0302", "石桥镇新桥村小学", "石桥镇", 1992, 120, 98),
        Village("0303", "白沙镇沙洲村小学", "白沙镇", 1988, 150, 130),
        Village("0304", "白沙镇渔坝村小学", "白沙镇", 1995, 110, 92),
        Village("0305", "柳林镇柳树湾村小学", "柳林镇", 1990, 140, 115),
        Village("0306", "柳林镇杨家坪村小学", "柳林镇", 1985, 105, 84),
        Village("0307", "双溪镇上溪村小学", "双溪镇", 1997, 130, 108),
        Village("0308", "大坪镇黄土岭村小学", "大坪镇", 1993, 95, 72) with { Planted = true },
        Village("0309", "大坪镇坪上村小学", "大坪镇", 1989, 125, 104),
        Village("0310", "青龙镇龙潭村小学", "青龙镇", 1998, 160, 138),
        Village("0311", "青龙镇观音阁村小学", "青龙镇", 1986, 118, 95),
        Village("0312", "永兴镇永丰村小学", "永兴镇", 1994, 112, 90),
        Village("0313", "永兴镇枫树村小学", "永兴镇", 1991, 100, 78),
        Village("0314", "河口镇渡口村小学", "河口镇", 1996, 135, 112),
        Village("0315", "云雾乡大山村小学", "云雾乡", 1987, 92, 66),
        Village("0316", "竹园乡竹溪村小学", "竹园乡", 1999, 98, 74),
        Village("0317", "高岭乡岭脚村小学", "高岭乡", 1993, 90, 64),
        Village("0318", "河口镇中心小学下湾校区", "河口镇", 1990, 88, 60) with { ParentSerial = "0115", Planted = true },
    ];

    private static SampleSchool Village(string serial, string name, string township, int built, int first, int last) =>
        new(serial, name, "primary", township, "rural", built) { Primary = new(first, last) };
}
