namespace Junheng.Application.Samples;

/// <summary>澄溪县, an invented county: its townships with invented coordinates.</summary>
internal static class SampleCountyPlaces
{
    public static readonly SampleCountyProfile County = new("990121", "澄溪县",
    [
        new("澄江街道", 284510, 1161200), new("文昌街道", 284420, 1161390),
        new("石桥镇", 285160, 1160340), new("白沙镇", 284030, 1162480), new("柳林镇", 285620, 1161900), new("双溪镇", 283480, 1160620),
        new("大坪镇", 286210, 1160510), new("青龙镇", 283760, 1161730), new("永兴镇", 284890, 1163260), new("河口镇", 284270, 1159480),
        new("云雾乡", 287040, 1161310), new("竹园乡", 282790, 1162350), new("高岭乡", 286480, 1162970),
    ]);
}
