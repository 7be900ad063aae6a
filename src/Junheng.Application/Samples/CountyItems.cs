using System.Collections.Immutable;

namespace Junheng.Application.Samples;

/// <summary>
/// The items file of the sample county: mostly met; G4 and G5 fail as in the school table,
/// G11 fails because too few of the rotated teachers are backbone teachers, and Q9 is undecided because art has not been monitored yet.
/// </summary>
internal static class CountyItems
{
    private static readonly ImmutableArray<string> Columns = ["county_code", "item", "field", "value", "source"];

    public static SampleTable Of(SampleCountyProfile county, IReadOnlyList<SchoolAmounts> schools, ulong seed)
    {
        var random = SplitMix64.For(seed, county.Code + "/items");
        var facts = new CountyFacts(schools);
        List<string[]> rows =
        [
            .. Guarantee(facts, ref random), .. Quality(facts, ref random), .. Recognition(ref random), .. Vetoes(), .. Prerequisites(),
        ];
        foreach (var row in rows) row[0] = county.Code;
        return new SampleTable("county-items", Columns, rows);
    }

    /// <summary>The items with the retention that the school table counts, so that the two never contradict each other.</summary>
    public static SampleTable WithRetention(SampleTable items, SampleTable schools)
    {
        long Sum(string column, int year) => schools.Rows
            .Where(row => row[schools.Columns.IndexOf("report_year")] == CellText.Whole(year))
            .Select(row => row[schools.Columns.IndexOf(column)])
            .Sum(text => text.Length == 0 ? 0 : long.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
        return items with
        {
            Rows =
            [
                .. items.Rows.Select(row => row[1] != "Q1" ? row : row[2] switch
                {
                    "graduates" => [.. row[..3], CellText.Whole(Sum("pupils_grade_9", SampleYears.Last)), row[4]],
                    "entrants_three_years_ago" => [.. row[..3], CellText.Whole(Sum("pupils_grade_7", SampleYears.Last - 2)), row[4]],
                    "transferred_in" => [.. row[..3], CellText.Whole(Sum("cohort_moved_in_junior", SampleYears.Last)), row[4]],
                    "transferred_out" => [.. row[..3], CellText.Whole(Sum("cohort_moved_out_junior", SampleYears.Last)), row[4]],
                    "died" => [.. row[..3], CellText.Whole(Sum("cohort_died_junior", SampleYears.Last)), row[4]],
                    _ => row,
                }),
            ],
        };
    }

    private static List<string[]> Guarantee(CountyFacts facts, ref SplitMix64 random)
    {
        const string office = "县教育局 2026 年统计";
        var eligible = random.Between(600, 680);
        var rotated = eligible * random.Between(112, 124) / 1000;
        var salary = random.Between(98_000, 101_000);
        var places = random.Between(95, 105) * 10;
        var migrants = random.Between(2350, 2550);
        return
        [
            Text("G1", "conclusion", "met", "县域教育设施布局专项规划"),
            Text("G2", "construction_standard", "met", office), Text("G2", "staffing_standard", "met", "县委编办文件"),
            Text("G2", "funding_standard", "met", "县财政局文件"), Text("G2", "equipment_standard", "met", office),
            Number("G3", "schools_total", facts.Schools, office), Number("G3", "schools_with_rooms", facts.Schools, office),
            Number("G4", "oversize_primary", facts.OversizePrimary, office), Number("G4", "oversize_junior", facts.OversizeJunior, office),
            Number("G4", "oversize_combined", facts.OversizeCombined, office),
            Number("G5", "oversize_classes_primary", facts.OversizeClassesPrimary, office),
            Number("G5", "oversize_classes_junior", facts.OversizeClassesJunior, office),
            Number("G6", "small_schools", facts.SmallSchools, "县财政局拨款文件"),
            Number("G6", "small_schools_funded", facts.SmallSchools, "县财政局拨款文件"),
            Number("G7", "funds_yuan", facts.SpecialPupils * 8600, "特殊教育学校预算"), Number("G7", "pupils", facts.SpecialPupils, "特殊教育学校预算"),
            Number("G8", "teacher_mean_salary_yuan", salary, "县人社局 2025 年统计"),
            Number("G8", "civil_servant_mean_salary_yuan", salary - random.Between(300, 900), "县人社局 2025 年统计"),
            Text("G8", "performance_pay_approved", "yes", "县人社局批复"),
            Number("G9", "trained_teachers", facts.FullTimeTeachers, "教师培训管理台账"),
            Number("G9", "full_time_teachers", facts.FullTimeTeachers, "教师培训管理台账"),
            Text("G10", "conclusion", "met", "县委编办文件"),
            Number("G11", "eligible_teachers", eligible, "交流轮岗台账"), Number("G11", "rotated_teachers", rotated, "交流轮岗台账"),
            Number("G11", "rotated_backbone_teachers", rotated * 18 / 100, "交流轮岗台账"),
            Number("G12", "qualified_teachers", facts.FullTimeTeachers, "教师资格台账"),
            Number("G12", "full_time_teachers", facts.FullTimeTeachers, "教师资格台账"),
            Text("G13", "urban_share_percent", "100", "招生入学台账"),
            Text("G13", "town_share_percent", CellText.Fixed(random.Between(962, 988), 1), "招生入学台账"),
            Number("G14", "places_total", places, "市教育局招生计划"), Number("G14", "places_allocated", places * 6 / 10, "市教育局招生计划"),
            Number("G14", "places_rural", places * 35 / 100, "市教育局招生计划"), Text("G14", "rural_tilt", "yes", "市教育局招生计划"),
            Number("G15", "migrant_children", migrants, "招生入学台账"),
            Number("G15", "in_public_schools", migrants * 86 / 100, "招生入学台账"),
            Number("G15", "in_purchased_places", migrants * 7 / 100, "政府购买学位合同"), Text("G15", "left_behind_care", "yes", "县民政局、教育局文件"),
        ];
    }

    private static List<string[]> Quality(CountyFacts facts, ref SplitMix64 random)
    {
        const string archive = "佐证材料目录";
        var entrants = facts.JuniorPupils / 3;
        var (arrived, left) = (random.Between(50, 60), random.Between(80, 90));
        var disabled = random.Between(225, 240);
        List<string[]> rows =
        [
            Number("Q1", "graduates", entrants + arrived - left - entrants * 18 / 1000, "学籍系统"),
            Number("Q1", "entrants_three_years_ago", entrants, "学籍系统"), Number("Q1", "transferred_in", arrived, "学籍系统"),
            Number("Q1", "transferred_out", left, "学籍系统"), Number("Q1", "died", 1, "学籍系统"),
            Number("Q2", "disabled_children", disabled, "县残联名册"), Number("Q2", "enrolled_disabled_children", disabled - 6, "学籍系统"),
            Number("Q3", "schools_total", facts.Schools, archive), Number("Q3", "schools_with_charter", facts.Schools, archive),
            Number("Q4", "schools_total", facts.Schools, "县财政局预算"), Number("Q4", "schools_at_five_percent", facts.Schools, "县财政局预算"),
            Text("Q5", "conclusion", "met", archive),
            Number("Q6", "schools_total", facts.Schools, archive), Number("Q6", "schools_good", facts.Schools, archive),
            Text("Q7", "conclusion", "met", archive), Text("Q8", "conclusion", "met", archive),
        ];
        foreach (var subject in (string[])["chinese", "mathematics", "science", "sport", "art", "moral"])
        {
            var monitored = subject != "art";
            rows.Add(Text("Q9", subject + "_level", monitored ? "3" : "", "国家义务教育质量监测"));
            rows.Add(Text("Q9", subject + "_variance_rate", monitored ? CellText.Fixed(random.Between(62, 128), 3) : "", "国家义务教育质量监测"));
        }
        rows.Add(Text("Q9", "monitoring_year", "2025", "国家义务教育质量监测"));
        return rows;
    }

    private static List<string[]> Recognition(ref SplitMix64 random)
    {
        const string survey = "县自行调查(预测,非国家结果)";
        var valid = random.Between(600, 640);
        return
        [
            Number("recognition", "questionnaires_valid", valid, survey),
            Number("recognition", "questionnaires_satisfied", valid * random.Between(905, 940) / 1000, survey),
            Number("recognition", "visited", 60, survey), Number("recognition", "visited_satisfied", random.Between(54, 58), survey),
        ];
    }

    private static IEnumerable<string[]> Vetoes() =>
        ((string[])["exam_admission", "school_choice", "key_schools_or_classes", "unfilled_posts",
            "major_incident", "serious_violation", "falsification", "tutoring_burden"])
        .Select(veto => Text("veto." + veto, "occurred", "no", "县政府教育督导室"));

    private static IEnumerable<string[]> Prerequisites() =>
    [
        Text("prerequisite.basic_balance", "certified_on", "2016-12-30", "国家认定公告"),
        Text("prerequisite.monitoring", "conclusion", "met", "省年度监测复查报告"),
    ];

    private static string[] Number(string item, string field, long value, string source) => Text(item, field, CellText.Whole(value), source);

    private static string[] Text(string item, string field, string value, string source) => ["", item, field, value, source];
}
