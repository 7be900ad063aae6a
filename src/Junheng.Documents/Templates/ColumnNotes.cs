using System.Collections.Frozen;

namespace Junheng.Documents.Templates;

/// <summary>What is meant by a column and where its figure is found, in the words of the annual statistics.</summary>
internal static class ColumnNotes
{
    private static readonly FrozenDictionary<string, (string Meaning, string Source)> _notes = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["county_code"] = ("学校所在县（市、区）的六位行政区划代码", "行政区划代码"),
        ["county_name"] = ("县（市、区）名称", "行政区划代码"),
        ["school_code"] = ("学校（机构）标识码，每校唯一，各年不变", "教育事业统计：学校基本情况"),
        ["school_name"] = ("学校全称", "教育事业统计：学校基本情况"),
        ["stage"] = ("这一行所说的学段", "教育事业统计：学校基本情况"),
        ["school_type"] = ("学校办学类型，决定有哪些学段、是否参评、资源怎样拆分", "教育事业统计：学校基本情况"),
        ["organiser_type"] = ("学校的举办者", "教育事业统计：学校基本情况"),
        ["locale"] = ("学校驻地的城乡分类", "教育事业统计：学校基本情况"),
        ["township"] = ("学校所在乡镇或街道", "教育事业统计：学校基本情况"),
        ["report_year"] = ("年报所属年度", "教育事业统计"),
        ["parent_school_code"] = ("教学点、分校并入的主校的标识码；独立学校留空", "教育事业统计：学校基本情况"),
        ["enrolment"] = ("该学段在校学生数", "教育事业统计：在校生情况"),
        ["above_degree_teachers"] = ("学历高于国家规定学历的专任教师数（小学：专科及以上；初中：本科及以上）", "教育事业统计：专任教师学历情况"),
        ["backbone_teachers"] = ("县级及以上骨干教师数", "县级教育部门认定名册"),
        ["pe_art_teachers"] = ("体育、音乐、美术等艺术学科专任教师数", "教育事业统计：专任教师任课情况"),
        ["full_time_teachers"] = ("专任教师总数", "教育事业统计：教职工情况"),
        ["mid_title_teachers"] = ("具有中级及以上专业技术职务的专任教师数", "教育事业统计：专任教师职务情况"),
        ["teaching_area_m2"] = ("教学及辅助用房面积，含室内体育用房", "教育事业统计：校舍情况"),
        ["sports_area_m2"] = ("体育运动场馆面积", "教育事业统计：校舍及占地情况"),
        ["indoor_sports_area_m2"] = ("教学及辅助用房中的室内体育用房面积；计算时从教学用房扣除、计入体育场馆", "教育事业统计：校舍情况"),
        ["equipment_yuan"] = ("教学仪器设备资产值，单位是元，不是万元", "教育事业统计：资产情况"),
        ["multimedia_rooms"] = ("网络多媒体教室间数", "教育事业统计：信息化情况"),
        ["computers"] = ("教学用计算机台数", "教育事业统计：资产情况"),
        ["books"] = ("图书册数", "教育事业统计：资产情况"),
        ["classes"] = ("教学班数", "教育事业统计：班级情况"),
        ["grades"] = ("开设的年级数", "教育事业统计：班级情况"),
        ["largest_class"] = ("人数最多的一个班的学生数", "教育事业统计：班额情况"),
        ["built_year"] = ("学校建成年份，四位数字", "学校档案"),
        ["migrant_share"] = ("随迁子女占在校生的比例，写 0 至 1 之间的小数，60% 写 0.6", "教育事业统计：在校生情况"),
        ["centre_city"] = ("是否中心城区学校，填“是”或“否”，不清楚留空", "县级教育部门认定"),
        ["shared_pe_art_teachers"] = ("交流、兼职、走教的体育、艺术教师数，仅用于过渡性规定", "县级教育部门派遣安排"),
        ["eased_sports_area_m2"] = ("按过渡性规定可计入的其他体育场地面积，没有就留空", "县级教育部门认定"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a column means; its title where nothing is noted.</summary>
    public static (string Meaning, string Source) Of(string id, string title) => _notes.GetValueOrDefault(id, (title, "教育事业统计"));
}
