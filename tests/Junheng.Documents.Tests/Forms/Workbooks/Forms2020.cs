using Junheng.Domain.Schools;

namespace Junheng.Documents.Tests.Forms;

/// <summary>A school's workbook as the forms were up to the report year 2020 (基础基…).</summary>
internal static class Forms2020
{
    private static readonly (string, int[])[] _educations = [("研究生毕业", [0, 1]), ("本科毕业", [2]), ("专科毕业", [3]), ("高中阶段毕业", [4]), ("高中阶段毕业以下", [5])];

    private static readonly string[] _bands =
        ["25人及以下", "26-30人", "31-35人", "36-40人", "41-45人", "46-50人", "51-55人", "56-60人", "61-65人", "66人及以上"];

    public static WorkbookDraft Of(SchoolFacts school)
    {
        var book = new WorkbookDraft().Add(Identity(school), Continued(school).Draw(school.Letterhead));
        if (school.Of(Stage.Primary) is { } primary)
        {
            book.Add(PrimaryClasses(primary).Draw(school.Letterhead), PrimaryPupils(primary).Draw(school.Letterhead));
        }

        if (school.Of(Stage.Junior) is { } junior)
        {
            book.Add(SecondaryClasses(junior, school.Of(Stage.Senior)).Draw(school.Letterhead), Pupils("基础基313", "初中学生数", junior, 4).Draw(school.Letterhead));
        }

        if (school.Of(Stage.Senior) is { } senior)
        {
            book.Add(Pupils("基础基314", "普通高中学生数", senior, 3).Draw(school.Letterhead));
        }

        if (school.Stages.Count == 0)
        {
            return book;
        }

        book.Add(Staff(school).Draw(school.Letterhead));
        if (school.Of(Stage.Primary) is { } taught)
        {
            book.Add(PrimaryCourses(taught).Draw(school.Letterhead));
        }

        if (school.Of(Stage.Junior) is not null)
        {
            book.Add(SecondaryCourses(school).Draw(school.Letterhead));
        }

        return book.Add(Buildings(school).Draw(school.Letterhead), Land(school).Draw(school.Letterhead), Computing(school).Draw(school.Letterhead));
    }

    private static SheetDraft Identity(SchoolFacts school)
    {
        var sheet = new SheetDraft("基础基111");
        sheet[1, 1] = "基础教育学校（机构）统计调查表";
        sheet.Merge(1, 1, 1, 4);
        sheet[2, 4] = "表    号：基础基111";
        sheet[3, 4] = $"{school.Year}/{school.Year + 1}学年初";
        (string, object)[] lines =
        [
            ("学校（机构）标识码", school.Code),
            ("学校（机构）名称（章）", school.Name),
            ("学校（机构）地址", "澄溪县城关镇文昌路1号"),
            ("学校（机构）驻地统计用区划代码", SchoolFacts.CountyCode + "001001"),
            ("学校（机构）驻地城乡类型", "121 镇中心区"),
            ("学校（机构）属地管理教育行政部门代码", SchoolFacts.CountyCode),
            ("学校（机构）办学类型", SchoolFacts.NameOf(school.Type)),
            ("学校（机构）举办者", "县级教育部门"),
        ];
        for (var i = 0; i < lines.Length; i++)
        {
            sheet[5 + i, 1] = lines[i].Item1;
            sheet.Merge(5 + i, 1, 5 + i, 2);
            sheet[5 + i, 3] = lines[i].Item2;
            sheet.Merge(5 + i, 3, 5 + i, 4);
        }

        return sheet;
    }

    private static FormDrawing Continued(SchoolFacts school)
    {
        List<FormRow> rows = [.. Enumerable.Range(1, 22).Select(i => new FormRow($"基本情况第{i}项", $"{i:D2}", [i % 3 == 0 ? null : i]))];
        var of = new[] { (Stage.Primary, "小学"), (Stage.Junior, "初中"), (Stage.Senior, "高中") };
        rows.Add(new("县级及以上骨干教师", "23", [school.Stages.Sum(stage => stage.Backbone)]));
        rows.AddRange(of.Select((stage, i) => new FormRow((i == 0 ? "　其中：" : "　　　　") + stage.Item2, $"{24 + i}", [school.Of(stage.Item1)?.Backbone])));
        return new("基础基112", "学校（机构）基本情况续表") { Columns = ["数量"], Rows = rows, LabelColumns = 2, FirstDataRow = 7 };
    }

