namespace Junheng.Application.Samples;

/// <summary>
/// How the nation's units differ: sizes by school type, and the level of each item in thousandths of <see cref="PupilBase"/>
/// (a county's own quality comes on top).
/// </summary>
internal static class NationLevels
{
    public static readonly (string Type, int Share, int Smallest, int Largest)[] Types =
    [
        ("primary", 520, 60, 1900), ("teaching_point", 130, 6, 95), ("junior", 230, 150, 1900), ("nine_year", 90, 80, 1100),
        ("complete_secondary", 20, 300, 1500), ("twelve_year", 10, 200, 900),
    ];

    /// <summary>In the order of the unit table: above-degree, backbone, PE and arts teachers, teaching area, sports area, equipment, rooms.</summary>
    public static readonly (int Low, int High)[] Items =
        [(1000, 1300), (980, 1500), (980, 1350), (990, 1500), (980, 1650), (1000, 1500), (1000, 1350)];

    public const int PoorestCounty = 860;
    public const int RichestCounty = 1130;

    /// <summary>Missing item cells in 10,000.</summary>
    public const int Missing = 100;
}
