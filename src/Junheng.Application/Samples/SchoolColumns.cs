using System.Collections.Immutable;

namespace Junheng.Application.Samples;

/// <summary>The school-table layout of the sample files and the text of one row.</summary>
internal static class SchoolColumns
{
    public static readonly ImmutableArray<string> All =
    [
        "county_code", "county_name", "school_code", "school_name", "school_type", "organiser_type", "locale", "township", "report_year",
        "classes", "grades", "largest_class", "built_year", "migrant_share", "centre_city", "parent_school_code", "lat", "lon",
        "enrolment_primary", "enrolment_junior", "enrolment_senior",
        "above_degree_teachers_primary", "above_degree_teachers_junior", "backbone_teachers_primary", "backbone_teachers_junior",
        "pe_art_teachers_primary", "pe_art_teachers_junior", "full_time_teachers_primary", "full_time_teachers_junior",
        "mid_title_teachers_primary", "mid_title_teachers_junior",
        "teaching_area_m2", "sports_area_m2", "indoor_sports_area_m2", "equipment_yuan", "multimedia_rooms", "computers", "books",
        "shared_pe_art_teachers", "eased_sports_area_m2",
    ];

    /// <summary>One row, in the order of <see cref="All"/>. Place and migrant share hang on the school, not on the year.</summary>
    public static string[] Row(SampleCountyProfile county, SchoolAmounts amounts, ulong seed)
    {
        var school = amounts.School;
        var code = county.Code + school.Serial;
        var random = SplitMix64.For(seed, code + "/place");
        var township = county.Townships.First(t => t.Name == school.Township);
        var spread = school.Locale == "rural" ? 320 : 90;
        var latitude = township.Latitude + random.Between(-spread, spread);
        var longitude = township.Longitude + random.Between(-spread, spread);
        var migrants = school.Locale switch { "urban" => random.Between(8, 28), "town" => random.Between(2, 9), _ => random.Between(0, 2) };

        List<string> cells =
        [
            county.Code, county.Name, code, school.Name, school.Type, CellText.Whole(school.Organiser), school.Locale, school.Township,
            CellText.Whole(amounts.Year), CellText.Whole(amounts.Classes), CellText.Whole(amounts.Grades), CellText.Whole(amounts.LargestClass),
            CellText.Whole(school.Built), CellText.Fixed(migrants, 2), school.CentreCity ? "1" : "0",
            school.ParentSerial is { } parent ? county.Code + parent : "", CellText.Fixed(latitude, 4), CellText.Fixed(longitude, 4),
        ];
        foreach (var pupils in amounts.Enrolment) cells.Add(CellText.Whole(pupils));
        foreach (var item in Enum.GetValues<StaffItem>())
            for (var stage = 0; stage < SchoolAmounts.StaffedStages; stage++)
                cells.Add(CellText.Whole(amounts[stage, item]));
        foreach (var item in Enum.GetValues<SharedItem>())
            cells.Add(item <= SharedItem.IndoorSportsArea ? CellText.Hundredths(amounts[item]) : CellText.Whole(amounts[item]));
        cells.Add(CellText.Whole(amounts.SharedPeArt));
        cells.Add(CellText.Hundredths(amounts.EasedSportsArea));
        return [.. cells];
    }
}
