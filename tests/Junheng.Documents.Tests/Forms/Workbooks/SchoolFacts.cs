using Junheng.Domain.Schools;

namespace Junheng.Documents.Tests.Forms;

/// <summary>What a school has in one stage. Bands of class sizes: up to 25, 26–30, … 61–65, 66 and more.</summary>
internal sealed record StageFacts(Stage Stage, int[] Grades, int[] Bands, int[] ByEducation, int Backbone, int[] ByTitle, IReadOnlyDictionary<string, int> ByCourse)
{
    public static readonly string[] Courses = ["道德与法治", "语文", "数学", "外语", "科学", "体育与健康", "艺术", "音乐", "美术", "综合实践活动", "其他", "本学年不授课"];

    public int Pupils => Grades.Sum();

    public int Classes => Bands.Sum();

    public int Teachers => ByEducation.Sum();

    public int PeAndArts => ByCourse["体育与健康"] + Arts;

    public int Arts => ByCourse["艺术"] + ByCourse["音乐"] + ByCourse["美术"];

    /// <summary>Doctor, master, bachelor, college: above the degree that primary teachers need; the first three above that of junior ones.</summary>
    public int AboveDegree => ByEducation.Take(Stage == Stage.Primary ? 4 : 3).Sum();

    /// <summary>How many teachers of an education teach a course: the teachers stand in one row, by education, and take the courses in turn.</summary>
    public int Teaching(int education, string course)
    {
        var (from, to) = (ByEducation.Take(education).Sum(), ByEducation.Take(education + 1).Sum());
        var start = Courses.TakeWhile(other => other != course).Sum(other => ByCourse[other]);
        return Math.Max(0, Math.Min(to, start + ByCourse[course]) - Math.Max(from, start));
    }
}

/// <summary>What a test knows of a school. Its workbooks of forms and its row of the simple school table are both made from this.</summary>
internal sealed record SchoolFacts(string Code, string Name, SchoolType Type, int Year)
{
    public const string CountyCode = "990102";
    public const string CountyName = "澄溪县";

    public required IReadOnlyList<StageFacts> Stages { get; init; }

    /// <summary>Classrooms, laboratories, library, computer rooms, language rooms, gym.</summary>
    public required decimal[] TeachingRooms { get; init; }

    public required decimal Offices { get; init; }

    public required decimal Living { get; init; }

    public required decimal OtherRooms { get; init; }

    public required decimal Dangerous { get; init; }

    public required decimal Added { get; init; }

    public required decimal Rented { get; init; }

    public required decimal Site { get; init; }

    public required decimal Green { get; init; }

    public required decimal SportsGround { get; init; }

    public required int Books { get; init; }

    public required int Computers { get; init; }

    public required int Rooms { get; init; }

    public required int MultimediaRooms { get; init; }

    public required decimal FixedAssets10k { get; init; }

    public required decimal Equipment10k { get; init; }

    public required int OtherStaff { get; init; }

    public decimal Teaching => TeachingRooms.Sum();

    public decimal Gym => TeachingRooms[5];

    public decimal Building => Teaching + Offices + Living + OtherRooms;

    public int Teachers => Stages.Sum(stage => stage.Teachers);

    public Letterhead Letterhead => new(Name, Code, Year);

    public StageFacts? Of(Stage stage) => Stages.FirstOrDefault(facts => facts.Stage == stage);

    /// <summary>A school of a type with figures that differ from every other seed's.</summary>
    public static SchoolFacts Of(SchoolType type, int seed = 1, int year = 2022)
    {
        var name = $"澄溪县第{seed}{NameOf(type)}";
        var stages = new[] { Stage.Primary, Stage.Junior, Stage.Senior }.Where(stage => type == SchoolType.TwelveYear || (type != SchoolType.Special && type.CanHave(stage)));
        return new SchoolFacts($"99010{seed:D5}", name, type, year)
        {
            Stages = [.. stages.Select(stage => StageOf(stage, type, seed))],
            TeachingRooms = [2100.5m + seed, 310m, 120.25m, 90m, 45m, 600.75m + (10 * seed)],
            Offices = 420.5m,
            Living = 830m + seed,
            OtherRooms = 55.5m,
            Dangerous = 0m,
            Added = 12.5m,
            Rented = 40m,
            Site = 18000m + seed,
            Green = 2500m,
            SportsGround = 6400.5m + seed,
            Books = 21000 + seed,
            Computers = 150 + seed,
            Rooms = 40 + seed,
            MultimediaRooms = 30 + seed,
            FixedAssets10k = 2450.1234m + seed,
            Equipment10k = 123.4567m + seed,
            OtherStaff = 9,
        };
    }

    public static string NameOf(SchoolType type) => type switch
    {
        SchoolType.Primary => "小学",
        SchoolType.TeachingPoint => "小学教学点",
        SchoolType.Junior => "初级中学",
        SchoolType.NineYear => "九年一贯制学校",
        SchoolType.CompleteSecondary => "完全中学",
        SchoolType.TwelveYear => "十二年一贯制学校",
        SchoolType.Special => "其他特教学校",
        _ => "职业高中学校",
    };

    private static StageFacts StageOf(Stage stage, SchoolType type, int seed)
    {
        var small = type == SchoolType.TeachingPoint;
        var grades = Enumerable.Range(0, stage == Stage.Primary ? 6 : 3).Select(grade => (small ? 9 : 80) + grade + seed).ToArray();
        int[] bands = small ? [6, 0, 0, 0, 0, 0, 0, 0, 0, 0] : [1, 0, 2, 3, 5, 1, 0, 0, 0, 0];
        int[] education = stage == Stage.Primary ? [0, small ? 0 : 2, small ? 3 : 20 + seed, small ? 3 : 8, small ? 1 : 2, 0] : [1, 4, 30 + seed, 3, 0, 0];
        var teachers = education.Sum();
        var courses = StageFacts.Courses.ToDictionary(course => course, _ => 0);
        (courses["体育与健康"], courses["艺术"], courses["音乐"], courses["美术"]) = small ? (1, 0, 1, 0) : (3, 1, 2, 2);
        courses["语文"] = (teachers - courses.Values.Sum()) / 2;
        courses["数学"] = teachers - courses.Values.Sum();
        return new StageFacts(stage, grades, bands, education, small ? 1 : 5 + seed, [0, 3, teachers / 2, teachers - (teachers / 2) - 3, 0, 0], courses);
    }
}
