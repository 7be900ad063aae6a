namespace Junheng.Application.Reports;

/// <summary>Who in a county usually has a figure that is still blank. Advice for the clerk who collects, no rule.</summary>
internal static class UsualHolders
{
    private static readonly (string Start, string Holder)[] _columns =
    [
        ("enrolment", "学校学籍管理员、县教育局学籍管理"),
        ("above_degree", "学校人事干部、县教育局人事股"),
        ("backbone", "县教育局人事股（骨干教师认定文件）"),
        ("pe_art", "学校教务处、县教育局人事股"),
        ("shared_pe_art", "县教育局人事股（交流、走教安排）"),
        ("full_time", "县教育局人事股"),
        ("mid_title", "县教育局人事股"),
        ("teaching_area", "学校总务处、县教育局计财股（校舍统计）"),
        ("sports", "学校总务处、县教育局计财股（占地统计）"),
        ("indoor_sports", "学校总务处、县教育局计财股（校舍统计）"),
        ("equipment", "学校总务处、县教育装备部门（固定资产账）"),
        ("multimedia", "学校信息管理员、县电教部门"),
        ("computers", "学校信息管理员、县教育装备部门"),
        ("books", "学校图书管理员、县教育装备部门"),
    ];

    private static readonly Dictionary<string, string> _items = new(StringComparer.Ordinal)
    {
        ["G1"] = "县教育局规划部门",
        ["G2"] = "县教育局、县委编办、县财政局",
        ["G3"] = "县教育局基教股、教育装备部门",
        ["G4"] = "县教育局基教股",
        ["G5"] = "县教育局基教股（班额统计）",
        ["G6"] = "县财政局、县教育局计财股",
        ["G7"] = "县财政局、特殊教育学校",
        ["G8"] = "县人社局、县财政局",
        ["G9"] = "县教师进修学校",
        ["G10"] = "县委编办、县教育局人事股",
        ["G11"] = "县教育局人事股（交流轮岗台账）",
        ["G12"] = "县教育局人事股（教师资格台账）",
        ["G13"] = "县教育局基教股（招生台账）",
        ["G14"] = "市、县教育局（高中招生计划）",
        ["G15"] = "县教育局基教股、县民政局",
        ["Q1"] = "县教育局学籍管理",
        ["Q2"] = "县残联、县教育局学籍管理",
        ["Q3"] = "县教育局基教股",
        ["Q4"] = "县财政局、县教育局计财股",
        ["Q5"] = "县电教部门",
        ["Q6"] = "县教育局德育部门",
        ["Q7"] = "县教研室",
        ["Q8"] = "县教研室",
        ["Q9"] = "国家监测结果（由上级下达）",
        ["recognition"] = "县教育督导室；国家调查由上级组织",
    };

    /// <summary>Who has the figures of a column.</summary>
    public static string OfColumn(string column) =>
        _columns.FirstOrDefault(each => column.StartsWith(each.Start, StringComparison.Ordinal)).Holder ?? "填报学校";

    /// <summary>Who has the figures of an evaluation item.</summary>
    public static string OfItem(string item) => _items.GetValueOrDefault(item, "县教育督导室");
}
