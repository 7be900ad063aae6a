using Junheng.Domain.Schools;

namespace Junheng.Documents.Tests.Forms;

/// <summary>
/// A school's workbook as the forms are from the report year 2021 on (教基…), each sheet named by form and kind of school. In the first version 艺术 is a course
/// beside 音乐 and 美术, in the later one their subtotal.
/// </summary>
internal static class Forms2021
{
    private static readonly (string, int[])[] _educations =
        [("博士研究生", [0]), ("硕士研究生", [1]), ("本科", [2]), ("专科", [3]), ("高中阶段", [4]), ("高中阶段以下", [5])];

    private static readonly string[] _bands =
        ["25人及以下", "26-30人", "31-35人", "36-40人", "41-45人", "46-50人", "51-55人", "56-60人", "61-65人", "66人及以上"];

    private static readonly string[] _grades = ["一年级", "二年级", "三年级", "四年级", "五年级", "六年级"];

    public static WorkbookDraft Of(SchoolFacts school, bool later = true)
    {
        var (primary, junior, senior) = (school.Of(Stage.Primary), school.Of(Stage.Junior), school.Of(Stage.Senior));
        var book = new WorkbookDraft().Add(Identity(school));
        if (school.Stages.Count == 0)
        {
            return book;
        }

        Draw(Backbone(school));
        if (primary is not null)
        {
            Draw(Classes("教基2106", "小学班数、班额情况", primary, 6));
            Draw(Pupils("教基3112", "小学分类型学生数", primary, 6, ["未接受过", "一年", "两年", "三年"]));
        }

        if (junior is not null)
        {
            Draw(Classes("教基2107", "初中班数、班额情况", junior, 4));
            Draw(Pupils("教基3115", "初中分类型学生数", junior, 4, []));
        }

        if (senior is not null)
        {
            Draw(Pupils("教基3118", "普通高中分类型学生数", senior, 3, []));
        }

        Draw(Staff(school));
        Draw(Titles(school));
        if (later)
        {
            Draw(CompulsoryCourses(school));
        }
        else
        {
            if (primary is not null)
            {
                Draw(PrimaryCourses(primary));
            }

            if (junior is not null)
            {
                Draw(SecondaryCourses(junior, senior));
            }
        }

        Draw(Buildings(school));
        Draw(Conditions(school));
        return book;

        void Draw(FormDrawing form) => book.Add(form.Draw(school.Letterhead, $"{form.Code}_{SchoolFacts.NameOf(school.Type)}"));
    }

    private static SheetDraft Identity(SchoolFacts school)
    {
        var sheet = new SheetDraft($"教基1001_{SchoolFacts.NameOf(school.Type)}");
        sheet[1, 1] = "学校（机构）基本情况";
        sheet.Merge(1, 1, 1, 3);
        (sheet[2, 1], sheet[2, 2], sheet[2, 3]) = ("指标名称", "代码", $"{school.Year}年");
        (string, object?)[] lines =
        [
            ("学校（机构）标识码", school.Code), ("学校（机构）名称", school.Name), ("学校（机构）英文名称", null), ("学校（机构）负责人", "王某"),
            ("学校（机构）地址", "澄溪县城关镇文昌路1号"), ("统计用区划代码", SchoolFacts.CountyCode + "001001"), ("城乡分类代码", "121"), ("属地管理教育行政部门代码", SchoolFacts.CountyCode),
            ("属地管理教育行政部门", "澄溪县教育局"), ("学校（机构）办学类型", SchoolFacts.NameOf(school.Type)), ("学校（机构）举办者", "县级教育部门"),
        ];
        for (var i = 0; i < lines.Length; i++)
        {
            (sheet[3 + i, 1], sheet[3 + i, 2], sheet[3 + i, 3]) = (lines[i].Item1, $"{i + 1:D2}", lines[i].Item2);
        }

        return sheet;
    }

    private static FormDrawing Backbone(SchoolFacts school) => new("教基1102续", "学校（机构）基本情况（续）")
    {
        Columns = ["数量"],
        Rows =
        [
            .. Enumerable.Range(1, 6).Select(i => new FormRow($"基本情况第{i}项", $"{i:D2}", [i], "个")),
            new("县级以上骨干教师", "07", [school.Stages.Sum(stage => stage.Backbone)], "人"),
            new("　小学", "08", [school.Of(Stage.Primary)?.Backbone], "人"),
            new("　初中", "09", [school.Of(Stage.Junior)?.Backbone], "人"),
            new("　高中", "10", [school.Of(Stage.Senior)?.Backbone], "人"),
        ],
        FirstDataRow = 5,
    };

