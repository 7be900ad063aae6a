namespace Junheng.Application.Samples;

/// <summary>Makes up the schools of a county of the sample province: a seat, its towns and their villages, about 55 to 70 schools.</summary>
internal static class ProvinceRoster
{
    private static readonly string[] Ordinals = ["一", "二", "三", "四", "五", "六", "七", "八"];
    private static readonly string[] Villages =
    [
        "新塘", "杨湾", "石坎", "上庄", "下庄", "东溪", "西坡", "李家冲", "王家堡", "陈家坝", "樟树", "枣园", "双井", "松林", "黄泥", "泉水", "青石", "沙坪",
    ];

    public static List<SampleSchool> Of(SampleCountyProfile county, ulong seed)
    {
        var random = SplitMix64.For(seed, county.Code + "/roster");
        var seat = county.Townships[0].Name;
        List<SampleSchool> schools = [];
        AddSeat(county, seat, schools, ref random);
        for (var t = 1; t < county.Townships.Count; t++) AddTownship(county.Townships[t].Name, t, schools, ref random);
        return schools;
    }

    private static void AddSeat(SampleCountyProfile county, string seat, List<SampleSchool> schools, ref SplitMix64 random)
    {
        var primaries = random.Between(6, 8);
        for (var n = 0; n < primaries; n++)
            Add($"第{Ordinals[n]}小学", "primary", new SchoolPupils(Primary: random.Between(700, 1850)), random.Between(1955, 2018));
        var juniors = random.Between(3, 4);
        for (var n = 0; n < juniors; n++)
            Add($"第{Ordinals[n + 1]}中学", "junior", new SchoolPupils(Junior: random.Between(600, 1500)), random.Between(1960, 2012));
        Add("第一中学", "complete_secondary", new SchoolPupils(Junior: random.Between(800, 1000), Senior: random.Between(1500, 1900)), 1953);
        Add("实验学校", "nine_year", new SchoolPupils(Primary: random.Between(850, 1050), Junior: random.Between(480, 620)), 2014);
        Add("博雅学校", "nine_year", new SchoolPupils(Primary: random.Between(380, 460), Junior: random.Between(240, 300)), 2007, organiser: 10);
        Add("特殊教育学校", "special", new SchoolPupils(Primary: random.Between(40, 70), Junior: random.Between(15, 30)), 2010);
        Add("职业技术学校", "vocational", new SchoolPupils(Senior: random.Between(1200, 1700)), 1990);

        void Add(string name, string type, SchoolPupils pupils, int built, int organiser = 7) => schools.Add(
            School(0, schools.Count + 1, county.Name + name, type, seat, "urban", built, pupils) with { Organiser = organiser });
    }

    private static void AddTownship(string township, int number, List<SampleSchool> schools, ref SplitMix64 random)
    {
        var town = township.EndsWith('镇');
        var locale = town ? "town" : "rural";
        var place = 0;
        var built = random.Between(1960, 1999);
        schools.Add(School(number, ++place, township + "中心小学", "primary", township, locale, built,
            new SchoolPupils(Primary: town ? random.Between(380, 760) : random.Between(170, 300))));
        schools.Add(School(number, ++place, township + "初级中学", "junior", township, locale, built + 4,
            new SchoolPupils(Junior: town ? random.Between(260, 560) : random.Between(150, 260))));

        var villages = random.Between(3, 5);
        var points = random.Between(1, 3);
        var first = random.Between(0, Villages.Length - 1);
        for (var v = 0; v < villages + points; v++)
        {
            var point = v >= villages;
            var name = township + Villages[(first + v) % Villages.Length] + (point ? "教学点" : "村小学");
            var pupils = new SchoolPupils(Primary: point ? random.Between(8, 66) : random.Between(62, 150));
            schools.Add(School(number, ++place, name, point ? "teaching_point" : "primary", township, "rural", random.Between(1975, 2002), pupils));
        }
    }

    /// <summary>The pupils stay the same over the years: the province shows one year only.</summary>
    private static SampleSchool School(
        int series, int place, string name, string type, string township, string locale, int built, SchoolPupils pupils) =>
        new(CellText.Whole(series * 100 + place).PadLeft(4, '0'), name, type, township, locale, built)
        {
            Primary = Constant(pupils.Primary),
            Junior = Constant(pupils.Junior),
            Senior = Constant(pupils.Senior),
        };

    private static Pupils? Constant(int? pupils) => pupils is { } known ? new Pupils(known, known) : null;

    private readonly record struct SchoolPupils(int? Primary = null, int? Junior = null, int? Senior = null);
}
