using Junheng.Domain.Text;

namespace Junheng.Cli.Texts;

/// <summary>Texts of <c>import</c>.</summary>
internal static class ImportTexts
{
    public static LocalizedText Summary { get; } = new("年报表、一览表：哪一列成了哪一项，并写成标准的学校表", "annual forms and lists: which column became which item, and a clean school table");

    public static LocalizedText Input { get; } = new("表、文件夹或 zip（CSV、xlsx、xls）", "tables, folders or zips (CSV, xlsx, xls)");

    public static LocalizedText DryRun { get; } = new("只说明怎样读取，不写任何文件", "only say how they are read; write nothing");

    public static LocalizedText SaveMap { get; } = new("把认出的标题和没认出的标题写成映射，改正后用 --map 给出", "write a map of what was and was not recognised, to be corrected and given by --map");

    public static LocalizedText Out { get; } = new("写成标准的学校表（.csv 或 .xlsx）", "write the clean school table (.csv or .xlsx)");

    public static LocalizedText Map { get; } = new("自己的映射，优先于自带的；可多次给出", "a map of one's own, before the built-in ones; may be repeated");

    public static LocalizedText Parents { get; } = new("不计校数的校区属于哪所学校：school_code,parent_school_code 两列", "which school each campus belongs to: columns school_code,parent_school_code");

    public static LocalizedText County { get; } = new("表中没有县代码时的县代码", "county code of papers that give none");

    public static LocalizedText Year { get; } = new("报告年度；表上写着别的年度则拒绝", "report year; a sheet of another year is refused");

    public static LocalizedText AllowMissing { get; } = new("允许缺少标准需要的列", "let columns that the standard needs be absent");

    public static LocalizedText Standard { get; } = new("按哪个标准要求的列检查", "the standard whose columns are needed");

    public static LocalizedText Json { get; } = new("写成 JSON（docs/method/annual-forms.md 说明各字段）；- 为标准输出", "write JSON (fields in docs/method/annual-forms.md); - is standard output");

    public static LocalizedText What { get; } = new(
        "命令行没有数据库：import 在这里用 --dry-run 说明怎样读取，或用 --out 写出干净的学校表；assess 可直接读取同样的文件。没有认出的列用 --save-map 保存映射，改正后用 --map 给出。",
        "There is no database on the command line: here import explains how papers are read (--dry-run) or writes a clean school table (--out); assess reads the same papers directly. "
        + "Where columns are not recognised, save a map with --save-map, correct it and give it with --map.");

    public static LocalizedText NeedsAim { get; } = new("请给出 --dry-run（只说明怎样读取）或 --out FILE（写出学校表）", "Give --dry-run (say how they are read) or --out FILE (write the school table)");

    public static LocalizedText OutKind { get; } = new("--out 的文件名以 .csv 或 .xlsx 结尾，不能是“{0}”", "--out ends in .csv or .xlsx, not '{0}'");

    public static LocalizedText OutOverInput { get; } = new("“{0}”是输入文件，不能写在它上面", "'{0}' is an input and is not written over");

    public static LocalizedText TwoLayouts { get; } = new("输入中有按学段和按学校两种表，一个文件放不下：请分开 --out", "The inputs have both layouts, which one file cannot hold: use --out for each");

    public static LocalizedText ExampleLook { get; } = new("先看怎样读取", "see first how they are read");

    public static LocalizedText ExampleOut { get; } = new("写成学校表", "write the school table");

    public static LocalizedText Doing { get; } = new("正在读取", "Reading");

    public static LocalizedText Writing { get; } = new("正在写出", "Writing");

    public static LocalizedText MapLine { get; } = new("映射 {0}（{1}） · {2} 所学校{3}", "map {0} ({1}) · {2} schools{3}");

    public static LocalizedText YearPart { get; } = new(" · {0} 年", " · {0}");

    public static LocalizedText Assumed { get; } = new("这个映射是推定的，请在真实的表上核对", "this map is assumed: check it on a real form");

    public static LocalizedText Item { get; } = new("项目", "item");

    public static LocalizedText By { get; } = new("来自", "from");

    public static LocalizedText Cells { get; } = new("单元格", "cells");

    public static LocalizedText Samples { get; } = new("例", "e.g.");

    public static LocalizedText LeftOver { get; } = new("没有用到的列（{0}）", "columns left over ({0})");

    public static LocalizedText Choices { get; } = new("自动作出的选择", "chosen automatically");

    public static LocalizedText Questions { get; } = new("需要回答", "to be answered");

    public static LocalizedText Sum { get; } = new("相加", "sum");

    public static LocalizedText Findings { get; } = new("发现的问题", "Findings");

    public static LocalizedText Ready { get; } = new("可以读取：{0} 个县，{1} 行，{2} 张表；{3} 个提醒", "Ready: {0} counties, {1} rows, {2} sheets; {3} warnings");

    public static LocalizedText NotReady { get; } = new("还不能读取：{0} 处错误或待答，{1} 个提醒。改正或回答后再试。", "Not ready: {0} errors or questions, {1} warnings. Mend or answer them and try again.");

    public static LocalizedText Written { get; } = new("已写出 {0}：{1} 行，{2} 列", "Written {0}: {1} rows, {2} columns");

    public static LocalizedText MapWritten { get; } = new("已写出映射 {0}", "Map written: {0}");

    public static LocalizedText PublicLayouts { get; } = new("{0} 个文件是标准的两种表，按原样读取", "{0} files have the public layouts and are read as they stand");
}
