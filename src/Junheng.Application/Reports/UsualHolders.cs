using Junheng.Domain.Text;

namespace Junheng.Application.Reports;

/// <summary>Who in a county usually has a figure that is still blank. Advice for the clerk who collects, no rule.</summary>
internal static class UsualHolders
{
    private static readonly (string Start, LocalizedText Holder)[] _columns =
    [
        ("enrolment", new("学校学籍管理员、县教育局学籍管理", "the school's and the bureau's student registry")),
        ("above_degree", new("学校人事干部、县教育局人事股", "the school's personnel clerk, the bureau's personnel office")),
        ("backbone", new("县教育局人事股（骨干教师认定文件）", "the bureau's personnel office (list of backbone teachers)")),
        ("pe_art", new("学校教务处、县教育局人事股", "the school's teaching office, the bureau's personnel office")),
        ("shared_pe_art", new("县教育局人事股（交流、走教安排）", "the bureau's personnel office (shared teachers)")),
        ("full_time", new("县教育局人事股", "the bureau's personnel office")),
        ("mid_title", new("县教育局人事股", "the bureau's personnel office")),
        ("teaching_area", new("学校总务处、县教育局计财股（校舍统计）", "the school's general affairs office, the bureau's finance office (buildings)")),
        ("sports", new("学校总务处、县教育局计财股（占地统计）", "the school's general affairs office, the bureau's finance office (land)")),
        ("indoor_sports", new("学校总务处、县教育局计财股（校舍统计）", "the school's general affairs office, the bureau's finance office (buildings)")),
        ("equipment", new("学校总务处、县教育装备部门（固定资产账）", "the school's general affairs office, the county's equipment centre (asset register)")),
        ("multimedia", new("学校信息管理员、县电教部门", "the school's IT manager, the county's IT centre")),
        ("computers", new("学校信息管理员、县教育装备部门", "the school's IT manager, the county's equipment centre")),
        ("books", new("学校图书管理员、县教育装备部门", "the school's librarian, the county's equipment centre")),
    ];

    private static readonly Dictionary<string, LocalizedText> _items = new(StringComparer.Ordinal)
    {
        ["G1"] = new("县教育局规划部门", "the bureau's planning office"),
        ["G2"] = new("县教育局、县委编办、县财政局", "the bureau, the staffing office and the finance bureau"),
        ["G3"] = new("县教育局基教股、教育装备部门", "the bureau's basic education office and the equipment centre"),
        ["G4"] = new("县教育局基教股", "the bureau's basic education office"),
        ["G5"] = new("县教育局基教股（班额统计）", "the bureau's basic education office (class sizes)"),
        ["G6"] = new("县财政局、县教育局计财股", "the finance bureau, the bureau's finance office"),
        ["G7"] = new("县财政局、特殊教育学校", "the finance bureau, the special school"),
        ["G8"] = new("县人社局、县财政局", "the human resources and finance bureaus"),
        ["G9"] = new("县教师进修学校", "the county's teacher training school"),
        ["G10"] = new("县委编办、县教育局人事股", "the staffing office, the bureau's personnel office"),
        ["G11"] = new("县教育局人事股（交流轮岗台账）", "the bureau's personnel office (rotation ledger)"),
        ["G12"] = new("县教育局人事股（教师资格台账）", "the bureau's personnel office (certificates)"),
        ["G13"] = new("县教育局基教股（招生台账）", "the bureau's basic education office (admissions)"),
        ["G14"] = new("市、县教育局（高中招生计划）", "the city's and county's bureaus (senior school places)"),
        ["G15"] = new("县教育局基教股、县民政局", "the bureau's basic education office, the civil affairs bureau"),
        ["Q1"] = new("县教育局学籍管理", "the bureau's student registry"),
        ["Q2"] = new("县残联、县教育局学籍管理", "the disabled persons' federation, the bureau's student registry"),
        ["Q3"] = new("县教育局基教股", "the bureau's basic education office"),
        ["Q4"] = new("县财政局、县教育局计财股", "the finance bureau, the bureau's finance office"),
        ["Q5"] = new("县电教部门", "the county's IT centre"),
        ["Q6"] = new("县教育局德育部门", "the bureau's moral education office"),
        ["Q7"] = new("县教研室", "the county's teaching research office"),
        ["Q8"] = new("县教研室", "the county's teaching research office"),
        ["Q9"] = new("国家监测结果（由上级下达）", "the national monitoring (handed down)"),
        ["recognition"] = new("县教育督导室；国家调查由上级组织", "the county's inspection office; the national survey comes from above"),
    };

    /// <summary>Who has the figures of a column.</summary>
    public static LocalizedText OfColumn(string column) =>
        _columns.FirstOrDefault(each => column.StartsWith(each.Start, StringComparison.Ordinal)).Holder ?? new("填报学校", "the school that reports");

    /// <summary>Who has the figures of an evaluation item.</summary>
    public static LocalizedText OfItem(string item) => _items.GetValueOrDefault(item, new("县教育督导室", "the county's inspection office"));
}