    private static FormDrawing PrimaryClasses(StageFacts stage) => new("基础基212", "小学教学班数、班额情况")
    {
        Columns = ["合计", "一年级", "二年级", "三年级", "四年级", "五年级", "六年级", "复式班"],
        Rows = [new("总计", "01", [stage.Classes]), .. _bands.Select((band, i) => new FormRow("　" + band, $"{i + 2:D2}", [stage.Bands[i]]))],
        Unit = "个",
        FirstDataRow = 7,
    };

    private static FormDrawing SecondaryClasses(StageFacts junior, StageFacts? senior) => new("基础基213", "中学教学班数、班额情况")
    {
        Columns = ["初中/计", "初中/一年级", "初中/二年级", "初中/三年级", "初中/四年级", "高中/计", "高中/一年级", "高中/二年级", "高中/三年级"],
        Rows =
        [
            new("总计", "01", [junior.Classes, null, null, null, null, senior?.Classes]),
            .. _bands.Select((band, i) => new FormRow("　" + band, $"{i + 2:D2}", [junior.Bands[i], null, null, null, null, senior?.Bands[i]])),
        ],
        Unit = "个",
        FirstDataRow = 7,
    };

    private static FormDrawing PrimaryPupils(StageFacts stage) => new("基础基312", "小学学生数")
    {
        Columns = ["毕业生数", "招生数/计", "招生数/其中：受过学前教育", "在校生数/合计", .. Grades(6).Select(grade => "在校生数/" + grade), "预计毕业生数"],
        Rows = PupilRows(stage, [stage.Grades[^1] - 3, stage.Grades[0], stage.Grades[0] - 1], 6),
        LabelColumns = 3,
        FirstDataRow = 7,
    };

    private static FormDrawing Pupils(string code, string title, StageFacts stage, int grades) => new(code, title)
    {
        Columns = ["毕业生数", "招生数", "在校生数/合计", .. Grades(grades).Select(grade => "在校生数/" + grade), "预计毕业生数"],
        Rows = PupilRows(stage, [stage.Grades[^1] - 3, stage.Grades[0]], grades),
        LabelColumns = 3,
        FirstDataRow = 7,
    };

    private static List<FormRow> PupilRows(StageFacts stage, object?[] before, int grades)
    {
        var pupils = Enumerable.Range(0, grades).Select(grade => grade < stage.Grades.Length ? stage.Grades[grade] : 0).ToList();
        return
        [
            new("总计", "01", [.. before, stage.Pupils, .. pupils.Cast<object?>(), stage.Grades[^1]]),
            new("　其中：女", "02", [.. before.Select(figure => (object?)((int)figure! / 2)), pupils.Sum(pupil => pupil / 2), .. pupils.Select(pupil => (object?)(pupil / 2)), stage.Grades[^1] / 2]),
            new("　　　　少数民族", "03", [.. before.Select(_ => (object?)0), 0, .. pupils.Select(_ => (object?)0), 0]),
        ];
    }

    private static IEnumerable<string> Grades(int count) => new[] { "一年级", "二年级", "三年级", "四年级", "五年级", "六年级" }.Take(count);

    private static FormDrawing Staff(SchoolFacts school) => new("基础基412", "中小学教职工")
    {
        Columns = ["教职工数/合计", "教职工数/专任教师", "教职工数/行政人员", "教职工数/教辅人员", "教职工数/工勤人员", "代课教师", "兼任教师"],
        Rows = [new("总计", "01", [school.Teachers + school.OtherStaff, school.Teachers, 4, 3, school.OtherStaff - 7, 0, 0]), new("　其中：女", "02", [5, 4, 1, 0, 0, 0, 0])],
        FirstDataRow = 7,
    };

    private static FormDrawing PrimaryCourses(StageFacts stage)
    {
        string[] columns =
        [
            "合计", "道德与法治", "语文", "数学", "外语/计", "外语/英语", "外语/日语", "外语/俄语", "科学", "体育", "艺术", "综合实践活动", "音乐", "美术", "其他", "本学年不授课",
        ];
        return new("基础基423", "小学专任教师分课程、分学历")
        {
            Columns = columns,
            Rows = [.. CourseTable.Rows(columns, stage, "总计", 1, _educations)],
            LabelColumns = 2,
            FirstDataRow = 8,
        };
    }

