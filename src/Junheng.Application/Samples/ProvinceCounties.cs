namespace Junheng.Application.Samples;

/// <summary>The other eleven counties of the sample province: well off, usual and poor ones, with even and with uneven villages.</summary>
internal static class ProvinceCounties
{
    private static readonly (string Name, int Quality, int RuralSports, int WeakSchools)[] Counties =
    [
        ("云汀县", 1080, 520, 0), ("梅川区", 1060, 500, 0), ("松陵县", 1000, 620, 220), ("白鹤县", 935, 1350, 150),
        ("临樟区", 1040, 560, 0), ("双岭县", 890, 700, 200), ("枫桥县", 960, 1700, 100), ("丰谷县", 945, 600, 250),
        ("渔浦县", 1120, 540, 0), ("石鼓县", 915, 2100, 150), ("沅口县", 1020, 650, 120),
    ];

    private static readonly string[] Towns =
    [
        "太平镇", "新街镇", "大河镇", "黄桥镇", "三河镇", "红旗镇", "清水镇", "龙泉镇", "凤山镇", "马鞍镇", "高桥镇", "古城镇",
        "东湖镇", "西岭镇", "南山镇", "北坪镇", "竹山乡", "梨树乡", "石门乡", "茶园乡", "桃源乡", "杨柳乡", "云台乡", "黄沙乡",
    ];

    private const int TownsPerCounty = 6;

    public static IEnumerable<SampleCountyProfile> Of(ulong seed)
    {
        for (var i = 0; i < Counties.Length; i++)
        {
            var (name, quality, ruralSports, weak) = Counties[i];
            var code = CellText.Whole(990122 + i);
            var random = SplitMix64.For(seed, code + "/places");
            var (latitude, longitude) = (279000 + i % 4 * 4200, 1150000 + i / 4 * 6400);
            List<SampleTownship> townships = [new("城关街道", latitude, longitude)];
            for (var t = 0; t < TownsPerCounty; t++)
                townships.Add(new SampleTownship(Towns[(i * 5 + t * 4 + i / 4) % Towns.Length],
                    latitude + random.Between(-1700, 1700), longitude + random.Between(-2300, 2300)));
            yield return new SampleCountyProfile(code, name, townships) { Quality = quality, RuralSports = ruralSports, WeakSchools = weak };
        }
    }
}