    private static FormDrawing Classes(string code, string title, StageFacts stage, int grades) => new(code, title)
    {
        Columns = ["合计", .. _grades.Take(grades)],
        Rows = [new("总计", "01", [stage.Classes]), .. _bands.Select((band, i) => new FormRow("　" + band, $"{i + 2:D2}", [stage.Bands[i]]))],
        Unit = "个",
        FirstDataRow = 5,
    };

    private static FormDrawing Pupils(string code, string title, StageFacts stage, int grades, string[] preschool)
    {
        var pupils = Enumerable.Range(0, grades).Select(grade => grade < stage.Grades.Length ? stage.Grades[grade] : 0).ToList();
        var women = pupils.Select(pupil => pupil / 2).ToList();
        var blank = preschool.Select(_ => (object?)0).ToList();
        return new(code, title)
        {
            Columns = ["毕业生数", "招生数", .. preschool, "在校生数", "#女", .. _grades.Take(grades), "预计毕业生数"],
            Rows =
            [
                new("总计", "01", [stage.Grades[^1] - 3, stage.Grades[0], .. blank, stage.Pupils, women.Sum(), .. pupils.Cast<object?>(), stage.Grades[^1]]),
                new("#女", "02", [stage.Grades[^1] / 2, stage.Grades[0] / 2, .. blank, women.Sum(), "-", .. women.Cast<object?>(), stage.Grades[^1] / 2]),
                new("#少数民族", "03", [0, 0, .. blank, 0, 0, .. pupils.Select(_ => (object?)0), 0]),
                new("#复式班", "04", []),
                new("#寄宿生", "05", [0, 0, .. blank, 0, 0, .. pupils.Select(_ => (object?)0), 0]),
            ],
        };
    }

    private static FormDrawing Staff(SchoolFacts school) => new("教基4149", "中小学教职工")
    {
        Columns = ["教职工数", "专任教师", "行政人员", "教辅人员", "工勤人员", "其他", "校外教师", "银龄教师"],
        Rows =
        [
            new("总计", "01", [school.Teachers + school.OtherStaff, school.Teachers, 4, 3, school.OtherStaff - 7, 0, 0, 0]), new("#女", "02", [5, 4, 1, 0, 0, 0, 0, 0]),
            new("#少数民族", "03", [0, 0, 0, 0, 0, 0, 0, 0]), new("#在编人员", "04", []), new("#外籍人员", "05", ["-", "-", "-", "-", "-", "-", "-", "-"]),
        ],
    };

    private static FormDrawing Titles(SchoolFacts school)
    {
        var rows = new List<FormRow>();
        foreach (var (name, stage) in new[] { ("学前教育", null), ("小学", school.Of(Stage.Primary)), ("初中", school.Of(Stage.Junior)), ("普通高中", school.Of(Stage.Senior)), ("特殊教育学校", null) })
        {
            Add(name, stage?.Teachers, stage is null ? null : "0");
            Add("　#女", stage is null ? null : 0, "-");
            Add("　#少数民族", stage is null ? null : 0, null);
            foreach (var (title, position) in new[] { ("正高级", 0), ("副高级", 1), ("中级", 2), ("助理级", 3), ("员级", 4), ("未定职级", 5) })
            {
                Add("　" + title, stage?.ByTitle[position], null);
            }
        }

        return new("教基4153", "基础教育学校专任教师分年龄情况")
        {
            Columns = ["合计", "#女", "24岁及以下", "25-29岁", "30-34岁", "35-39岁", "40-44岁", "45-49岁", "50-54岁", "55-59岁", "60岁及以上"],
            Rows = rows,
        };

        void Add(string label, int? count, object? women) => rows.Add(new(label, $"{rows.Count + 1:D2}", [count, women]));
    }

    private static FormDrawing PrimaryCourses(StageFacts stage)
    {
        string[] columns =
        [
            "合计", "道德与法治", "语文", "数学", "外语", "英语", "日语", "俄语", "科学", "体育与健康", "综合实践活动", "艺术", "音乐", "美术", "劳动", "其他", "本学年不授课",
        ];
        return new("教基4155", "小学专任教师分课程、分学历情况") { Columns = columns, Rows = [.. CourseTable.Rows(columns, stage, "总计", 1, _educations, "")] };
    }

