using Junheng.Documents.Tables;
using Junheng.Domain.Schools;

namespace Junheng.Documents.Tests.Forms;

/// <summary>The simple school table made from the same facts as a workbook of forms.</summary>
internal static class SchoolTable
{
    private static readonly string[] _bands =
        ["upto_25", "26_30", "31_35", "36_40", "41_45", "46_50", "51_55", "56_60", "61_65", "66_up"];

    /// <summary>A school's row: public column id → text or number; what the school has not is absent.</summary>
    public static SortedDictionary<string, object> Row(this SchoolFacts school)
    {
        var row = new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["county_code"] = SchoolFacts.CountyCode,
            ["school_code"] = school.Code,
            ["school_name"] = school.Name,
            ["school_type"] = school.Type.Id(),
            ["report_year"] = school.Year,
            ["teaching_area_m2"] = school.Teaching,
            ["indoor_sports_area_m2"] = school.Gym,
            ["sports_area_m2"] = school.SportsGround,
            ["equipment_yuan"] = school.Equipment10k * 10000,
            ["multimedia_rooms"] = school.MultimediaRooms,
            ["books"] = school.Books,
            ["computers"] = school.Computers,
            ["fixed_assets_yuan"] = school.FixedAssets10k * 10000,
            ["building_area_m2"] = school.Building,
            ["classroom_area_m2"] = school.TeachingRooms[0],
            ["laboratory_area_m2"] = school.TeachingRooms[1],
            ["library_area_m2"] = school.TeachingRooms[2],
            ["office_area_m2"] = school.Offices,
            ["living_area_m2"] = school.Living,
            ["other_area_m2"] = school.OtherRooms,
            ["dangerous_area_m2"] = school.Dangerous,
            ["built_area_m2"] = school.Added,
            ["rented_area_m2"] = school.Rented,
            ["site_area_m2"] = school.Site,
            ["green_area_m2"] = school.Green,
            ["staff"] = school.Teachers + school.OtherStaff,
        };
        foreach (var stage in school.Stages)
        {
            AddStage(row, stage);
        }

        return row;
    }

    /// <summary>The schools as a CSV of the school layout.</summary>
    public static byte[] Csv(params IReadOnlyList<SchoolFacts> schools)
    {
        var rows = schools.Select(Row).ToList();
        var columns = rows.SelectMany(row => row.Keys).Distinct().Order(StringComparer.Ordinal).ToList();
        using var stream = new MemoryStream();
        CsvWriter.Write(stream, columns, rows.Select(row => (IReadOnlyList<object?>)[.. columns.Select(column => row.GetValueOrDefault(column))]));
        return stream.ToArray();
    }

    private static void AddStage(SortedDictionary<string, object> row, StageFacts facts)
    {
        var stage = facts.Stage.Id();
        row[$"enrolment_{stage}"] = facts.Pupils;
        if (facts.Stage == Stage.Senior)
        {
            return;
        }

        row[$"above_degree_teachers_{stage}"] = facts.AboveDegree;
        row[$"backbone_teachers_{stage}"] = facts.Backbone;
        row[$"pe_art_teachers_{stage}"] = facts.PeAndArts;
        row[$"full_time_teachers_{stage}"] = facts.Teachers;
        row[$"mid_title_teachers_{stage}"] = facts.ByTitle.Take(3).Sum();
        row[$"teachers_doctor_{stage}"] = facts.ByEducation[0];
        row[$"teachers_master_{stage}"] = facts.ByEducation[1];
        row[$"teachers_bachelor_{stage}"] = facts.ByEducation[2];
        row[$"teachers_college_{stage}"] = facts.ByEducation[3];
        row[$"teachers_below_college_{stage}"] = facts.ByEducation[4] + facts.ByEducation[5];
        row[$"pe_teachers_{stage}"] = facts.ByCourse["体育与健康"];
        row[$"art_teachers_{stage}"] = facts.Arts;
        row[$"music_teachers_{stage}"] = facts.ByCourse["音乐"];
        row[$"fine_art_teachers_{stage}"] = facts.ByCourse["美术"];
        row[$"stage_classes_{stage}"] = facts.Classes;
        for (var band = 0; band < _bands.Length; band++)
        {
            row[$"classes_{_bands[band]}_{stage}"] = facts.Bands[band];
        }

        for (var grade = 0; grade < facts.Grades.Length; grade++)
        {
            row[$"pupils_grade_{(facts.Stage == Stage.Primary ? 1 : 7) + grade}"] = facts.Grades[grade];
        }
    }
}
