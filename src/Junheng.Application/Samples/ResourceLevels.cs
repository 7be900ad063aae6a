namespace Junheng.Application.Samples;

/// <summary>Range of levels in 2026, in thousandths of <see cref="PupilBase"/>: crowded seat, comfortable towns, roomy villages.</summary>
internal static class ResourceLevels
{
    private static readonly (int Low, int High)[] UrbanStaff = [(1050, 1200), (1050, 1450), (1040, 1250), (1000, 1120), (1000, 1200)];
    private static readonly (int Low, int High)[] TownStaff = [(1060, 1220), (1040, 1350), (1040, 1250), (1020, 1150), (1000, 1250)];
    private static readonly (int Low, int High)[] RuralStaff = [(1080, 1250), (1020, 1200), (1040, 1300), (1100, 1350), (1000, 1300)];

    private static readonly (int Low, int High)[] UrbanShared =
        [(1020, 1120), (1020, 1120), (700, 1300), (1100, 1450), (1040, 1200), (1000, 1300), (1000, 1200)];
    private static readonly (int Low, int High)[] TownShared =
        [(1080, 1400), (1150, 1600), (700, 1200), (1050, 1350), (1050, 1250), (1000, 1250), (1000, 1300)];
    private static readonly (int Low, int High)[] RuralShared =
        [(1250, 1900), (2200, 3600), (0, 0), (1080, 1450), (1060, 1350), (1000, 1350), (1050, 1500)];

    public static (int Low, int High) Of(string locale, StaffItem item) =>
        (locale switch { "urban" => UrbanStaff, "town" => TownStaff, _ => RuralStaff })[(int)item];

    public static (int Low, int High) Of(string locale, SharedItem item) =>
        (locale switch { "urban" => UrbanShared, "town" => TownShared, _ => RuralShared })[(int)item];
}