    private static FormDrawing SecondaryCourses(StageFacts junior, StageFacts? senior)
    {
        string[] columns =
        [
            "合计", "道德与法治", "语文", "数学", "外语", "英语", "日语", "俄语", "物理", "化学", "生物学", "地理", "历史", "科学", "历史与社会", "信息技术", "通用技术", "综合实践活动",
            "体育与健康", "艺术", "音乐", "美术", "劳动", "其他", "本学年不授课",
        ];
        return new("教基4156", "中学专任教师分课程、分学历情况")
        {
            Columns = columns,
            Rows =
            [
                CourseTable.Total(columns, "总计", 1, junior, senior),
                .. CourseTable.Rows(columns, junior, "初中", 2, _educations),
                .. CourseTable.Rows(columns, senior, "普通高中", 11, _educations),
            ],
        };
    }

    private static FormDrawing CompulsoryCourses(SchoolFacts school)
    {
        var (primary, junior) = (school.Of(Stage.Primary), school.Of(Stage.Junior));
        string[] columns =
        [
            "合计", "#女", "道德与法治", "语文", "数学", "外语", "英语", "日语", "俄语", "历史", "地理", "科学", "物理", "化学", "生物学", "信息科技", "体育与健康", "艺术合", "音乐", "美术",
            "劳动", "综合实践活动", "其他", "本学年不授课",
        ];
        return new("教基4155", "义务教育阶段专任教师分课程、分学历情况")
        {
            Columns = [.. columns.Select(column => column == "艺术合" ? "艺术" : column)], // flat, as it is exported: only the sums tell that it is a subtotal
            Rows =
            [
                CourseTable.Total(columns, "总计", 1, primary, junior),
                .. CourseTable.Rows(columns, primary, "小学", 2, _educations),
                .. CourseTable.Rows(columns, junior, "初中", 11, _educations),
            ],
        };
    }

    private static FormDrawing Buildings(SchoolFacts school)
    {
        var rooms = school.TeachingRooms;
        (string Label, decimal? Area)[] rows =
        [
            ("总计", school.Building), ("　#危房", school.Dangerous), ("　#当年新增", school.Added), ("　#租借", school.Rented), ("教学及辅助用房", school.Teaching), ("　教室", rooms[0]),
            ("　专用教室", rooms[1] + rooms[3] + rooms[4]), ("　　理化生实验室", rooms[1]), ("　　其他", rooms[3] + rooms[4]), ("　公共教学用房", rooms[2] + rooms[5]),
            ("　　图书阅览室", rooms[2]), ("　　室内体育用房", rooms[5]), ("　　心理辅导室", 0m), ("　　其他", 0m), ("行政办公用房", school.Offices), ("生活用房", school.Living),
            ("其他用房", school.OtherRooms),
        ];
        return new("教基5170", "中小学校舍情况")
        {
            Columns = ["合计", "学校产权", "非学校产权"],
            Rows = [.. rows.Select((row, i) => new FormRow(row.Label, $"{i + 1:D2}", [row.Area, row.Area, 0m]))],
            Unit = "平方米",
            LabelColumns = 4,
        };
    }

    private static FormDrawing Conditions(SchoolFacts school) => new("教基5176", "中小学占地面积及其他办学条件")
    {
        Columns = ["数量"],
        Rows =
        [
            new("占地面积", "01", [school.Site], "平方米"), new("　#绿化用地面积", "02", [school.Green], "平方米"), new("　#运动场地面积", "03", [school.SportsGround], "平方米"),
            new("　#学校产权", "04", [school.Site], "平方米"), new("校园足球场", "05", [1], "个"), new("　11人制", "06", [1], "个"), new("　其他", "07", [0], "个"),
            new("图书", "08", [school.Books], "册"), new("数字终端数", "09", [school.Computers + 60], "台"), new("　#教师终端数", "10", [60], "台"),
            new("　#学生终端数", "11", [school.Computers], "台"), new("教室", "12", [school.Rooms], "间"), new("　#网络多媒体教室", "13", [school.MultimediaRooms], "间"),
            new("固定资产总值", "14", [school.FixedAssets10k], "万元"), new("　#教学仪器设备资产值", "15", [school.Equipment10k], "万元"),
        ],
        FirstDataRow = 5,
    };
}