    private static FormDrawing SecondaryCourses(SchoolFacts school)
    {
        var (junior, senior) = (school.Of(Stage.Junior), school.Of(Stage.Senior));
        string[] columns =
        [
            "合计", "道德与法治", "语文", "数学", "外语/计", "外语/英语", "外语/日语", "外语/俄语", "物理", "化学", "生物", "地理", "历史", "科学", "历史与社会", "信息技术", "通用技术",
            "综合实践活动", "体育与健康", "艺术", "音乐", "美术", "其他", "本学年不授课",
        ];
        return new("基础基424", "中学专任教师分课程、分学历")
        {
            Columns = columns,
            Rows =
            [
                CourseTable.Total(columns, "总计", 1, junior, senior),
                CourseTable.Total(columns, "　其中：女", 2, null, null),
                .. CourseTable.Rows(columns, junior, "初中", 3, _educations),
                .. CourseTable.Rows(columns, senior, "高中", 11, _educations),
            ],
            LabelColumns = 2,
            FirstDataRow = 8,
        };
    }

    private static FormDrawing Buildings(SchoolFacts school)
    {
        var rooms = school.TeachingRooms;
        (string Label, decimal? Area)[] rows =
        [
            ("总计", school.Building), ("　其中：危房", school.Dangerous), ("　　　　当年新增", school.Added), ("一、教学及辅助用房", school.Teaching), ("　教室", rooms[0]), ("　实验室", rooms[1]),
            ("　图书室", rooms[2]), ("　微机室", rooms[3]), ("　语音室", rooms[4]), ("　体育馆", rooms[5]), ("二、行政办公用房", school.Offices), ("　其中：教师办公室", 200m),
            ("三、生活用房", school.Living), ("　教工宿舍", 230m), ("　其中：教师周转宿舍", null), ("　学生宿舍", school.Living - 430m), ("　食堂", 150m), ("　厕所", 30m), ("　其他", 20m),
            ("四、其他用房", school.OtherRooms),
        ];
        return new("基础基512", "中小学校舍情况")
        {
            Columns =
            [
                "校舍建筑面积/合计", "校舍建筑面积/框架结构", "校舍建筑面积/砖混结构", "校舍建筑面积/砖木结构", "校舍建筑面积/土木结构", "租借/计", "租借/其中：租借公办基础教育学校",
            ],
            Rows = [.. rows.Select((row, i) => new FormRow(row.Label, $"{i + 1:D2}", [row.Area, row.Area, 0m, 0m, 0m, i == 0 ? school.Rented : null, null]))],
            Unit = "平方米",
            LabelColumns = 3,
            FirstDataRow = 7,
        };
    }

    private static FormDrawing Land(SchoolFacts school) => new("基础基522", "中小学占地面积及其他办学条件")
    {
        Columns =
        [
            "占地面积（平方米）/计", "占地面积（平方米）/其中：绿化用地面积", "占地面积（平方米）/其中：运动场地面积", "图书（册）", "计算机数（台）/计", "计算机数（台）/其中：教学用计算机",
            "计算机数（台）/其中：平板电脑", "教室（间）/计", "教室（间）/其中：网络多媒体教室", "固定资产总值（万元）/计", "固定资产总值（万元）/其中：教学仪器设备资产值/计",
            "固定资产总值（万元）/其中：教学仪器设备资产值/其中：当年新增",
        ],
        Rows =
        [
            new("总计", "01", [school.Site, school.Green, school.SportsGround, school.Books, school.Computers, school.Computers - 20, 10, school.Rooms, school.MultimediaRooms,
                school.FixedAssets10k, school.Equipment10k, 3.5m]),
        ],
        Unit = "",
        LabelColumns = 3,
        FirstDataRow = 9,
    };

    private static FormDrawing Computing(SchoolFacts school) => new("基础基531", "中小学信息化建设情况")
    {
        Columns = ["接入互联网/是否接入", "接入互联网/出口带宽（Mbps）", "数字资源量（GB）", "多媒体教室（间）"],
        Rows = [new("总计", "01", ["是", 200, 1500, school.MultimediaRooms])],
        FirstDataRow = 7,
    };
}
