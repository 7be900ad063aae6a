namespace Junheng.Application.Samples;

/// <summary>Every school of the sample county in the years 2021–2026: the seat, the towns, the villages and the teaching points.</summary>
internal static class SampleCountyRoster
{
    public static readonly IReadOnlyList<SampleSchool> Schools =
        [.. SeatRoster.Schools, .. TownRoster.Schools, .. VillageRoster.Schools, .. TeachingPointRoster.Schools];
}
