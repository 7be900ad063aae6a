namespace Junheng.Application.Samples;

/// <summary>
/// How much of its 2026 amount an item gains a year, in thousandths: the county hires and equips, builds a little in the seat,
/// and leaves the villages their land.
/// </summary>
internal static class YearlyGrowth
{
    //                                              above backbone PE/arts full-time mid-title
    private static readonly int[] UrbanStaff = [40, 58, 52, 32, 40];
    private static readonly int[] TownStaff = [24, 42, 38, 8, 30];
    private static readonly int[] RuralStaff = [8, 30, 32, -15, 10];

    //                                           teaching sports indoor equipment rooms computers books
    private static readonly int[] UrbanShared = [34, 34, 34, 42, 44, 45, 35];
    private static readonly int[] TownShared = [10, 9, 9, 30, 34, 40, 25];
    private static readonly int[] RuralShared = [4, 0, 0, 18, 22, 36, 15];

    public static int Of(string locale, StaffItem item) =>
        (locale switch { "urban" => UrbanStaff, "town" => TownStaff, _ => RuralStaff })[(int)item];

    public static int Of(string locale, SharedItem item) =>
        (locale switch { "urban" => UrbanShared, "town" => TownShared, _ => RuralShared })[(int)item];
}
