using Junheng.Domain.Text;

namespace Junheng.Cli.Texts;

/// <summary>Texts of <c>standards</c>.</summary>
internal static class StandardsTexts
{
    public static LocalizedText Summary { get; } = new("列出、显示、检查评估标准（标准是数据文件）", "list, show and check the standards, which are data files");

    public static LocalizedText Action { get; } = new("要做什么", "what to do");

    public static LocalizedText Target { get; } = new("show、modelled：标准编号或文件；check：一个或多个文件", "show, modelled: id or file of a standard; check: one or more files");

    public static LocalizedText Overlay { get; } = new("show：叠加后再显示", "show: with this overlay applied");

    public static LocalizedText Marks { get; } = new(
        "可信度标记：2+ 两处以上来源一致；1 一处；1r 一处，转述；R 合理的读法；I 推断；GAP 未见原文。",
        "Marks of confidence: 2+ two or more sources agree; 1 one source; 1r one source, retold; R a reasonable reading; I inferred; GAP the text was not seen.");

    public static LocalizedText ExampleList { get; } = new("有哪些标准", "which standards there are");

    public static LocalizedText ExampleShow { get; } = new("一个标准的全部内容：指标、数值、设置、来源", "everything of a standard: indicators, numbers, settings, sources");

    public static LocalizedText ExampleModelled { get; } = new("标准的哪些规定已实现、部分实现、没有实现", "which of its rules are covered, partly, or not");

    public static LocalizedText ExampleCheck { get; } = new("检查自己写的叠加文件：指出行、列和改法", "check an overlay of your own: line, column, remedy");

    public static LocalizedText List { get; } = new("标准", "Standards");

    public static LocalizedText Overlays { get; } = new("叠加文件（--overlay）", "Overlays (--overlay)");

    public static LocalizedText Effective { get; } = new("施行 {0} · 版本 {1} · 内容 {2}", "in force since {0} · version {1} · content {2}");

    public static LocalizedText Parts { get; } = new("判定的各部分（每一部分都须达标）", "Parts of the verdict (each must be met)");

    public static LocalizedText Indicators { get; } = new("指标（按学校和学段）", "Indicators (by school and stage)");

    public static LocalizedText Unit { get; } = new("单位", "unit");

    public static LocalizedText From { get; } = new("自", "since");

    public static LocalizedText Stage { get; } = new("学段", "stage");

    public static LocalizedText Norm { get; } = new("标准", "norm");

    public static LocalizedText Floor { get; } = new("底线", "floor");

    public static LocalizedText CvLimit { get; } = new("系数限值", "CV limit");

    public static LocalizedText CvTarget { get; } = new("系数目标", "CV target");

    public static LocalizedText Source { get; } = new("来源", "source");

    public static LocalizedText Scope { get; } = new("不参评", "Out of scope");

    public static LocalizedText Split { get; } = new("多学段学校的拆分（一名学生折算）", "Split of combined schools (what one pupil counts)");

    public static LocalizedText SplitItems { get; } = new("拆分的项目：{0}", "items split: {0}");

    public static LocalizedText Indoor { get; } = new("室内体育用房：从“{0}”扣除，计入“{1}” [{2}]", "indoor sports area: taken out of '{0}', counted as '{1}' [{2}]");

    public static LocalizedText Easements { get; } = new("过渡性规定", "Easements");

    public static LocalizedText Period { get; } = new("{0} 至 {1} [{2}]", "{0} to {1} [{2}]");

    public static LocalizedText Items { get; } = new("按县填报的项目", "Items of the county");

    public static LocalizedText Fields { get; } = new("字段", "fields");

    public static LocalizedText Settings { get; } = new("设置（--set ID=值）", "Settings (--set ID=VALUE)");

    public static LocalizedText Setting { get; } = new("设置", "setting");

    public static LocalizedText Value { get; } = new("值", "value");

    public static LocalizedText Default { get; } = new("默认", "default");

    public static LocalizedText Mark { get; } = new("标记", "mark");

    public static LocalizedText Meaning { get; } = new("含义", "meaning");

    public static LocalizedText Fixed { get; } = new("（固定读法，不可改）", " (fixed reading, not to be changed)");

    public static LocalizedText Sources { get; } = new("来源", "Sources");

    public static LocalizedText Covered { get; } = new("✓ 已实现", "✓ covered");

    public static LocalizedText Partly { get; } = new("~ 部分", "~ partly");

    public static LocalizedText NotCovered { get; } = new("✗ 未实现", "✗ not");

    public static LocalizedText Counts { get; } = new("已实现 {0}，部分 {1}，未实现 {2}", "covered {0}, partly {1}, not {2}");

    public static LocalizedText Rule { get; } = new("规定", "rule");

    public static LocalizedText Status { get; } = new("状态", "status");

    public static LocalizedText Sound { get; } = new("✓ {0}：{1}，没有问题", "✓ {0}: {1}, sound");

    public static LocalizedText Unsound { get; } = new("✗ {0}：{1} 处错误", "✗ {0}: {1} error(s)");
}
